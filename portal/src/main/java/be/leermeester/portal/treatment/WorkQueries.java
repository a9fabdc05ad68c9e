package be.leermeester.portal.treatment;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.Outlook;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.treatment.TreatmentQueries.Lists;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The work list of a handler and what belongs to it.
final class WorkQueries {

    static final int MOST = 500;

    private WorkQueries() {}

    /// Whose list it is, on which day.
    record Desk(String personId, Scope scope, LocalDate today) {}

    /// @param changed since this handler looked; `unseen` where that never was
    record Row(
            String id,
            String programme,
            String company,
            String municipality,
            RecognitionStatus status,
            int seq,
            @Nullable LocalDate decideBy,
            @Nullable String handler,
            boolean changed,
            boolean unseen,
            boolean escalates,
            LocalDate today) {

        private Outlook outlook() {
            return Outlook.of(status, decideBy, null, escalates, today);
        }

        public @Nullable Long daysLeft() {
            return outlook() instanceof Outlook.Waiting waiting ? waiting.daysLeft() : null;
        }

        /// The day of the automatic approval, where it is near (R4).
        public @Nullable LocalDate announced() {
            return outlook() instanceof Outlook.Waiting waiting && waiting.soon() && !escalates
                    ? waiting.decideBy()
                    : null;
        }

        public @Nullable LocalDate escalated() {
            return outlook() instanceof Outlook.Escalated(LocalDate since) ? since : null;
        }

        public @Nullable LocalDate byLaw() {
            return outlook() instanceof Outlook.ApprovedByLaw(LocalDate since) ? since : null;
        }
    }

    static Future<List<Row>> rows(SqlClient client, WorkFilter filter, Desk desk) {
        Where where = new Where();
        String me = where.bind(desk.personId());
        String columns = """
                SELECT a.id, g.name AS programme, c.name AS company, e.municipality, a.status, a.decide_by,
                  nullif(concat_ws(' ', h.first_name, h.last_name), '') AS handler, s.seen_at IS NULL AS unseen, v.changed,
                  a.decide_by IS NOT NULL AND portal.escalates(a.partnership_code, a.decide_by) AS escalates,
                  coalesce((SELECT max(seq) FROM portal.application_event x WHERE x.application_id = a.id), 0) AS seq
                """;
        return Lists.of(
                client,
                columns + from(where, me, filter, desk)
                        + " ORDER BY a.decide_by NULLS LAST, a.submitted_at, a.id LIMIT " + MOST,
                where.tuple(),
                row -> new Row(
                        row.getString("id"),
                        row.getString("programme"),
                        row.getString("company"),
                        row.getString("municipality"),
                        RecognitionStatus.valueOf(row.getString("status")),
                        row.getInteger("seq"),
                        row.getLocalDate("decide_by"),
                        row.getString("handler"),
                        row.getBoolean("changed"),
                        row.getBoolean("unseen"),
                        row.getBoolean("escalates"),
                        desk.today()));
    }

    private static String from(Where where, String me, WorkFilter filter, Desk desk) {
        where.and("a.status IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD', 'INCOMPLETE')");
        desk.scope().dossiers(where, desk.today());
        if (!filter.status().isEmpty()) {
            where.and("a.status = ?", filter.status());
        }
        switch (filter.who()) {
            case "" -> {}
            case "nobody" -> where.and("a.handler_id IS NULL");
            case "mine" ->
                where.and(
                        "a.handler_id = " + me + " OR a.handler_id IN (SELECT absent_id FROM portal.holiday_cover"
                                + " WHERE person_id = " + me + " AND until >= ?)",
                        desk.today());
            default -> where.and("a.handler_id = ?", filter.who());
        }
        if (filter.changed()) {
            where.and("v.changed");
        }
        return """
                FROM portal.application a
                JOIN portal.programme g ON g.code = a.programme_code
                JOIN portal.establishment e USING (establishment_number)
                JOIN portal.company c USING (enterprise_number)
                LEFT JOIN kernel.person h ON h.id = a.handler_id
                LEFT JOIN portal.dossier_seen s ON s.application_id = a.id AND s.person_id = %1$s
                CROSS JOIN LATERAL (SELECT s.seen_at IS NOT NULL AND EXISTS (
                  SELECT FROM kernel.event t WHERE t.subject = 'dossier:' || a.id AND t.at > s.seen_at
                    AND t.actor <> %1$s) AS changed) v
                WHERE\s""".formatted(me) + where.sql();
    }

    record Person(String id, String name) {}

    /// The handlers of the desk's partnerships, oneself left aside.
    static Future<List<Person>> colleagues(SqlClient client, Desk desk) {
        Where where = new Where().and("r.role = 'HANDLER' AND p.id <> ?", desk.personId());
        if (!desk.scope().everything()) {
            where.and("r.scope = ANY (?)", desk.scope().partnerships());
        }
        return Lists.of(
                client,
                "SELECT DISTINCT p.id, concat_ws(' ', p.first_name, p.last_name) AS name FROM kernel.person_role r"
                        + " JOIN kernel.person p ON p.id = r.person_id WHERE " + where.sql()
                        + " ORDER BY 2, 1 LIMIT 300",
                where.tuple(),
                row -> new Person(row.getString("id"), row.getString("name")));
    }

    record Cover(String absentId, String absent, LocalDate until) {}

    static Future<List<Cover>> covers(SqlClient client, Desk desk) {
        return Lists.of(
                client,
                """
                SELECT h.absent_id, concat_ws(' ', p.first_name, p.last_name) AS absent, h.until
                FROM portal.holiday_cover h JOIN kernel.person p ON p.id = h.absent_id
                WHERE h.person_id = $1 AND h.until >= $2 ORDER BY h.until
                """,
                Tuple.of(desk.personId(), desk.today()),
                row -> new Cover(row.getString("absent_id"), row.getString("absent"), row.getLocalDate("until")));
    }

    static void cover(SqlConnection connection, String personId, String absentId, LocalDate until) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.holiday_cover (person_id, absent_id, until) VALUES ($1, $2, $3)
                        ON CONFLICT (person_id, absent_id) DO UPDATE SET until = EXCLUDED.until
                        """)
                .execute(Tuple.of(personId, absentId, until))
                .await();
    }

    record Saved(String name, String address) {}

    static Future<List<Saved>> saved(SqlClient client, String personId) {
        return Lists.of(
                client,
                "SELECT name, address FROM portal.saved_list WHERE person_id = $1 ORDER BY name",
                Tuple.of(personId),
                row -> new Saved(row.getString("name"), row.getString("address")));
    }

    static void save(SqlConnection connection, String personId, Saved list, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.saved_list (person_id, name, address, saved_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (person_id, name) DO UPDATE SET address = EXCLUDED.address
                        """)
                .execute(Tuple.of(personId, list.name(), list.address(), DeedQueries.utc(now)))
                .await();
    }

    static void forget(SqlConnection connection, String personId, String name) {
        connection
                .preparedQuery("DELETE FROM portal.saved_list WHERE person_id = $1 AND name = $2")
                .execute(Tuple.of(personId, name))
                .await();
    }

    static Future<Void> look(SqlConnection connection, String personId, String id, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.dossier_seen (person_id, application_id, seen_at) VALUES ($1, $2, $3)
                        ON CONFLICT (person_id, application_id) DO UPDATE SET seen_at = EXCLUDED.seen_at
                        """)
                .execute(Tuple.of(personId, id, DeedQueries.utc(now)))
                .mapEmpty();
    }
}
