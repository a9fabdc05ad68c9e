package be.leermeester.portal.clock;

import be.leermeester.kernel.Outbox;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// How far the demo's clock is ahead, kept in the database so that all servers follow.
final class ClockQueries {

    /// In days ahead of the real clock.
    ///
    /// @param days now; `from` and `to`: the walk that is under way, or the last one
    record Standing(int days, int from, int to) {
        boolean underWay() {
            return days < to;
        }
    }

    private ClockQueries() {}

    static Future<Standing> standing(SqlClient client) {
        return client.preparedQuery("SELECT days, going_from, going_to FROM portal.demo_clock")
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Standing(row.getInteger(0), row.getInteger(1), row.getInteger(2));
                });
    }

    /// False where a walk is under way, or it would go back.
    static Future<Boolean> go(SqlConnection connection, int to) {
        return connection
                .preparedQuery("UPDATE portal.demo_clock SET going_from = days, going_to = $1"
                        + " WHERE days = going_to AND $1 > days")
                .execute(Tuple.of(to))
                .map(rows -> rows.rowCount() == 1);
    }

    /// One server of all walks, until the end of the transaction.
    static Future<Boolean> tryLock(SqlConnection connection) {
        return connection
                .preparedQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('demo-clock', 0))")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /// The next day begins, and open pages hear of it.
    static Future<RowSet<Row>> next(SqlConnection connection) {
        JsonObject notice = new JsonObject()
                .put("type", "ClockMoved")
                .put("subject", "clock")
                .put("audience", List.of("everybody"));
        return connection
                .preparedQuery("UPDATE portal.demo_clock SET days = days + 1 WHERE days < going_to")
                .execute()
                .compose(_ -> connection
                        .preparedQuery("SELECT pg_notify($1, $2)")
                        .execute(Tuple.of(Outbox.CHANNEL, notice.encode())));
    }

    /// What a day leaves to be delivered and sent before the next one begins; what failed once waits its own time.
    static Future<Long> left(SqlClient client, Instant now) {
        return client.preparedQuery("""
                        SELECT (SELECT count(*) FROM kernel.delivery
                                 WHERE done_at IS NULL AND last_error IS NULL AND next_at <= $1)
                             + (SELECT count(*) FROM kernel.mail
                                 WHERE sent_at IS NULL AND attempts = 0 AND next_at <= $1)
                        """)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
