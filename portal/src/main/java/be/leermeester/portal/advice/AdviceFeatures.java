package be.leermeester.portal.advice;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.ChangeStatus;
import java.util.List;

/// The pages about advice, wired.
public final class AdviceFeatures {

    private AdviceFeatures() {}

    /// @param change the one that changes statuses
    public static List<Feature> of(
            Db db, ChangeStatus change, Post post, Messages messages, Outbox outbox, Ids ids, Time time) {
        AdviceLists lists = new AdviceLists(change, new AdviceMail(post, messages), outbox, ids, time);
        Voices voices = new Voices(change, outbox, ids, time);
        return List.of(
                new AdvicePages(db, lists),
                new DossierAdvicePages(db, lists, voices),
                new AdvisorPages(db, voices, lists));
    }
}
