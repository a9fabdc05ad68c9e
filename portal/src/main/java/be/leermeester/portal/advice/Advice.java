package be.leermeester.portal.advice;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What who decides about a dossier has to know of the advice about it.
public final class Advice {

    private Advice() {}

    /// Until when the social partners can still speak about a dossier; null where no list with it is open. An approval
    /// before that moment has to be confirmed.
    public static Future<@Nullable Instant> runningUntil(SqlClient client, String dossier, Instant now) {
        return AdviceQueries.runningUntil(client, dossier, now);
    }
}
