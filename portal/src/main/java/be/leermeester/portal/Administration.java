package be.leermeester.portal;

import be.leermeester.kernel.Feature;
import be.leermeester.portal.invitation.InvitationPages;
import be.leermeester.portal.invitation.InvitePages;
import be.leermeester.portal.invitation.InvitePerson;
import be.leermeester.portal.mail.MailboxPages;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.signin.Accounts;
import java.net.URI;
import java.util.List;

/// The features for and around the administrator put together: mail, invitations, people and their roles.
record Administration(Tools tools) {

    List<Feature> features() {
        URI publicUrl = tools.settings().publicUrl();
        boolean captured = tools.settings().smtpUrl() == null;
        Accounts accounts = new Accounts(tools.db(), tools.sessions(), tools.time());
        Post post = new Post(tools.templates(), tools.time(), tools.ids(), publicUrl);
        InvitePerson invite = new InvitePerson(tools.messages(), post, tools.outbox(), tools.ids(), tools.time());
        return List.of(
                new MailboxPages(tools.db(), captured, publicUrl),
                new InvitePages(tools.db(), invite, tools.outbox()),
                new InvitationPages(tools.db(), accounts, tools.outbox(), tools.time()));
    }
}
