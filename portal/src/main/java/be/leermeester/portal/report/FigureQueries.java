package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;

/// Single figures that the report prints in its sentences; each is a row with its `metric_code` and `n`.
final class FigureQueries {

    private static final String BY_SUBMITTER = """
            SELECT metric_code, count(*) AS n
            FROM portal.application
            CROSS JOIN LATERAL (VALUES
                (CASE submitted_by
                    WHEN 'TRAINING_PROVIDER' THEN 'n_mandate_training_provider'
                    WHEN 'SECTOR_CONSULTANT' THEN 'n_mandate_sector_consultant'
                    WHEN 'WORKPLACE_COUNSELLOR' THEN 'n_mandate_workplace_supervisor'
                    WHEN 'COMPANY' THEN 'n_without_mandate' END),
                (CASE WHEN submitted_by IN ('TRAINING_PROVIDER', 'SECTOR_CONSULTANT', 'WORKPLACE_COUNSELLOR')
                    THEN 'n_with_mandate' END),
                ('n_submitted')) AS metric (metric_code)
            WHERE submitted_at < $1 AND submitted_at >= $2 AND submitted_at < $3
                AND ($4::text IS NULL OR partnership_code = $4) AND metric_code IS NOT NULL
            GROUP BY 1
            """;

    private static final String RECOGNISED = "WITH " + AsOn.FIRST_DECISION + ", " + AsOn.STANDING + """
            , recognised AS (
                SELECT a.id, a.establishment_number, p.system = 'DUAL' AS dual, f.at >= $2 AND f.at < $3 AS of_period
                FROM first_decision f
                JOIN standing s ON s.application_id = f.application_id AND s.approved
                JOIN portal.application a ON a.id = f.application_id
                JOIN portal.programme p ON p.code = a.programme_code
                WHERE f.at < $3 AND ($4::text IS NULL OR a.partnership_code = $4)
            )
            """;

    private static final String BY_PROVINCE = RECOGNISED + """
            SELECT CASE e.province
                    WHEN 'Antwerpen' THEN 'n_approved_antwerp'
                    WHEN 'Brussels Hoofdstedelijk Gewest' THEN 'n_approved_brussels'
                    WHEN 'Limburg' THEN 'n_approved_limburg'
                    WHEN 'Oost-Vlaanderen' THEN 'n_approved_east_flanders'
                    WHEN 'Vlaams-Brabant' THEN 'n_approved_flemish_brabant'
                    WHEN 'West-Vlaanderen' THEN 'n_approved_west_flanders'
                    ELSE 'n_approved_elsewhere' END AS metric_code,
                count(*) AS n
            FROM recognised r
            JOIN portal.establishment e ON e.establishment_number = r.establishment_number
            WHERE r.of_period
            GROUP BY 1
            """;

    private static final String MENTORS = RECOGNISED + """
            SELECT 'n_unique_mentors' AS metric_code, count(DISTINCT m.person_id COLLATE "C") AS n
            FROM recognised r
            JOIN learning.mentor_application m ON m.application_id = r.id
            WHERE r.of_period AND\s""" + AsOn.MENTOR_HOLDS;

    private static final String REVOCATIONS = """
            SELECT CASE e.status WHEN 'CEASED' THEN 'n_discontinued' ELSE 'n_revoked' END AS metric_code, count(*) AS n
            FROM portal.application_event e
            JOIN portal.application a ON a.id = e.application_id
            WHERE e.status IN ('CEASED', 'REVOKED') AND e.at >= $2 AND e.at < $3 AND e.at < $1 AND e.recorded_at < $1
                AND ($4::text IS NULL OR a.partnership_code = $4)
                AND NOT (e.status = 'REVOKED' AND EXISTS (
                    SELECT FROM portal.appeal b
                    WHERE b.application_id = e.application_id AND b.against = 'REVOKED' AND b.outcome = 'ANNULLED'
                        AND b.received_on >= (e.at AT TIME ZONE 'Europe/Brussels')::date
                        AND b.decided_on < ($1 AT TIME ZONE 'Europe/Brussels')::date AND b.recorded_at < $1))
            GROUP BY 1
            """;

    private static final String PER_SYSTEM = RECOGNISED + """
            , mentor AS (
                SELECT m.person_id, bool_or(r.dual) AS dual, bool_or(NOT r.dual) AS lw
                FROM recognised r
                JOIN learning.mentor_application m ON m.application_id = r.id
                WHERE\s""" + AsOn.MENTOR_HOLDS + """

                GROUP BY 1
            ), company AS (
                SELECT e.enterprise_number, bool_or(r.dual) AS dual, bool_or(NOT r.dual) AS lw,
                    bool_or(r.dual AND r.of_period) AS dual_now, bool_or(NOT r.dual AND r.of_period) AS lw_now
                FROM recognised r
                JOIN portal.establishment e ON e.establishment_number = r.establishment_number
                GROUP BY 1
            )
            SELECT metric_code, n
            FROM (SELECT count(*) FILTER (WHERE lw_now), count(*) FILTER (WHERE dual_now),
                    count(*) FILTER (WHERE lw), count(*) FILTER (WHERE dual) FROM company) AS c (lw_now, dual_now, lw, dual),
                (SELECT count(*) FILTER (WHERE lw), count(*) FILTER (WHERE dual),
                    count(*) FILTER (WHERE lw AND dual) FROM mentor) AS m (lw, dual, both_systems),
                LATERAL (VALUES ('n_companies_lw', c.lw_now), ('n_companies_dual', c.dual_now),
                    ('n_companies_lw_since_2015', c.lw), ('n_companies_dual_since_2015', c.dual),
                    ('n_mentors_lw', m.lw), ('n_mentors_dual', m.dual), ('n_mentors_both', m.both_systems))
                    AS metric (metric_code, n)
            """;

    private FigureQueries() {}

    /// Applications of the period by who filed them; `n_submitted` is all of them.
    static Future<RowSet<Row>> bySubmitter(SqlClient reads, Question question) {
        return reads.preparedQuery(BY_SUBMITTER).execute(RecognitionReportQueries.ofPeriod(question));
    }

    /// Recognitions first decided in the period that stand, by province of the establishment.
    static Future<RowSet<Row>> byProvince(SqlClient reads, Question question) {
        return reads.preparedQuery(BY_PROVINCE).execute(RecognitionReportQueries.ofPeriod(question));
    }

    /// Mentors of the recognitions first decided in the period that stand.
    static Future<RowSet<Row>> mentors(SqlClient reads, Question question) {
        return reads.preparedQuery(MENTORS).execute(RecognitionReportQueries.ofPeriod(question));
    }

    /// By the day of the event; a revocation that an appeal annulled does not count.
    static Future<RowSet<Row>> revocations(SqlClient reads, Question question) {
        return reads.preparedQuery(REVOCATIONS).execute(RecognitionReportQueries.ofPeriod(question));
    }

    /// Companies and mentors under dual learning, under Leren & Werken, under both.
    static Future<RowSet<Row>> perSystem(SqlClient reads, Question question) {
        return reads.preparedQuery(PER_SYSTEM).execute(RecognitionReportQueries.ofPeriod(question));
    }
}
