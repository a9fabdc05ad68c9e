package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.AnswerQueries.Item;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.mandate.Mandates;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the applicant is asked on the page of a dossier, and can do there.
final class ApplicantPanel implements DossierPanel {

    /// To lodge an appeal, from the day on which the decision was told (S2:2057).
    static final int APPEAL_DAYS = 10;

    static final Set<RecognitionStatus> OPEN = EnumSet.of(
            RecognitionStatus.SUBMITTED,
            RecognitionStatus.INCOMPLETE,
            RecognitionStatus.IN_REVIEW,
            RecognitionStatus.ON_HOLD);

    private static final Set<RecognitionStatus> APPEALABLE =
            EnumSet.of(RecognitionStatus.REJECTED, RecognitionStatus.REVOKED);

    private final Db db;

    ApplicantPanel(Db db) {
        this.db = db;
    }

    /// @param items what is missing; empty where nothing is asked
    /// @param appealBy the last day to appeal; null where there is nothing to appeal against
    record View(
            String id,
            boolean incomplete,
            boolean open,
            boolean recognised,
            List<Item> items,
            List<DocumentQueries.Line> papers,
            @Nullable LocalDate toldOn,
            @Nullable LocalDate appealBy,
            boolean appealOver) {

        public long left() {
            return items.stream().filter(item -> !item.answered()).count();
        }
    }

    @Override
    public String template() {
        return "application/panel";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        LocalDate today = visit.time().today();
        return Mandates.applicant(
                        db.reads(), visit.identity(), dossier.company().number(), today)
                .map(_ -> true)
                .recover(refused -> refused instanceof Problem.Forbidden
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(refused))
                .compose(may -> may ? view(dossier, today) : Future.succeededFuture(null));
    }

    private Future<? extends @Nullable Object> view(DossierRow dossier, LocalDate today) {
        boolean incomplete = dossier.status() == RecognitionStatus.INCOMPLETE;
        boolean appealable = APPEALABLE.contains(dossier.status());
        LocalDate by = appealable ? dossier.since().plusDays(APPEAL_DAYS) : null;
        Future<List<Item>> items =
                incomplete ? AnswerQueries.items(db.reads(), dossier.id()) : Future.succeededFuture(List.of());
        Future<List<DocumentQueries.Line>> papers = DocumentQueries.of(db.reads(), dossier.id());
        return Future.all(items, papers)
                .map(_ -> new View(
                        dossier.id(),
                        incomplete,
                        OPEN.contains(dossier.status()),
                        dossier.status() == RecognitionStatus.APPROVED,
                        items.result(),
                        papers.result(),
                        appealable ? dossier.since() : null,
                        by,
                        by != null && today.isAfter(by)));
    }
}
