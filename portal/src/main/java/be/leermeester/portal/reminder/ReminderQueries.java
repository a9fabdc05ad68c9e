package be.leermeester.portal.reminder;

import be.leermeester.portal.mail.Addressee;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a day's reminders are for, and whom they told.
final class ReminderQueries {

    /// A reminder with all moments of its partnership, the later ones of which may stand in for it.
    record Due(Reminder reminder, List<Integer> moments) {}

    /// Somebody of a company where the mentor is one.
    record Contact(String personId, String partnership, String enterprise, String company, Addressee to) {}

    private static final String STANDS = "o.status = 'TO_FOLLOW' AND NOT o.under_review";

    /// `$1` the day. The moments are those of the rule that holds on it, 6 and 3 months where none does. What an import
    /// left behind is an administrator's choice (9.13).
    private static final String DUE = """
            FROM (SELECT p.code, p.name, coalesce(r.reminder_months, '{6,3}') AS moments FROM portal.partnership p
                  LEFT JOIN learning.training_rule r ON r.partnership_code = p.code
                    AND $1 BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')) rule
            CROSS JOIN LATERAL (SELECT DISTINCT unnest(rule.moments) AS months) m
            JOIN learning.obligation o ON o.partnership_code = rule.code AND\s""" + STANDS + """

             AND o.due_on >= ($1::date + make_interval(months => m.months))::date
             AND o.due_on <= ($1::date + make_interval(months => m.months))::date + 3
             AND (o.due_on - make_interval(months => m.months))::date = $1
            WHERE NOT EXISTS (
              SELECT FROM portal.application a JOIN portal.arrears_window w ON $1 > w.after AND $1 <= w.until
              WHERE a.id = o.first_application_id AND a.filed_by IS NULL)
            """;

    private static final String NOT_DECIDED = """
             AND NOT EXISTS (SELECT FROM portal.reminder known WHERE known.person_id = o.person_id
               AND known.partnership_code = o.partnership_code AND known.due_on = o.due_on AND known.months = m.months)
            """;

    private ReminderQueries() {}

    /// All that fall on a day, told already or not.
    static Future<List<Due>> due(SqlClient client, LocalDate day) {
        return client.preparedQuery("""
                        SELECT p.id, p.first_name, p.last_name, coalesce(p.email, '') AS email, p.language,
                               rule.code, rule.name, rule.moments, m.months, o.due_on,
                               coalesce(o.first_approved_on, o.due_on) AS approved_on, coalesce(o.term_months, 0) AS term,
                               o.extension_months + o.single_months AS more
                        """
                        + DUE.replace(
                                "WHERE NOT EXISTS", "JOIN kernel.person p ON p.id = o.person_id\nWHERE NOT EXISTS")
                        + " ORDER BY p.id, rule.code, m.months")
                .execute(Tuple.of(day))
                .map(rows -> {
                    List<Due> found = new ArrayList<>();
                    rows.forEach(row -> found.add(due(row)));
                    return found;
                });
    }

    private static Due due(Row row) {
        Addressee mentor = new Addressee(
                row.getString("id"),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("email"),
                row.getString("language"));
        Reminder reminder = new Reminder(
                mentor,
                row.getString("code"),
                row.getString("name"),
                row.getLocalDate("due_on"),
                row.getInteger("months"),
                row.getLocalDate("approved_on"),
                row.getInteger("term"),
                row.getInteger("more"));
        return new Due(reminder, Arrays.asList(row.getArrayOfIntegers("moments")));
    }

    /// How many fall on a day and are not decided about yet, by partnership code.
    static Future<java.util.Map<String, Long>> open(SqlClient client, LocalDate day) {
        return client.preparedQuery("SELECT rule.code, count(*) " + DUE + NOT_DECIDED + " GROUP BY 1 ORDER BY 1")
                .execute(Tuple.of(day))
                .map(rows -> {
                    java.util.Map<String, Long> counts = new java.util.LinkedHashMap<>();
                    rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
                    return counts;
                });
    }

