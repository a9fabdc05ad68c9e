package be.leermeester.portal.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An obligation that is not met, with what its partnership accepts. Templates read it.
///
/// @param dueOn the last day that is in time; null while no term runs
/// @param approvedOn from which the term runs, and back from which the age of a training is counted
/// @param minimumHours null where the partnership names none
/// @param maximumAge in years before the recognition; null where the partnership names none
/// @param source where the rule stands, `S2:1155`; null where there is none
/// @param waits whether something handed in for it waits already
record Duty(
        String partnership,
        String name,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate approvedOn,
        @Nullable BigDecimal minimumHours,
        @Nullable Integer maximumAge,
        @Nullable String source,
        boolean waits) {

    boolean asksMoreThan(@Nullable BigDecimal hours) {
        return minimumHours != null && hours != null && hours.compareTo(minimumHours) < 0;
    }

    /// Whether a training ended too long before the recognition; on the day itself it still counts.
    boolean tooOld(@Nullable LocalDate followedTo) {
        return maximumAge != null
                && approvedOn != null
                && followedTo != null
                && followedTo.isBefore(approvedOn.minusYears(maximumAge));
    }
}
