package be.leermeester.portal.reminder;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.MailFate;
import be.leermeester.portal.mail.Post;
import java.util.List;
import java.util.Map;

/// Reminders, what follows them and the pages about it, put together.
public final class ReminderFeatures implements Feature {

    private final Db db;
    private final Post post;
    private final Messages messages;
    private final Ids ids;
    private final Time time;
    private final Ladder ladder;

    public ReminderFeatures(Db db, Post post, Messages messages, Ids ids, Time time) {
        this.db = db;
        this.post = post;
        this.messages = messages;
        this.ids = ids;
        this.time = time;
        this.ladder = new Ladder(ids, time);
    }

    /// A reminder that waited for the mail server does not leave once the training is followed (N1).
    public static Map<String, MailFate.Condition> conditions() {
        return Map.of(RemindMentors.RULE, ReminderQueries::stillStands);
    }

    @Override
    public List<Subscriber> subscribers() {
        return List.of(new WriteToRefused(db, ladder));
    }

    @Override
    public void mount(Routes routes) {
        new SayPages(db, ladder, ids, time).mount(routes);
        new ContactPages(db, ids, time).mount(routes);
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                new RemindMentors(db, post, new ReminderLetter(messages), ladder, ids, time),
                new ClimbLadder(db, ladder));
    }
}
