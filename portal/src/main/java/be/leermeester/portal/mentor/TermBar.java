package be.leermeester.portal.mentor;

import be.leermeester.learning.deadline.Deadline;
import be.leermeester.learning.deadline.Explanation;
import be.leermeester.learning.deadline.Flag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The whole term as a bar of [#WIDTH] units: where the two warnings and today stand on it.
///
/// Templates read it, so what it computes is public.
///
/// @param amberX also where the calm part ends
record TermBar(
        LocalDate startOn,
        LocalDate amberOn,
        LocalDate redOn,
        LocalDate dueOn,
        int amberMonths,
        int redMonths,
        int amberX,
        int redX,
        int todayX) {

    static final int WIDTH = 600;

    static @Nullable TermBar of(Deadline deadline) {
        Explanation why = deadline.obligation().why();
        if (why == null) {
            return null;
        }
        LocalDate start = why.start().approvedOn();
        LocalDate due = why.dueOn();
        Flag.Thresholds thresholds = deadline.thresholds();
        LocalDate amber = due.minusMonths(thresholds.amberMonths());
        LocalDate red = due.minusMonths(thresholds.redMonths());
        return new TermBar(
                start,
                amber,
                red,
                due,
                thresholds.amberMonths(),
                thresholds.redMonths(),
                place(start, amber, due),
                place(start, red, due),
                place(start, deadline.day(), due));
    }

    private static int place(LocalDate start, LocalDate day, LocalDate due) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(start, due));
        long gone = ChronoUnit.DAYS.between(start, day);
        return Math.clamp(gone * WIDTH / whole, 0, WIDTH);
    }

    public int amberWidth() {
        return redX - amberX;
    }

    public int redWidth() {
        return WIDTH - redX;
    }

    /// The line of today is three units wide and stays inside.
    public int todayLine() {
        return Math.min(todayX, WIDTH - 3);
    }
}
