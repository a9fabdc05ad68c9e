package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Chart;
import be.leermeester.portal.report.Layout.Headline;
import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Layout.Word;
import be.leermeester.portal.report.Report.Counting;
import be.leermeester.portal.report.Report.Theme;
import java.util.Comparator;
import java.util.List;

/// Figures that the 2020-2021 report prints in its sentences: mandates, provinces, mentors, revocations, systems.
final class FigureReports {

    private static final String METRIC = "metric_code";
    private static final List<Measure> COUNT = List.of(Measure.count("n"));

    private FigureReports() {}

    static List<Report> all() {
        return List.of(mandates(), regions(), mentors(), revocations(), perSystem());
    }

    private static Report mandates() {
        Measure share = new Measure(
                "share",
                Measure.Unit.PERCENT,
                (cells, codes) -> Measure.percent(
                        cells.get(Cells.with(codes, METRIC, "n_with_mandate"), "n"),
                        cells.get(Cells.with(codes, METRIC, "n_submitted"), "n")));
        return report(
                "mandate-2020-2021",
                Theme.RECOGNITIONS,
                Metrics.of(
                        "mandate",
                        "n_with_mandate",
                        "n_mandate_training_provider",
                        "n_mandate_sector_consultant",
                        "n_mandate_workplace_supervisor",
                        "n_without_mandate",
                        "share_with_mandate"),
                List.of(
                        Measure.count("n").when(METRIC, false, "share_with_mandate"),
                        share.when(METRIC, true, "share_with_mandate")),
                FigureQueries::bySubmitter,
                answer -> Sentence.of(
                        "report.headline.mandate",
                        answer.value("share_with_mandate"),
                        answer.question().period().code()));
    }

    private static Report regions() {
        return report(
                "prose-regions-2020-2021",
                Theme.RECOGNITIONS,
                Metrics.of(
                        "regions",
                        "n_approved_antwerp",
                        "n_approved_limburg",
                        "n_approved_east_flanders",
                        "n_approved_flemish_brabant",
                        "n_approved_west_flanders",
                        "n_approved_brussels",
                        "n_approved_elsewhere"),
                COUNT,
                FigureQueries::byProvince,
                FigureReports::largestRegion);
    }

    private static Report mentors() {
        return report(
                "prose-mentors-2020-2021",
                Theme.MENTORS,
                Metrics.of("mentors", "n_unique_mentors"),
                COUNT,
                FigureQueries::mentors,
                answer -> Sentence.of(
                        "report.headline.mentors",
                        answer.value("n_unique_mentors"),
                        answer.question().period().code()));
    }

    private static Report revocations() {
        return report(
                "prose-revocations-2020-2021",
                Theme.RECOGNITIONS,
                Metrics.of("revocations", "n_revoked", "n_discontinued"),
                COUNT,
                FigureQueries::revocations,
                answer -> Sentence.of(
                        "report.headline.revocations",
                        answer.value("n_revoked"),
                        answer.value("n_discontinued"),
                        answer.question().period().code()));
    }

    private static Report perSystem() {
        return report(
                "prose-per-system",
                Theme.MENTORS,
                new Dimension(
                        METRIC,
                        (question, _) -> List.of(
                                Metrics.member("companies", "n_companies_lw", question),
                                Metrics.member("companies", "n_companies_dual", question),
                                Metrics.since("companies", "n_companies_lw_since_2015", 2015, question),
                                Metrics.since("companies", "n_companies_dual_since_2015", 2015, question),
                                Metrics.since("mentors", "n_mentors_lw", 2016, question),
                                Metrics.since("mentors", "n_mentors_dual", 2016, question),
                                Metrics.since("mentors", "n_mentors_both", 2016, question))),
                COUNT,
                FigureQueries::perSystem,
                answer -> Sentence.of("report.headline.both-systems", answer.value("n_mentors_both")));
    }

    private static Report report(
            String id, Theme theme, Dimension metrics, List<Measure> measures, Counting counting, Headline headline) {
        Chart counts = new Chart(METRIC, null, each -> each.unit() == Measure.Unit.COUNT);
        Layout layout = new Layout(List.of(METRIC, "period"), List.of(), counts, headline);
        return new Report(id, theme, List.of(metrics), measures, counting, layout);
    }

    private static Sentence largestRegion(Answer answer) {
        Observation largest = answer.observations().stream()
                .max(Comparator.comparingLong(Observation::value))
                .orElseThrow();
        return Sentence.of(
                "report.headline.region",
                new Word(METRIC, largest.code(METRIC)),
                largest.value(),
                answer.question().period().code());
    }
}
