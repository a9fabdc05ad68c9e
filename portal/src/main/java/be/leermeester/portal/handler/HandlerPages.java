package be.leermeester.portal.handler;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.dossier.DossierLine;
import be.leermeester.portal.dossier.Dossiers;
import be.leermeester.portal.dossier.RecognitionFilter;
import be.leermeester.portal.dossier.Spotlight;
import be.leermeester.portal.evidence.EvidenceQueue;
import be.leermeester.portal.followup.FollowUpFilter;
import be.leermeester.portal.followup.FollowUps;
import be.leermeester.portal.handler.HandlerQueries.Numbers;
import be.leermeester.portal.mentors.MentorFilter;
import be.leermeester.portal.mentors.MentorRow;
import be.leermeester.portal.mentors.Mentors;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Pager;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Sentence;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A handler's start page: what is urgent in the own partnerships.
public final class HandlerPages implements Feature {

    private static final String PATH = "/handler";
    private static final int FEW = 10;
    /// With the partnership or with the applicant, the partnership's own turn first.
    private static final List<RecognitionStatus> OPEN = List.of(
            RecognitionStatus.SUBMITTED,
            RecognitionStatus.IN_REVIEW,
            RecognitionStatus.ON_HOLD,
            RecognitionStatus.INCOMPLETE);

    private final Db db;

