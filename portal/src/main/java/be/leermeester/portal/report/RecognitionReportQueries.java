package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/// Counts of applications and recognitions.
final class RecognitionReportQueries {

    // MATERIALIZED keeps the condition on the year out of the counting, where the planner misjudges it.
    private static final String BY_YEAR_STATUS_AND_SYSTEM = "WITH " + AsOn.FIRST_DECISION + ", " + AsOn.STANDING + """
            , counted AS MATERIALIZED (
                SELECT programme_code, width_bucket(submitted_at, $2) AS year, 'submitted' AS status, count(*) AS n
                FROM portal.application
                WHERE submitted_at < $1 AND ($4::text IS NULL OR partnership_code = $4)
                GROUP BY 1, 2
                UNION ALL
                SELECT a.programme_code, width_bucket(f.at, $2),
                    CASE s.status WHEN 'CEASED' THEN 'discontinued' ELSE lower(s.status) END, count(*)
                FROM first_decision f
                JOIN standing s USING (application_id)
                JOIN portal.application a ON a.id = f.application_id
                WHERE $4::text IS NULL OR a.partnership_code = $4
                GROUP BY 1, 2, 3
            )
            SELECT CASE p.system WHEN 'DUAL' THEN 'dual_learning' ELSE 'learning_and_working' END AS system_code,
                shown.status_code, shown.school_year, sum(c.n)::bigint AS n_recognitions
            FROM counted c
            JOIN portal.programme p ON p.code = c.programme_code
            CROSS JOIN LATERAL (
                SELECT status_code, school_year
                FROM (VALUES (c.status), (CASE WHEN c.status <> 'submitted' THEN 'handled' END)) AS s (status_code),
                    (VALUES (($3::text[])[c.year]), ('total')) AS y (school_year)
                WHERE status_code IS NOT NULL
            ) shown
            WHERE c.year BETWEEN 1 AND cardinality($3::text[])
            GROUP BY 1, 2, 3
            """;

    private static final String BY_MONTH = """
            SELECT to_char(day, 'YYYY-MM') AS year_month, sum(n)::bigint AS n_applications
            FROM (
                SELECT (submitted_at AT TIME ZONE 'Europe/Brussels')::date AS day, count(*) AS n
                FROM portal.application
                WHERE submitted_at < $1 AND submitted_at >= $2 AND submitted_at < $3
                    AND ($4::text IS NULL OR partnership_code = $4)
                GROUP BY 1
            ) days
            GROUP BY 1
            """;

    private static final String BY_HANDLING = "WITH " + AsOn.FIRST_DECISION + """
            SELECT p.partnership_code, h.handling_code, count(*) AS n_recognitions
            FROM (
                SELECT a.partnership_code, f.status = 'APPROVED' AND f.automatic AS automatic
                FROM first_decision f
                JOIN portal.application a ON a.id = f.application_id
                WHERE f.at >= $2 AND f.at < $3 AND ($4::text IS NULL OR a.partnership_code = $4)
            ) decided
            CROSS JOIN LATERAL (VALUES
                (CASE decided.partnership_code WHEN 'flemish_partnership' THEN 'flemish_partnership'
                    ELSE 'sectoral_partnerships_total' END), ('grand_total')) AS p (partnership_code)
            CROSS JOIN LATERAL (VALUES
                (CASE WHEN automatic THEN 'automatic_approval' ELSE 'manual_handling' END), ('total')) AS h (handling_code)
            GROUP BY 1, 2
            """;

    private static final String BY_COMPANY_SIZE = "WITH " + AsOn.FIRST_DECISION + ", " + AsOn.STANDING + """
            SELECT CASE WHEN grouping(size) = 1 THEN 'total' ELSE size END AS size_class_code,
                count(DISTINCT company) AS n_unique_companies,
                count(DISTINCT establishment) AS n_unique_establishments,
                count(*) AS n_recognitions
            FROM (
                SELECT e.enterprise_number::bigint AS company, e.establishment_number::bigint AS establishment,
                    CASE WHEN c.employees IS NULL THEN 'unknown'
                        ELSE (ARRAY['employees_0_0', 'employees_1_4', 'employees_5_9', 'employees_10_19',
                            'employees_20_49', 'employees_50_99', 'employees_100_199', 'employees_200_499',
                            'employees_500_999', 'employees_1000_plus'])[width_bucket(c.employees,
                            ARRAY[0, 1, 5, 10, 20, 50, 100, 200, 500, 1000])]
                    END COLLATE "C" AS size
                FROM first_decision f
                JOIN standing s ON s.application_id = f.application_id AND s.approved
                JOIN portal.application a ON a.id = f.application_id
                JOIN portal.establishment e ON e.establishment_number = a.establishment_number
                JOIN portal.company c ON c.enterprise_number = e.enterprise_number
                WHERE f.at >= $2 AND f.at < $3 AND ($4::text IS NULL OR a.partnership_code = $4)
            ) recognised
            GROUP BY ROLLUP (size)
            """;

    private RecognitionReportQueries() {}

    /// By `system_code`, `status_code` and `school_year`, since the decree.
    static Future<RowSet<Row>> byYearStatusAndSystem(SqlClient reads, Question question) {
        Years years = new Years(question.period().sinceFirst());
        return reads.preparedQuery(BY_YEAR_STATUS_AND_SYSTEM)
                .execute(Tuple.of(question.moment(), years.begins(), years.codes(), question.partnership()));
    }

    /// By `year_month` of submission, since the decree.
    static Future<RowSet<Row>> byMonth(SqlClient reads, Question question) {
        List<SchoolYear> years = question.period().sinceFirst();
        return reads.preparedQuery(BY_MONTH)
                .execute(Tuple.of(
                        question.moment(),
                        years.getFirst().begins(),
                        years.getLast().next().begins(),
                        question.partnership()));
    }

    /// First decisions of the period by `partnership_code` (the two kinds and all) and `handling_code`.
    static Future<RowSet<Row>> byHandling(SqlClient reads, Question question) {
        return reads.preparedQuery(BY_HANDLING).execute(ofPeriod(question));
    }

    /// Recognitions first decided in the period by `size_class_code`.
    static Future<RowSet<Row>> byCompanySize(SqlClient reads, Question question) {
        return reads.preparedQuery(BY_COMPANY_SIZE).execute(ofPeriod(question));
    }

    /// The end of the reference date, the period's first moment and the one after its last, the partnership.
    static Tuple ofPeriod(Question question) {
        return Tuple.of(
                question.moment(),
                question.period().begins(),
                question.period().next().begins(),
                question.partnership());
    }
}
