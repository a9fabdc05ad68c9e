package be.leermeester.portal.mandate;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Post;
import java.util.List;

/// Everything about mandates, put together.
public record MandateFeatures(Db db, FileStore files, Messages messages, Post post, Outbox outbox, Ids ids, Time time) {

    public List<Feature> all() {
        MandateMail mail = new MandateMail(messages, post, time);
        GiveMandate give = new GiveMandate(mail, outbox, ids, time);
        return List.of(
                new GivePages(db, give, files),
                new MandatePages(db, give, files, outbox),
                new LimitPages(db, give),
                new HeldMandatePages(db),
                new AskPages(db, mail, outbox, ids));
    }
}
