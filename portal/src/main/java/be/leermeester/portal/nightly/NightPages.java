package be.leermeester.portal.nightly;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.server.VirtualThreads;
import be.leermeester.portal.status.ChangeStatus;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the portal will do tonight, what it did, and what waits after an import: for administrators.
public final class NightPages implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(NightPages.class);
    private static final Access ADMIN = Access.roles(Role.ADMIN);
    private static final int ROWS = 20;
    private static final int RUNS = 40;
    private static final int CHOICES = 20;
    /// In the order in which the night does them.
    private static final List<Rule> RULES = List.of(Rule.APPROVAL, Rule.ESCALATION, Rule.EXPIRY, Rule.WARNING);
    private static final List<Rule> ARREARS = List.of(Rule.APPROVAL, Rule.ESCALATION, Rule.EXPIRY);

    /// What one rule will do.
    record Part(Rule rule, String job, long total, List<Group> groups, List<Due> rows, boolean more) {}

    record Group(String code, String partnership, long count) {}

    record Model(
            LocalDate on,
            boolean tonight,
            List<Part> parts,
            List<Behind> behind,
            List<ArrearsChoiceQueries.Choice> choices,
            List<ArrearsChoiceQueries.Run> runs) {}

    /// What an import left behind in a partnership.
    record Behind(String code, String partnership, long approvals, long escalations, long expiries) {}

    private final Db db;
    private final Messages messages;
    private final Post post;
    private final Outbox outbox;
    private final Time time;
    private final VirtualThreads threads;
    private final NightWork work;

    /// @param threads where what lasts longer than a request goes on
    public NightPages(
            Db db,
            Messages messages,
            Post post,
            Outbox outbox,
            Ids ids,
            Time time,
            VirtualThreads threads,
            ChangeStatus change) {
        this.db = db;
        this.messages = messages;
        this.post = post;
        this.outbox = outbox;
        this.time = time;
        this.threads = threads;
        this.work = new NightWork(db, change, outbox, ids, time);
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/admin/jobs", ADMIN, this::show);
        routes.acts(HttpMethod.POST, "/admin/jobs/arrears", ADMIN, this::choose);
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                new NightJob(Rule.APPROVAL, work),
                new NightJob(Rule.ESCALATION, work),
                new NightJob(Rule.EXPIRY, work),
                new WarnHandlers(db, post, messages, time));
    }

    @Override
    public List<Subscriber> subscribers() {
        return List.of(new TellCompany(db, post, messages, time));
    }

    private Reply show(Visit visit) {
        LocalDate tomorrow = visit.time().today().plusDays(1);
        LocalDate on =
                visit.params().date("on").filter(day -> !day.isBefore(tomorrow)).orElse(tomorrow);
        Span span = on.equals(tomorrow) ? Span.by(on) : Span.only(on);
        Partnerships names = Partnerships.load(db.reads()).await();
        List<Part> parts = RULES.stream().map(rule -> part(rule, span, names)).toList();
        return Reply.view(
                "nightly/show",
                new Model(
                        on,
                        on.equals(tomorrow),
                        parts,
                        behind(visit.time().today(), names),
                        ArrearsChoiceQueries.latest(db.reads(), CHOICES).await(),
                        ArrearsChoiceQueries.runs(db.reads(), RUNS).await()));
    }

    private Part part(Rule rule, Span span, Partnerships names) {
        Map<String, Long> counts = DueQueries.counts(db.reads(), rule, span).await();
        List<Group> groups = new ArrayList<>();
        counts.forEach((code, count) -> groups.add(new Group(code, names.name(code), count)));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Due> rows = total == 0
                ? List.of()
                : DueQueries.list(db.reads(), rule, span, ROWS).await();
        return new Part(rule, rule.job(), total, groups, rows, total > rows.size());
    }

    private List<Behind> behind(LocalDate today, Partnerships names) {
        return DueQueries.behind(db.reads(), today).await().stream()
                .map(counts -> new Behind(
                        counts.partnership(),
                        names.name(counts.partnership()),
                        counts.approvals(),
                        counts.escalations(),
                        counts.expiries()))
                .toList();
    }

    private Reply choose(Visit visit) {
        String choice = visit.form().text("choice", 10);
        String asked = visit.form().optional("partnership", 60);
        if (!choice.equals("APPLIED") && !choice.equals("LEFT")) {
            throw new Problem.BadRequest("problem.parameter-choice", "choice", "APPLIED, LEFT");
        }
        Instant now = time.now();
        LocalDate today = time.today();
        List<String> partnerships = DueQueries.behind(db.reads(), today).await().stream()
                .map(DueQueries.Behind::partnership)
                .filter(code -> asked.isEmpty() || asked.equals(code))
                .toList();
        String by = visit.identity().personId();
        db.transact(connection -> {
            for (String code : partnerships) {
                ArrearsChoiceQueries.choose(connection, code, now, by, choice, today)
                        .await();
                JsonObject said = new JsonObject().put("choice", choice).put("until", today.toString());
                outbox.append(
                                connection,
                                new Event("ArrearsChosen", "partnership:" + code, by, List.of("admins"), said))
                        .await();
            }
            return partnerships.size();
        });
        if (choice.equals("APPLIED")) {
            threads.run(() -> apply(partnerships, now, today))
                    .onFailure(failure -> LOG.error("Arrears are not all applied; choose again", failure));
        }
        return Reply.redirect("/admin/jobs#arrears");
    }

    /// Dated each on its own day; nobody is mailed. What dies half-way is still behind, and can be chosen again.
    private int apply(List<String> partnerships, Instant chosenAt, LocalDate today) {
        int all = 0;
        for (String code : partnerships) {
            int done = 0;
            for (Rule rule : ARREARS) {
                done += work.run(rule, Span.arrears(today, code));
            }
            int total = done;
            db.transact(connection -> ArrearsChoiceQueries.ended(connection, code, chosenAt, total, time.now())
                    .await());
            all += done;
        }
        return all;
    }
}
