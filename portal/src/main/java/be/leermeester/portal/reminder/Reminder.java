package be.leermeester.portal.reminder;

import be.leermeester.portal.mail.Addressee;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/// One moment at which a mentor is reminded of one deadline (S0:404).
///
/// @param months so many calendar months before the deadline; the moments are the partnership's own
/// @param mentor with an empty address where none is known
/// @param approvedOn what the term runs from, `termMonths` and `moreMonths` after which it ends
record Reminder(
        Addressee mentor,
        String partnership,
        String partnershipName,
        LocalDate dueOn,
        int months,
        LocalDate approvedOn,
        int termMonths,
        int moreMonths) {

    /// The day on which it falls, by the arithmetic by which the flags turn: 31 August less six months is the last day
    /// of February.
    static LocalDate momentOf(LocalDate dueOn, int months) {
        return dueOn.minusMonths(months);
    }

    /// Whether to send on `today` what fell earlier or falls now: not after the deadline, and not where a later moment
    /// has come meanwhile, which tells the same.
    static boolean makesSense(LocalDate dueOn, int months, Collection<Integer> moments, LocalDate today) {
        return !today.isAfter(dueOn)
                && moments.stream()
                        .filter(other -> other < months)
                        .noneMatch(other -> !momentOf(dueOn, other).isAfter(today));
    }

    boolean hasAddress() {
        return !mentor.email().isEmpty();
    }

    long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }
}
