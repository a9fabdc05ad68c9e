package be.leermeester.portal.application;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.DraftQueries.DraftRow;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.company.EnterpriseNumber;
import be.leermeester.portal.mandate.Applicant;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.mandate.Mandates;
import be.leermeester.portal.rows.Held;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The applications that somebody is writing: begin one, go on with one, throw one away.
public final class ApplicationPages implements Feature {

    /// Who writes applications at all; a handler only as a consultant under mandate.
    static final Access WRITERS = Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER);

    private final Drafts drafts;
    private final Reviews reviews;

    ApplicationPages(Drafts drafts, Reviews reviews) {
        this.drafts = drafts;
        this.reviews = reviews;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/applications", WRITERS, this::list);
        routes.acts(HttpMethod.POST, "/applications", WRITERS, this::begin);
        routes.acts(HttpMethod.GET, "/applications/new", WRITERS, visit -> choose(visit, FormView.EMPTY));
        routes.acts(
                HttpMethod.GET, "/applications/:id", WRITERS, visit -> drafts.step(visit, open -> tasks(visit, open)));
        routes.acts(HttpMethod.GET, "/applications/:id/delete", WRITERS, visit -> drafts.step(visit, this::confirm));
        routes.acts(HttpMethod.POST, "/applications/:id/delete", WRITERS, this::delete);
    }

    /// @param mandated whether it is written under a mandate
    record Line(
            String id,
            String company,
            boolean mandated,
            int programmes,
            int mentors,
            Instant changedAt,
            String changedBy) {

        static Line of(DraftRow row) {
            return new Line(
                    row.id(),
                    row.company(),
                    row.holder() != null,
                    row.draft().programmes().size(),
                    row.draft().mentors().size(),
                    row.changedAt(),
                    row.changedBy());
        }
    }

    record Overview(List<Line> drafts, boolean deleted) {}

    record Choose(List<ClientQueries.Client> clients, String query, boolean asks, boolean many, FormView form) {}

    private Reply list(Visit visit) {
        Identity identity = visit.identity();
        List<Line> lines =
                DraftQueries.open(drafts.db().reads(), identity.scopes(Role.COMPANY), holders(identity)).stream()
                        .map(Line::of)
                        .toList();
        return Reply.view(
                "application/list",
                new Overview(lines, visit.params().text("deleted").equals("yes")));
    }

    private static List<String> holders(Identity identity) {
        return Stream.concat(identity.scopes(Role.SCHOOL).stream(), identity.scopes(Role.HANDLER).stream())
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private Reply choose(Visit visit, FormView form) {
        Identity identity = visit.identity();
        String query = visit.params().text("q");
        List<ClientQueries.Client> clients = ClientQueries.find(
                drafts.db().reads(),
                identity.scopes(Role.COMPANY),
                new Held(
                        identity.scopes(Role.SCHOOL),
                        identity.scopes(Role.HANDLER),
                        visit.time().today()),
                query);
        boolean asks = !query.isEmpty() || clients.size() > 5;
        Choose page = new Choose(clients, query, asks, clients.size() == ClientQueries.MOST, form);
        return new Reply.View("application/new", page, form.status());
    }

    private Reply begin(Visit visit) {
        Form form = visit.form();
        String typed = form.given("enterprise", 40);
        EnterpriseNumber enterprise = EnterpriseNumber.parse(typed).orElse(null);
        if (enterprise == null) {
            form.refuse("enterprise", "application.new.choose");
            return choose(visit, FormView.of(form));
        }
        Identity identity = visit.identity();
        Applicant applicant = Mandates.applicant(
                        drafts.db().reads(),
                        identity,
                        Errand.of(enterprise.digits(), Errand.Kind.FILE),
                        visit.time().today())
                .await();
        return Reply.redirect("/applications/" + drafts.begin(applicant, identity.personId()));
    }

    private Reply tasks(Visit visit, Open open) {
        return Reply.view("application/tasks", reviews.of(open, visit.time().today()));
    }

    record Confirm(String id, String company, @Nullable Instant changedAt, String changedBy) {}

    private Reply confirm(Open open) {
        DraftRow row = open.row();
        return Reply.view("application/delete", new Confirm(row.id(), row.company(), row.changedAt(), row.changedBy()));
    }

    private Reply delete(Visit visit) {
        Drafts.version(visit.form());
        return drafts.step(visit, open -> {
            reviews.papers().discard(open.row().id());
            return Reply.redirect("/applications?deleted=yes");
        });
    }
}
