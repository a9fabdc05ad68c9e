package be.leermeester.portal.dossier;

import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.agreement.AgreementStatus;
import be.leermeester.portal.mentors.MentorFlags;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What hangs on one dossier. Whoever calls made sure that the dossier may be seen.
final class DossierQueries {

    private DossierQueries() {}

    /// @param who null where nobody was recorded
    /// @param advisor whether that is a social partner, who is named to handlers only
    record Step(
            Instant at,
            RecognitionStatus status,
            boolean automatic,
            List<String> reasons,
            String remark,
            @Nullable String who,
            boolean advisor) {

        Step by(String other) {
            return new Step(at, status, automatic, reasons, remark, other, advisor);
        }
    }

    static Future<List<Step>> history(SqlClient client, String id) {
        return list(
                client,
                """
                SELECT e.at, e.status, e.automatic, e.reasons, e.remark,
                       coalesce(nullif(concat_ws(' ', w.first_name, w.last_name), ''), e.actor) AS who,
                       EXISTS (SELECT FROM portal.objection o
                                WHERE o.application_id = e.application_id AND o.person_id = e.actor) AS advisor
                FROM portal.application_event e LEFT JOIN kernel.person w ON w.id = e.actor
                WHERE e.application_id = $1 ORDER BY e.at, e.seq
                """,
                Tuple.of(id),
                row -> new Step(
                        row.getOffsetDateTime("at").toInstant(),
                        RecognitionStatus.valueOf(row.getString("status")),
                        row.getBoolean("automatic"),
                        List.of(row.getArrayOfStrings("reasons")),
                        row.getString("remark"),
                        row.getString("who"),
                        row.getBoolean("advisor")));
    }

    /// @param decision PENDING, APPROVED or REJECTED
    record Mentor(
            String personId,
            String name,
            String decision,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate struckOn,
            @Nullable String struckReason,
            @Nullable String training,
            @Nullable LocalDate dueOn,
            @Nullable Flag flag) {}

    static Future<List<Mentor>> mentors(SqlClient client, String id, LocalDate today) {
        Where where = new Where();
        String sql = """
                SELECT ma.person_id, w.first_name, w.last_name, ma.decision, ma.decided_at, s.struck_on,
                       s.reason AS struck_reason, o.status AS training,\s""" + MentorFlags.DUE_ON + " AS due_on, " + MentorFlags.flag(where, today) + """
                 AS flag
                FROM learning.mentor_application ma
                JOIN kernel.person w ON w.id = ma.person_id
                LEFT JOIN learning.struck_mentor s USING (application_id, person_id)
                LEFT JOIN learning.obligation o
                  ON o.person_id = ma.person_id AND o.partnership_code = ma.partnership_code
                """
                + MentorFlags.rule(where, today)
                + where.fill("WHERE ma.application_id = ? ORDER BY ma.submitted_at, ma.person_id", id);
        return list(
                client,
                sql,
                where.tuple(),
                row -> new Mentor(
                        row.getString("person_id"),
                        row.getString("first_name") + " " + row.getString("last_name"),
                        row.getString("decision"),
                        row.getValue("decided_at") == null
                                ? null
                                : RecognitionQueries.day(row.getOffsetDateTime("decided_at")),
                        row.getLocalDate("struck_on"),
                        row.getString("struck_reason"),
                        row.getString("training"),
                        row.getLocalDate("due_on"),
                        row.getValue("flag") == null ? null : Flag.valueOf(row.getString("flag"))));
    }

    record Agreement(
            String id,
            String learner,
            String mentor,
            String type,
            String status,
            LocalDate startsOn,
            LocalDate endsOn) {}

    static Future<List<Agreement>> agreements(SqlClient client, String id, Scope scope, LocalDate today) {
        Where where = new Where().and("g.application_id = ?", id);
        scope.agreements(where);
        String status = AgreementStatus.sql(where, today);
        String sql = "SELECT g.id, g.type, g.starts_on, coalesce(g.ended_on, g.ends_on) AS ends_on, " + status
                + " AS status" + """
                , concat_ws(' ', l.first_name, l.last_name) AS learner, concat_ws(' ', m.first_name, m.last_name) AS mentor
                FROM portal.agreement g
                JOIN portal.application a ON a.id = g.application_id
                JOIN kernel.person l ON l.id = g.learner_person_id
                JOIN kernel.person m ON m.id = g.mentor_person_id
                WHERE\s""" + where.sql() + " ORDER BY g.starts_on DESC, g.id LIMIT 100";
        return list(
                client,
                sql,
                where.tuple(),
                row -> new Agreement(
                        row.getString("id"),
                        row.getString("learner"),
                        row.getString("mentor"),
                        row.getString("type"),
                        row.getString("status"),
                        row.getLocalDate("starts_on"),
                        row.getLocalDate("ends_on")));
    }

    record Contact(String kind, LocalDate on, String by, String purpose, String remark) {}

    static Future<List<Contact>> contacts(SqlClient client, String id) {
        return list(
                client,
                """
                SELECT kind, happened_on, by_whom, purpose, remark FROM portal.contact
                WHERE application_id = $1 ORDER BY happened_on DESC, id LIMIT 100
                """,
                Tuple.of(id),
                row -> new Contact(
                        row.getString("kind"),
                        row.getLocalDate("happened_on"),
                        row.getString("by_whom"),
                        row.getString("purpose"),
                        row.getString("remark")));
    }

    record Link(
            String id,
            RecognitionStatus status,
            LocalDate submittedOn,
            @Nullable LocalDate validUntil) {}

    /// The dossier with those that it renews and that renew it, oldest first.
    static Future<List<Link>> renewals(SqlClient client, String id) {
        return list(
                client,
                """
                WITH RECURSIVE older AS (
                  SELECT id, renews_application_id FROM portal.application WHERE id = $1
                  UNION SELECT a.id, a.renews_application_id FROM portal.application a
                  JOIN older ON a.id = older.renews_application_id),
                newer AS (
                  SELECT id FROM portal.application WHERE id = $1
                  UNION SELECT a.id FROM portal.application a JOIN newer ON a.renews_application_id = newer.id)
                SELECT id, status, submitted_at, valid_until FROM portal.application
                WHERE id IN (SELECT id FROM older UNION SELECT id FROM newer) ORDER BY submitted_at, id
                """,
                Tuple.of(id),
                row -> new Link(
                        row.getString("id"),
                        RecognitionStatus.valueOf(row.getString("status")),
                        RecognitionQueries.day(row.getOffsetDateTime("submitted_at")),
                        row.getLocalDate("valid_until")));
    }

    record Appeal(
            String against,
            LocalDate receivedOn,
            @Nullable Boolean admissible,
            @Nullable String outcome,
            @Nullable LocalDate decidedOn) {}

    static Future<List<Appeal>> appeals(SqlClient client, String id) {
        return list(
                client,
                """
                SELECT against, received_on, admissible, outcome, decided_on FROM portal.appeal
                WHERE application_id = $1 ORDER BY received_on
                """,
                Tuple.of(id),
                row -> new Appeal(
                        row.getString("against"),
                        row.getLocalDate("received_on"),
                        row.getBoolean("admissible"),
                        row.getString("outcome"),
                        row.getLocalDate("decided_on")));
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> map) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            List<T> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(map.apply(row)));
            return found;
        });
    }
}
