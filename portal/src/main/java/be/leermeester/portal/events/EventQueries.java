package be.leermeester.portal.events;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events, newest first for people and in the order of the change feed for programs.
final class EventQueries {

    /// @param tx the number of the transaction that wrote it
    /// @param actorName the actor itself where it is not a person
    record Line(
            UUID id,
            long tx,
            Instant at,
            String actor,
            String actorName,
            String type,
            String subject,
            JsonObject payload) {}

    /// What the administrator looks for; `""` is everything. `subject` takes the beginning of one, `person:`.
    record Wanted(String subject, String actor, String type) {}

    private static final String COLUMNS = """
            SELECT e.id, e.tx::text::bigint AS tx, e.at, e.actor, e.type, e.subject, e.payload,
                   coalesce(p.first_name || ' ' || p.last_name, e.actor) AS actor_name
              FROM kernel.event e LEFT JOIN kernel.person p ON p.id = e.actor
            """;

    private EventQueries() {}

    static Future<List<Line>> latest(SqlClient db, Wanted wanted, @Nullable Line before, int most) {
        return db.preparedQuery(COLUMNS + """
                         WHERE ($1 = '' OR starts_with(e.subject, $1)) AND ($2 = '' OR e.actor = $2)
                           AND ($3 = '' OR e.type = $3)
                           AND ($4::timestamptz IS NULL OR (e.at, e.id) < ($4, $5::uuid))
                         ORDER BY e.at DESC, e.id DESC LIMIT $6
                        """)
                .execute(Tuple.of(wanted.subject(), wanted.actor(), wanted.type())
                        .addOffsetDateTime(before == null ? null : before.at().atOffset(ZoneOffset.UTC))
                        .addUUID(before == null ? null : before.id())
                        .addInteger(most))
                .map(EventQueries::lines);
    }

    static Future<@Nullable Line> find(SqlClient db, UUID id) {
        return db.preparedQuery(COLUMNS + " WHERE e.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<Line> found = lines(rows);
                    return found.isEmpty() ? null : found.getFirst();
                });
    }

    /// What comes after a place in the feed, of transactions that can no longer be overtaken.
    static Future<List<Line>> after(SqlClient db, FeedCursor cursor, List<String> types, int most) {
        return db.preparedQuery(COLUMNS + """
                         WHERE (e.tx, e.id) > ($1::text::xid8, $2) AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
                           AND (cardinality($3::text[]) = 0 OR e.type = ANY ($3))
                         ORDER BY e.tx, e.id LIMIT $4
                        """)
                .execute(Tuple.of(Long.toString(cursor.tx()), cursor.id())
                        .addArrayOfString(types.toArray(String[]::new))
                        .addInteger(most))
                .map(EventQueries::lines);
    }

    static Future<Long> total(SqlClient db, List<String> types) {
        return db.preparedQuery(
                        "SELECT count(*) FROM kernel.event WHERE cardinality($1::text[]) = 0 OR type = ANY ($1)")
                .execute(Tuple.tuple().addArrayOfString(types.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<Line> lines(RowSet<Row> rows) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(new Line(
                    row.getUUID("id"),
                    row.getLong("tx"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getString("actor"),
                    row.getString("actor_name"),
                    row.getString("type"),
                    row.getString("subject"),
                    row.getJsonObject("payload")));
        }
        return lines;
    }
}
