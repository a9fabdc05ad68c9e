package be.leermeester.portal.invitation;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.server.Fingerprint;
import be.leermeester.portal.server.Visits;
import be.leermeester.portal.signin.Accounts;
import be.leermeester.portal.signin.Session;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the invited person sees and answers. Whoever holds the code may read it; accepting takes a sign-in and ties
/// that account to the person.
public final class InvitationPages implements Feature {

    private static final Set<String> DECLINES = Set.of("NOT_ME", "LEFT");

    /// @param account the name of the account that would be tied, null for somebody who has not signed in
    /// @param known whether that account is a known person's, who stays that person
    record Model(
            String code, Invitation invitation, @Nullable String account, boolean known) {}

    record Declined(Invitation invitation) {}

    private final Db db;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Time time;

    public InvitationPages(Db db, Accounts accounts, Outbox outbox, Time time) {
        this.db = db;
        this.accounts = accounts;
        this.outbox = outbox;
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/invitation/:code", Access.anyone(), this::show);
        routes.acts(HttpMethod.POST, "/invitation/:code/accept", Access.signedIn(), this::accept);
        routes.acts(HttpMethod.POST, "/invitation/:code/decline", Access.anyone(), this::decline);
    }

    private Future<Reply> show(Visit visit) {
        String code = visit.params().id("code");
        Identity visitor = visit.visitor().orElse(null);
        return InvitationQueries.find(db.reads(), Fingerprint.ofSecret(code)).map(found -> {
            Invitation invitation = requireKnown(found);
            if (invitation.acceptedAt() != null
                    && visitor != null
                    && visitor.personId().equals(invitation.personId())) {
                return Reply.redirect("/");
            }
            requireOpen(invitation, time.now());
            return Reply.view("invitation/show", model(code, invitation, visitor));
        });
    }

    private static Model model(String code, Invitation invitation, @Nullable Identity visitor) {
        boolean known = visitor != null && !visitor.personId().isEmpty() && invitation.grant() != null;
        return new Model(code, invitation, visitor == null ? null : visitor.name(), known);
    }

    private Reply accept(Visit visit) {
        String sessionId = Visits.sessionId(visit.context());
        Session session = sessionId == null ? null : accounts.session(sessionId);
        if (session == null) {
            throw new Problem.SignInRequired();
        }
        byte[] hash = Fingerprint.ofSecret(visit.params().id("code"));
        accounts.change(connection -> {
            Invitation invitation =
                    requireKnown(InvitationQueries.lock(connection, hash).await());
            requireOpen(invitation, time.now());
            String person = accepting(connection, session, invitation);
            InvitationQueries.accept(connection, invitation.id(), time.now()).await();
            outbox.append(connection, event("InvitationAccepted", invitation, person, new JsonObject()))
                    .await();
            give(connection, invitation, person);
            return true;
        });
        return Reply.redirect("/");
    }

    /// Who it turns out to be. Somebody known already stays who they are and only gets the role; an account that is
    /// nobody's yet becomes the invited person's.
    private String accepting(SqlConnection connection, Session session, Invitation invitation) {
        String known = session.identity().personId();
        if (invitation.grant() != null && !known.isEmpty()) {
            return known;
        }
        Accounts.Account account = new Accounts.Account(session.issuer(), session.subject());
        requireDone(accounts.link(connection, account, invitation.personId()), session, invitation);
        return invitation.personId();
    }

    private void give(SqlConnection connection, Invitation invitation, String person) {
        Grant grant = invitation.grant();
        if (grant == null || !InvitationQueries.give(connection, person, grant).await()) {
            return;
        }
        JsonObject payload = new JsonObject().put("role", grant.role().name()).put("scope", grant.scope());
        List<String> audience = List.of("admins", "person:" + person, grant.audienceKey());
        outbox.append(connection, new Event("RoleGranted", "person:" + person, person, audience, payload))
                .await();
    }

    private Reply decline(Visit visit) {
        byte[] hash = Fingerprint.ofSecret(visit.params().id("code"));
        String as = visit.form().given("as", 10);
        if (!DECLINES.contains(as)) {
            throw new Problem.BadRequest("problem.field", "as");
        }
        Invitation declined = db.transact(connection -> {
            Invitation invitation =
                    requireKnown(InvitationQueries.lock(connection, hash).await());
            requireOpen(invitation, time.now());
            InvitationQueries.decline(connection, invitation.id(), time.now(), as)
                    .await();
            String actor = visit.visitor().map(Identity::personId).orElse("visitor");
            Event event = event("InvitationDeclined", invitation, actor, new JsonObject().put("as", as));
            outbox.append(connection, event).await();
            return invitation;
        });
        return Reply.view("invitation/declined", new Declined(declined));
    }

    private static Event event(String type, Invitation invitation, String actor, JsonObject payload) {
        return new Event(
                type,
                "person:" + invitation.personId(),
                actor,
                List.of("admins", "person:" + invitation.invitedBy()),
                payload.put("invitation", invitation.id()));
    }

    private static Invitation requireKnown(@Nullable Invitation invitation) {
        if (invitation == null) {
            throw new Problem.NotFound();
        }
        return invitation;
    }

    private static void requireOpen(Invitation invitation, Instant now) {
        switch (invitation.state(now)) {
            case OPEN -> {}
            case ACCEPTED -> throw new Problem.Conflict("invitation.problem.accepted");
            case DECLINED -> throw new Problem.Conflict("invitation.problem.declined");
            case EXPIRED -> throw new Problem.Conflict("invitation.problem.expired", invitation.inviter());
        }
    }

    private static void requireDone(Accounts.Linking linking, Session session, Invitation invitation) {
        switch (linking) {
            case DONE -> {}
            case ACCOUNT_OF_ANOTHER ->
                throw new Problem.Conflict(
                        "invitation.problem.account", session.identity().name());
            case PERSON_HAS_ANOTHER -> throw new Problem.Conflict("invitation.problem.person", invitation.personName());
        }
    }
}
