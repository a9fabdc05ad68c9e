package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Chart;
import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Layout.Word;
import be.leermeester.portal.report.Report.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tables 7, 8, 9, 10 and 22.
final class AgreementReports {

    private static final String STARTED = "n_agreements_started";
    private static final String ENDED = "n_early_terminated";
    private static final String RUNNING = "n_running_agreements";

    private AgreementReports() {}

    static List<Report> all() {
        return List.of(startedByYear(), startedByPartnership(), running(), endedEarly(), runningBySystem());
    }

    private static Report startedByYear() {
        return new Report(
                "table-07-agreements-by-type-and-year",
                Theme.AGREEMENTS,
                List.of(types(RowType.TOTAL), Periods.sinceFirst(true)),
                List.of(Measure.count(STARTED)),
                AgreementReportQueries::startedByYear,
                new Layout(
                        List.of("agreement_type_code"),
                        List.of("school_year"),
                        Chart.of("school_year", "agreement_type_code", STARTED)
                                .without("school_year", "total")
                                .only("agreement_type_code", "total", "oao"),
                        AgreementReports::oaoShare));
    }

    private static Report startedByPartnership() {
        return new Report(
                "table-08-agreements-by-type-and-partnership",
                Theme.AGREEMENTS,
                List.of(Partnerships.withSectors(true, false), types(RowType.DATA)),
                List.of(Measure.count(STARTED)),
                AgreementReportQueries::startedByPartnership,
                new Layout(
                        List.of("partnership_code"),
                        List.of("agreement_type_code"),
                        Chart.of("partnership_code", null, STARTED)
                                .only("agreement_type_code", "total")
                                .only("level", "sectoral", "flemish")
                                .without("partnership_code", "sectoral_partnerships_total"),
                        AgreementReports::mostStarted));
    }

    private static Report running() {
        return new Report(
                "table-09-running-agreements",
                Theme.AGREEMENTS,
                List.of(Periods.last(5)),
                List.of(
                        Measure.count("n_companies"),
                        Measure.count(RUNNING),
                        Measure.count("n_learners"),
                        Measure.count("n_schools")),
                AgreementReportQueries::runningByYear,
                new Layout(
                        List.of("school_year"),
                        List.of(),
                        Chart.of("school_year", null, RUNNING),
                        answer -> Sentence.of(
                                "report.headline.running",
                                answer.value(
                                        RUNNING,
                                        "school_year",
                                        answer.question().period().code()),
                                answer.question().period().code(),
                                answer.value(
                                        "n_learners",
                                        "school_year",
                                        answer.question().period().code()))));
    }

    private static Report runningBySystem() {
        return new Report(
                "table-22-agreements-dual-and-lw",
                Theme.AGREEMENTS,
                List.of(
                        Periods.last(5),
                        Dimension.codes("system_code", "dual_learning", "learning_and_working", "total")),
                List.of(Measure.count(RUNNING)),
                AgreementReportQueries::runningBySystem,
                new Layout(
                        List.of("school_year"),
                        List.of("system_code"),
                        Chart.of("school_year", "system_code", RUNNING).without("system_code", "total"),
                        AgreementReports::dualShare));
    }

    private static Report endedEarly() {
        return new Report(
                "table-10-early-termination",
                Theme.AGREEMENTS,
                List.of(Reasons.groupsAndDetails(), Periods.last(2)),
                List.of(
                        Measure.count(ENDED),
                        Measure.share("share_of_total", ENDED, "reason_code", "total")
                                .when("reason_code", false, "total")),
                AgreementReportQueries::endedEarly,
                new Layout(
                        List.of("reason_code"),
                        List.of("school_year"),
                        Chart.of("reason_code", "school_year", ENDED).only("level", "group"),
                        AgreementReports::commonestReason));
    }

    private static Dimension types(RowType total) {
        List<Member> members = new ArrayList<>();
        for (String type : List.of("da", "da_sm", "oao", "sao")) {
            members.add(Member.data(type));
        }
        members.add(total == RowType.TOTAL ? Member.total("total") : Member.data("total"));
        return Dimension.of("agreement_type_code", members.toArray(Member[]::new));
    }

    private static Sentence oaoShare(Answer answer) {
        String period = answer.question().period().code();
        long all = answer.value(STARTED, "agreement_type_code", "total", "school_year", period);
        long oao = answer.value(STARTED, "agreement_type_code", "oao", "school_year", period);
        return Sentence.of("report.headline.started", all, period, Measure.percent(oao, all));
    }

    private static Sentence mostStarted(Answer answer) {
        String period = answer.question().period().code();
        return answer.observations().stream()
                .filter(each -> each.code("agreement_type_code").equals("total"))
                .filter(each -> !each.code("partnership_code").equals("sectoral_partnerships_total"))
                .max(Comparator.comparingLong(Observation::value))
                .map(most -> Sentence.of(
                        "report.headline.most-started",
                        new Word("partnership_code", most.code("partnership_code")),
                        most.value(),
                        period))
                .orElse(Sentence.of("report.headline.none-started", period));
    }

    private static Sentence dualShare(Answer answer) {
        String period = answer.question().period().code();
        long dual = answer.value(RUNNING, "school_year", period, "system_code", "dual_learning");
        long all = answer.value(RUNNING, "school_year", period, "system_code", "total");
        return Sentence.of("report.headline.running-dual", Measure.percent(dual, all), period);
    }

    private static Sentence commonestReason(Answer answer) {
        String period = answer.question().period().code();
        Observation most = answer.observations().stream()
                .filter(each ->
                        each.measure().equals(ENDED) && each.code("level").equals("group"))
                .filter(each -> each.code("school_year").equals(period))
                .max(Comparator.comparingLong(Observation::value))
                .orElseThrow();
        return Sentence.of(
                "report.headline.ended",
                answer.value(ENDED, "reason_code", "total", "school_year", period),
                period,
                new Word("reason_code", most.code("reason_code")));
    }
}
