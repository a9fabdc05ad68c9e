package be.leermeester.portal.dossier;

import be.leermeester.kernel.Visit;
import be.leermeester.portal.export.TableFile;
import be.leermeester.portal.rows.ListFile;
import java.util.List;

/// The list of dossiers as a file.
final class RecognitionFile {

    static final int MAX_ROWS = ListFile.MAX_ROWS;

    private static final List<String> COLUMNS = List.of(
            "dossier.id",
            "dossier.status",
            "dossier.status-since",
            "dossier.automatic-column",
            "dossier.submitted",
            "dossier.submitted-by",
            "dossier.decide-by",
            "dossier.valid-until",
            "dossier.company",
            "dossier.enterprise-number",
            "dossier.establishment-number",
            "dossier.address",
            "dossier.municipality",
            "dossier.province",
            "dossier.programme-code",
            "dossier.programme",
            "dossier.partnership",
            "dossier.valid-mentors");

    private RecognitionFile() {}

    static TableFile of(Visit visit, String sentence, List<DossierRow> rows) {
        return ListFile.of(
                visit,
                "dossier.list.title",
                sentence,
                COLUMNS,
                rows.stream()
                        .map(row -> ListFile.row(
                                row.id(),
                                visit.say("term.recognition." + row.status()),
                                row.since(),
                                visit.say(row.automatic() ? "rows.yes" : "rows.no"),
                                row.submittedOn(),
                                visit.say("term.submitted-by." + row.submittedBy()),
                                row.decideBy() == null ? null : row.decideBy().minusDays(1),
                                row.validUntil(),
                                row.company().name(),
                                row.company().written(),
                                row.establishment().written(),
                                row.establishment().address(),
                                row.establishment().municipality(),
                                row.establishment().province(),
                                row.programmeCode(),
                                row.programme(),
                                row.partnership(),
                                row.mentors()))
                        .toList());
    }
}
