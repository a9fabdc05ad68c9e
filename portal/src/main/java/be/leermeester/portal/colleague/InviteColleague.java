package be.leermeester.portal.colleague;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.portal.invitation.InvitePerson;
import be.leermeester.portal.mail.Addressee;
import io.vertx.sqlclient.SqlConnection;
import java.util.Locale;

/// Invites somebody by name and address: a person without any role yet, who gets it by accepting. Inviting the same
/// address again sends a new mail for the same invitation.
final class InviteColleague {

    private final InvitePerson invite;
    private final Messages messages;
    private final Ids ids;
    private final Time time;

    InviteColleague(InvitePerson invite, Messages messages, Ids ids, Time time) {
        this.invite = invite;
        this.messages = messages;
        this.ids = ids;
        this.time = time;
    }

    /// On a virtual thread, inside a transaction.
    ///
    /// @param company its name, which the mail says
    void invite(SqlConnection connection, Grant grant, String company, ColleaguePages.Typed typed, Identity inviter) {
        ColleagueQueries.lock(connection, grant.scope()).await();
        String person = ColleagueQueries.invitedAt(connection, grant.scope(), typed.email(), time.now())
                .await();
        if (person == null) {
            person = ids.next().toString();
            ColleagueQueries.insertPerson(connection, person, typed).await();
        }
        Locale language = Messages.language(typed.language());
        Addressee to = new Addressee(
                person, typed.firstName() + " " + typed.lastName(), typed.email(), language.getLanguage());
        invite.invite(connection, to, inviter, messages.say(language, "colleague.mail.reason", company), grant);
    }
}
