package be.leermeester.portal.admin;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What the portal's jobs would have done between the state date of the last import and today, had they run then
/// (domain.md 9.13). With today at the state date there is nothing.
final class ArrearsQueries {

    /// Of one partnership.
    ///
    /// @param undecided dossiers whose fourteen days ended
    /// @param ended recognitions whose five years ended
    /// @param late mentors whose term ended with the training still to follow
    record Arrears(String code, String partnership, LocalDate stateDate, long undecided, long ended, long late) {}

    private ArrearsQueries() {}

    /// Nothing where nothing was imported, or nothing is behind.
    static Future<List<Arrears>> byPartnership(SqlClient db, LocalDate today) {
        return db.preparedQuery("""
                        WITH last AS (
                            SELECT coalesce(state_date, (started_at AT TIME ZONE 'Europe/Brussels')::date) AS day
                              FROM portal.import_run WHERE state = 'DONE' AND NOT dry_run
                             ORDER BY started_at DESC LIMIT 1),
                        until AS (SELECT coalesce(max(until), (SELECT day FROM last)) AS until FROM portal.arrears_window),
                        behind AS (
                            SELECT partnership_code,
                                   count(*) FILTER (WHERE status IN ('SUBMITTED', 'IN_REVIEW')
                                                      AND decide_by > day AND decide_by <= until) AS undecided,
                                   count(*) FILTER (WHERE status = 'APPROVED'
                                                      AND valid_until > day AND valid_until <= until) AS ended,
                                   0 AS late
                              FROM portal.application, last, until WHERE filed_by IS NULL GROUP BY partnership_code
                            UNION ALL
                            SELECT partnership_code, 0, 0,
                                   count(*) FILTER (WHERE status = 'TO_FOLLOW' AND due_on >= day AND due_on < $1)
                              FROM learning.obligation, last GROUP BY partnership_code)
                        SELECT p.code, p.name, last.day, sum(undecided)::bigint AS undecided, sum(ended)::bigint AS ended,
                               sum(late)::bigint AS late
                          FROM behind JOIN portal.partnership p ON p.code = behind.partnership_code, last
                         GROUP BY p.code, p.name, last.day HAVING sum(undecided + ended + late) > 0 ORDER BY p.name
                        """).execute(Tuple.of(today)).map(rows -> {
            List<Arrears> found = new ArrayList<>();
            for (Row row : rows) {
                found.add(new Arrears(
                        row.getString("code"),
                        row.getString("name"),
                        row.getLocalDate("day"),
                        row.getLong("undecided"),
                        row.getLong("ended"),
                        row.getLong("late")));
            }
            return found;
        });
    }
}
