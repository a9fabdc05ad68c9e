package be.leermeester.learning.deadline;

import java.time.LocalDate;

/// The light beside a mentor on a given day (*knipperlicht*, S0:404, S3:190).
public enum Flag {
    GREEN,
    AMBER,
    RED,
    OVERDUE,
    CHECKING;

    /// The flag of a term that runs until and including `dueOn`. It turns amber and red on the very days on which the
    /// reminders leave: so many calendar months before `dueOn`.
    static Flag ofTerm(LocalDate dueOn, LocalDate day, Thresholds thresholds) {
        if (day.isAfter(dueOn)) {
            return OVERDUE;
        }
        if (!day.isBefore(dueOn.minusMonths(thresholds.redMonths()))) {
            return RED;
        }
        return day.isBefore(dueOn.minusMonths(thresholds.amberMonths())) ? GREEN : AMBER;
    }

    /// How many months before the deadline a flag turns; partnership data.
    public record Thresholds(int amberMonths, int redMonths) {

        /// The last deadline that shows red (or already passed) on `day`.
        LocalDate redUntil(LocalDate day) {
            return latestDue(day, redMonths);
        }

        /// The last deadline that shows amber or worse on `day`.
        LocalDate amberUntil(LocalDate day) {
            return latestDue(day, amberMonths);
        }

        /// The inverse of "so many months before": all month ends that shrink to the last day of a short month count.
        private static LocalDate latestDue(LocalDate day, int months) {
            LocalDate later = day.plusMonths(months);
            boolean monthEnd = day.getDayOfMonth() == day.lengthOfMonth();
            return monthEnd ? later.withDayOfMonth(later.lengthOfMonth()) : later;
        }
    }
}
