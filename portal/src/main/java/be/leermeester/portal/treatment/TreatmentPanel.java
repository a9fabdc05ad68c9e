package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.status.Outlook;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the handler does next with the dossier: one obvious act on top, the others behind it.
final class TreatmentPanel implements DossierPanel {

    private final Db db;

    TreatmentPanel(Db db) {
        this.db = db;
    }

    /// @param next null where it is the applicant's turn, or nothing is left to do
    /// @param done the path of what was just done, `""` for nothing
    record Panel(
            String id,
            int seq,
            @Nullable Choice next,
            List<Choice> others,
            @Nullable String handler,
            boolean mine,
            boolean byLaw,
            boolean incomplete,
            long checked,
            long notes,
            List<Waiting> waiting,
            String done) {

        /// Whether it is told that nobody handles it: only where somebody should.
        public boolean orphan() {
            return handler == null && (next != null || incomplete);
        }

        public boolean justDone() {
            return !done.isEmpty();
        }

        public String doneKey() {
            return "treatment." + done + ".done";
        }
    }

    /// A mentor named on a recognition, who waits for a decision.
    record Waiting(String personId, String name) {}

    /// @param atOnce whether it takes no form: a button does it
    record Choice(String path, boolean atOnce) {
        public String buttonKey() {
            return "treatment." + path + ".button";
        }

        public String titleKey() {
            return "treatment." + path + ".title";
        }

        public String effectKey() {
            return "treatment." + path + ".effect";
        }

        static Choice of(Deed deed) {
            return new Choice(deed.path(), deed == Deed.REVIEW);
        }
    }

    @Override
    public String template() {
        return "treatment/panel";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        if (!DeedPages.scope(visit).handles(dossier.partnershipCode())) {
            return Future.succeededFuture(null);
        }
        var found = TreatmentQueries.find(db.reads(), dossier.id());
        var work = TreatmentQueries.work(db.reads(), dossier.id());
        Future<List<Waiting>> waiting = dossier.status() == RecognitionStatus.APPROVED
                ? TreatmentQueries.waiting(db.reads(), dossier.id())
                : Future.succeededFuture(List.of());
        return Future.all(found, work, waiting).map(_ -> {
            Treated treated = found.result();
            return treated == null ? null : panel(visit, dossier, treated, work.result(), waiting.result());
        });
    }

    private static Panel panel(
            Visit visit, DossierRow row, Treated dossier, TreatmentQueries.Work work, List<Waiting> waiting) {
        boolean byLaw = row.outlook(visit.time().today()) instanceof Outlook.ApprovedByLaw;
        List<Choice> choices = byLaw
                ? List.of()
                : Deed.of(dossier.status()).stream().map(Choice::of).toList();
        boolean obvious = !choices.isEmpty() && !choices.getFirst().path().equals(Deed.REVOKE.path());
        String done = visit.params().text("done");
        return new Panel(
                dossier.id(),
                dossier.seq(),
                obvious ? choices.getFirst() : null,
                obvious ? choices.subList(1, choices.size()) : choices,
                dossier.handler(),
                visit.identity().personId().equals(dossier.handlerId()),
                byLaw,
                dossier.status() == RecognitionStatus.INCOMPLETE,
                work.checks(),
                work.notes(),
                waiting,
                done.equals("contact")
                                || done.equals("mentor")
                                || Arrays.stream(Deed.values())
                                        .anyMatch(deed -> deed.path().equals(done))
                        ? done
                        : "");
    }
}
