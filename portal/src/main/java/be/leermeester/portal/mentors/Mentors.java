package be.leermeester.portal.mentors;

import be.leermeester.portal.mentors.MentorListQueries.Question;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Mentors as other features list them, as of now.
public final class Mentors {

    private Mentors() {}

    /// The first so many, in the order that the filter asks.
    public static Future<List<MentorRow>> list(
            SqlClient client, MentorFilter filter, Scope scope, LocalDate today, int limit) {
        return MentorListQueries.list(client, new Question(filter, scope, today, today, null), limit, 0);
    }

    /// How many there are by the name of the flag; `""` stands for no flag.
    public static Future<Map<String, Long>> counts(
            SqlClient client, MentorFilter filter, Scope scope, LocalDate today) {
        return MentorListQueries.counts(client, new Question(filter, scope, today, today, null));
    }
}
