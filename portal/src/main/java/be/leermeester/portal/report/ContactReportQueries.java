package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;

/// Counts of what was done for an application, and of visits after recognition.
final class ContactReportQueries {

    private static final String KNOWN =
            "c.happened_on < ($1 AT TIME ZONE 'Europe/Brussels')::date AND c.recorded_at < $1";

    private static final String ACTIONS = """
            WITH submitted AS (
                SELECT id, partnership_code, establishment_number
                FROM portal.application
                WHERE submitted_at < $1 AND submitted_at >= $2 AND submitted_at < $3
                    AND ($4::text IS NULL OR partnership_code = $4)
            ), action AS (
                SELECT c.partnership_code, c.establishment_number, c.application_id,
                    CASE c.kind WHEN 'ADMINISTRATIVE_CHECK' THEN 'administrative_check'
                        WHEN 'SITE_VISIT' THEN 'physical_visit' WHEN 'VIRTUAL_VISIT' THEN 'virtual_visit'
                        ELSE 'contact' END AS action_code
                FROM portal.contact c
                WHERE c.purpose = 'ADMISSION' AND c.happened_on >= ($2 AT TIME ZONE 'Europe/Brussels')::date
                    AND c.kind IN ('ADMINISTRATIVE_CHECK', 'PHONE', 'MAIL', 'SITE_VISIT', 'VIRTUAL_VISIT') AND\s""" + KNOWN + """

            )
            SELECT s.partnership_code, a.action_code,
                count(DISTINCT s.establishment_number COLLATE "C") AS n_unique_establishments,
                count(DISTINCT s.id COLLATE "C") FILTER (WHERE a.application_id = s.id) AS n_applications
            FROM submitted s
            JOIN action a ON a.partnership_code = s.partnership_code
                AND a.establishment_number = s.establishment_number
            GROUP BY 1, 2
            UNION ALL
            SELECT partnership_code, 'submitted', count(DISTINCT establishment_number COLLATE "C"), count(*)
            FROM submitted GROUP BY 1
            """;

    // A visit for one application is after the decision on that one, also where it was a rejection; a visit to the
    // establishment as such after its first recognition under the partnership.
    private static final String VISITS = "WITH " + AsOn.FIRST_DECISION + """
            , decided AS (
                SELECT a.id, a.partnership_code, a.establishment_number, f.status,
                    (f.at AT TIME ZONE 'Europe/Brussels')::date AS decided_on
                FROM first_decision f
                JOIN portal.application a ON a.id = f.application_id
                WHERE f.at >= $2 AND f.at < $3 AND ($4::text IS NULL OR a.partnership_code = $4)
            ), place AS (
                SELECT partnership_code, establishment_number, min(decided_on) AS decided_on
                FROM decided WHERE status = 'APPROVED' GROUP BY 1, 2
            ), visit AS (
                SELECT d.partnership_code
                FROM decided d
                JOIN place p USING (partnership_code, establishment_number)
                JOIN portal.contact c ON c.application_id = d.id AND c.partnership_code = d.partnership_code
                WHERE c.kind = 'SITE_VISIT' AND c.happened_on > d.decided_on AND\s""" + KNOWN + """

                UNION ALL
                SELECT p.partnership_code
                FROM place p
                JOIN portal.contact c ON c.establishment_number = p.establishment_number
                    AND c.partnership_code = p.partnership_code AND c.application_id IS NULL
                WHERE c.kind = 'SITE_VISIT' AND c.happened_on > p.decided_on AND\s""" + KNOWN + """

            )
            SELECT p.partnership_code, count(DISTINCT establishment_number COLLATE "C") AS n_unique_establishments,
                0 AS n_physical_visits_after_recognition
            FROM place
            CROSS JOIN LATERAL (VALUES (place.partnership_code), (CASE WHEN place.partnership_code
                <> 'flemish_partnership' THEN 'sectoral_partnerships_total' END)) AS p (partnership_code)
            WHERE p.partnership_code IS NOT NULL
            GROUP BY 1
            UNION ALL
            SELECT p.partnership_code, 0, count(*)
            FROM visit
            CROSS JOIN LATERAL (VALUES (visit.partnership_code), (CASE WHEN visit.partnership_code
                <> 'flemish_partnership' THEN 'sectoral_partnerships_total' END)) AS p (partnership_code)
            WHERE p.partnership_code IS NOT NULL
            GROUP BY 1
            """;

    private ContactReportQueries() {}

    /// Applications of the period and what was done for them, by `partnership_code` and `action_code`.
    static Future<RowSet<Row>> actions(SqlClient reads, Question question) {
        return reads.preparedQuery(ACTIONS).execute(RecognitionReportQueries.ofPeriod(question));
    }

    /// Establishments first recognised in the period and visits to them since, by `partnership_code`.
    static Future<RowSet<Row>> visits(SqlClient reads, Question question) {
        return reads.preparedQuery(VISITS).execute(RecognitionReportQueries.ofPeriod(question));
    }
}
