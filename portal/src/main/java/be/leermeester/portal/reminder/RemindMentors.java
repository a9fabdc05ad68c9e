package be.leermeester.portal.reminder;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.server.Fingerprint;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Reminds of the training deadlines whose moment falls on a date (N1): each person gets one mail about all of them
/// (N6), in one transaction with the rows that keep it from ever being told again (N4). A mentor without an address
/// becomes a letter that somebody prints (N7). After a standstill only what still makes sense leaves.
final class RemindMentors implements Job {

    static final String NAME = "remind-mentors";
    static final String RULE = "TRAINING_REMINDER";

    private final Db db;
    private final Post post;
    private final ReminderLetter letters;
    private final Ladder ladder;
    private final Ids ids;
    private final Time time;

    RemindMentors(Db db, Post post, ReminderLetter letters, Ladder ladder, Ids ids, Time time) {
        this.db = db;
        this.post = post;
        this.letters = letters;
        this.ladder = ladder;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(LocalDate businessDate) {
        LocalDate today = time.today();
        List<Reminder> now = new ArrayList<>();
        List<Reminder> passed = new ArrayList<>();
        ReminderQueries.due(db.reads(), businessDate).await().forEach(due -> {
            Reminder reminder = due.reminder();
            boolean sent = Reminder.makesSense(reminder.dueOn(), reminder.months(), due.moments(), today);
            (sent ? now : passed).add(reminder);
        });
        passed.forEach(reminder -> db.transact(
                connection -> ReminderQueries.decide(connection, reminder, businessDate, "PASSED", time.now())));
        List<ReminderQueries.Contact> contacts = now.isEmpty()
                ? List.of()
                : ReminderQueries.contacts(
                                db.reads(),
                                now.stream()
                                        .map(reminder -> reminder.mentor().personId())
                                        .distinct()
                                        .toList())
                        .await();
        now.stream()
                .filter(reminder -> !reminder.hasAddress())
                .forEach(reminder -> db.transact(connection -> askLetter(connection, reminder, businessDate)));
        int mails = 0;
        for (Digest digest : Digest.of(now, contacts)) {
            mails += db.transact(connection -> send(connection, digest, businessDate));
        }
        return "mentoren: " + now.size() + ", mails: " + mails + ", voorbij: " + passed.size();
    }

    private boolean askLetter(SqlConnection connection, Reminder reminder, LocalDate day) {
        return ReminderQueries.decide(connection, reminder, day, "NO_ADDRESS", time.now())
                && ladder.askLetter(connection, Ladder.Case.of(reminder), "NO_ADDRESS");
    }

    private int send(SqlConnection connection, Digest all, LocalDate day) {
        String receiver = all.to().personId();
        Reminder first = all.first();
        Post.Occasion occasion = new Post.Occasion(
                RULE, day + "/" + first.partnership() + "/" + first.mentor().personId() + "/P" + first.months() + "M");
        String key = occasion.keyOf(receiver);
        Digest fresh = all.only(
                reminder -> decided(connection, reminder, day)
                        && ReminderQueries.tell(connection, reminder, receiver, null, key),
                other -> decided(connection, other.reminder(), day)
                        && ReminderQueries.tell(connection, other.reminder(), receiver, other.enterprise(), key));
        if (fresh.isEmpty()) {
            return 0;
        }
        String code = fresh.own().isEmpty() ? null : link(connection, fresh);
        post.enqueue(connection, occasion, all.to(), letters.of(fresh, code, time.today()))
                .await();
        return 1;
    }

    private boolean decided(SqlConnection connection, Reminder reminder, LocalDate day) {
        String way = reminder.hasAddress() ? "MAILED" : "NO_ADDRESS";
        return ReminderQueries.decide(connection, reminder, day, way, time.now());
    }

    /// Good for two months after the last deadline in the mail.
    private String link(SqlConnection connection, Digest digest) {
        String code = ids.secret();
        LocalDate last = digest.own().stream()
                .map(Reminder::dueOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        ReminderQueries.keepLink(
                connection,
                Fingerprint.ofSecret(code),
                digest.to().personId(),
                time.now(),
                Time.startOf(last.plusMonths(2)));
        return code;
    }
}
