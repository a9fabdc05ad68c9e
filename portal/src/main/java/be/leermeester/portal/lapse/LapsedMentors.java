package be.leermeester.portal.lapse;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/// What others ask about mentors who were struck off for the training.
public final class LapsedMentors {

    private LapsedMentors() {}

    /// Whether somebody may be named as mentor in a partnership: who was struck off for the training only after
    /// accepted training, there or where it was lacking (domain.md 9.16).
    public static Future<Boolean> mayBeNamed(SqlClient client, String personId, String partnership) {
        return RestoreQueries.mayBeNamed(client, personId, partnership);
    }
}
