package be.leermeester.portal.report;

import be.leermeester.learning.deadline.Flag;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headline figures of today, from what is kept for lists.
final class MonitorQueries {

    // As TrainingObligation.flag decides, evidence under review apart.
    private static final String NOW = """
            SELECT
                (SELECT count(*) FROM portal.application WHERE status = 'APPROVED') AS recognitions,
                (SELECT count(*) FROM portal.application
                    WHERE status IN ('SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD')) AS open,
                (SELECT min((submitted_at AT TIME ZONE 'Europe/Brussels')::date) FROM portal.application
                    WHERE status IN ('SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD')) AS oldest,
                (SELECT count(*) FROM portal.agreement
                    WHERE starts_on <= $1 AND coalesce(ended_on, ends_on) >= $1 AND cancelled_at IS NULL) AS running
            """;

    private static final String FLAGS = """
            SELECT CASE
                    WHEN o.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT') THEN 'GREEN'
                    WHEN o.under_review AND o.status = 'TO_FOLLOW' THEN 'CHECKING'
                    WHEN o.status = 'NOT_FOLLOWED' OR o.due_on < $1 THEN 'OVERDUE'
                    WHEN $1 >= o.due_on - make_interval(months => r.red_months) THEN 'RED'
                    WHEN $1 >= o.due_on - make_interval(months => r.amber_months) THEN 'AMBER'
                    ELSE 'GREEN' END AS flag,
                count(*) AS mentors
            FROM learning.obligation o
            JOIN learning.training_rule r ON r.partnership_code = o.partnership_code
                AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1)
            WHERE o.status NOT IN ('NOT_HANDLED', 'DISCONTINUED') AND o.due_on IS NOT NULL
            GROUP BY 1
            """;

    private MonitorQueries() {}

    /// @param oldest the day on which the longest open dossier was filed
    record Now(long recognitions, long open, @Nullable LocalDate oldest, long running) {}

    static Future<Now> now(SqlClient reads, LocalDate today) {
        return reads.preparedQuery(NOW).execute(Tuple.of(today)).map(rows -> {
            Row row = rows.iterator().next();
            return new Now(
                    row.getLong("recognitions"),
                    row.getLong("open"),
                    row.getLocalDate("oldest"),
                    row.getLong("running"));
        });
    }

    /// Mentors with a training obligation per partnership, by flag, the most urgent first; all flags, also those of
    /// none.
    static Future<Map<Flag, Long>> flags(SqlClient reads, LocalDate today) {
        return reads.preparedQuery(FLAGS).execute(Tuple.of(today)).map(rows -> {
            Map<Flag, Long> flags = new EnumMap<>(Flag.class);
            for (Flag flag : new Flag[] {Flag.OVERDUE, Flag.RED, Flag.AMBER, Flag.GREEN}) {
                flags.put(flag, 0L);
            }
            rows.forEach(row -> flags.put(Flag.valueOf(row.getString("flag")), row.getLong("mentors")));
            return flags;
        });
    }
}
