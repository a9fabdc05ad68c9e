package be.leermeester.portal.invitation;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.mail.Addressee;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where somebody invites a person: an administrator anybody, a handler the mentors of the own partnership. Only an
/// administrator says where the mail goes: whoever chooses the mailbox chooses who becomes that person.
public final class InvitePages implements Feature {

    private static final int MAX_REASON = 500;

    record Model(
            InvitationQueries.Invitee person,
            boolean choosesEmail,
            boolean sent,
            int days,
            Map<String, String> values,
            List<Form.Error> errors) {

        public @Nullable String emailError() {
            return errorOf("email");
        }

        public @Nullable String reasonError() {
            return errorOf("reason");
        }

        private @Nullable String errorOf(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(Form.Error::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Db db;
    private final InvitePerson invite;
    private final Outbox outbox;

    public InvitePages(Db db, InvitePerson invite, Outbox outbox) {
        this.db = db;
        this.invite = invite;
        this.outbox = outbox;
    }

    @Override
    public void mount(Routes routes) {
        Access inviters = Access.roles(Role.ADMIN, Role.HANDLER);
        routes.acts(HttpMethod.GET, "/people/:id/invite", inviters, this::form);
        routes.acts(HttpMethod.POST, "/people/:id/invite", inviters, this::submit);
    }

    private Reply form(Visit visit) {
        InvitationQueries.Invitee person = invitee(visit);
        String email = Objects.requireNonNullElse(person.email(), "");
        boolean sent = visit.params().text("sent").equals("yes");
        return Reply.view("invitation/invite", model(visit, person, sent, Map.of("email", email), List.of()));
    }

    private Reply submit(Visit visit) {
        InvitationQueries.Invitee person = invitee(visit);
        Form form = visit.form();
        String reason = form.text("reason", MAX_REASON);
        String email = choosesEmail(visit) ? form.text("email", 200) : Objects.requireNonNullElse(person.email(), "");
        if (form.errors().isEmpty() && !email.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+")) {
            form.refuse("email", "invitation.invite.email.wrong");
        }
        if (!form.valid()) {
            Model model = model(visit, person, false, form.values(), form.errors());
            return new Reply.View("invitation/invite", model, 422);
        }
        Identity inviter = visit.identity();
        db.transact(connection -> {
            if (!email.equals(person.email())) {
                InvitationQueries.changeEmail(connection, person.id(), email).await();
                outbox.append(connection, emailChanged(person.id(), inviter)).await();
            }
            Addressee to = new Addressee(person.id(), person.name(), email, person.language());
            invite.invite(connection, to, inviter, reason);
            return true;
        });
        return Reply.redirect("/people/" + person.id() + "/invite?sent=yes");
    }

    private static Event emailChanged(String personId, Identity by) {
        return new Event(
                "PersonEmailChanged", "person:" + personId, by.personId(), List.of("admins"), new JsonObject());
    }

    private static Model model(
            Visit visit,
            InvitationQueries.Invitee person,
            boolean sent,
            Map<String, String> values,
            List<Form.Error> errors) {
        return new Model(person, choosesEmail(visit), sent, InvitePerson.DAYS, values, errors);
    }

    private static boolean choosesEmail(Visit visit) {
        return visit.identity().has(Role.ADMIN);
    }

    private InvitationQueries.Invitee invitee(Visit visit) {
        List<String> partnerships =
                choosesEmail(visit) ? null : visit.identity().scopes(Role.HANDLER);
        InvitationQueries.Invitee person = InvitationQueries.invitee(
                        db.reads(), visit.params().id("id"), partnerships)
                .await();
        if (person == null) {
            throw new Problem.NotFound();
        }
        return person;
    }
}
