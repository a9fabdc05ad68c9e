package be.leermeester.portal.background;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Deliveries that are due.
final class DeliveryQueries {

    record Due(UUID eventId, String subscriber, int attempts, String type, String subject, JsonObject payload) {}

    private DeliveryQueries() {}

    /// Locks some of them for this transaction; another server skips those.
    static Future<List<Due>> lockDue(SqlConnection connection, Instant now, int most) {
        return connection
                .preparedQuery("""
                        SELECT d.event_id, d.subscriber, d.attempts, e.type, e.subject, e.payload
                          FROM kernel.delivery d JOIN kernel.event e ON e.id = d.event_id
                         WHERE d.done_at IS NULL AND d.next_at <= $1
                         ORDER BY d.next_at, d.event_id LIMIT $2
                           FOR UPDATE OF d SKIP LOCKED
                        """)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), most))
                .map(rows -> {
                    List<Due> due = new ArrayList<>();
                    for (Row row : rows) {
                        due.add(new Due(
                                row.getUUID("event_id"),
                                row.getString("subscriber"),
                                row.getInteger("attempts"),
                                row.getString("type"),
                                row.getString("subject"),
                                row.getJsonObject("payload")));
                    }
                    return due;
                });
    }

    static Future<RowSet<Row>> done(SqlConnection connection, Due due, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE kernel.delivery SET done_at = $3, attempts = attempts + 1, last_error = NULL
                         WHERE event_id = $1 AND subscriber = $2
                        """)
                .execute(Tuple.of(due.eventId(), due.subscriber(), now.atOffset(ZoneOffset.UTC)));
    }

    static Future<RowSet<Row>> failed(SqlConnection connection, Due due, Instant next, String error) {
        return connection
                .preparedQuery("""
                        UPDATE kernel.delivery SET attempts = attempts + 1, next_at = $3, last_error = $4
                         WHERE event_id = $1 AND subscriber = $2
                        """)
                .execute(Tuple.of(due.eventId(), due.subscriber(), next.atOffset(ZoneOffset.UTC), error));
    }
}
