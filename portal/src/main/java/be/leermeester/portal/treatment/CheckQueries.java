package be.leermeester.portal.treatment;

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

/// What stands on the check list of a dossier, and what a handler looks at for it.
final class CheckQueries {

    private CheckQueries() {}

    /// @param personId `""` for a criterion of the company
    /// @param datedOn the day of the paper that was seen
    record Check(
            Criterion criterion,
            String personId,
            boolean met,
            String remark,
            @Nullable LocalDate datedOn,
            Instant at,
            String by) {}

    static Future<List<Check>> checks(SqlClient client, String id) {
        return Lists.of(
                client,
                """
                SELECT k.criterion, k.person_id, k.met, k.remark, k.dated_on, k.checked_at,
                       coalesce(nullif(concat_ws(' ', w.first_name, w.last_name), ''), k.checked_by) AS by
                FROM portal.criterion_check k LEFT JOIN kernel.person w ON w.id = k.checked_by
                WHERE k.application_id = $1
                """,
                Tuple.of(id),
                row -> new Check(
                        Criterion.valueOf(row.getString("criterion")),
                        row.getString("person_id"),
                        row.getBoolean("met"),
                        row.getString("remark"),
                        row.getLocalDate("dated_on"),
                        row.getOffsetDateTime("checked_at").toInstant(),
                        row.getString("by")));
    }

    /// Here `by` is a person's id.
    static void tick(SqlConnection connection, String id, Check check) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.criterion_check
                          (application_id, criterion, person_id, met, remark, dated_on, checked_at, checked_by)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                        ON CONFLICT (application_id, criterion, person_id) DO UPDATE SET met = EXCLUDED.met,
                          remark = EXCLUDED.remark, dated_on = EXCLUDED.dated_on, checked_at = EXCLUDED.checked_at,
                          checked_by = EXCLUDED.checked_by
                        """)
                .execute(Tuple.of(id, check.criterion().name(), check.personId(), check.met(), check.remark())
                        .addLocalDate(check.datedOn())
                        .addOffsetDateTime(DeedQueries.utc(check.at()))
                        .addString(check.by()))
                .await();
    }

    /// @param minimumAge without, and `loweredAge` with proof of prior training
    /// @param practice in years
    record Policy(int minimumAge, int loweredAge, int practice) {}

    static Future<Policy> policy(SqlClient client, String partnership, LocalDate day) {
        return client.preparedQuery("""
                        SELECT minimum_age, lowered_age, minimum_practice FROM portal.partnership_policy
                        WHERE partnership_code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
                        ORDER BY valid_from DESC LIMIT 1
                        """).execute(Tuple.of(partnership, day)).map(rows -> {
            for (var row : rows) {
                return new Policy(row.getInteger(0), row.getInteger(1), row.getInteger(2));
            }
            return new Policy(25, 23, 5);
        });
    }

    /// @param employees null where the register does not say
    record Register(
            String jointCommittee,
            @Nullable Integer employees,
            @Nullable LocalDate companyCeasedOn,
            @Nullable LocalDate establishmentCeasedOn) {}

    static Future<Register> register(SqlClient client, String establishment) {
        return client.preparedQuery("""
                        SELECT c.joint_committee, c.employees, c.ceased_on, e.ceased_on AS closed_on
                        FROM portal.establishment e JOIN portal.company c USING (enterprise_number)
                        WHERE e.establishment_number = $1
                        """).execute(Tuple.of(establishment)).map(rows -> {
            var row = rows.iterator().next();
            return new Register(
                    row.getString("joint_committee"),
                    row.getInteger("employees"),
                    row.getLocalDate("ceased_on"),
                    row.getLocalDate("closed_on"));
        });
    }

    /// @param personId the mentor by whom it was found, `""` for the company's own dossiers
    record Earlier(
            String personId,
            String id,
            String programme,
            String company,
            RecognitionStatus status,
            LocalDate submittedOn,
            String partnershipCode,
            String partnership) {}

    /// All other dossiers of the company and of each mentor, the newest first.
    static Future<List<Earlier>> earlier(SqlClient client, Treated dossier) {
        return Lists.of(
                client,
                """
                SELECT f.person_id, a.id, g.name AS programme, c.name AS company, a.status,
                       (a.submitted_at AT TIME ZONE 'Europe/Brussels')::date AS submitted_on,
                       a.partnership_code, p.name AS partnership
                FROM (
                  SELECT '' AS person_id, b.id FROM portal.application b JOIN portal.establishment USING (establishment_number)
                  WHERE enterprise_number = $2
                  UNION ALL
                  SELECT m.person_id, o.application_id FROM learning.mentor_application m
                  JOIN learning.mentor_application o ON o.person_id = m.person_id
                  WHERE m.application_id = $1) f
                JOIN portal.application a ON a.id = f.id
                JOIN portal.programme g ON g.code = a.programme_code
                JOIN portal.partnership p ON p.code = a.partnership_code
                JOIN portal.establishment e ON e.establishment_number = a.establishment_number
                JOIN portal.company c ON c.enterprise_number = e.enterprise_number
                WHERE a.id <> $1 ORDER BY a.submitted_at DESC LIMIT 500
                """,
                Tuple.of(dossier.id(), dossier.company().number()),
                row -> new Earlier(
                        row.getString("person_id"),
                        row.getString("id"),
                        row.getString("programme"),
                        row.getString("company"),
                        RecognitionStatus.valueOf(row.getString("status")),
                        row.getLocalDate("submitted_on"),
                        row.getString("partnership_code"),
                        row.getString("partnership")));
    }

    /// @param person whose paper it is; `""` for the company's
    /// @param removed whether only the fact that it was seen is left
    record Document(String id, String kind, String name, String person, LocalDate uploadedOn, boolean removed) {}

    static Future<List<Document>> documents(SqlClient client, String id) {
        return Lists.of(
                client,
                """
                SELECT d.id, d.kind, d.name, concat_ws(' ', w.first_name, w.last_name) AS person,
                       (d.uploaded_at AT TIME ZONE 'Europe/Brussels')::date AS uploaded_on,
                       d.removed_at IS NOT NULL AS removed
                FROM portal.application_document d LEFT JOIN kernel.person w ON w.id = d.person_id
                WHERE d.application_id = $1 ORDER BY d.uploaded_at, d.id
                """,
                Tuple.of(id),
                row -> new Document(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("person"),
                        row.getLocalDate("uploaded_on"),
                        row.getBoolean("removed")));
    }
}
