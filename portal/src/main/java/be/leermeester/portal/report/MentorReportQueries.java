package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/// Counts of mentors and of their training.
final class MentorReportQueries {

    // The row of a mentor application holds its latest state: where it was decided after the reference date it was
    // known before all the same. The obligation began on 1 September 2019 (domain.md section 3).
    private static final String NAMED = """
            named AS (
                SELECT m.person_id, m.partnership_code, width_bucket(m.submitted_at, $2) AS year,
                    bool_or(m.decision = 'APPROVED' AND m.decided_at < $1) AS approved
                FROM learning.mentor_application m
                WHERE m.submitted_at < $1 AND m.submitted_at >= ($2::timestamptz[])[1]
                    AND m.submitted_at < ($2::timestamptz[])[cardinality($2::timestamptz[])]
                    AND m.submitted_at >= TIMESTAMPTZ '2019-09-01 00:00 Europe/Brussels'
                    AND (m.recorded_at < $1 OR m.decided_at >= $1)
                    AND ($3::text IS NULL OR m.partnership_code = $3)
                GROUP BY 1, 2, 3
            )""";

    private static final String STATUS = """
            CASE coalesce(t.status, CASE WHEN approved THEN 'TO_FOLLOW' ELSE 'NOT_HANDLED' END)
                WHEN 'FOLLOWED_SECTOR' THEN 'followed_at_sector'
                WHEN 'FOLLOWED_ELSEWHERE' THEN 'followed_elsewhere'
                WHEN 'EXEMPT' THEN lower(coalesce(t.exemption_ground, 'OTHER'))
                WHEN 'NOT_FOLLOWED' THEN 'not_followed'
                WHEN 'TO_FOLLOW' THEN 'to_follow'
                WHEN 'NOT_HANDLED' THEN 'not_handled'
                WHEN 'DISCONTINUED' THEN 'follow_up_stopped' END""";

    // Training accepted after the deadline had passed undoes that it was not followed.
    private static final String STANDS = """
            AND NOT (t.status = 'NOT_FOLLOWED' AND EXISTS (
                SELECT FROM learning.mentor_training f
                WHERE f.person_id = t.person_id AND f.partnership_code = t.partnership_code
                    AND f.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE')
                    AND f.recorded_at > t.recorded_at AND f.recorded_at < $1
            ))""";

    private static final String BY_TRAINING_STATUS = "WITH " + NAMED + """
            , person AS (
                SELECT person_id, year, bool_or(approved) AS approved FROM named GROUP BY 1, 2
            ), stood AS (
                SELECT person_id, year,\s""" + STATUS + """
                 AS status
                FROM person p
                LEFT JOIN LATERAL (
                    SELECT status, exemption_ground FROM learning.mentor_training t
                    WHERE t.person_id = p.person_id AND t.recorded_at < $1
                        AND t.since < ($1 AT TIME ZONE 'Europe/Brussels')::date\s""" + STANDS + """

                    ORDER BY t.since DESC, t.recorded_at DESC LIMIT 1
                ) t ON true
            )
            SELECT shown.status_code, ($4::text[])[year] AS school_year, count(*) AS n_unique_mentors
            FROM stood
            CROSS JOIN LATERAL (VALUES (status), ('total'), (CASE
                WHEN status IN ('followed_at_sector', 'followed_elsewhere') THEN 'followed_all'
                WHEN status NOT IN ('not_followed', 'to_follow', 'not_handled', 'follow_up_stopped') THEN 'exempted_all'
                END)) AS shown (status_code)
            WHERE shown.status_code IS NOT NULL
            GROUP BY 1, 2
            """;

    // A status under the partnership itself comes before one under another.
    private static final String BY_PARTNERSHIP = "WITH " + NAMED + """
            , stood AS (
                SELECT person_id, partnership_code,\s""" + STATUS + """
                 AS status
                FROM named n
                LEFT JOIN LATERAL (
                    SELECT status, exemption_ground FROM learning.mentor_training t
                    WHERE t.person_id = n.person_id AND t.recorded_at < $1
                        AND t.since < ($1 AT TIME ZONE 'Europe/Brussels')::date\s""" + STANDS + """

                    ORDER BY t.partnership_code = n.partnership_code DESC, t.since DESC, t.recorded_at DESC LIMIT 1
                ) t ON true
            )
            SELECT p.partnership_code, s.status_code, count(DISTINCT person_id COLLATE "C") AS n_unique_mentors
            FROM stood
            CROSS JOIN LATERAL (VALUES (stood.partnership_code), ('grand_total')) AS p (partnership_code)
            CROSS JOIN LATERAL (VALUES (status), ('total')) AS s (status_code)
            WHERE status NOT IN ('not_handled', 'follow_up_stopped')
            GROUP BY 1, 2
            """;

    private MentorReportQueries() {}

    /// By `status_code` and `school_year`, the period and the one before it.
    static Future<RowSet<Row>> byTrainingStatus(SqlClient reads, Question question) {
        Years years = new Years(question.period().last(2));
        return reads.preparedQuery(BY_TRAINING_STATUS)
                .execute(Tuple.of(question.moment(), years.begins(), question.partnership(), years.codes()));
    }

    /// Mentors of the period by `partnership_code` and `status_code`.
    static Future<RowSet<Row>> byPartnership(SqlClient reads, Question question) {
        Years period = new Years(List.of(question.period()));
        return reads.preparedQuery(BY_PARTNERSHIP)
                .execute(Tuple.of(question.moment(), period.begins(), question.partnership()));
    }
}
