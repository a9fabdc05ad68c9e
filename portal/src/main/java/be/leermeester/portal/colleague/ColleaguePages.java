package be.leermeester.portal.colleague;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.invitation.InvitePerson;
import be.leermeester.portal.signin.Accounts;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a company gives colleagues access, or the bookkeeper, and ends it (I4, U2). Whoever has access can do
/// everything for the company; the page says so. The last one cannot be shut out.
public final class ColleaguePages implements Feature {

    private static final Access COMPANY = Access.roles(Role.COMPANY);
    private static final String PATH = "/company/colleagues";
    private static final String EMAIL = "[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+";

    /// Whom somebody wants to invite.
    record Typed(String firstName, String lastName, String email, String language) {}

    record Line(ColleagueQueries.Colleague colleague, boolean self, boolean last) {}

    record Overview(
            String enterprise,
            String company,
            List<Line> colleagues,
            List<ColleagueQueries.Invited> invited,
            boolean sent,
            int days) {}

    record Inviting(String company, int days, Map<String, String> values, List<Form.Error> errors) {
        public @Nullable String firstNameError() {
            return errorOf("firstName");
        }

        public @Nullable String lastNameError() {
            return errorOf("lastName");
        }

        public @Nullable String emailError() {
            return errorOf("email");
        }

        private @Nullable String errorOf(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(Form.Error::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Ending(String company, ColleagueQueries.Colleague colleague, boolean self) {}

    private final Db db;
    private final InviteColleague invite;
    private final Accounts accounts;
    private final Outbox outbox;

    ColleaguePages(Db db, InviteColleague invite, Accounts accounts, Outbox outbox) {
        this.db = db;
        this.invite = invite;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, COMPANY, this::list);
        routes.reads(PATH + "/invite", COMPANY, this::form);
        routes.acts(HttpMethod.POST, PATH + "/invite", COMPANY, this::submit);
        routes.acts(HttpMethod.POST, PATH + "/invitations/:id/withdraw", COMPANY, this::withdraw);
        routes.reads(PATH + "/:id/end", COMPANY, this::sure);
        routes.acts(HttpMethod.POST, PATH + "/:id/end", COMPANY, this::end);
    }

    private Future<Reply> list(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        String self = visit.identity().personId();
        boolean sent = visit.params().text("sent").equals("yes");
        var company = ColleagueQueries.company(db.reads(), enterprise);
        var colleagues = ColleagueQueries.colleagues(db.reads(), enterprise);
        var invited =
                ColleagueQueries.invited(db.reads(), enterprise, visit.time().now());
        return Future.all(company, colleagues, invited).map(_ -> {
            boolean last = colleagues.result().size() < 2;
            List<Line> lines = colleagues.result().stream()
                    .map(each -> new Line(each, each.id().equals(self), last))
                    .toList();
            String name = Objects.requireNonNullElse(company.result(), enterprise);
            return Reply.view(
                    "colleague/list", new Overview(enterprise, name, lines, invited.result(), sent, InvitePerson.DAYS));
        });
    }

    private Future<Reply> form(Visit visit) {
        return ColleagueQueries.company(db.reads(), visit.scope(Role.COMPANY))
                .map(company -> Reply.view(
                        "colleague/invite",
                        new Inviting(
                                Objects.requireNonNullElse(company, ""),
                                InvitePerson.DAYS,
                                Map.of("language", visit.language().getLanguage()),
                                List.of())));
    }

    private Reply submit(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        String company = Objects.requireNonNullElse(
                ColleagueQueries.company(db.reads(), enterprise).await(), enterprise);
        Form form = visit.form();
        Typed typed = new Typed(
                form.text("firstName", 100), form.text("lastName", 100), form.text("email", 200), language(form));
        if (!typed.email().isEmpty() && !typed.email().matches(EMAIL)) {
            form.refuse("email", "invitation.invite.email.wrong");
        }
        if (!form.valid()) {
            return new Reply.View(
                    "colleague/invite", new Inviting(company, InvitePerson.DAYS, form.values(), form.errors()), 422);
        }
        db.transact(connection -> {
            invite.invite(connection, new Grant(Role.COMPANY, enterprise), company, typed, visit.identity());
            return true;
        });
        return Reply.redirect(PATH + "?sent=yes");
    }

    private static String language(Form form) {
        String given = form.given("language", 5);
        if (!given.isEmpty()
                && Messages.LANGUAGES.stream()
                        .noneMatch(each -> each.getLanguage().equals(given))) {
            throw new Problem.BadRequest("problem.field", "language");
        }
        return Messages.language(given).getLanguage();
    }

    private Reply withdraw(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        String id = visit.params().id("id");
        db.transact(connection -> {
            String person = ColleagueQueries.withdraw(
                            connection, enterprise, id, visit.time().now())
                    .await();
            if (person != null) {
                JsonObject payload = new JsonObject().put("invitation", id);
                outbox.append(connection, event("InvitationWithdrawn", visit, enterprise, person, payload))
                        .await();
            }
            return true;
        });
        return Reply.redirect(PATH);
    }

    private Future<Reply> sure(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        var company = ColleagueQueries.company(db.reads(), enterprise);
        return ColleagueQueries.colleague(db.reads(), enterprise, visit.params().id("id"))
                .compose(colleague -> company.map(name -> {
                    if (colleague == null) {
                        throw new Problem.NotFound();
                    }
                    boolean self = colleague.id().equals(visit.identity().personId());
                    return Reply.view(
                            "colleague/end", new Ending(Objects.requireNonNullElse(name, enterprise), colleague, self));
                }));
    }

    private Reply end(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        String person = visit.params().id("id");
        accounts.change(connection -> {
            int people = ColleagueQueries.lock(connection, enterprise).await();
            if (ColleagueQueries.colleague(connection, enterprise, person).await() == null) {
                return false;
            }
            if (people < 2) {
                throw new Problem.Conflict("colleague.problem.last");
            }
            JsonObject payload =
                    new JsonObject().put("role", Role.COMPANY.name()).put("scope", enterprise);
            ColleagueQueries.end(connection, enterprise, person).await();
            outbox.append(connection, event("RoleRevoked", visit, enterprise, person, payload))
                    .await();
            return true;
        });
        return Reply.redirect(person.equals(visit.identity().personId()) ? "/" : PATH);
    }

    private static Event event(String type, Visit visit, String enterprise, String person, JsonObject payload) {
        return new Event(
                type,
                "person:" + person,
                visit.identity().personId(),
                List.of("admins", "person:" + person, "company:" + enterprise),
                payload);
    }
}
