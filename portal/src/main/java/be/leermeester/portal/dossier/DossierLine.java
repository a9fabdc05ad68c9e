package be.leermeester.portal.dossier;

import be.leermeester.portal.status.RecognitionStatus;
import java.time.LocalDate;
import java.util.List;

/// A dossier for the template `dossier/rows`, which wants them as `rows`.
public record DossierLine(DossierRow dossier, OutlookView outlook, boolean withoutMentor) {

    public static List<DossierLine> of(List<DossierRow> rows, LocalDate today) {
        return rows.stream()
                .map(row -> new DossierLine(
                        row,
                        OutlookView.of(row.outlook(today)),
                        row.status() == RecognitionStatus.APPROVED && row.mentors() == 0))
                .toList();
    }
}
