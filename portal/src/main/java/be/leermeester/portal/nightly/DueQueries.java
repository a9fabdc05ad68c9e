package be.leermeester.portal.nightly;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What falls due: one condition for looking ahead and for doing it.
final class DueQueries {

    /// Where the work goes on: after this moment and dossier.
    record Mark(LocalDate on, String dossier) {
        static final Mark START = new Mark(LocalDate.of(1900, 1, 1), "");
    }

    // An imported dossier knows nobody who filed it here; what fell due between the state of its import and the import
    // waits for an administrator.
    private static final String BEHIND = """
            (a.filed_by IS NULL AND EXISTS (
               SELECT FROM portal.arrears_window w WHERE %1$s > w.after AND %1$s <= w.until))""";

    private DueQueries() {}

    private static String where(Rule rule, Span span) {
        String behind = BEHIND.formatted(rule.moment());
        String which = span.arrears() != null
                ? behind + " AND a.partnership_code = $4"
                : (rule.waitsAfterImport() ? "NOT " + behind : "true") + " AND $4::text IS NULL";
        return rule.condition() + " AND " + rule.moment() + " <= $3 AND " + rule.moment()
                + " > coalesce($2, DATE '1900-01-01') AND $1::date IS NOT NULL AND " + which;
    }

    // Every parameter is named once more than it may be needed, so that its type is known.
    private static Tuple values(Span span) {
        return Tuple.tuple()
                .addLocalDate(span.lookingOn())
                .addLocalDate(span.after())
                .addLocalDate(span.until())
                .addString(span.arrears());
    }

    /// In the order in which it will be done.
    static Future<List<Due>> list(SqlClient client, Rule rule, Span span, int most) {
        return client.preparedQuery("SELECT " + rule.moment() + """
                         AS due_on, a.id, a.partnership_code, a.handler_id, e.enterprise_number, c.name AS company,
                         p.name AS programme
                        FROM portal.application a
                        JOIN portal.establishment e USING (establishment_number)
                        JOIN portal.company c USING (enterprise_number)
                        JOIN portal.programme p ON p.code = a.programme_code
                        WHERE\s""" + where(rule, span) + " ORDER BY 1, a.id LIMIT $5")
                .execute(values(span).addInteger(most))
                .map(rows -> {
                    List<Due> found = new ArrayList<>();
                    rows.forEach(row -> found.add(due(row)));
                    return found;
                });
    }

    private static Due due(Row row) {
        return new Due(
                row.getLocalDate("due_on"),
                row.getString("id"),
                row.getString("partnership_code"),
                row.getString("enterprise_number"),
                row.getString("company"),
                row.getString("programme"),
                row.getString("handler_id"));
    }

    /// How many, by partnership code.
    static Future<Map<String, Long>> counts(SqlClient client, Rule rule, Span span) {
        return client.preparedQuery("SELECT a.partnership_code, count(*) FROM portal.application a WHERE "
                        + where(rule, span) + " GROUP BY 1 ORDER BY 1")
                .execute(values(span))
                .map(rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
                    return counts;
                });
    }

    /// What an import left behind in a partnership, unless an administrator left it so.
    record Behind(String partnership, long approvals, long escalations, long expiries) {}

    static Future<List<Behind>> behind(SqlClient client, LocalDate today) {
        String escalates = "portal.escalates(a.partnership_code, a.decide_by)";
        String undecided = "a.status IN ('SUBMITTED', 'IN_REVIEW') AND a.decide_by <= $1 AND "
                + BEHIND.formatted("a.decide_by") + " AND NOT (" + escalates + """
                 AND EXISTS (SELECT FROM portal.follow_up f WHERE f.application_id = a.id
                              AND f.kind = 'ESCALATION' AND f.due_on = a.decide_by))""";
        String ended = "a.status = 'APPROVED' AND a.valid_until <= $1 AND " + BEHIND.formatted("a.valid_until");
        return client.preparedQuery("SELECT partnership_code, sum(approved), sum(escalated), sum(expired) FROM ("
                        + "SELECT a.partnership_code, 1 - " + escalates + "::int AS approved, " + escalates
                        + "::int AS escalated, 0 AS expired FROM portal.application a WHERE " + undecided
                        + " UNION ALL SELECT a.partnership_code, 0, 0, 1 FROM portal.application a WHERE " + ended
                        + """
                        ) behind WHERE NOT EXISTS (SELECT FROM portal.arrears_choice c
                          WHERE c.partnership_code = behind.partnership_code AND c.choice = 'LEFT'
                            AND c.until >= (SELECT max(until) FROM portal.arrears_window))
                        GROUP BY 1 ORDER BY 1
                        """)
                .execute(Tuple.of(today))
                .map(rows -> {
                    List<Behind> found = new ArrayList<>();
                    rows.forEach(row ->
                            found.add(new Behind(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3))));
                    return found;
                });
    }

    /// The next ones, held until the transaction ends; those that somebody else holds are passed over.
    static List<Mark> lock(SqlConnection connection, Rule rule, Span span, Mark after, int most) {
        List<Mark> locked = new ArrayList<>();
        connection
                .preparedQuery("SELECT " + rule.moment() + " AS due_on, a.id FROM portal.application a WHERE "
                        + where(rule, span) + " AND (" + rule.moment()
                        + ", a.id) > ($5, $6) ORDER BY 1, 2 LIMIT $7 FOR NO KEY UPDATE OF a SKIP LOCKED")
                .execute(values(span)
                        .addLocalDate(after.on())
                        .addString(after.dossier())
                        .addInteger(most))
                .await()
                .forEach(row -> locked.add(new Mark(row.getLocalDate("due_on"), row.getString("id"))));
        return locked;
    }
}
