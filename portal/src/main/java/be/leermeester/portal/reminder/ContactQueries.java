package be.leermeester.portal.reminder;

import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to reach a mentor, step by step.
final class ContactQueries {

    record Mentor(
            String id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String language) {}

    /// An obligation within reach of who asks.
    ///
    /// @param enterprise one of the companies where the person is mentor for it
    record Duty(
            String partnership,
            String partnershipName,
            String status,
            @Nullable LocalDate dueOn,
            boolean underReview,
            @Nullable String enterprise,
            @Nullable String company) {}

    /// @param kind `MAIL_SENT`, `MAIL_WAITING`, `MAIL_REFUSED`, `MAIL_WITHDRAWN`, `REMINDER_PASSED`,
    /// `REMINDER_NO_ADDRESS`, or that of a step
    /// @param whom who got the mail; `company` where it was told as a contact of that company
    /// @param by who took the step, null where the portal did
    record Step(
            OffsetDateTime at,
            String kind,
            String partnership,
            LocalDate dueOn,
            @Nullable Integer months,
            @Nullable String whom,
            @Nullable String address,
            @Nullable String company,
            @Nullable String by,
            String remark) {}

    private static final String MAILS = """
            SELECT coalesce(m.refused_at, m.sent_at, m.due_at) AS at,
                   CASE WHEN m.refused_at IS NOT NULL THEN 'MAIL_REFUSED' WHEN m.sent_at IS NOT NULL THEN 'MAIL_SENT'
                        WHEN m.withdrawn_at IS NOT NULL THEN 'MAIL_WITHDRAWN' ELSE 'MAIL_WAITING' END AS kind,
                   t.partnership_code, t.due_on, t.months, w.first_name || ' ' || w.last_name AS whom,
                   m.recipient AS address, c.name AS company, NULL AS by_whom, '' AS remark
            FROM portal.reminder_mail t JOIN kernel.mail m ON m.unique_key = t.mail_key
            JOIN kernel.person w ON w.id = t.receiver_id
            LEFT JOIN portal.company c ON c.enterprise_number = t.enterprise_number
            WHERE t.person_id = $1
            UNION ALL
            SELECT r.decided_at, 'REMINDER_' || r.way, r.partnership_code, r.due_on, r.months, NULL, NULL, NULL, NULL, ''
            FROM portal.reminder r WHERE r.person_id = $1 AND r.way <> 'MAILED'
            UNION ALL
            SELECT s.happened_at, s.kind, s.partnership_code, s.due_on, NULL, NULL, NULL, NULL,
                   w.first_name || ' ' || w.last_name, s.remark
            FROM portal.reminder_step s LEFT JOIN kernel.person w ON w.id = s.by_whom WHERE s.person_id = $1
            """;

    private ContactQueries() {}

    static Future<@Nullable Mentor> mentor(SqlClient client, String id) {
        return client.preparedQuery("SELECT id, first_name, last_name, email, phone, language FROM kernel.person"
                        + " WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Mentor(
                                id,
                                row.getString("first_name") + " " + row.getString("last_name"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getString("language"));
                    }
                    return null;
                });
    }

    static Future<List<Duty>> duties(SqlClient client, String id, Scope scope) {
        return client.preparedQuery("""
                        SELECT o.partnership_code, p.name, o.status, o.due_on, o.under_review, c.enterprise_number,
                               c.name AS company
                        FROM learning.obligation o JOIN portal.partnership p ON p.code = o.partnership_code
                        LEFT JOIN portal.company c ON c.enterprise_number = (
                          SELECT min(e.enterprise_number) FROM learning.mentor_application ma
                          JOIN portal.application a ON a.id = ma.application_id
                          JOIN portal.establishment e USING (establishment_number)
                          WHERE ma.person_id = o.person_id AND ma.partnership_code = o.partnership_code
                            AND ma.decision = 'APPROVED')
                        WHERE o.person_id = $1 AND ($2 OR o.partnership_code = ANY ($3))
                        ORDER BY o.due_on NULLS LAST, p.name
                        """)
                .execute(Tuple.of(id, scope.everything())
                        .addArrayOfString(scope.partnerships().toArray(String[]::new)))
                .map(rows -> {
                    List<Duty> found = new ArrayList<>();
                    rows.forEach(row -> found.add(new Duty(
                            row.getString("partnership_code"),
                            row.getString("name"),
                            row.getString("status"),
                            row.getLocalDate("due_on"),
                            row.getBoolean("under_review"),
                            row.getString("enterprise_number"),
                            row.getString("company"))));
                    return found;
                });
    }

    /// The latest first.
    ///
    /// @param partnerships null for all of them
    static Future<List<Step>> steps(SqlClient client, String id, @Nullable List<String> partnerships) {
        return client.preparedQuery("SELECT s.*, p.name AS partnership FROM (" + MAILS + """
                        ) s JOIN portal.partnership p ON p.code = s.partnership_code
                        WHERE $2::text[] IS NULL OR s.partnership_code = ANY ($2)
                        ORDER BY s.at DESC, s.kind LIMIT 300
                        """)
                .execute(Tuple.of(id)
                        .addArrayOfString(partnerships == null ? null : partnerships.toArray(String[]::new)))
                .map(rows -> {
                    List<Step> found = new ArrayList<>();
                    rows.forEach(row -> found.add(step(row)));
                    return found;
                });
    }

    private static Step step(Row row) {
        return new Step(
                row.getOffsetDateTime("at"),
                row.getString("kind"),
                row.getString("partnership"),
                row.getLocalDate("due_on"),
                row.getInteger("months"),
                row.getString("whom"),
                row.getString("address"),
                row.getString("company"),
                row.getString("by_whom"),
                row.getString("remark"));
    }

    /// What the portal asked for by it is done.
    static void close(
            SqlConnection connection, String kind, String partnership, String personId, String by, Instant now) {
        connection
                .preparedQuery("""
                        UPDATE portal.follow_up SET closed_at = $4, closed_by = $5, outcome = 'DONE'
                        WHERE kind = $1 AND partnership_code = $2 AND subject = $3 AND closed_at IS NULL
                        """)
                .execute(Tuple.of(kind, partnership, "person:" + personId, now.atOffset(ZoneOffset.UTC), by))
                .await();
    }
}
