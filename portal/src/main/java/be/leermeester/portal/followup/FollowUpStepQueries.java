package be.leermeester.portal.followup;

import be.leermeester.portal.followup.FollowUpStep.Act;
import be.leermeester.portal.followup.FollowUpStep.Done;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What people did with items.
final class FollowUpStepQueries {

    private FollowUpStepQueries() {}

    /// The latest last.
    static Future<List<Done>> of(SqlClient client, String item) {
        return client.preparedQuery("""
                        SELECT s.act, s.at, s.until, s.words, concat_ws(' ', p.first_name, p.last_name) AS by,
                               nullif(concat_ws(' ', t.first_name, t.last_name), '') AS to_name
                        FROM portal.follow_up_step s JOIN kernel.person p ON p.id = s.person_id
                        LEFT JOIN kernel.person t ON t.id = s.to_person_id
                        WHERE s.follow_up_id = $1 ORDER BY s.seq
                        """)
                .execute(Tuple.of(item))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Done(
                                Act.valueOf(row.getString("act")),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("by"),
                                row.getString("to_name"),
                                row.getLocalDate("until"),
                                row.getString("words")))
                        .toList());
    }

    /// Names by id of those who handle a partnership, one person left aside.
    static Future<Map<String, String>> colleagues(SqlClient client, String partnership, String but) {
        return client.preparedQuery("""
                        SELECT p.id, concat_ws(' ', p.first_name, p.last_name) AS name FROM kernel.person p
                        WHERE p.id <> $2 AND EXISTS (SELECT FROM kernel.person_role r WHERE r.person_id = p.id
                          AND r.role = 'HANDLER' AND r.scope IN ($1, ''))
                        ORDER BY p.last_name, p.first_name, p.id
                        """).execute(Tuple.of(partnership, but)).map(rows -> {
            Map<String, String> names = new LinkedHashMap<>();
            rows.forEach(row -> names.put(row.getString("id"), row.getString("name")));
            return names;
        });
    }

    /// Holds the item until the transaction ends; whoever comes second waits here.
    static void lock(SqlConnection connection, String item) {
        connection
                .preparedQuery("SELECT FROM portal.follow_up WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(item))
                .await();
    }

    static void append(SqlConnection connection, FollowUpItem item, FollowUpStep step, String by, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.follow_up_step (follow_up_id, seq, at, person_id, act, to_person_id, until, words)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                        """)
                .execute(Tuple.of(item.id(), item.steps() + 1, now.atOffset(ZoneOffset.UTC), by)
                        .addString(step.act().name())
                        .addString(step.to())
                        .addLocalDate(step.until())
                        .addString(step.words()))
                .await();
        switch (step.act()) {
            case TAKEN -> set(connection, "taken_by = $2, snoozed_until = NULL", Tuple.of(item.id(), by));
            case GIVEN -> give(connection, item, step.to());
            case SNOOZED -> set(connection, "snoozed_until = $2", Tuple.of(item.id(), step.until()));
            case NOTED -> {}
            case CLOSED ->
                set(
                        connection,
                        "closed_at = $2, closed_by = $3, outcome = $4",
                        Tuple.of(item.id(), now.atOffset(ZoneOffset.UTC), by, step.words()));
        }
    }

    private static void give(SqlConnection connection, FollowUpItem item, @Nullable String to) {
        set(connection, "taken_by = $2, snoozed_until = NULL", Tuple.of(item.id(), to));
    }

    private static void set(SqlConnection connection, String columns, Tuple values) {
        connection
                .preparedQuery("UPDATE portal.follow_up SET " + columns + " WHERE id = $1")
                .execute(values)
                .await();
    }
}
