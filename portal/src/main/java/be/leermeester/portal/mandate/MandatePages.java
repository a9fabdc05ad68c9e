package be.leermeester.portal.mandate;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who acts for a company: what they did, how far they may go, and how to take it back (R8).
public final class MandatePages implements Feature {

    private static final Access COMPANY = Access.roles(Role.COMPANY);
    private static final int FEW = 3;

    record Line(Mandate mandate, List<MandateQueries.Deed> deeds) {}

    record Overview(
            String enterprise,
            String name,
            String written,
            List<RequestQueries.Request> requests,
            List<Line> standing,
            List<Line> past) {}

    /// @param done what was just done: given, limited or revoked; null for a plain look
    record One(
            Mandate mandate,
            List<MandateQueries.Deed> deeds,
            List<MandateQueries.Step> history,
            @Nullable String done) {}

    private final Db db;
    private final GiveMandate give;
    private final FileStore files;
    private final Outbox outbox;

    MandatePages(Db db, GiveMandate give, FileStore files, Outbox outbox) {
        this.db = db;
        this.give = give;
        this.files = files;
        this.outbox = outbox;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/company/mandates", COMPANY, this::list);
        routes.acts(HttpMethod.POST, "/company/mandates/requests/:id/decline", COMPANY, this::decline);
        routes.acts(HttpMethod.GET, "/company/mandates/:id", COMPANY, this::show);
        routes.acts(HttpMethod.GET, "/company/mandates/:id/revoke", COMPANY, this::sure);
        routes.acts(HttpMethod.POST, "/company/mandates/:id/revoke", COMPANY, this::revoke);
        routes.acts(
                HttpMethod.GET,
                "/mandates/:id/file",
                Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER),
                this::paper);
    }

    private Future<Reply> list(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        var company = GivingQueries.company(db.reads(), enterprise);
        var mandates =
                MandateQueries.ofCompany(db.reads(), enterprise, visit.time().today());
        var deeds = MandateQueries.deeds(db.reads(), enterprise);
        var requests = RequestQueries.ofCompany(db.reads(), enterprise);
        return Future.all(company, mandates, deeds, requests).map(_ -> {
            Mandate.Company found = company.result();
            List<Line> lines = mandates.result().stream()
                    .map(each -> new Line(each, of(each, deeds.result(), FEW)))
                    .toList();
            return Reply.view(
                    "mandate/list",
                    new Overview(
                            enterprise,
                            found == null ? enterprise : found.name(),
                            found == null ? enterprise : found.written(),
                            requests.result(),
                            lines.stream()
                                    .filter(line -> line.mandate().stands())
                                    .toList(),
                            lines.stream()
                                    .filter(line -> !line.mandate().stands())
                                    .toList()));
        });
    }

    private static List<MandateQueries.Deed> of(Mandate mandate, List<MandateQueries.Deed> deeds, int most) {
        return deeds.stream()
                .filter(deed -> deed.mandateId().equals(mandate.id()))
                .limit(most)
                .toList();
    }

    private Reply show(Visit visit) {
        Mandate mandate = own(visit);
        String done = visit.params().text("done");
        return Reply.view(
                "mandate/show",
                new One(
                        mandate,
                        of(
                                mandate,
                                MandateQueries.deeds(
                                                db.reads(), mandate.company().number())
                                        .await(),
                                50),
                        MandateQueries.history(db.reads(), mandate).await(),
                        List.of("given", "limited", "revoked").contains(done) ? done : null));
    }

    private Reply sure(Visit visit) {
        return Reply.view("mandate/revoke", own(visit));
    }

    private Reply revoke(Visit visit) {
        Mandate mandate = own(visit);
        db.transact(connection -> {
            give.revoke(connection, mandate, visit.identity());
            return true;
        });
        return Reply.redirect("/company/mandates/" + mandate.id() + "?done=revoked");
    }

    private Reply decline(Visit visit) {
        List<RequestQueries.Request> found =
                RequestQueries.one(db.reads(), visit.params().id("id")).await();
        for (RequestQueries.Request request : found) {
            String company = "company:" + request.company().number();
            Own.require(visit.identity(), request.company().number());
            db.transact(connection -> {
                String by = visit.identity().personId();
                if (RequestQueries.decline(
                                connection, request.id(), by, visit.time().now())
                        .await()) {
                    JsonObject payload = new JsonObject().put("request", request.id());
                    List<String> audience = List.of(company, request.holder().audienceKey(), "admins");
                    outbox.append(connection, new Event("MandateDeclined", company, by, audience, payload))
                            .await();
                }
                return true;
            });
        }
        return Reply.redirect("/company/mandates");
    }

    private Reply paper(Visit visit) {
        Mandate mandate = known(visit);
        Identity identity = visit.identity();
        Mandate.Holder holder = mandate.holder();
        boolean holds = mandate.stands() && identity.has(Role.valueOf(holder.role()), holder.code());
        if (!holds && !identity.has(Role.COMPANY, mandate.company().number())) {
            throw new Problem.NotFound();
        }
        String hash = mandate.fileHash();
        String name = mandate.fileName();
        if (hash == null) {
            throw new Problem.NotFound();
        }
        return new Reply.FileDownload(
                name == null ? "machtiging" : name,
                GivingQueries.mediaType(db.reads(), hash).await(),
                files.locate(hash).toString());
    }

    private Mandate own(Visit visit) {
        return Own.mandate(db, visit);
    }

    private Mandate known(Visit visit) {
        return Own.known(db, visit);
    }
}
