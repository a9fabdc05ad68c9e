package be.leermeester.portal.admin;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.signin.Accounts;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One person: the roles, given and taken here, the accounts and the invitations. A role that was taken is gone at
/// once, on every server.
public final class PersonPages implements Feature {

    /// What can be given; MENTOR follows from a mentor application (domain.md 9.20).
    private static final List<Role> GIVEN =
            Arrays.stream(Role.values()).filter(role -> role != Role.MENTOR).toList();

    record Choice(Role role, boolean chosen) {}

    record Model(
            PeopleQueries.Line person,
            List<PeopleQueries.Account> accounts,
            List<PeopleQueries.Invited> invitations,
            List<Choice> choices,
            Map<String, String> values,
            List<Form.Error> errors) {}

    private final Db db;
    private final Accounts accounts;
    private final Outbox outbox;

    public PersonPages(Db db, Accounts accounts, Outbox outbox) {
        this.db = db;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @Override
    public void mount(Routes routes) {
        Access admin = Access.roles(Role.ADMIN);
        routes.acts(HttpMethod.GET, "/admin/people/:id", admin, this::show);
        routes.acts(HttpMethod.POST, "/admin/people/:id/grant", admin, this::grant);
        routes.acts(HttpMethod.POST, "/admin/people/:id/revoke", admin, this::revoke);
        routes.acts(HttpMethod.POST, "/admin/people/:id/unlink", admin, this::unlink);
    }

    private Reply show(Visit visit) {
        return Reply.view("admin/person", model(visit, person(visit), Map.of(), List.of()));
    }

    private Reply grant(Visit visit) {
        PeopleQueries.Line person = person(visit);
        Form form = visit.form();
        Optional<Role> role = roleIn(form.text("role", 20));
        String scope = form.optional("scope", 80);
        if (form.valid() && (role.isEmpty() || !GIVEN.contains(role.get()))) {
            form.refuse("role", "admin.person.grant.role.unknown");
        } else if (form.valid()
                && !RoleQueries.scopeExists(db.reads(), new Grant(role.get(), scope))
                        .await()
                && !(role.get() == Role.MONITOR && scope.isEmpty())) {
            form.refuse("scope", "admin.person.grant.scope.unknown");
        }
        if (!form.valid() || role.isEmpty()) {
            return new Reply.View("admin/person", model(visit, person, form.values(), form.errors()), 422);
        }
        Grant grant = new Grant(role.get(), scope);
        accounts.change(connection -> {
            if (RoleQueries.grant(connection, person.id(), grant).await()) {
                record(connection, "RoleGranted", visit, person, grant);
            }
            return true;
        });
        return back(person);
    }

    private Reply revoke(Visit visit) {
        PeopleQueries.Line person = person(visit);
        Form form = visit.form();
        Grant grant = new Grant(
                roleIn(form.given("role", 20)).orElseThrow(() -> new Problem.BadRequest("problem.field", "role")),
                form.given("scope", 80));
        accounts.change(connection -> {
            if (grant.role() == Role.ADMIN
                    && RoleQueries.lockAdministrators(connection).await() < 2) {
                throw new Problem.Conflict("admin.problem.last");
            }
            if (RoleQueries.revoke(connection, person.id(), grant).await()) {
                record(connection, "RoleRevoked", visit, person, grant);
            }
            return true;
        });
        return back(person);
    }

    private Reply unlink(Visit visit) {
        PeopleQueries.Line person = person(visit);
        Form form = visit.form();
        Accounts.Account account = new Accounts.Account(form.given("issuer", 500), form.given("subject", 500));
        accounts.change(connection -> {
            if (accounts.unlink(connection, account, person.id())) {
                JsonObject payload = new JsonObject().put("issuer", account.issuer());
                outbox.append(connection, event("AccountUnlinked", visit, person, payload))
                        .await();
            }
            return true;
        });
        return back(person);
    }

    private void record(SqlConnection connection, String type, Visit visit, PeopleQueries.Line person, Grant grant) {
        JsonObject payload = new JsonObject().put("role", grant.role().name()).put("scope", grant.scope());
        outbox.append(connection, event(type, visit, person, payload)).await();
    }

    private static Event event(String type, Visit visit, PeopleQueries.Line person, JsonObject payload) {
        return new Event(
                type,
                "person:" + person.id(),
                visit.identity().personId(),
                List.of("admins", "person:" + person.id()),
                payload);
    }

    private Model model(Visit visit, PeopleQueries.Line person, Map<String, String> values, List<Form.Error> errors) {
        var now = visit.time().now().atOffset(ZoneOffset.UTC);
        String chosen = values.getOrDefault("role", "");
        return new Model(
                person,
                PeopleQueries.accounts(db.reads(), person.id()).await(),
                PeopleQueries.invitations(db.reads(), person.id(), now).await(),
                GIVEN.stream()
                        .map(role -> new Choice(role, role.name().equals(chosen)))
                        .toList(),
                values,
                errors);
    }

    private PeopleQueries.Line person(Visit visit) {
        PeopleQueries.Line person =
                PeopleQueries.find(db.reads(), visit.params().id("id")).await();
        if (person == null) {
            throw new Problem.NotFound();
        }
        return person;
    }

    private static Optional<Role> roleIn(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private static Reply back(PeopleQueries.Line person) {
        return Reply.redirect("/admin/people/" + person.id());
    }
}