    public HandlerPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, Access.roles(Role.HANDLER, Role.ADMIN), this::start);
    }

    /// @param live the prefix of the events that change this page
    record Start(
            String title,
            String live,
            List<Option> partnerships,
            List<Tile> tiles,
            String sentence,
            List<DossierLine> rows,
            Pager pager,
            boolean manyPartnerships,
            List<MentorRow> mentors,
            List<DossierLine> ending,
            String allWork,
            String allMentors,
            String allEnding) {}

    /// @param key of the label
    /// @param tone `good`, `amber`, `red` or `overdue` where the number asks for attention
    record Tile(String key, long count, String href, String tone) {}

    private Future<Reply> start(Visit visit) {
        Identity identity = visit.identity();
        LocalDate today = visit.time().today();
        Scope scope = Scope.of(identity, EnumSet.of(Role.HANDLER, Role.ADMIN));
        String asked = visit.params().text("partnership");
        if (!asked.isEmpty() && !scope.handles(asked)) {
            throw new Problem.NotFound();
        }
        String partnership = asked.isEmpty() && scope.partnerships().size() == 1
                ? scope.partnerships().getFirst()
                : asked;
        RecognitionFilter work = ofPartnership(partnership).withStatuses(OPEN).sortedBy(RecognitionFilter.Sort.URGENT);
        RecognitionFilter ending =
                ofPartnership(partnership).onlyThose(Spotlight.ENDING).sortedBy(RecognitionFilter.Sort.ENDING);
        MentorFilter mentors = MentorFilter.all().ofPartnership(partnership);
        int page = Pager.asked(visit.params());
        var numbers = HandlerQueries.numbers(db.reads(), scope, partnership, today);
        var rows = Dossiers.list(db.reads(), work, scope, today, Pager.SIZE, Pager.offset(page));
        var endingRows = Dossiers.list(db.reads(), ending, scope, today, FEW, 0);
        var urgent = Mentors.list(db.reads(), mentors, scope, today, FEW);
        var flags = Mentors.counts(db.reads(), mentors, scope, today);
        var partnerships = Partnerships.load(db.reads());
        // Evidence is judged by handlers only.
        var evidence = identity.has(Role.HANDLER)
                ? EvidenceQueue.waiting(db.reads(), scope, partnership, today)
                : Future.succeededFuture(0L);
        FollowUpFilter waiting = FollowUpFilter.of(partnership);
        var followUps = FollowUps.count(db.reads(), waiting, identity, today);
        return Future.all(List.of(numbers, rows, endingRows, urgent, flags, partnerships, followUps, evidence))
                .map(_ -> {
                    Numbers found = numbers.result();
                    long total = found.toDecide() + found.onHold() + found.incomplete();
                    Map<String, String> choices = partnerships.result().among(scope);
                    List<Tile> tiles = tiles(found, flags.result(), evidence.result(), partnership);
                    tiles.add(new Tile(
                            "followup.link",
                            followUps.result(),
                            waiting.address().toString(),
                            ""));
                    return Reply.view(
                            "handler/start",
                            new Start(
                                    partnership.isEmpty()
                                            ? ""
                                            : partnerships.result().name(partnership),
                                    "partnership:" + partnership,
                                    choices.isEmpty() ? List.of() : Option.of(visit.say("list.all"), choices, asked),
                                    tiles,
                                    sentence(visit, total, partnership, partnerships.result()),
                                    DossierLine.of(rows.result(), today),
                                    Pager.of(new Address(PATH).with("partnership", asked), page, total),
                                    partnership.isEmpty(),
                                    urgent.result().stream()
                                            .filter(HandlerPages::nears)
                                            .toList(),
                                    DossierLine.of(endingRows.result(), today),
                                    work.at("/recognitions").toString(),
                                    mentors.at("/mentors").toString(),
                                    ending.at("/recognitions").toString()));
                });
    }

    private static boolean nears(MentorRow mentor) {
        return mentor.flag() == Flag.RED || mentor.flag() == Flag.OVERDUE || mentor.flag() == Flag.AMBER;
    }

    private static RecognitionFilter ofPartnership(String partnership) {
        return RecognitionFilter.all().ofPartnership(partnership);
    }

    private static String sentence(Visit visit, long total, String partnership, Partnerships names) {
        return new Sentence(visit::say, visit.language())
                .add("handler.sentence.count", total)
                .add("handler.sentence.order")
                .addIf(partnership.isEmpty() ? null : names.name(partnership), "handler.sentence.partnership")
                .toString();
    }

    private static List<Tile> tiles(Numbers numbers, Map<String, Long> flags, long evidence, String partnership) {
        RecognitionFilter all = ofPartnership(partnership).sortedBy(RecognitionFilter.Sort.URGENT);
        List<Tile> tiles = new ArrayList<>();
        if (numbers.byLaw() > 0) {
            tiles.add(tile("by-law", numbers.byLaw(), all.onlyThose(Spotlight.BY_LAW), "overdue"));
        }
        if (numbers.escalated() > 0) {
            tiles.add(tile("escalated", numbers.escalated(), all.onlyThose(Spotlight.ESCALATED), "overdue"));
        }
        if (evidence > 0) {
            tiles.add(new Tile("handler.tile.evidence", evidence, EvidenceQueue.address(partnership), "amber"));
        }
        tiles.addAll(List.of(
                tile("due-soon", numbers.dueSoon(), all.onlyThose(Spotlight.DUE_SOON), "red"),
                tile(
                        "to-decide",
                        numbers.toDecide(),
                        all.withStatuses(List.of(RecognitionStatus.SUBMITTED, RecognitionStatus.IN_REVIEW)),
                        ""),
                tile("on-hold", numbers.onHold(), all.withStatuses(List.of(RecognitionStatus.ON_HOLD)), ""),
                tile("incomplete", numbers.incomplete(), all.withStatuses(List.of(RecognitionStatus.INCOMPLETE)), ""),
                tile(Flag.OVERDUE, flags, partnership, "overdue"),
                tile(Flag.RED, flags, partnership, "red"),
                tile(
                        "ending",
                        numbers.ending(),
                        all.onlyThose(Spotlight.ENDING).sortedBy(RecognitionFilter.Sort.ENDING),
                        "amber")));
        return tiles;
    }

    private static Tile tile(String key, long count, RecognitionFilter filter, String tone) {
        return new Tile("handler.tile." + key, count, filter.at("/recognitions").toString(), count == 0 ? "" : tone);
    }

    private static Tile tile(Flag flag, Map<String, Long> flags, String partnership, String tone) {
        long count = flags.getOrDefault(flag.name(), 0L);
        String href = MentorFilter.all()
                .ofPartnership(partnership)
                .withFlag(flag)
                .at("/mentors")
                .toString();
        return new Tile(
                "handler.tile.mentors-" + flag.name().toLowerCase(Locale.ROOT), count, href, count == 0 ? "" : tone);
    }
}
