package be.leermeester.portal.treatment;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The letters of a dossier as they were sent, for the partnership, the company and whoever was written to.
public final class LetterPages implements Feature, DossierPanel {

    private final Db db;
    private final FileStore files;

    LetterPages(Db db, FileStore files) {
        this.db = db;
        this.files = files;
    }

    @Override
    public void mount(Routes routes) {
        Access readers = Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER);
        routes.acts(HttpMethod.GET, "/recognitions/:id/letters/:letter", readers, this::download);
    }

    private Reply download(Visit visit) {
        Treated dossier =
                TreatmentQueries.find(db.reads(), visit.params().id("id")).await();
        if (dossier == null) {
            throw new Problem.NotFound();
        }
        String asked = visit.params().id("letter");
        LetterQueries.Sent letter = LetterQueries.sent(db.reads(), dossier.id()).await().stream()
                .filter(sent -> sent.id().equals(asked))
                .filter(sent -> mayRead(
                        visit, dossier.partnershipCode(), dossier.company().number(), sent))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        String path = files.locate(letter.fileHash()).toString();
        return new Reply.FileDownload(dossier.id() + "-" + letter.seq() + ".pdf", "application/pdf", path);
    }

    private static boolean mayRead(Visit visit, String partnership, String enterprise, LetterQueries.Sent letter) {
        Scope scope = Scope.of(visit.identity());
        return DeedPages.scope(visit).handles(partnership)
                || scope.isCompany(enterprise)
                || visit.identity().personId().equals(letter.personId());
    }

    record Panel(String id, List<LetterQueries.Sent> letters) {}

    @Override
    public String template() {
        return "treatment/letters";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        return LetterQueries.sent(db.reads(), dossier.id()).map(found -> {
            List<LetterQueries.Sent> mine = found.stream()
                    .filter(letter -> mayRead(
                            visit, dossier.partnershipCode(), dossier.company().number(), letter))
                    .toList();
            return mine.isEmpty() ? null : new Panel(dossier.id(), mine);
        });
    }
}
