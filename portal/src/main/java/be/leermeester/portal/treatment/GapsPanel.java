package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Of a partial approval, what the workplace covers and what not, for everybody who sees the dossier: the school has to
/// know what it fills in (R7).
final class GapsPanel implements DossierPanel {

    private final Db db;

    GapsPanel(Db db) {
        this.db = db;
    }

    record Gaps(List<Activity> open, List<Activity> covered) {}

    /// @param plan who fills it in, `""` where nobody does
    record Activity(String text, boolean covered, String plan) {}

    @Override
    public String template() {
        return "treatment/gaps";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        if (dossier.status() != RecognitionStatus.APPROVED) {
            return Future.succeededFuture(null);
        }
        return TreatmentQueries.gaps(db.reads(), dossier.id())
                .map(found -> found.isEmpty()
                        ? null
                        : new Gaps(
                                found.stream().filter(row -> !row.covered()).toList(),
                                found.stream().filter(Activity::covered).toList()));
    }
}
