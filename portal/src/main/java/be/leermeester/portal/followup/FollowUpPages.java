package be.leermeester.portal.followup;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.followup.FollowUps.Desk;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Pager;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Sentence;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that waits for somebody of a partnership, the most urgent first: the last day, then the age.
final class FollowUpPages implements Feature {

    static final Access STAFF = Access.roles(Role.HANDLER, Role.ADMIN);

    private final Db db;
    private final Time time;

    FollowUpPages(Db db, Time time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(FollowUpFilter.PATH, STAFF, this::list);
    }

    @Override
    public List<Subscriber> subscribers() {
        return List.of(new ClosingOfFollowUps(db, time));
    }

    record ListView(
            FollowUpFilter filter,
            String live,
            List<Choice> whose,
            List<Option> kinds,
            List<Option> partnerships,
            String sentence,
            List<Line> rows,
            Pager pager) {}

    /// @param todo what to do, in one sentence
    /// @param said what the one who opened it added
    /// @param mine whether the visitor took it
    record Line(
            FollowUpItem item,
            String todo,
            String said,
            @Nullable String workAt,
            boolean late,
            boolean mine) {

        static Line of(Visit visit, FollowUpItem item) {
            LocalDate today = visit.time().today();
            return new Line(
                    item,
                    visit.say("followup.todo." + item.kind()),
                    said(visit, item),
                    item.workAt(),
                    item.dueOn() != null && item.dueOn().isBefore(today),
                    visit.identity().personId().equals(item.takenBy()));
        }

        private static String said(Visit visit, FollowUpItem item) {
            return item.kind().equals("REGISTER_CEASED") || item.kind().equals("REGISTER_TRANSFERRED")
                    ? visit.say("followup.register." + item.kind(), item.remark())
                    : item.words();
        }
    }

    private Future<Reply> list(Visit visit) {
        FollowUpFilter filter = FollowUpFilter.of(visit.params());
        Desk desk = FollowUps.desk(visit.identity(), visit.time().today());
        if (!filter.partnership().isEmpty() && !desk.scope().handles(filter.partnership())) {
            throw new Problem.NotFound();
        }
        int page = Pager.asked(visit.params());
        var rows = FollowUpQueries.list(db.reads(), filter, desk, Pager.SIZE, Pager.offset(page));
        var now = FollowUpQueries.count(db.reads(), filter.atRest(false), desk);
        var resting = FollowUpQueries.count(db.reads(), filter.atRest(true), desk);
        var kinds = FollowUpQueries.kinds(db.reads(), filter, desk);
        var names = Partnerships.load(db.reads());
        return Future.all(rows, now, resting, kinds, names).map(_ -> {
            long total = filter.resting() ? resting.result() : now.result();
            Map<String, String> partnerships = names.result().among(desk.scope());
            return Reply.view(
                    "followup/list",
                    new ListView(
                            filter,
                            "partnership:" + filter.partnership(),
                            whose(visit, filter, resting.result()),
                            kinds(visit, filter, kinds.result()),
                            partnerships.isEmpty()
                                    ? List.of()
                                    : Option.of(visit.say("list.all"), partnerships, filter.partnership()),
                            sentence(visit, filter, total, names.result()),
                            rows.result().stream()
                                    .map(item -> Line.of(visit, item))
                                    .toList(),
                            Pager.of(filter.address(), page, total)));
        });
    }

    private static List<Choice> whose(Visit visit, FollowUpFilter filter, long resting) {
        return List.of(
                choice(visit, "all", filter.whose("").atRest(false), filter),
                choice(visit, "mine", filter.whose("mine").atRest(false), filter),
                choice(visit, "nobody", filter.whose("nobody").atRest(false), filter),
                new Choice(
                        visit.say("followup.who.resting", resting),
                        resting,
                        filter.atRest(true).address().toString(),
                        filter.resting()));
    }

    private static Choice choice(Visit visit, String key, FollowUpFilter to, FollowUpFilter now) {
        return new Choice(visit.say("followup.who." + key), 0, to.address().toString(), to.equals(now));
    }

    private static List<Option> kinds(Visit visit, FollowUpFilter filter, Map<String, Long> counts) {
        Map<String, String> labels = new LinkedHashMap<>();
        counts.forEach((kind, count) -> labels.put(kind, visit.say("term.follow-up." + kind) + " (" + count + ")"));
        if (!filter.kind().isEmpty()) {
            labels.putIfAbsent(filter.kind(), visit.say("term.follow-up." + filter.kind()) + " (0)");
        }
        return Option.of(visit.say("followup.kind.all"), labels, filter.kind());
    }

    private static String sentence(Visit visit, FollowUpFilter filter, long total, Partnerships names) {
        Sentence sentence = new Sentence(visit::say, visit.language()).add("followup.sentence.count", total);
        if (filter.resting()) {
            sentence.add("followup.sentence.resting");
        }
        return sentence.add("followup.sentence.order")
                .addIf(
                        filter.partnership().isEmpty() ? null : names.name(filter.partnership()),
                        "followup.sentence.partnership")
                .toString();
    }
}
