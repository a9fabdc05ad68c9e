package be.leermeester.portal.nightly;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.mail.Receivers;
import be.leermeester.portal.status.Outlook;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Three days before a dossier is approved by law, who handles it is told: one mail a day to each person, about all of
/// them. Where nobody took it, everybody of the partnership. A moment that has passed is not told any more.
final class WarnHandlers implements Job {

    private static final int MOST = 5_000;

    private final Db db;
    private final Post post;
    private final Messages messages;
    private final Time time;

    WarnHandlers(Db db, Post post, Messages messages, Time time) {
        this.db = db;
        this.post = post;
        this.messages = messages;
        this.time = time;
    }

    @Override
    public String name() {
        return Rule.WARNING.job();
    }

    @Override
    public String run(LocalDate businessDate) {
        if (businessDate.isBefore(time.today())) {
            return "dossiers: 0";
        }
        return "dossiers: " + db.transact(connection -> tell(connection, businessDate));
    }

    private int tell(SqlConnection connection, LocalDate day) {
        Map<Addressee, List<Due>> letters = new LinkedHashMap<>();
        int told = 0;
        for (Due due :
                DueQueries.list(connection, Rule.WARNING, Span.by(day), MOST).await()) {
            if (ToldQueries.mark(connection, due.dossier(), Rule.WARNING.name(), decideBy(due), time.now())) {
                told++;
                Receivers.ofPartnership(connection, due.partnership(), due.handlerId())
                        .await()
                        .forEach(to -> letters.computeIfAbsent(to, _ -> new ArrayList<>())
                                .add(due));
            }
        }
        letters.forEach((to, dossiers) -> post.enqueue(
                        connection,
                        new Post.Occasion("APPROVAL_WARNING", day.toString()),
                        to,
                        letter(to.locale(), dossiers))
                .await());
        return told;
    }

    private static LocalDate decideBy(Due due) {
        return due.on().plusDays(Outlook.WARNING_DAYS);
    }

    private Letter letter(Locale language, List<Due> dossiers) {
        String first = date(language, decideBy(dossiers.getFirst()).minusDays(1));
        List<String> lines = new ArrayList<>();
        for (Due due : dossiers) {
            lines.add(messages.say(
                    language,
                    "nightly.mail.warning.line",
                    due.dossier(),
                    due.company(),
                    due.programme(),
                    date(language, decideBy(due).minusDays(1)),
                    date(language, decideBy(due))));
        }
        return new Letter(
                messages.say(language, "nightly.mail.warning.subject", dossiers.size(), first),
                messages.say(language, "nightly.mail.warning.opening", dossiers.size(), first),
                lines,
                new Letter.Action(
                        messages.say(language, "nightly.mail.warning.action"),
                        dossiers.size() == 1
                                ? "/recognitions/" + dossiers.getFirst().dossier()
                                : "/handler"));
    }

    static String date(Locale language, LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }
}
