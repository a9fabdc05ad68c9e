package be.leermeester.portal.exchange.load;

import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.status.Standing;
import be.leermeester.portal.status.StatusChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class HistoryQueries {

    private HistoryQueries() {}

    static void createStanding(Connection connection) throws SQLException {
        KeyQueries.run(connection, """
                CREATE TEMPORARY TABLE standing (
                    application_id text, status text, status_since timestamptz, first_decision text,
                    first_decided_at timestamptz, automatic boolean, approved_on date, valid_until date,
                    decide_by date) ON COMMIT DROP
                """);
    }

    static Map<String, List<StatusChange>> existing(Connection connection) throws SQLException {
        Map<String, List<StatusChange>> existing = new HashMap<>();
        KeyQueries.each(
                connection,
                """
                SELECT application_id, at, status, automatic
                FROM portal.application_event
                WHERE application_id IN (SELECT application_id FROM stage_applications
                                         UNION SELECT application_id FROM stage_application_events)
                ORDER BY application_id, at, seq
                """,
                row -> existing.computeIfAbsent(row.getString(1), _ -> new ArrayList<>(3))
                        .add(new StatusChange(
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                RecognitionStatus.valueOf(row.getString(3)),
                                row.getBoolean(4))));
        return existing;
    }

    static Map<String, List<LocalDate>> annulments(Connection connection) throws SQLException {
        Map<String, List<LocalDate>> annulments = new HashMap<>();
        KeyQueries.each(
                connection,
                """
                SELECT application_id, decided_on FROM stage_appeals WHERE outcome = 'ANNULLED' AND decided_on IS NOT NULL
                UNION
                SELECT application_id, decided_on FROM portal.appeal WHERE outcome = 'ANNULLED' AND decided_on IS NOT NULL
                """,
                row -> annulments
                        .computeIfAbsent(row.getString(1), _ -> new ArrayList<>(1))
                        .add(row.getObject(2, LocalDate.class)));
        return annulments;
    }

    static Set<String> withTrainedMentor(Connection connection) throws SQLException {
        return KeyQueries.keys(connection, """
                WITH trained AS (
                    SELECT person_id FROM stage_mentor_trainings
                    WHERE status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT')
                    UNION
                    SELECT person_id FROM learning.mentor_training
                    WHERE status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT'))
                SELECT application_id FROM stage_mentor_applications JOIN trained USING (person_id)
                UNION
                SELECT application_id FROM learning.mentor_application JOIN trained USING (person_id)
                """);
    }

    /// Takes rejected lines out of the stage and renumbers those that happened in another order.
    static void arrange(Connection connection, Collection<Integer> dropped, Map<Integer, Integer> moved)
            throws SQLException {
        if (!dropped.isEmpty()) {
            run(
                    connection,
                    "DELETE FROM stage_application_events WHERE line = ANY (?)",
                    connection.createArrayOf("int", dropped.toArray()));
        }
        if (!moved.isEmpty()) {
            run(
                    connection,
                    "UPDATE stage_application_events SET line = m.new"
                            + " FROM unnest(?::int[], ?::int[]) AS m (old, new) WHERE line = m.old",
                    connection.createArrayOf("int", moved.keySet().toArray()),
                    connection.createArrayOf("int", moved.values().toArray()));
        }
    }

    static void writeImplied(Connection connection, Map<String, Instant> implied) throws SQLException {
        if (implied.isEmpty()) {
            return;
        }
        try (CopyRows copy = new CopyRows(
                connection,
                "stage_application_events (line, application_id, at, status, automatic, reasons, remark)")) {
            for (Map.Entry<String, Instant> each : implied.entrySet()) {
                copy.field("0").field(each.getKey()).field(each.getValue().toString());
                copy.field("SUBMITTED").field("false").field("{}").field("").endRow();
            }
            copy.end();
        }
    }

    static void writeStandings(Connection connection, Map<String, Standing> judged) throws SQLException {
        try (CopyRows copy = new CopyRows(connection, "standing")) {
            for (Map.Entry<String, Standing> each : judged.entrySet()) {
                Standing standing = each.getValue();
                copy.field(each.getKey());
                copy.field(standing.status().name()).field(standing.since().toString());
                copy.field(text(standing.firstDecision())).field(text(standing.firstDecidedAt()));
                copy.field(standing.automatic() ? "true" : "false");
                copy.field(text(standing.approvedOn())).field(text(standing.validUntil()));
                copy.field(text(standing.decideBy())).endRow();
            }
            copy.end();
        }
        KeyQueries.run(connection, "ANALYZE standing");
        extendRenewals(connection);
    }

    // A renewal's five years run from the end of the old recognition (domain.md 9.19), which may be a renewal itself.
    private static void extendRenewals(Connection connection) throws SQLException {
        int changed;
        int rounds = 0;
        do {
            changed = KeyQueries.run(connection, """
                    WITH renewal AS (
                        SELECT n.application_id, coalesce(s.renews_application_id, a.renews_application_id) AS old_id
                        FROM standing n
                        LEFT JOIN stage_applications s ON s.application_id = n.application_id
                        LEFT JOIN portal.application a ON a.id = n.application_id
                        WHERE n.approved_on IS NOT NULL
                          AND coalesce(s.renews_application_id, a.renews_application_id) IS NOT NULL)
                    UPDATE standing n
                    SET valid_until = (coalesce(so.valid_until, o.valid_until) + interval '5 years')::date
                    FROM renewal r
                    LEFT JOIN standing so ON so.application_id = r.old_id
                    LEFT JOIN portal.application o ON o.id = r.old_id
                    WHERE n.application_id = r.application_id
                      AND coalesce(so.status, o.status) IN ('APPROVED', 'EXPIRED')
                      AND coalesce(so.valid_until, o.valid_until) > n.approved_on
                      AND n.valid_until IS DISTINCT FROM
                          (coalesce(so.valid_until, o.valid_until) + interval '5 years')::date
                    """);
            rounds++;
        } while (changed > 0 && rounds < 10);
    }

    /// Events that the database has already follow the file in what is told about them; the others are added.
    static long load(Connection connection) throws SQLException {
        int changed = KeyQueries.run(connection, """
                UPDATE portal.application_event e
                SET automatic = s.automatic, reasons = s.reasons, remark = s.remark
                FROM stage_application_events s
                WHERE e.application_id = s.application_id AND e.at = s.at AND e.status = s.status AND s.line > 0
                  AND (e.automatic, e.reasons, e.remark) IS DISTINCT FROM (s.automatic, s.reasons, s.remark)
                """);
        int added = KeyQueries.run(connection, """
                INSERT INTO portal.application_event
                    (application_id, seq, at, status, automatic, reasons, remark, recorded_at)
                SELECT s.application_id,
                       coalesce(known.seq, 0) + row_number() OVER (PARTITION BY s.application_id ORDER BY s.at, s.line),
                       s.at, s.status, s.automatic, s.reasons, s.remark, s.at
                FROM stage_application_events s
                LEFT JOIN (SELECT application_id, max(seq) AS seq FROM portal.application_event GROUP BY 1) known
                       ON known.application_id = s.application_id
                WHERE NOT EXISTS (SELECT FROM portal.application_event e
                                  WHERE e.application_id = s.application_id AND e.at = s.at AND e.status = s.status)
                ORDER BY s.application_id, s.at, s.line
                """);
        return (long) changed + added;
    }

    /// For applications whose history was imported without themselves.
    static int refresh(Connection connection) throws SQLException {
        return KeyQueries.run(connection, """
                UPDATE portal.application a
                SET (status, status_since, first_decision, first_decided_at, automatic, valid_until, decide_by) =
                    (st.status, st.status_since, st.first_decision, st.first_decided_at, st.automatic, st.valid_until,
                     st.decide_by)
                FROM standing st
                WHERE a.id = st.application_id
                  AND (a.status, a.status_since, a.first_decision, a.first_decided_at, a.automatic, a.valid_until,
                       a.decide_by)
                      IS DISTINCT FROM
                      (st.status, st.status_since, st.first_decision, st.first_decided_at, st.automatic,
                       st.valid_until, st.decide_by)
                """);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }

    private static void run(Connection connection, String sql, java.sql.Array... arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) {
                statement.setArray(i + 1, arrays[i]);
            }
            statement.executeUpdate();
        }
    }
}
