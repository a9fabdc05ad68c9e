package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Flaw;
import be.leermeester.portal.exchange.format.Reason;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.status.Standing;
import be.leermeester.portal.status.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One application's history: what the database holds stands, what is imported has to fit in, in order of time whatever
/// the order of the rows. A submission that nobody wrote down is implied.
final class History {

    /// Of a file; existing and implied changes have number 0.
    record Line(StatusChange change, int number) {
        boolean imported() {
            return number > 0;
        }
    }

    /// Whether something undid the decision `before` by the moment of the new approval.
    @FunctionalInterface
    interface Restored {
        boolean by(RecognitionStatus before, Instant approval);
    }

    private final Instant submitted;
    private final Restored restored;
    private final boolean implied;
    private final List<Line> taken = new ArrayList<>();
    private final Map<Line, Flaw> rejected = new LinkedHashMap<>();
    private final Map<Integer, Integer> moved = new HashMap<>();

    private History(Instant submitted, Restored restored, boolean implied) {
        this.submitted = submitted;
        this.restored = restored;
        this.implied = implied;
    }

    static History of(Instant submitted, List<StatusChange> existing, List<Line> imported, Restored restored) {
        StatusChange submission = new StatusChange(submitted, RecognitionStatus.SUBMITTED);
        boolean implied = existing.isEmpty()
                && imported.stream()
                        .noneMatch(line -> line.change().status() == RecognitionStatus.SUBMITTED
                                && line.change().at().equals(submitted));
        History history = new History(submitted, restored, implied);
        List<Line> all = new ArrayList<>();
        if (implied) {
            all.add(new Line(submission, 0));
        }
        Map<Key, Line> repeats = new HashMap<>();
        imported.forEach(line -> repeats.put(Key.of(line.change()), line));
        for (StatusChange change : existing) {
            // The file tells again what is known, and may tell it better: whether it was automatic.
            Line repeat = repeats.remove(Key.of(change));
            all.add(new Line(repeat == null ? change : repeat.change(), 0));
        }
        all.addAll(repeats.values());
        all.sort(Comparator.comparing((Line line) -> line.change().at()).thenComparingInt(Line::number));
        history.take(all);
        return history;
    }

    Standing standing() {
        return Standing.of(taken.stream().map(Line::change).toList());
    }

    Map<Line, Flaw> rejected() {
        return rejected;
    }

    /// Lines of one moment that stand in another order than that in which they can have happened: old to new number.
    Map<Integer, Integer> moved() {
        return moved;
    }

    boolean submissionIsImplied() {
        return implied;
    }

    private record Key(Instant at, RecognitionStatus status) {
        static Key of(StatusChange change) {
            return new Key(change.at(), change.status());
        }
    }

    private void take(List<Line> all) {
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            while (to < all.size()
                    && all.get(to).change().at().equals(all.get(from).change().at())) {
                to++;
            }
            takeMoment(all.subList(from, to));
            from = to;
        }
    }

    private void takeMoment(List<Line> moment) {
        List<Line> open = new ArrayList<>(moment);
        int first = taken.size();
        while (!open.isEmpty()) {
            Line next =
                    open.stream().filter(line -> flaw(line) == null).findFirst().orElse(open.getFirst());
            open.remove(next);
            place(next);
        }
        if (moment.size() > 1) {
            number(taken.subList(Math.min(first, taken.size()), taken.size()));
        }
    }

    // What stands in the database is not up for debate: an imported change that it cannot follow is the one to go.
    private void place(Line next) {
        Flaw flaw = flaw(next);
        while (!next.imported()
                && flaw != null
                && !taken.isEmpty()
                && taken.getLast().imported()) {
            Line wrong = taken.removeLast();
            rejected.put(
                    wrong, notAllowed(wrong.change().status(), next.change().status()));
            flaw = flaw(next);
        }
        if (next.imported() && flaw != null) {
            rejected.put(next, flaw);
        } else {
            taken.add(next);
        }
    }

    private @Nullable Flaw flaw(Line line) {
        RecognitionStatus status = line.change().status();
        if (line.imported() && line.change().at().isBefore(submitted)) {
            return new Flaw("at", Reason.BEFORE_SUBMISSION);
        }
        if (taken.isEmpty()) {
            return status == RecognitionStatus.SUBMITTED ? null : notAllowed(null, status);
        }
        RecognitionStatus before = taken.getLast().change().status();
        if (!before.allows(status)) {
            return notAllowed(before, status);
        }
        return before.isRestoredBy(status)
                        && line.imported()
                        && !restored.by(before, line.change().at())
                ? new Flaw("status", Reason.RESTORED_WITHOUT_DECISION, before.name())
                : null;
    }

    private static Flaw notAllowed(@Nullable RecognitionStatus before, RecognitionStatus status) {
        return new Flaw("status", Reason.TRANSITION_NOT_ALLOWED, before == null ? "-" : before.name(), status.name());
    }

    private void number(List<Line> ofOneMoment) {
        List<Integer> numbers =
                ofOneMoment.stream().filter(Line::imported).map(Line::number).toList();
        List<Integer> sorted = numbers.stream().sorted().toList();
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.get(i).equals(sorted.get(i))) {
                moved.put(numbers.get(i), sorted.get(i));
            }
        }
    }
}
