package be.leermeester.portal.agreement;

import be.leermeester.learning.deadline.Flag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An agreement as lists show it.
///
/// @param dossier the recognition it stands on
/// @param flag of the mentor's training; null where nothing lights up
/// @param mentors how many valid mentors the recognition has
/// @param until the last day, as agreed or as it ended
public record AgreementRow(
        String id,
        String status,
        String type,
        String learner,
        String mentor,
        @Nullable Flag flag,
        @Nullable LocalDate dueOn,
        int mentors,
        String dossier,
        String programme,
        String enterprise,
        String company,
        String municipality,
        @Nullable String provider,
        LocalDate from,
        LocalDate until) {

    /// The learner loses the place when this mentor lapses (U3): late or nearly, and there is no other mentor.
    public boolean atRisk() {
        return (flag == Flag.RED || flag == Flag.OVERDUE) && mentors <= 1;
    }
}
