package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.DocumentQueries.Kept;
import be.leermeester.portal.mandate.Mandates;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// The papers of dossiers and drafts, for the company, for who handed them in under its mandate, and for the handlers
/// of the partnership; nobody else. That a handler reads one is kept.
public final class DocumentPages implements Feature {

    private final Db db;
    private final KeptFiles files;
    private final Outbox outbox;
    private final ForgetCriminalRecords forget;

    DocumentPages(Db db, KeptFiles files, Outbox outbox, Time time) {
        this.db = db;
        this.files = files;
        this.outbox = outbox;
        this.forget = new ForgetCriminalRecords(db, files, time);
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/documents/:id", ApplicationPages.WRITERS, this::download);
    }

    @Override
    public List<Subscriber> subscribers() {
        return List.of(forget);
    }

    private Reply download(Visit visit) {
        String id = visit.params().id("id");
        Kept kept = DocumentQueries.one(db.reads(), id);
        String hash = kept == null ? null : kept.hash();
        if (kept == null || hash == null) {
            throw new Problem.NotFound();
        }
        Identity identity = visit.identity();
        boolean handler = handles(identity, kept);
        if (!handler && !identity.has(Role.COMPANY, kept.enterprise())) {
            requireFiler(visit, kept);
        }
        if (handler) {
            read(visit, id, kept);
        }
        return new Reply.FileDownload(
                kept.name(), kept.mediaType(), files.locate(hash).toString());
    }

    private static boolean handles(Identity identity, Kept kept) {
        return !kept.application().isEmpty()
                && (identity.has(Role.HANDLER, kept.partnership()) || identity.has(Role.HANDLER, ""));
    }

    /// Who handed it in under a mandate reads it as long as that holds.
    private void requireFiler(Visit visit, Kept kept) {
        String holder = kept.filedAs();
        Identity identity = visit.identity();
        if (holder == null || !(identity.has(Role.SCHOOL, holder) || identity.has(Role.HANDLER, holder))) {
            throw new Problem.NotFound();
        }
        Mandates.applicant(db.reads(), identity, kept.enterprise(), visit.time().today())
                .await();
    }

    private void read(Visit visit, String id, Kept kept) {
        String reader = visit.identity().personId();
        db.transact(connection -> {
            DocumentQueries.seen(connection, id, reader, visit.time().now());
            return outbox.append(
                            connection,
                            new Event(
                                    "DocumentRead",
                                    "dossier:" + kept.application(),
                                    reader,
                                    List.of("partnership:" + kept.partnership()),
                                    new JsonObject().put("document", id).put("kind", kept.kind())))
                    .await();
        });
    }
}
