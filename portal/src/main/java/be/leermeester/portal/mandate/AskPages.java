package be.leermeester.portal.mandate;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Ids;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a school or a consultant asks a company for a mandate: the company gets a mail and finds it among what is
/// asked of it.
public final class AskPages implements Feature {

    private static final int MAX_REASON = 500;

    record Finding(String typed, List<RequestQueries.Candidate> found) {}

    /// @param consultant whether it is for a consultant, who says in which quality
    record Asking(
            Mandate.Company company,
            Mandate.Holder holder,
            boolean consultant,
            Map<String, String> values,
            List<Form.Error> errors) {

        public @Nullable String reasonError() {
            return errors.stream().map(Form.Error::message).findFirst().orElse(null);
        }
    }

    private final Db db;
    private final MandateMail mail;
    private final Outbox outbox;
    private final Ids ids;

    AskPages(Db db, MandateMail mail, Outbox outbox, Ids ids) {
        this.db = db;
        this.mail = mail;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/mandates/ask", HeldMandatePages.HOLDERS, this::find);
        routes.acts(HttpMethod.GET, "/mandates/ask/:enterprise", HeldMandatePages.HOLDERS, this::form);
        routes.acts(HttpMethod.POST, "/mandates/ask/:enterprise", HeldMandatePages.HOLDERS, this::submit);
    }

    private Future<Reply> find(Visit visit) {
        String typed = visit.params().text("q");
        return RequestQueries.candidates(db.reads(), typed)
                .map(found -> Reply.view("mandate/ask-find", new Finding(typed, found)));
    }

    private Reply form(Visit visit) {
        Mandate.Holder holder = holder(visit, "");
        return Reply.view("mandate/ask", asking(company(visit), holder, Map.of(), List.of()));
    }

    private Reply submit(Visit visit) {
        Mandate.Company company = company(visit);
        Form form = visit.form();
        Mandate.Holder holder = holder(visit, form.given("kind", 30));
        String reason = form.text("reason", MAX_REASON);
        if (!form.valid()) {
            return new Reply.View("mandate/ask", asking(company, holder, form.values(), form.errors()), 422);
        }
        String by = visit.identity().personId();
        RequestQueries.Request request = new RequestQueries.Request(
                ids.next().toString(),
                company,
                holder,
                reason,
                visit.identity().name(),
                visit.time().now());
        db.transact(connection -> {
            if (RequestQueries.insert(connection, request, by).await()) {
                String subject = "company:" + company.number();
                List<String> audience = List.of(subject, holder.audienceKey(), "admins");
                JsonObject payload =
                        new JsonObject().put("request", request.id()).put("holder", holder.code());
                outbox.append(connection, new Event("MandateAsked", subject, by, audience, payload))
                        .await();
                mail.ask(connection, request);
            }
            return true;
        });
        return Reply.redirect("/mandates?asked=yes");
    }

    private static Asking asking(
            Mandate.Company company, Mandate.Holder holder, Map<String, String> values, List<Form.Error> errors) {
        return new Asking(company, holder, !holder.kind().equals(Mandate.Holder.SCHOOL), values, errors);
    }

    /// Who asks, from the role in which somebody looks.
    private Mandate.Holder holder(Visit visit, String kind) {
        Grant as = HeldMandatePages.acting(visit.identity());
        String consultant = kind.equals("WORKPLACE_COUNSELLOR") ? kind : "SECTOR_CONSULTANT";
        Mandate.Holder holder = GivingQueries.holder(
                        db.reads(), as.role() == Role.SCHOOL ? Mandate.Holder.SCHOOL : consultant, as.scope())
                .await();
        if (holder == null) {
            throw new Problem.NotFound();
        }
        return holder;
    }

    private Mandate.Company company(Visit visit) {
        Mandate.Company company = GivingQueries.company(
                        db.reads(), visit.params().id("enterprise"))
                .await();
        if (company == null) {
            throw new Problem.NotFound();
        }
        return company;
    }
}
