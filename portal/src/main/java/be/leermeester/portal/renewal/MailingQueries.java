package be.leermeester.portal.renewal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Whom the quarterly mailing asks, and of whom it was asked already: once for each end of a recognition.
final class MailingQueries {

    private static final String NOT_RENEWED = """
            a.status = 'APPROVED' AND NOT EXISTS (
              SELECT FROM portal.application later WHERE later.renews_application_id = a.id
                AND later.status NOT IN ('REJECTED', 'CANCELLED'))""";
    /// `$1` and `$2`: the quarter that is asked about for the first time.
    private static final String TO_ASK = NOT_RENEWED + """
             AND a.valid_until >= $1 AND a.valid_until < $2
             AND NOT EXISTS (SELECT FROM portal.renewal r WHERE r.application_id = a.id AND r.ends_on = a.valid_until)""";
    /// `$3` up to `$1`: the quarter that is reminded of. Who said not to renew is called, not reminded.
    private static final String TO_REMIND = NOT_RENEWED + """
             AND a.valid_until >= $3 AND a.valid_until < $1
             AND NOT EXISTS (SELECT FROM portal.renewal r WHERE r.application_id = a.id AND r.ends_on = a.valid_until
                               AND (r.reminded_on IS NOT NULL OR r.answer = 'NOT_RENEW'))""";

    private MailingQueries() {}

    private static Tuple quarters(Quarter quarter) {
        return Tuple.of(
                quarter.asks().first(),
                quarter.asks().next().first(),
                quarter.reminds().first());
    }

    /// Whose recognitions are asked about or reminded of in this quarter, and were not yet.
    static Future<List<String>> companies(SqlClient client, Quarter quarter) {
        return client.preparedQuery("""
                        SELECT DISTINCT e.enterprise_number FROM portal.application a
                        JOIN portal.establishment e USING (establishment_number)
                        WHERE (""" + TO_ASK + ") OR (" + TO_REMIND + ") ORDER BY 1")
                .execute(quarters(quarter))
                .map(rows -> {
                    List<String> found = new ArrayList<>();
                    rows.forEach(row -> found.add(row.getString(0)));
                    return found;
                });
    }

    /// How many of each are to come, by partnership code.
    record Count(String partnership, long asked, long reminded) {}

    static Future<List<Count>> counts(SqlClient client, Quarter quarter) {
        return client.preparedQuery("SELECT a.partnership_code, count(*) FILTER (WHERE a.valid_until >= $1), "
                        + "count(*) FILTER (WHERE a.valid_until < $1) FROM portal.application a WHERE (" + TO_ASK
                        + ") OR (" + TO_REMIND + ") GROUP BY 1 ORDER BY 1")
                .execute(quarters(quarter))
                .map(rows -> {
                    List<Count> found = new ArrayList<>();
                    rows.forEach(row -> found.add(new Count(row.getString(0), row.getLong(1), row.getLong(2))));
                    return found;
                });
    }

    /// Writes down that a company is asked and reminded; answers the ids of the recognitions for which nobody was yet.
    static List<String> mark(SqlConnection connection, String enterprise, Quarter quarter, LocalDate day) {
        List<String> marked = new ArrayList<>();
        connection
                .preparedQuery("""
                        INSERT INTO portal.renewal AS known (application_id, ends_on, asked_on, reminded_on)
                        SELECT a.id, a.valid_until, $4, CASE WHEN a.valid_until < $1 THEN $4::date END
                        FROM portal.application a JOIN portal.establishment e USING (establishment_number)
                        WHERE e.enterprise_number = $5 AND ((""" + TO_ASK + ") OR (" + TO_REMIND + """
                        ))
                        ON CONFLICT (application_id, ends_on) DO UPDATE SET reminded_on = excluded.reminded_on
                          WHERE known.reminded_on IS NULL AND excluded.reminded_on IS NOT NULL
                        RETURNING application_id
                        """)
                .execute(quarters(quarter).addLocalDate(day).addString(enterprise))
                .await()
                .forEach(row -> marked.add(row.getString(0)));
        return marked;
    }
}
