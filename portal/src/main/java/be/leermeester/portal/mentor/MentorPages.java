package be.leermeester.portal.mentor;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.Deadline;
import be.leermeester.learning.deadline.Deadlines;
import be.leermeester.learning.deadline.TrainingStatus;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A mentor's own pages. Everybody sees only what is their own.
public final class MentorPages implements Feature {

    /// @param card the deadline that comes first, null for somebody who is not obliged
    /// @param next the next session of a course that the person follows
    record Start(
            MentorFile file, @Nullable DeadlineCard card, List<DeadlineCard> others, MentorFile.@Nullable Course next) {

        /// The next session is no help any more: it comes after the last day.
        public boolean nextTooLate() {
            LocalDate due = card == null ? null : card.dueOn();
            return next != null
                    && next.nextUntil() != null
                    && due != null
                    && Time.dateOf(next.nextUntil().toInstant()).isAfter(due);
        }
    }

    /// @param dueOn the deadline of the course's partnership, null where none is open
    /// @param fits the session ends before it or on the day itself
    record Choice(MentorQueries.Offer offer, @Nullable LocalDate dueOn, boolean fits) {}

    record Choices(
            List<Choice> choices,
            int total,
            long fitting,
            @Nullable LocalDate dueOn) {}

    private final Db db;

    public MentorPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/mentor", Access.roles(Role.MENTOR), this::start);
        routes.reads("/mentor/courses", Access.roles(Role.MENTOR), this::courses);
    }

    private Future<Reply> start(Visit visit) {
        String person = visit.identity().personId();
        LocalDate today = visit.time().today();
        Future<List<Deadline>> deadlines = Deadlines.of(db.reads(), person, today);
        Future<MentorFile> file = MentorQueries.file(db.reads(), person, today);
        return Future.all(deadlines, file)
                .map(_ -> Reply.view("mentor/start", start(visit, deadlines.result(), file.result())));
    }

    private static Start start(Visit visit, List<Deadline> deadlines, MentorFile file) {
        List<DeadlineCard> cards = deadlines.stream()
                .sorted(DeadlineCard.URGENCY)
                .map(deadline -> DeadlineCard.of(deadline, file, visit::say))
                .toList();
        Optional<MentorFile.Course> next =
                file.courses().stream().filter(MentorFile.Course::hasNext).findFirst();
        return new Start(
                file,
                cards.isEmpty() ? null : cards.getFirst(),
                cards.stream().skip(1).toList(),
                next.orElse(null));
    }

    private Future<Reply> courses(Visit visit) {
        String person = visit.identity().personId();
        LocalDate today = visit.time().today();
        Future<List<Deadline>> deadlines = Deadlines.of(db.reads(), person, today);
        Future<List<MentorQueries.Offer>> offers = MentorQueries.offers(db.reads(), person, today);
        return Future.all(deadlines, offers)
                .map(_ -> Reply.view("mentor/courses", choices(deadlines.result(), offers.result())));
    }

    private static Choices choices(List<Deadline> deadlines, List<MentorQueries.Offer> offers) {
        Map<String, LocalDate> open = deadlines.stream()
                .map(Deadline::obligation)
                .filter(obligation -> obligation.status() == TrainingStatus.TO_FOLLOW && obligation.why() != null)
                .collect(Collectors.toMap(
                        obligation -> obligation.partnership(),
                        obligation -> Optional.ofNullable(obligation.dueOn()).orElseThrow()));
        List<Choice> choices = offers.stream()
                .map(offer -> {
                    LocalDate due = open.get(offer.partnershipCode());
                    LocalDate ends = Time.dateOf(offer.endsAt().toInstant());
                    return new Choice(offer, due, due != null && !ends.isAfter(due));
                })
                .toList();
        LocalDate first = open.values().stream().min(LocalDate::compareTo).orElse(null);
        return new Choices(
                choices, choices.size(), choices.stream().filter(Choice::fits).count(), first);
    }
}
