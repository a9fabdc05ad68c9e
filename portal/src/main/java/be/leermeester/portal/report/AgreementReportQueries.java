package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/// Counts of agreements. What ended or was cancelled after the reference date still ran on it.
final class AgreementReportQueries {

    private static final String STARTED_BY_YEAR = """
            SELECT t.agreement_type_code, y.school_year, sum(n)::bigint AS n_agreements_started
            FROM (
                SELECT lower(g.type) AS type, width_bucket(g.starts_on, $2) AS year, count(*) AS n
                FROM portal.agreement g
                JOIN portal.application a ON a.id = g.application_id
                WHERE\s""" + AsOn.AGREEMENT_KNOWN + """
                 AND ($4::text IS NULL OR a.partnership_code = $4)
                GROUP BY 1, 2
            ) started
            CROSS JOIN LATERAL (VALUES (type), ('total')) AS t (agreement_type_code)
            CROSS JOIN LATERAL (VALUES (($3::text[])[year]), ('total')) AS y (school_year)
            WHERE year BETWEEN 1 AND cardinality($3::text[])
            GROUP BY 1, 2
            """;

    private static final String STARTED_BY_PARTNERSHIP = """
            SELECT unit.partnership_code, t.agreement_type_code, count(*) AS n_agreements_started
            FROM portal.agreement g
            JOIN portal.application a ON a.id = g.application_id
            JOIN portal.partnership p ON p.code = a.partnership_code
            CROSS JOIN LATERAL (VALUES (p.code),
                (CASE p.kind WHEN 'SECTORAL' THEN 'sectoral_partnerships_total'
                    ELSE coalesce(a.sector_code, 'vp_unknown') END)) AS unit (partnership_code)
            CROSS JOIN LATERAL (VALUES (lower(g.type)), ('total')) AS t (agreement_type_code)
            WHERE g.starts_on >= $2 AND g.starts_on < $3 AND\s""" + AsOn.AGREEMENT_KNOWN + """
                 AND ($4::text IS NULL OR a.partnership_code = $4)
            GROUP BY 1, 2
            """;

    // From the place of the first year it ran in to that of the last.
    private static final String RUNNING = """
            WITH ran AS MATERIALIZED (
                SELECT g.application_id, g.learner_person_id, g.provider_code,
                    width_bucket(g.starts_on, $2) AS first_year,
                    width_bucket(CASE WHEN g.ended_on < ($1 AT TIME ZONE 'Europe/Brussels')::date
                        THEN g.ended_on ELSE g.ends_on END, $2) AS last_year
                FROM portal.agreement g
                WHERE (g.cancelled_at IS NULL OR g.cancelled_at >= $1) AND\s""" + AsOn.AGREEMENT_KNOWN + """

            ), running AS (
                SELECT ($3::text[])[y.year] COLLATE "C" AS school_year, p.system,
                    e.enterprise_number::bigint AS company, g.learner_person_id, g.provider_code
                FROM ran g
                JOIN portal.application a ON a.id = g.application_id
                JOIN portal.establishment e ON e.establishment_number = a.establishment_number
                JOIN portal.programme p ON p.code = a.programme_code
                CROSS JOIN LATERAL generate_series(
                    greatest(g.first_year, 1), least(g.last_year, cardinality($3::text[]))) AS y (year)
                WHERE $4::text IS NULL OR a.partnership_code = $4
            )
            """;

    private static final String RUNNING_BY_YEAR = RUNNING + """
            SELECT school_year, count(DISTINCT company) AS n_companies, count(*) AS n_running_agreements,
                count(DISTINCT learner_person_id COLLATE "C") AS n_learners,
                count(DISTINCT provider_code COLLATE "C") AS n_schools
            FROM running
            GROUP BY 1
            """;

    private static final String RUNNING_BY_SYSTEM = RUNNING + """
            SELECT school_year, s.system_code, count(*) AS n_running_agreements
            FROM running
            CROSS JOIN LATERAL (VALUES ('total'),
                (CASE system WHEN 'DUAL' THEN 'dual_learning' ELSE 'learning_and_working' END)) AS s (system_code)
            GROUP BY 1, 2
            """;

    private static final String ENDED_EARLY = """
            SELECT shown.reason_code, ($3::text[])[year] AS school_year, sum(n)::bigint AS n_early_terminated
            FROM (
                SELECT coalesce(g.end_reason, 'not_stated') AS reason, width_bucket(g.ended_on, $2) AS year, count(*) AS n
                FROM portal.agreement g
                JOIN portal.application a ON a.id = g.application_id
                WHERE g.ended_on < g.ends_on AND g.ended_on < ($1 AT TIME ZONE 'Europe/Brussels')::date AND\s""" + AsOn.AGREEMENT_KNOWN + """
                     AND ($4::text IS NULL OR a.partnership_code = $4)
                GROUP BY 1, 2
            ) ended
            LEFT JOIN portal.end_reason r ON r.code = ended.reason
            CROSS JOIN LATERAL (VALUES (reason), (r.group_code || '_all'), ('total')) AS shown (reason_code)
            WHERE year BETWEEN 1 AND cardinality($3::text[]) AND shown.reason_code IS NOT NULL
            GROUP BY 1, 2
            """;

    private AgreementReportQueries() {}

    /// By `agreement_type_code` and `school_year` of the start, since the decree.
    static Future<RowSet<Row>> startedByYear(SqlClient reads, Question question) {
        return reads.preparedQuery(STARTED_BY_YEAR)
                .execute(of(question, question.period().sinceFirst()));
    }

    /// Started in the period, by `partnership_code` (also sector and kind) and `agreement_type_code`.
    static Future<RowSet<Row>> startedByPartnership(SqlClient reads, Question question) {
        return reads.preparedQuery(STARTED_BY_PARTNERSHIP)
                .execute(Tuple.of(
                        question.moment(),
                        question.period().from(),
                        question.period().next().from(),
                        question.partnership()));
    }

    /// By `school_year`, the last five.
    static Future<RowSet<Row>> runningByYear(SqlClient reads, Question question) {
        return reads.preparedQuery(RUNNING_BY_YEAR)
                .execute(of(question, question.period().last(5)));
    }

    /// By `school_year` and `system_code`, the last five.
    static Future<RowSet<Row>> runningBySystem(SqlClient reads, Question question) {
        return reads.preparedQuery(RUNNING_BY_SYSTEM)
                .execute(of(question, question.period().last(5)));
    }

    /// By `reason_code` (also group and all) and `school_year` of the end, the period and the one before.
    static Future<RowSet<Row>> endedEarly(SqlClient reads, Question question) {
        return reads.preparedQuery(ENDED_EARLY)
                .execute(of(question, question.period().last(2)));
    }

    private static Tuple of(Question question, List<SchoolYear> of) {
        Years years = new Years(of);
        return Tuple.of(question.moment(), years.from(), years.codes(), question.partnership());
    }
}
