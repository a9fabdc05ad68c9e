package be.leermeester.portal.mentors;

import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.rows.Written;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A mentor with the obligation towards one partnership.
///
/// @param dueOn as long as it matters
/// @param flag null where nothing lights up
/// @param place a dossier that the reader may see on which the mentor stands; null where there is none
public record MentorRow(
        String personId,
        String name,
        String partnershipCode,
        String partnership,
        String status,
        @Nullable LocalDate dueOn,
        @Nullable Flag flag,
        @Nullable Place place,
        LocalDate day) {

    public record Place(String dossier, String enterprise, String company) {
        public String written() {
            return Written.enterprise(enterprise);
        }
    }

    /// 0 on the last day, negative after it.
    public @Nullable Long daysLeft() {
        return dueOn == null ? null : ChronoUnit.DAYS.between(day, dueOn);
    }

    public boolean counting() {
        return dueOn != null && !dueOn.isBefore(day);
    }
}
