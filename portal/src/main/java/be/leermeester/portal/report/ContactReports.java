package be.leermeester.portal.report;

import be.leermeester.portal.report.Layout.Chart;
import be.leermeester.portal.report.Layout.Sentence;
import be.leermeester.portal.report.Report.Theme;
import java.util.List;

/// Tables 2 and 6.
final class ContactReports {

    private static final String PLACES = "n_unique_establishments";
    private static final String APPLICATIONS = "n_applications";
    private static final String VISITS = "n_physical_visits_after_recognition";
    private static final String ACTION = "action_code";

    private ContactReports() {}

    static List<Report> all() {
        return List.of(actions(), visits());
    }

    private static Report actions() {
        return new Report(
                "table-02-actions-by-partnership",
                Theme.CONTACTS,
                List.of(
                        Partnerships.plain(),
                        Dimension.codes(
                                ACTION,
                                "submitted",
                                "administrative_check",
                                "contact",
                                "physical_visit",
                                "virtual_visit")),
                List.of(
                        Measure.count(PLACES).when(ACTION, true, "submitted"),
                        Measure.count(APPLICATIONS).when(ACTION, true, "submitted"),
                        Measure.share("share_of_unique_establishments", PLACES, ACTION, "submitted")
                                .when(ACTION, false, "submitted"),
                        Measure.share("share_of_applications", APPLICATIONS, ACTION, "submitted")
                                .when(ACTION, true, "administrative_check")),
                ContactReportQueries::actions,
                new Layout(
                        List.of("partnership_code"),
                        List.of(ACTION),
                        Chart.of("partnership_code", null, "share_of_unique_establishments")
                                .only(ACTION, "physical_visit"),
                        ContactReports::mostSubmitted));
    }

    private static Report visits() {
        return new Report(
                "table-06-visits-after-recognition",
                Theme.CONTACTS,
                List.of(Partnerships.withSubtotal()),
                List.of(Measure.count(PLACES), Measure.count(VISITS)),
                ContactReportQueries::visits,
                new Layout(
                        List.of("partnership_code"),
                        List.of(),
                        Chart.of("partnership_code", null, VISITS)
                                .without("partnership_code", "sectoral_partnerships_total"),
                        answer -> Sentence.of(
                                "report.headline.visits",
                                answer.value(VISITS, "partnership_code", "sectoral_partnerships_total"),
                                answer.value(PLACES, "partnership_code", "sectoral_partnerships_total"),
                                answer.question().period().code())));
    }

    private static Sentence mostSubmitted(Answer answer) {
        long applications = answer.observations().stream()
                .filter(each -> each.measure().equals(APPLICATIONS))
                .mapToLong(Observation::value)
                .sum();
        return Sentence.of(
                "report.headline.actions",
                applications,
                answer.question().period().code());
    }
}
