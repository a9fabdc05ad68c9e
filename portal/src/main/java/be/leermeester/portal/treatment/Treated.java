package be.leermeester.portal.treatment;

import be.leermeester.portal.status.DecisionClock;
import be.leermeester.portal.status.RecognitionStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dossier as its handler has it in hand.
///
/// @param seq the number of the last change; a form carries it as what was seen
/// @param clock where the fourteen days stand
/// @param filedAs the holder of the mandate under which it was filed, null where the company filed
/// @param handlerId who took it, null while it is anybody's
record Treated(
        String id,
        RecognitionStatus status,
        int seq,
        String partnershipCode,
        String partnership,
        String programmeCode,
        String programme,
        Company company,
        @Nullable String filedBy,
        @Nullable String filedAs,
        @Nullable String handlerId,
        @Nullable String handler,
        LocalDate submittedOn,
        DecisionClock clock) {

    /// @param address of the establishment, on one line
    record Company(String number, String name, String establishmentNumber, String address, String municipality) {}

    /// A person named as mentor.
    ///
    /// @param decision PENDING, APPROVED or REJECTED
    /// @param age in whole years on the day of filing; null where the national number does not tell
    /// @param minimumAge of the partnership on that day
    /// @param ageAccepted whether a handler accepted the age on the check list
    record Mentor(
            String personId,
            String name,
            String decision,
            @Nullable Integer age,
            int minimumAge,
            boolean ageAccepted) {

        boolean isPending() {
            return decision.equals("PENDING");
        }

        /// Too young, and nobody wrote down why that is accepted.
        boolean isTooYoung() {
            return age != null && age < minimumAge && !ageAccepted;
        }
    }

    /// A change that was made.
    ///
    /// @param who null where nobody was recorded
    record Step(
            int seq,
            java.time.Instant at,
            RecognitionStatus status,
            boolean automatic,
            List<String> reasons,
            String remark,
            @Nullable String who) {}

    /// An agreement that a revocation hits.
    record Running(String id, String learner, String school, LocalDate endsOn) {}

    /// Whole days left to decide; as they stand still while it is on hold; null where nothing is counted.
    @Nullable
    Long daysLeft(LocalDate today) {
        return switch (clock) {
            case DecisionClock.Running running -> Math.max(0, running.daysLeft(today));
            case DecisionClock.Paused(int days) -> (long) Math.max(0, days - 1);
            case DecisionClock.Stopped() -> null;
        };
    }

    /// Whether the law has approved it by this day, recorded or not; a partnership that escalates is not told apart
    /// here: [be.leermeester.portal.status.ChangeStatus#settled] is asked.
    boolean isOverdue(LocalDate today) {
        LocalDate decideBy = clock.decideBy();
        return decideBy != null && !decideBy.isAfter(today);
    }
}
