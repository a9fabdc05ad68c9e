package be.leermeester.portal.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.Month;

/// Counts of complaints and appeals.
final class AppealReportQueries {

    // What the report calls 2020-2021 here runs from 1 December 2020 to 31 August 2021 (S4:922).
    private static final LocalDate LATE_FROM = LocalDate.of(2020, Month.SEPTEMBER, 1);
    private static final LocalDate LATE_TO = LocalDate.of(2020, Month.DECEMBER, 1);

    private static final String COMPLAINTS = """
            SELECT partnership_code, count(*) AS n_complaints
            FROM portal.complaint
            WHERE received_on >= $2 AND received_on < $3 AND received_on < ($1 AT TIME ZONE 'Europe/Brussels')::date
                AND recorded_at < $1 AND ($4::text IS NULL OR partnership_code = $4)
            GROUP BY 1
            """;

    private static final String KNOWN = """
            b.received_on < ($1 AT TIME ZONE 'Europe/Brussels')::date AND b.recorded_at < $1
            AND NOT (b.received_on >= $5 AND b.received_on < $6)
            AND ($4::text IS NULL OR a.partnership_code = $4)""";

    private static final String BY_YEAR = """
            SELECT ($3::text[])[width_bucket(b.received_on, $2)] AS school_year, count(*) AS n_appeals,
                count(*) FILTER (WHERE b.admissible) AS n_admissible,
                count(*) FILTER (WHERE b.outcome = 'ANNULLED'
                    AND b.decided_on < ($1 AT TIME ZONE 'Europe/Brussels')::date) AS n_recognised_after_appeal
            FROM portal.appeal b
            JOIN portal.application a ON a.id = b.application_id
            WHERE width_bucket(b.received_on, $2) BETWEEN 1 AND cardinality($3::text[]) AND\s""" + KNOWN + """

            GROUP BY 1
            """;

    private static final String BY_DECISION = """
            SELECT p.partnership_code, decision_code, count(*) AS n_appeals
            FROM (
                SELECT a.partnership_code,
                    CASE CASE WHEN b.decided_on < ($1 AT TIME ZONE 'Europe/Brussels')::date THEN b.outcome END
                        WHEN 'CONFIRMED' THEN 'non_recognition_confirmed'
                        WHEN 'ANNULLED' THEN 'non_recognition_overturned'
                        WHEN 'WITHDRAWN' THEN 'withdrawn'
                        WHEN 'INADMISSIBLE' THEN 'inadmissible'
                        ELSE 'under_investigation' END AS decision_code
                FROM portal.appeal b
                JOIN portal.application a ON a.id = b.application_id
                WHERE b.admissible AND b.received_on >= $2 AND b.received_on < $3 AND\s""" + KNOWN + """

            ) appeal
            CROSS JOIN LATERAL (VALUES (appeal.partnership_code), ('grand_total')) AS p (partnership_code)
            WHERE decision_code <> 'inadmissible'
            GROUP BY 1, 2
            """;

    private AppealReportQueries() {}

    /// Complaints of the period by `partnership_code`.
    static Future<RowSet<Row>> complaints(SqlClient reads, Question question) {
        SchoolYear period = question.period();
        return reads.preparedQuery(COMPLAINTS)
                .execute(
                        Tuple.of(question.moment(), period.from(), period.next().from(), question.partnership()));
    }

    /// Appeals by `school_year` of receipt, the last five.
    static Future<RowSet<Row>> byYear(SqlClient reads, Question question) {
        Years years = new Years(question.period().last(5));
        return reads.preparedQuery(BY_YEAR)
                .execute(Tuple.of(
                        question.moment(), years.from(), years.codes(), question.partnership(), LATE_FROM, LATE_TO));
    }

    /// Admissible appeals of the period by `partnership_code` and `decision_code`.
    static Future<RowSet<Row>> byDecision(SqlClient reads, Question question) {
        SchoolYear period = question.period();
        return reads.preparedQuery(BY_DECISION)
                .execute(Tuple.of(
                        question.moment(),
                        period.from(),
                        period.next().from(),
                        question.partnership(),
                        LATE_FROM,
                        LATE_TO));
    }
}
