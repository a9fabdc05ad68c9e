package be.leermeester.portal.colleague;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.invitation.InvitePerson;
import be.leermeester.portal.signin.Accounts;

/// Colleagues, put together.
public record ColleagueFeatures(
        Db db, Accounts accounts, InvitePerson invite, Messages messages, Outbox outbox, Ids ids, Time time) {

    public Feature pages() {
        return new ColleaguePages(db, new InviteColleague(invite, messages, ids, time), accounts, outbox);
    }
}
