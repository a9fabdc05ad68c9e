package be.leermeester.portal.report;

import be.leermeester.kernel.Problem;
import java.util.List;
import java.util.stream.Stream;

/// All reports, in the order of the yearly report.
final class Catalogue {

    static final List<Report> ALL = Stream.of(
                    RecognitionReports.all(),
                    FigureReports.all(),
                    MentorReports.all(),
                    AgreementReports.all(),
                    ContactReports.all(),
                    AppealReports.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /// Throws [Problem.NotFound] where there is none of that id.
    static Report get(String id) {
        return ALL.stream().filter(report -> report.id().equals(id)).findFirst().orElseThrow(Problem.NotFound::new);
    }
}
