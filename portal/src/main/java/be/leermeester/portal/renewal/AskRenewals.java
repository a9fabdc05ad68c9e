package be.leermeester.portal.renewal;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.mail.Receivers;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.server.Fingerprint;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// In the first week of a quarter: asks companies what they do with recognitions that end, one mail to each of their
/// people about all of them (R9, N2). One company is one transaction; the database keeps that nobody is asked twice.
final class AskRenewals implements Job {

    static final String NAME = "ask-renewals";
    private static final int MOST = 1_000;

    private final Db db;
    private final Post post;
    private final Messages messages;
    private final Ids ids;
    private final Time time;

    AskRenewals(Db db, Post post, Messages messages, Ids ids, Time time) {
        this.db = db;
        this.post = post;
        this.messages = messages;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// After a standstill over the first week the missed days are still done, as long as the quarter lasts.
    @Override
    public String run(LocalDate businessDate) {
        Quarter quarter = Quarter.of(businessDate);
        if (!quarter.firstWeekHolds(businessDate) || !quarter.equals(Quarter.of(time.today()))) {
            return "ondernemingen: 0";
        }
        List<String> companies = MailingQueries.companies(db.reads(), quarter).await();
        companies.forEach(company -> db.transact(connection -> ask(connection, company, quarter, businessDate)));
        return "ondernemingen: " + companies.size();
    }

    private int ask(SqlConnection connection, String company, Quarter quarter, LocalDate day) {
        List<String> marked = MailingQueries.mark(connection, company, quarter, day);
        if (marked.isEmpty()) {
            return 0;
        }
        List<Ending> endings = RenewalQueries.list(
                        connection, new Where().and("a.id = ANY (?)", marked), time.today(), MOST)
                .await();
        List<Addressee> people = Receivers.ofCompany(connection, company).await();
        people.forEach(to -> mail(connection, to, company, quarter, day, endings));
        if (people.isEmpty()) {
            endings.forEach(ending -> FollowUp.ofDossier(
                            ending.partnershipCode(), "RENEWAL_LETTER", company, ending.id(), ending.lastDay())
                    .open(connection, ids.next().toString(), time.now())
                    .await());
        }
        return marked.size();
    }

    private void mail(
            SqlConnection connection,
            Addressee to,
            String company,
            Quarter quarter,
            LocalDate day,
            List<Ending> endings) {
        String code = ids.secret();
        LocalDate before = quarter.asks().next().first();
        boolean queued = post.enqueue(
                        connection,
                        new Post.Occasion("RENEWAL", company + "/" + day),
                        to,
                        letter(to.locale(), code, endings))
                .await();
        if (queued) {
            RenewalQueries.keepLink(
                    connection,
                    Fingerprint.ofSecret(code),
                    new RenewalQueries.Link(
                            to.personId(), company, quarter.reminds().first(), before, Time.startOf(before)),
                    time.now());
        }
    }

    private Letter letter(Locale language, String code, List<Ending> endings) {
        String first = date(language, endings.getFirst().lastDay());
        List<String> lines = new ArrayList<>();
        endings.forEach(ending -> lines.add(messages.say(
                language, "renewal.mail.line", ending.programme(), ending.place(), date(language, ending.endsOn()))));
        lines.add(messages.say(language, "renewal.mail.how"));
        return new Letter(
                messages.say(language, "renewal.mail.subject", endings.size(), first),
                messages.say(
                        language,
                        "renewal.mail.opening",
                        endings.size(),
                        endings.getFirst().company(),
                        first),
                lines,
                new Letter.Action(messages.say(language, "renewal.mail.action"), "/renewal/" + code));
    }

    static String date(Locale language, LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }
}
