package be.leermeester.portal.invitation;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.server.Fingerprint;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Invites a person: a code that only the mail carries, good for thirty days. An earlier invitation ends with it.
public final class InvitePerson {

    public static final int DAYS = 30;

    private final Messages messages;
    private final Post post;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    public InvitePerson(Messages messages, Post post, Outbox outbox, Ids ids, Time time) {
        this.messages = messages;
        this.post = post;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// On a virtual thread, inside a transaction.
    ///
    /// @param to a person that exists, with the address where the mail goes
    void invite(SqlConnection connection, Addressee to, Identity inviter, String reason) {
        invite(connection, to, inviter, reason, null);
    }

    /// As above, and who accepts gets a role with it, whichever known person that turns out to be. Whether the inviter
    /// may give it is the caller's to know.
    public void invite(SqlConnection connection, Addressee to, Identity inviter, String reason, @Nullable Grant grant) {
        String code = ids.secret();
        Instant now = time.now();
        Invitation invitation = new Invitation(
                ids.next().toString(),
                to.personId(),
                to.name(),
                inviter.personId(),
                inviter.name(),
                reason,
                now,
                Time.startOf(time.today().plusDays(DAYS + 1L)),
                null,
                null,
                grant);
        InvitationQueries.endOpen(connection, to.personId(), now).await();
        InvitationQueries.insert(connection, invitation, Fingerprint.ofSecret(code))
                .await();
        post.enqueue(connection, new Post.Occasion("INVITATION", invitation.id()), to, letter(invitation, to, code))
                .await();
        outbox.append(
                        connection,
                        new Event(
                                "PersonInvited",
                                "person:" + to.personId(),
                                inviter.personId(),
                                grant == null
                                        ? List.of("admins", "person:" + inviter.personId())
                                        : List.of("admins", "person:" + inviter.personId(), grant.audienceKey()),
                                new JsonObject().put("invitation", invitation.id())))
                .await();
    }

    private Letter letter(Invitation invitation, Addressee to, String code) {
        Locale language = to.locale();
        String until = DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(invitation.lastDay());
        return new Letter(
                messages.say(language, "invitation.mail.subject", until),
                messages.say(language, "invitation.mail.opening", invitation.inviter(), until),
                List.of(
                        messages.say(language, "invitation.mail.reason", invitation.reason()),
                        messages.say(language, "invitation.mail.how"),
                        messages.say(language, "invitation.mail.decline")),
                new Letter.Action(messages.say(language, "invitation.mail.action"), "/invitation/" + code));
    }
}
