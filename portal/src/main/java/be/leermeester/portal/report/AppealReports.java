package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Chart;
import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Report.Theme;
import java.util.List;

/// Tables 14, 15 and 16.
final class AppealReports {

    private static final String COMPLAINTS = "n_complaints";
    private static final String APPEALS = "n_appeals";

    private AppealReports() {}

    static List<Report> all() {
        return List.of(complaints(), byYear(), byDecision());
    }

    private static Report complaints() {
        return new Report(
                "table-14-complaints",
                Theme.APPEALS,
                List.of(Partnerships.handlingComplaints()),
                List.of(Measure.count(COMPLAINTS).when("handles_complaints", true, "yes")),
                AppealReportQueries::complaints,
                new Layout(
                        List.of("partnership_code"),
                        List.of(),
                        Chart.of("partnership_code", null, COMPLAINTS).without("handles_complaints", "no"),
                        answer -> Sentence.of(
                                "report.headline.complaints",
                                answer.observations().stream()
                                        .mapToLong(Observation::value)
                                        .sum(),
                                answer.question().period().code())));
    }

    private static Report byYear() {
        return new Report(
                "table-15-appeals-by-year",
                Theme.APPEALS,
                List.of(Periods.last(5)),
                List.of(
                        Measure.count(APPEALS),
                        Measure.count("n_admissible"),
                        Measure.count("n_recognised_after_appeal")),
                AppealReportQueries::byYear,
                new Layout(
                        List.of("school_year"),
                        List.of(),
                        Chart.of("school_year", null, APPEALS),
                        answer -> Sentence.of(
                                "report.headline.appeals",
                                answer.value(
                                        APPEALS,
                                        "school_year",
                                        answer.question().period().code()),
                                answer.question().period().code(),
                                answer.value(
                                        "n_recognised_after_appeal",
                                        "school_year",
                                        answer.question().period().code()))));
    }

    private static Report byDecision() {
        return new Report(
                "table-16-appeals-by-decision",
                Theme.APPEALS,
                List.of(
                        Partnerships.countedWithTotal(),
                        Dimension.codes(
                                "decision_code",
                                "non_recognition_confirmed",
                                "non_recognition_overturned",
                                "under_investigation",
                                "withdrawn")),
                List.of(Measure.count(APPEALS)),
                AppealReportQueries::byDecision,
                new Layout(
                        List.of("partnership_code"),
                        List.of("decision_code"),
                        Chart.of("decision_code", null, APPEALS).only("partnership_code", "grand_total"),
                        answer -> Sentence.of(
                                "report.headline.decided",
                                answer.value(
                                        APPEALS,
                                        "partnership_code",
                                        "grand_total",
                                        "decision_code",
                                        "non_recognition_overturned"),
                                answer.value(
                                        APPEALS,
                                        "partnership_code",
                                        "grand_total",
                                        "decision_code",
                                        "non_recognition_confirmed"),
                                answer.question().period().code())));
    }
}
