package be.leermeester.portal.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a dossier stands on a day by the law, also when the night's work has not recorded it yet: an undecided one is
/// approved from its [DecisionClock.Running#decideBy], a recognition ends on its anniversary (domain.md 2 and 9.19).
public sealed interface Outlook {

    /// Recognitions that end within this time are shown as such; the quarterly mailing asks about them in that time.
    int ENDING_MONTHS = 9;
    /// From so many days before an automatic approval it is announced to the handler (R4).
    int WARNING_DAYS = 3;

    /// With the partnership, which has this many whole days left; 0 on the last one.
    record Waiting(LocalDate decideBy, long daysLeft) implements Outlook {
        public boolean soon() {
            return daysLeft < WARNING_DAYS;
        }

        public LocalDate lastDay() {
            return decideBy.minusDays(1);
        }
    }

    /// Undecided for too long: approved by law since this day.
    record ApprovedByLaw(LocalDate since) implements Outlook {}

    /// Undecided for too long since this day, and not approved by law: the head of the partnership's team decides (R4).
    record Escalated(LocalDate since) implements Outlook {}

    /// With the partnership, the clock stands still.
    record OnHold() implements Outlook {}

    /// With the applicant, who has to complete it.
    record Incomplete() implements Outlook {}

    /// Holds until `until`, for long yet; null where the end is not known.
    record Recognised(@Nullable LocalDate until) implements Outlook {}

    /// Holds until `until`, which is near.
    record Ending(LocalDate until) implements Outlook {}

    /// Five years were over on this day; not recorded yet.
    record Over(LocalDate since) implements Outlook {}

    /// Decided against, given up or no longer valid.
    record Closed() implements Outlook {}

    /// @param escalates whether the partnership wants the head of the team to decide after fourteen days, not the law
    static Outlook of(
            RecognitionStatus status,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate validUntil,
            boolean escalates,
            LocalDate today) {
        return switch (status) {
            case SUBMITTED, IN_REVIEW -> decideBy == null ? new OnHold() : onTheClock(decideBy, escalates, today);
            case ON_HOLD -> new OnHold();
            case INCOMPLETE -> new Incomplete();
            case APPROVED -> recognised(validUntil, today);
            case REJECTED, CANCELLED, REVOKED, CEASED, EXPIRED, DUPLICATED -> new Closed();
        };
    }

    private static Outlook onTheClock(LocalDate decideBy, boolean escalates, LocalDate today) {
        if (today.isBefore(decideBy)) {
            return new Waiting(decideBy, new DecisionClock.Running(decideBy).daysLeft(today));
        }
        return escalates ? new Escalated(decideBy) : new ApprovedByLaw(decideBy);
    }

    private static Outlook recognised(@Nullable LocalDate until, LocalDate today) {
        if (until == null || until.isAfter(today.plusMonths(ENDING_MONTHS))) {
            return new Recognised(until);
        }
        return until.isAfter(today) ? new Ending(until) : new Over(until);
    }
}
