package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.http.HttpMethod;
import java.util.EnumSet;

/// The file of a piece of evidence, as an attachment, and a picture of it that we draw ourselves. For the mentor, the
/// handlers of its partnership and whoever uploaded it; whatever became of the company meanwhile (C7).
public final class EvidenceFilePages implements Feature {

    private static final Access WHO = Access.roles(Role.MENTOR, Role.COMPANY, Role.SCHOOL, Role.HANDLER);

    private final Db db;
    private final EvidenceStore store;

    EvidenceFilePages(Db db, EvidenceStore store) {
        this.db = db;
        this.store = store;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/evidence/:id/file", WHO, this::file);
        routes.acts(HttpMethod.GET, "/evidence/:id/picture", WHO, this::picture);
    }

    private Reply file(Visit visit) {
        Evidence evidence = seen(visit);
        String hash = evidence.fileHash();
        String name = evidence.fileName();
        String type = evidence.mediaType();
        if (hash == null || name == null || type == null) {
            throw new Problem.NotFound();
        }
        return new Reply.FileDownload(name, type, store.files().locate(hash).toString());
    }

    private Reply picture(Visit visit) {
        Evidence evidence = seen(visit);
        return new Reply.Content("image/jpeg", store.picture(evidence.fileHash(), evidence.mediaType()));
    }

    private Evidence seen(Visit visit) {
        Evidence evidence =
                EvidenceQueries.one(db.reads(), visit.params().id("id")).await();
        if (evidence == null || !maySee(visit.identity(), evidence)) {
            throw new Problem.NotFound();
        }
        return evidence;
    }

    private static boolean maySee(Identity identity, Evidence evidence) {
        return evidence.person().id().equals(identity.personId())
                || evidence.handedInBy().equals(identity.personId())
                || Scope.of(identity, EnumSet.of(Role.HANDLER))
                        .handles(evidence.duty().partnership());
    }
}
