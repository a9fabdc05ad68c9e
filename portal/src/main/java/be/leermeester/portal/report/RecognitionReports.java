package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Chart;
import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Layout.Word;
import be.leermeester.portal.report.Report.Theme;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Tables 3, 4, 5 and 21, and figure 7.
final class RecognitionReports {

    private static final String N = "n_recognitions";

    private RecognitionReports() {}

    static List<Report> all() {
        return List.of(byYearAndStatus(), perMonth(), automatic(), bySize(), bySystem());
    }

    private static Report byYearAndStatus() {
        return new Report(
                "table-03-recognitions-by-year-and-status",
                Theme.RECOGNITIONS,
                List.of(
                        statuses("approved", "rejected", "discontinued", "revoked", "expired"),
                        Periods.sinceFirst(true)),
                List.of(Measure.count(N)),
                RecognitionReportQueries::byYearStatusAndSystem,
                new Layout(
                        List.of("status_code"),
                        List.of("school_year"),
                        Chart.of("school_year", "status_code", N)
                                .only("status_code", "handled", "approved", "rejected")
                                .without("school_year", "total"),
                        RecognitionReports::approvedShare));
    }

    private static Report bySystem() {
        return new Report(
                "table-21-recognitions-dual-and-lw",
                Theme.RECOGNITIONS,
                List.of(
                        Dimension.codes("system_code", "dual_learning", "learning_and_working"),
                        statuses("approved", "rejected", "revoked", "discontinued", "expired"),
                        Periods.sinceFirst(true)),
                List.of(Measure.count(N)),
                RecognitionReportQueries::byYearStatusAndSystem,
                new Layout(
                        List.of("system_code", "status_code"),
                        List.of("school_year"),
                        Chart.of("school_year", "system_code", N)
                                .only("status_code", "submitted")
                                .without("school_year", "total"),
                        RecognitionReports::dualShare));
    }

    private static Report perMonth() {
        return new Report(
                "figure-07-applications-per-month",
                Theme.RECOGNITIONS,
                List.of(Periods.months()),
                List.of(Measure.count("n_applications")),
                RecognitionReportQueries::byMonth,
                new Layout(
                        List.of("month_code"),
                        List.of("school_year"),
                        Chart.of("month_code", "school_year", "n_applications"),
                        RecognitionReports::busiestMonth));
    }

    private static Report automatic() {
        return new Report(
                "table-04-automatic-approvals",
                Theme.RECOGNITIONS,
                List.of(
                        Partnerships.kinds(),
                        Dimension.codes("handling_code", "automatic_approval", "manual_handling", "total")),
                List.of(
                        Measure.count(N),
                        Measure.share("share_of_row", N, "handling_code", "total")
                                .when("handling_code", false, "total")),
                RecognitionReportQueries::byHandling,
                new Layout(
                        List.of("partnership_code"),
                        List.of("handling_code"),
                        Chart.of("partnership_code", "handling_code", N).without("handling_code", "total"),
                        RecognitionReports::automaticCount));
    }

    private static Report bySize() {
        return new Report(
                "table-05-company-size",
                Theme.RECOGNITIONS,
                List.of(Sizes.classes()),
                List.of(
                        Measure.count("n_unique_companies"),
                        Measure.count("n_unique_establishments"),
                        Measure.count(N)),
                RecognitionReportQueries::byCompanySize,
                new Layout(
                        List.of("size_class_code"),
                        List.of(),
                        Chart.of("size_class_code", null, "n_unique_companies").without("size_class_code", "total"),
                        RecognitionReports::smallCompanies));
    }

    /// Submitted and handled applications before what became of the handled ones.
    private static Dimension statuses(String... decided) {
        Stream<Member> known = Arrays.stream(decided).map(Member::data);
        Stream<Member> rare = Stream.of(Member.data("duplicated").ifCounted());
        Stream<Member> sums = Stream.of(Member.subtotal("submitted"), Member.subtotal("handled"));
        return Dimension.of(
                "status_code",
                Stream.of(sums, known, rare).flatMap(each -> each).toArray(Member[]::new));
    }

    private static Sentence approvedShare(Answer answer) {
        String period = answer.question().period().code();
        long handled = answer.value(N, "status_code", "handled", "school_year", period);
        long approved = answer.value(N, "status_code", "approved", "school_year", period);
        return Sentence.of("report.headline.approved", handled, period, Measure.percent(approved, handled));
    }

    private static Sentence dualShare(Answer answer) {
        String period = answer.question().period().code();
        long dual = submitted(answer, "dual_learning", period);
        long all = dual + submitted(answer, "learning_and_working", period);
        return Sentence.of("report.headline.dual", Measure.percent(dual, all), period);
    }

    private static long submitted(Answer answer, String system, String period) {
        return answer.value(N, "system_code", system, "status_code", "submitted", "school_year", period);
    }

    private static Sentence busiestMonth(Answer answer) {
        String period = answer.question().period().code();
        Observation busiest = answer.observations().stream()
                .filter(each -> each.code("school_year").equals(period))
                .max(Comparator.comparingLong(Observation::value))
                .orElseThrow();
        return Sentence.of(
                "report.headline.month", new Word("month_code", busiest.code("month_code")), period, busiest.value());
    }

    private static Sentence automaticCount(Answer answer) {
        return Sentence.of(
                "report.headline.automatic",
                answer.value(N, "partnership_code", "grand_total", "handling_code", "automatic_approval"),
                answer.value(N, "partnership_code", "grand_total", "handling_code", "total"),
                answer.question().period().code());
    }

    private static Sentence smallCompanies(Answer answer) {
        long known = answer.value("n_unique_companies", "size_class_code", "total")
                - answer.value("n_unique_companies", "size_class_code", "unknown");
        long small = answer.observations().stream()
                .filter(each -> each.measure().equals("n_unique_companies"))
                .filter(each -> List.of("employees_0_0", "employees_1_4", "employees_5_9")
                        .contains(each.code("size_class_code")))
                .mapToLong(Observation::value)
                .sum();
        return Sentence.of("report.headline.size", Measure.percent(small, known));
    }
}
