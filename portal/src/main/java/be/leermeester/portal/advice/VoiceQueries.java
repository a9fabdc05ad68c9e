package be.leermeester.portal.advice;

import static be.leermeester.portal.advice.ListQueries.utc;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes of voices and objections.
final class VoiceQueries {

    private VoiceQueries() {}

    /// A sent list with a dossier on it.
    record Ballot(String partnership, Instant closesAt, boolean recorded) {}

    /// Holds the list against its closing; null where the dossier is not on it or it was not sent.
    static @Nullable Ballot ballot(SqlConnection connection, String list, String dossier) {
        for (Row row :
                connection.preparedQuery("""
                        SELECT l.partnership_code, l.closes_at, l.closed_at IS NOT NULL AS recorded
                        FROM portal.advice_list l JOIN portal.advice_item i ON i.list_id = l.id
                        WHERE l.id = $1 AND i.application_id = $2 AND l.sent_at IS NOT NULL FOR SHARE OF l
                        """).execute(Tuple.of(list, dossier)).await()) {
            return new Ballot(
                    row.getString("partnership_code"),
                    row.getOffsetDateTime("closes_at").toInstant(),
                    row.getBoolean("recorded"));
        }
        return null;
    }

    static void vote(
            SqlConnection connection, String list, String dossier, String person, boolean agrees, Instant now) {
        connection.preparedQuery("""
                        INSERT INTO portal.advice_voter (list_id, person_id, mailed) VALUES ($1, $2, false)
                        ON CONFLICT DO NOTHING
                        """).execute(Tuple.of(list, person)).await();
        connection
                .preparedQuery("""
                        INSERT INTO portal.advice_vote (list_id, application_id, person_id, agrees, voted_at)
                        VALUES ($1, $2, $3, $4, $5)
                        ON CONFLICT (list_id, application_id, person_id)
                        DO UPDATE SET agrees = excluded.agrees, voted_at = excluded.voted_at
                        """)
                .execute(Tuple.of(list, dossier, person, agrees, utc(now)))
                .await();
    }

    static boolean withdraw(SqlConnection connection, String dossier, String person, Instant now) {
        return connection
                        .preparedQuery("""
                        UPDATE portal.objection SET withdrawn_at = $3
                        WHERE application_id = $1 AND person_id = $2 AND withdrawn_at IS NULL AND handled_at IS NULL
                        """)
                        .execute(Tuple.of(dossier, person, utc(now)))
                        .await()
                        .rowCount()
                > 0;
    }

    static void object(
            SqlConnection connection,
            String id,
            String list,
            String dossier,
            String person,
            String reason,
            Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.objection (id, list_id, application_id, person_id, reason, raised_at)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.of(id, list, dossier, person, reason, utc(now)))
                .await();
    }

    static List<String> open(SqlConnection connection, String dossier) {
        List<String> open = new ArrayList<>();
        connection.preparedQuery("""
                        SELECT id FROM portal.objection
                        WHERE application_id = $1 AND withdrawn_at IS NULL AND handled_at IS NULL ORDER BY raised_at, id
                        """).execute(Tuple.of(dossier)).await().forEach(row -> open.add(row.getString(0)));
        return open;
    }

    static int handle(
            SqlConnection connection, String dossier, List<String> objections, String by, String answer, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.objection SET handled_at = $3, handled_by = $4, answer = $5
                        WHERE application_id = $1 AND id = ANY ($2) AND withdrawn_at IS NULL AND handled_at IS NULL
                        """)
                .execute(Tuple.of(dossier, objections.toArray(String[]::new), utc(now), by, answer))
                .await()
                .rowCount();
    }

    /// What one of those asked said about one dossier.
    ///
    /// @param agrees null where nothing was heard
    record Voice(
            String name, @Nullable Boolean agrees, @Nullable String reason) {}

    static List<Voice> voices(SqlConnection connection, String list, String dossier) {
        List<Voice> voices = new ArrayList<>();
        connection
                .preparedQuery("""
                        SELECT concat_ws(' ', p.first_name, p.last_name) AS name, v.agrees, o.reason
                        FROM portal.advice_voter w JOIN kernel.person p ON p.id = w.person_id
                        LEFT JOIN portal.advice_vote v
                          ON v.list_id = w.list_id AND v.person_id = w.person_id AND v.application_id = $2
                        LEFT JOIN portal.objection o ON o.list_id = w.list_id AND o.application_id = $2
                          AND o.person_id = w.person_id AND o.withdrawn_at IS NULL
                        WHERE w.list_id = $1 ORDER BY p.last_name, p.first_name, p.id
                        """)
                .execute(Tuple.of(list, dossier))
                .await()
                .forEach(row -> voices.add(
                        new Voice(row.getString("name"), row.getBoolean("agrees"), row.getString("reason"))));
        return voices;
    }
}
