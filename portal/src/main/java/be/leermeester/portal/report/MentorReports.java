package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Chart;
import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Layout.Word;
import be.leermeester.portal.report.Report.Theme;
import java.util.Comparator;
import java.util.List;

/// Tables 11, 12 and 13.
final class MentorReports {

    static final String N = "n_unique_mentors";
    private static final String GROUP = "status_group_code";

    private MentorReports() {}

    static List<Report> all() {
        return List.of(standing(), byTrainingStatus(), byPartnership());
    }

    private static Report standing() {
        return new Report(
                "table-11-recognitions-companies-establishments-mentors",
                Theme.MENTORS,
                List.of(Partnerships.withSectors(false, true)),
                List.of(
                        Measure.count("n_recognitions"),
                        Measure.count("n_unique_companies"),
                        Measure.count("n_unique_establishments"),
                        Measure.count(N)),
                PartnershipReportQueries::standing,
                new Layout(
                        List.of("partnership_code"),
                        List.of(),
                        Chart.of("partnership_code", null, "n_recognitions")
                                .only("level", "sectoral", "flemish")
                                .without("partnership_code", "sectoral_partnerships_total"),
                        answer -> Sentence.of(
                                "report.headline.standing",
                                answer.value("n_recognitions", "partnership_code", "grand_total"),
                                answer.value("n_unique_companies", "partnership_code", "grand_total"),
                                answer.value(N, "partnership_code", "grand_total"))));
    }

    private static Report byTrainingStatus() {
        return new Report(
                "table-12-mentor-training-status",
                Theme.MENTORS,
                List.of(
                        Dimension.of(
                                "status_code",
                                Member.subtotal("followed_all").with(GROUP, "followed"),
                                Member.data("followed_at_sector").with(GROUP, "followed"),
                                Member.data("followed_elsewhere").with(GROUP, "followed"),
                                Member.subtotal("exempted_all").with(GROUP, "exempted"),
                                Member.data("experience_without_certificate").with(GROUP, "exempted"),
                                Member.data("experience_certificate").with(GROUP, "exempted"),
                                Member.data("internal_company_training").with(GROUP, "exempted"),
                                Member.data("pedagogical_diploma").with(GROUP, "exempted"),
                                Member.data("other").with(GROUP, "exempted"),
                                Member.data("not_followed").with(GROUP, "not_followed"),
                                Member.data("to_follow").with(GROUP, "to_follow"),
                                Member.data("not_handled").with(GROUP, "not_handled"),
                                Member.data("follow_up_stopped").with(GROUP, "follow_up_stopped"),
                                Member.total("total").with(GROUP, "total")),
                        Periods.last(2)),
                List.of(Measure.count(N), Measure.share("share_of_total", N, "status_code", "total")),
                MentorReportQueries::byTrainingStatus,
                new Layout(
                        List.of("status_code"),
                        List.of("school_year"),
                        Chart.of("status_code", "school_year", N)
                                .only("status_code", "followed_all", "exempted_all", "not_followed", "to_follow"),
                        Lateness::headline));
    }

    private static Report byPartnership() {
        return new Report(
                "table-13-mentor-training-by-partnership",
                Theme.MENTORS,
                List.of(
                        Partnerships.countedWithTotal(),
                        Dimension.of(
                                "status_code",
                                Member.data("followed_at_sector").with(GROUP, "followed"),
                                Member.data("followed_elsewhere").with(GROUP, "followed"),
                                Member.data("not_followed").with(GROUP, "not_followed"),
                                Member.data("to_follow").with(GROUP, "to_follow"),
                                Member.data("experience_without_certificate").with(GROUP, "exempted"),
                                Member.data("experience_certificate").with(GROUP, "exempted"),
                                Member.data("internal_company_training").with(GROUP, "exempted"),
                                Member.data("pedagogical_diploma").with(GROUP, "exempted"),
                                Member.data("other").with(GROUP, "exempted"),
                                Member.data("total").with(GROUP, "total"))),
                List.of(Measure.count(N)),
                MentorReportQueries::byPartnership,
                new Layout(
                        List.of("partnership_code"),
                        List.of("status_code"),
                        Chart.of("partnership_code", null, N)
                                .only("status_code", "to_follow")
                                .without("partnership_code", "grand_total"),
                        MentorReports::toFollow));
    }

    private static Sentence toFollow(Answer answer) {
        String most = answer.observations().stream()
                .filter(each -> each.rowType() == RowType.DATA
                        && each.code("status_code").equals("to_follow"))
                .max(Comparator.comparingLong(Observation::value))
                .map(each -> each.code("partnership_code"))
                .orElse("grand_total");
        return Sentence.of(
                "report.headline.to-follow",
                answer.value(N, "partnership_code", "grand_total", "status_code", "to_follow"),
                new Word("partnership_code", most),
                answer.value(N, "partnership_code", most, "status_code", "to_follow"));
    }
}
