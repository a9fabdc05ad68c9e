package be.leermeester.portal.reminder;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What follows a reminder.
final class LadderQueries {

    record NewStep(String id, Ladder.Case of, String kind, String by, String remark) {}

    private LadderQueries() {}

    /// False where a step that is taken once was taken before.
    static boolean step(SqlConnection connection, NewStep step, Instant now) {
        return connection
                        .preparedQuery("""
                                INSERT INTO portal.reminder_step
                                  (id, person_id, partnership_code, due_on, kind, happened_at, by_whom, remark)
                                VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
                                """)
                        .execute(Tuple.of(
                                        step.id(),
                                        step.of().personId(),
                                        step.of().partnership())
                                .addLocalDate(step.of().dueOn())
                                .addString(step.kind())
                                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                                .addString(step.by())
                                .addString(step.remark()))
                        .await()
                        .rowCount()
                == 1;
    }

    // One company where the person is mentor: whom to call.
    private static final String OPEN_CASE = """
            SELECT o.person_id, o.partnership_code, o.due_on,
                   (SELECT min(e.enterprise_number) FROM learning.mentor_application ma
                     JOIN portal.application a ON a.id = ma.application_id AND a.status = 'APPROVED'
                     JOIN portal.establishment e USING (establishment_number)
                     WHERE ma.person_id = o.person_id AND ma.partnership_code = o.partnership_code) AS enterprise
            FROM portal.reminder r
            JOIN learning.obligation o ON o.person_id = r.person_id AND o.partnership_code = r.partnership_code
              AND o.due_on = r.due_on AND o.status = 'TO_FOLLOW' AND NOT o.under_review
            JOIN portal.ladder_rule l ON l.partnership_code = r.partnership_code
            WHERE r.way = 'MAILED' AND NOT EXISTS (
                SELECT FROM portal.reminder_step s WHERE s.person_id = r.person_id
                  AND s.partnership_code = r.partnership_code AND s.due_on = r.due_on AND s.kind = '%s')
            """;

    /// Whom to call by a day: reminded so long ago, without result.
    static Future<List<Ladder.Case>> toCall(SqlClient client, LocalDate day) {
        return cases(client, day, OPEN_CASE.formatted("CALL_ASKED") + """
                  AND (r.decided_at AT TIME ZONE 'Europe/Brussels')::date + l.call_after_days <= $1
                  AND o.due_on >= $1
                """);
    }

    /// To whom to write by a day: so long after the last reminder, without result.
    static Future<List<Ladder.Case>> toWrite(SqlClient client, LocalDate day) {
        return cases(client, day, OPEN_CASE.formatted("LETTER_ASKED") + """
                  AND (r.decided_at AT TIME ZONE 'Europe/Brussels')::date + l.letter_after_days <= $1
                  AND o.due_on >= $1
                  AND r.months = coalesce((SELECT min(m) FROM learning.training_rule t, unnest(t.reminder_months) m
                      WHERE t.partnership_code = r.partnership_code
                        AND $1 BETWEEN t.valid_from AND coalesce(t.valid_to, 'infinity')), 3)
                """);
    }

    /// Of whom a mail told that could not reach its receiver; the contact of a company counts for each mentor in it.
    static Future<List<Ladder.Case>> refused(SqlClient client, String mailId) {
        return cases(client, mailId, """
                SELECT t.person_id, t.partnership_code, t.due_on, t.enterprise_number AS enterprise
                FROM portal.reminder_mail t JOIN kernel.mail m ON m.unique_key = t.mail_key WHERE m.id = $1
                """);
    }

    private static Future<List<Ladder.Case>> cases(SqlClient client, Object value, String sql) {
        return client.preparedQuery(sql).execute(Tuple.of(value)).map(rows -> {
            List<Ladder.Case> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Ladder.Case(
                    row.getString("person_id"),
                    row.getString("partnership_code"),
                    row.getLocalDate("due_on"),
                    row.getString("enterprise"))));
            return found.stream().distinct().toList();
        });
    }
}
