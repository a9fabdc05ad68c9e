package be.leermeester.portal.evidence;

import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;

/// The numbers above the queue.
final class QueueQueries {

    private QueueQueries() {}

    /// @param waiting for a decision, exemptions included
    /// @param asked of which a better copy was asked
    /// @param median days that what waits has waited, of the middle one
    /// @param oldest days that the first one has waited
    record Numbers(long waiting, long asked, long training, long exemption, long median, long oldest) {}

    /// @param where `learning.evidence` is `e`
    static Future<Numbers> numbers(SqlClient client, Where where, LocalDate today) {
        String day = where.bind(today) + "::date";
        String sql = """
                SELECT count(*) FILTER (WHERE e.state = 'WAITING'), count(*) FILTER (WHERE e.state = 'COPY_ASKED'),
                       count(*) FILTER (WHERE e.state = 'WAITING' AND e.kind = 'TRAINING'),
                       count(*) FILTER (WHERE e.state = 'WAITING' AND e.kind = 'EXEMPTION'),
                       coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY d.days) FILTER (WHERE e.state = 'WAITING'), 0),
                       coalesce(max(d.days) FILTER (WHERE e.state = 'WAITING'), 0)
                FROM learning.evidence e
                CROSS JOIN LATERAL (SELECT (%s - (e.handed_in_at AT TIME ZONE 'Europe/Brussels')::date)::bigint AS days) d
                WHERE e.state IN ('WAITING', 'COPY_ASKED') AND\s""".formatted(day) + where.sql();
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            var row = rows.iterator().next();
            return new Numbers(
                    row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        });
    }
}
