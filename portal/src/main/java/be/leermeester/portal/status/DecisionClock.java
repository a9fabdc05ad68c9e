package be.leermeester.portal.status;

import be.leermeester.kernel.Time;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fourteen days within which a partnership decides (domain.md sections 2 and 9.4): from 00:00 in Brussels of the
/// submission date + 15 days an undecided dossier counts as approved. ON_HOLD stops the clock, which resumes with the
/// days that were left; INCOMPLETE stops it, and a resubmission starts a new fourteen days.
public sealed interface DecisionClock {

    /// Days from the submission to the first day on which it is too late.
    int DAYS = 15;

    /// The first day on which it is too late to decide, or null while the clock stands still.
    default @Nullable LocalDate decideBy() {
        return null;
    }

    /// @param decideBy the first day on which it is too late to decide
    record Running(LocalDate decideBy) implements DecisionClock {

        /// Whole days left after `today`: 14 on the day of submission, 0 on the last day, negative when it is too late.
        public long daysLeft(LocalDate today) {
            return ChronoUnit.DAYS.between(today, decideBy) - 1;
        }
    }

    /// On hold.
    ///
    /// @param days from the day it resumes to the first day on which it will be too late
    record Paused(int days) implements DecisionClock {}

    /// Not submitted, incomplete, cancelled or decided: there is nothing to count.
    record Stopped() implements DecisionClock {}

    /// What the clock says after a whole history, which is in order of time.
    static DecisionClock after(List<StatusChange> history) {
        DecisionClock clock = new Stopped();
        for (StatusChange change : history) {
            clock = clock.then(change);
        }
        return clock;
    }

    /// What the clock says after one more change.
    default DecisionClock then(StatusChange change) {
        LocalDate day = Time.dateOf(change.at());
        return switch (change.status()) {
            case SUBMITTED -> new Running(day.plusDays(DAYS));
            case IN_REVIEW -> resumed(day);
            case ON_HOLD -> paused(day);
            case INCOMPLETE, CANCELLED, APPROVED, REJECTED, REVOKED, CEASED, EXPIRED, DUPLICATED -> new Stopped();
        };
    }

    private DecisionClock resumed(LocalDate day) {
        return this instanceof Paused(int days) ? new Running(day.plusDays(days)) : this;
    }

    private DecisionClock paused(LocalDate day) {
        return this instanceof Running(LocalDate decideBy)
                ? new Paused(Math.max(0, (int) ChronoUnit.DAYS.between(day, decideBy)))
                : this;
    }
}
