package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.admin.AdminPages;
import be.leermeester.portal.admin.PeoplePages;
import be.leermeester.portal.admin.PersonPages;
import be.leermeester.portal.api.DescriptionApi;
import be.leermeester.portal.clock.ClockPages;
import be.leermeester.portal.colleague.ColleagueFeatures;
import be.leermeester.portal.events.EventPages;
import be.leermeester.portal.events.EventsApi;
import be.leermeester.portal.glossary.GlossaryPages;
import be.leermeester.portal.invitation.InvitationPages;
import be.leermeester.portal.invitation.InvitePages;
import be.leermeester.portal.invitation.InvitePerson;
import be.leermeester.portal.mail.MailboxPages;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.server.HealthPages;
import be.leermeester.portal.signin.Accounts;
import java.net.URI;
import java.util.List;

/// The features for and around the administrator put together: mail, invitations, people and their roles.
///
/// @param issuer the sign-in provider, named to programs
record Administration(Tools tools, HealthPages health, String issuer) {

    List<Feature> features() {
        URI publicUrl = tools.settings().publicUrl();
        boolean captured = tools.settings().smtpUrl() == null;
        Accounts accounts = new Accounts(tools.db(), tools.sessions(), tools.time());
        Post post = tools.post();
        InvitePerson invite = new InvitePerson(tools.messages(), post, tools.outbox(), tools.ids(), tools.time());
        return List.of(
                new MailboxPages(tools.db(), captured, publicUrl),
                new InvitePages(tools.db(), invite, tools.outbox()),
                new InvitationPages(tools.db(), accounts, tools.outbox(), tools.time()),
                new ColleagueFeatures(
                                tools.db(),
                                accounts,
                                invite,
                                tools.messages(),
                                tools.outbox(),
                                tools.ids(),
                                tools.time())
                        .pages(),
                new AdminPages(tools.db(), health),
                new ClockPages(tools.db(), tools.outbox(), tools.clocks().shown()),
                new PeoplePages(tools.db()),
                new PersonPages(tools.db(), accounts, tools.outbox()),
                new EventPages(tools.db()),
                new EventsApi(tools.db()),
                new DescriptionApi(publicUrl, issuer),
                new GlossaryPages());
    }
}
