package be.leermeester.portal.nightly;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the portal will do tonight, what it did, and what waits after an import: for administrators.
public final class NightPages implements Feature {

    private static final Access ADMIN = Access.roles(Role.ADMIN);
    private static final int ROWS = 20;
    private static final int RUNS = 40;
    private static final int CHOICES = 20;
    /// In the order in which the night does them.
    private static final List<Rule> RULES = List.of(Rule.APPROVAL, Rule.ESCALATION, Rule.EXPIRY, Rule.WARNING);

    /// What one rule will do.
    record Part(String rule, long total, List<Group> groups, List<Due> rows, boolean more) {}

    record Group(String code, String partnership, long count) {}

    record Model(
            LocalDate on,
            boolean tonight,
            List<Part> parts,
            List<Behind> behind,
            List<ArrearsChoiceQueries.Choice> choices,
            List<Named> runs) {}

    /// A run with the name of its job as people say it.
    record Named(String job, ArrearsChoiceQueries.Run run) {}

    /// What an import left behind in a partnership.
    record Behind(String code, String partnership, long approvals, long escalations, long expiries) {}

    private final Db db;
    private final Messages messages;
    private final Post post;
    private final Time time;
    private final Arrears arrears;
    private final NightWork work;
    private final List<NightPreview> previews;

    /// @param previews of what other features do at night
    /// @param threads where what lasts longer than a request goes on
    public NightPages(
            Db db,
            Messages messages,
            Post post,
            Outbox outbox,
            Ids ids,
            Time time,
            VirtualThreads threads,
            ChangeStatus change,
            List<NightPreview> previews) {
        this.db = db;
        this.messages = messages;
        this.post = post;
        this.time = time;
        this.previews = List.copyOf(previews);
        this.work = new NightWork(db, change, outbox, ids, time);
        this.arrears = new Arrears(db, outbox, time, threads, work);
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
        List<Part> parts = new ArrayList<>();
        RULES.forEach(rule -> parts.add(part(rule, span, names)));
        previews.forEach(preview ->
                parts.add(part(preview.code(), preview.counts(db.reads(), on).await(), List.of(), names)));
        return Reply.view(
                "nightly/show",
                new Model(
                        on,
                        on.equals(tomorrow),
                        parts,
                        behind(visit.time().today(), names),
                        ArrearsChoiceQueries.latest(db.reads(), CHOICES).await(),
                        ArrearsChoiceQueries.runs(db.reads(), RUNS).await().stream()
                                .map(run -> new Named(named(visit, run.job()), run))
                                .toList()));
    }

    private static String named(Visit visit, String job) {
        String key = "admin.job." + job;
        String name = visit.say(key);
        return name.equals(key) ? job : name;
    }

    private Part part(Rule rule, Span span, Partnerships names) {
        Map<String, Long> counts = DueQueries.counts(db.reads(), rule, span).await();
        List<Due> rows = counts.isEmpty()
                ? List.of()
                : DueQueries.list(db.reads(), rule, span, ROWS).await();
        return part(rule.name(), counts, rows, names);
    }

    private static Part part(String code, Map<String, Long> counts, List<Due> rows, Partnerships names) {
        List<Group> groups = new ArrayList<>();
        counts.forEach((each, count) -> groups.add(new Group(each, names.name(each), count)));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Part(code, total, groups, rows, !rows.isEmpty() && total > rows.size());
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
        String partnership = visit.form().optional("partnership", 60);
        if (!choice.equals("APPLIED") && !choice.equals("LEFT")) {
            throw new Problem.BadRequest("problem.parameter-choice", "choice", "APPLIED, LEFT");
        }
        arrears.choose(partnership, choice, visit.identity().personId());
        return Reply.redirect("/admin/jobs#arrears");
    }
}
