package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Pager;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/// What waits to be judged by a partnership, the oldest first.
public final class QueuePages implements Feature {

    private static final String PATH = EvidenceQueue.PATH;

    /// Which part of the list is shown.
    enum Part {
        WAITING("e.state = 'WAITING'"),
        TRAINING("e.state = 'WAITING' AND e.kind = 'TRAINING'"),
        EXEMPTION("e.state = 'WAITING' AND e.kind = 'EXEMPTION'"),
        COPY_ASKED("e.state = 'COPY_ASKED'"),
        DECIDED("e.state IN ('ACCEPTED', 'REFUSED')");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    record Line(Evidence evidence, long days) {}

    /// @param decided whether it is what was judged, the last first
    record Queue(
            List<Option> partnerships,
            List<Choice> choices,
            QueueQueries.Numbers numbers,
            List<Line> lines,
            boolean decided,
            boolean manyPartnerships,
            String part,
            Pager pager) {}

    private final Db db;

    QueuePages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, Access.roles(Role.HANDLER), this::list);
    }

    private Future<Reply> list(Visit visit) {
        LocalDate today = visit.time().today();
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER));
        String partnership = visit.params().text("partnership");
        if (!partnership.isEmpty() && !scope.handles(partnership)) {
            throw new Problem.NotFound();
        }
        Part part = visit.params().choice("state", Part.class).orElse(Part.WAITING);
        int page = Pager.asked(visit.params());
        boolean decided = part == Part.DECIDED;
        Where where = EvidenceQueue.of(scope, partnership).and(part.condition);
        String order = decided ? "e.decided_at DESC, e.id" : "e.handed_in_at, e.id";
        var rows = EvidenceQueries.list(db.reads(), where, order, Pager.SIZE + 1, Pager.offset(page));
        var numbers = QueueQueries.numbers(db.reads(), EvidenceQueue.of(scope, partnership), today);
        var names = Partnerships.load(db.reads());
        return Future.all(rows, numbers, names).map(_ -> {
            Address here = new Address(PATH)
                    .with("partnership", partnership)
                    .with("state", part == Part.WAITING ? null : part);
            Map<String, String> among = names.result().among(scope);
            long total = total(part, numbers.result(), page, rows.result().size());
            return Reply.view(
                    "evidence/queue",
                    new Queue(
                            among.isEmpty() ? List.of() : Option.of(visit.say("list.all"), among, partnership),
                            choices(visit, here, part, numbers.result()),
                            numbers.result(),
                            rows.result().stream()
                                    .limit(Pager.SIZE)
                                    .map(evidence -> new Line(evidence, evidence.waitingDays(today)))
                                    .toList(),
                            decided,
                            partnership.isEmpty() && !among.isEmpty(),
                            part.name(),
                            Pager.of(here, page, total)));
        });
    }

    /// What was decided grows for ever and is not counted: there is a next page as long as rows are left.
    private static long total(Part part, QueueQueries.Numbers numbers, int page, int found) {
        return switch (part) {
            case WAITING -> numbers.waiting();
            case TRAINING -> numbers.training();
            case EXEMPTION -> numbers.exemption();
            case COPY_ASKED -> numbers.asked();
            case DECIDED -> (long) Pager.offset(page) + found;
        };
    }

    private static List<Choice> choices(Visit visit, Address here, Part part, QueueQueries.Numbers numbers) {
        return List.of(
                choice(visit, here, Part.WAITING, part, numbers.waiting()),
                choice(visit, here, Part.TRAINING, part, numbers.training()),
                choice(visit, here, Part.EXEMPTION, part, numbers.exemption()),
                choice(visit, here, Part.COPY_ASKED, part, numbers.asked()));
    }

    private static Choice choice(Visit visit, Address here, Part part, Part shown, long count) {
        return new Choice(
                visit.say("evidence.queue.part." + part),
                count,
                here.with("state", part == Part.WAITING ? null : part).toString(),
                part == shown);
    }
}
