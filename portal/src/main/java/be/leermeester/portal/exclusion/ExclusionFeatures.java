package be.leermeester.portal.exclusion;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.ChangeStatus;

/// The pages about exclusions, wired.
public final class ExclusionFeatures {

    private ExclusionFeatures() {}

    /// @param change the one that changes statuses
    public static Feature of(
            Db db, ChangeStatus change, Post post, Messages messages, Outbox outbox, Ids ids, Time time) {
        return new ExclusionPages(db, new ExcludeCompany(change, post, messages, outbox, ids, time));
    }
}