    /// Everybody with an address at the companies where these persons are mentor now.
    static Future<List<Contact>> contacts(SqlClient client, List<String> mentors) {
        return client.preparedQuery("""
                        SELECT DISTINCT ma.person_id AS mentor, ma.partnership_code, c.enterprise_number, c.name,
                               w.id, w.first_name, w.last_name, w.email, w.language
                        FROM learning.mentor_application ma
                        JOIN portal.application a ON a.id = ma.application_id AND a.status = 'APPROVED'
                        JOIN portal.establishment e USING (establishment_number)
                        JOIN portal.company c USING (enterprise_number)
                        JOIN kernel.person_role r ON r.role = 'COMPANY' AND r.scope = c.enterprise_number
                        JOIN kernel.person w ON w.id = r.person_id AND coalesce(w.email, '') <> ''
                        WHERE ma.person_id = ANY ($1) AND ma.decision = 'APPROVED' AND NOT EXISTS (
                          SELECT FROM learning.struck_mentor s
                          WHERE s.application_id = ma.application_id AND s.person_id = ma.person_id)
                        ORDER BY w.id, c.enterprise_number, mentor
                        """)
                .execute(Tuple.of(mentors.toArray(String[]::new)))
                .map(rows -> {
                    List<Contact> found = new ArrayList<>();
                    for (Row row : rows) {
                        found.add(new Contact(
                                row.getString("mentor"),
                                row.getString("partnership_code"),
                                row.getString("enterprise_number"),
                                row.getString("name"),
                                new Addressee(
                                        row.getString("id"),
                                        row.getString("first_name") + " " + row.getString("last_name"),
                                        row.getString("email"),
                                        row.getString("language"))));
                    }
                    return found;
                });
    }

    private static Tuple key(Reminder reminder) {
        return Tuple.of(reminder.mentor().personId(), reminder.partnership(), reminder.dueOn(), reminder.months());
    }

    /// Decides about one, unless that was done or the obligation is met, under review or moved meanwhile; false where
    /// nobody is to be told.
    static boolean decide(SqlConnection connection, Reminder reminder, LocalDate moment, String way, Instant now) {
        Tuple values = key(reminder)
                .addLocalDate(moment)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addString(way);
        connection.preparedQuery("""
                        INSERT INTO portal.reminder (person_id, partnership_code, due_on, months, moment, decided_at, way)
                        SELECT o.person_id, o.partnership_code, o.due_on, $4, $5, $6, $7 FROM learning.obligation o
                        WHERE o.person_id = $1 AND o.partnership_code = $2 AND o.due_on = $3 AND\s""" + STANDS + """

                        ON CONFLICT DO NOTHING
                        """).execute(values).await();
        return connection
                        .preparedQuery("""
                                SELECT FROM portal.reminder r JOIN learning.obligation o USING (person_id, partnership_code, due_on)
                                WHERE r.person_id = $1 AND r.partnership_code = $2 AND r.due_on = $3 AND r.months = $4
                                  AND r.way <> 'PASSED' AND\s""" + STANDS)
                        .execute(key(reminder))
                        .await()
                        .size()
                == 1;
    }

    /// False where this receiver was told of it before.
    ///
    /// @param enterprise null where it is told to the mentor
    static boolean tell(
            SqlConnection connection,
            Reminder reminder,
            String receiverId,
            @Nullable String enterprise,
            String mailKey) {
        return connection
                        .preparedQuery("""
                                INSERT INTO portal.reminder_mail
                                  (person_id, partnership_code, due_on, months, receiver_id, enterprise_number, mail_key)
                                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
                                """)
                        .execute(key(reminder)
                                .addString(receiverId)
                                .addString(enterprise)
                                .addString(mailKey))
                        .await()
                        .rowCount()
                == 1;
    }

    /// Whether anything that a mail in the queue tells still holds.
    static Future<Boolean> stillStands(SqlClient client, String mailKey) {
        return client.preparedQuery("""
                        SELECT FROM portal.reminder_mail t
                        JOIN learning.obligation o USING (person_id, partnership_code, due_on)
                        WHERE t.mail_key = $1 AND\s""" + STANDS + " LIMIT 1")
                .execute(Tuple.of(mailKey))
                .map(rows -> rows.size() == 1);
    }

    /// Keeps the link by which the mentor says that something is wrong.
    static void keepLink(SqlConnection connection, byte[] hash, String personId, Instant now, Instant until) {
        connection
                .preparedQuery("INSERT INTO portal.reminder_link (code_hash, person_id, made_at, expires_at)"
                        + " VALUES ($1, $2, $3, $4)")
                .execute(Tuple.of(
                        io.vertx.core.buffer.Buffer.buffer(hash),
                        personId,
                        now.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC)))
                .await();
    }
}
