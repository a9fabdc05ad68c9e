package be.leermeester.portal.status;

import be.leermeester.kernel.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a dossier's history says it is now: the columns that `portal.application` repeats for its lists.
///
/// @param firstDecision the first approval or refusal, with its moment; null while undecided
/// @param automatic whether that first decision was the portal's own
/// @param approvedOn the day of the approval that the recognition rests on; null where there is none
/// @param decideBy see [DecisionClock]
public record Standing(
        RecognitionStatus status,
        Instant since,
        @Nullable RecognitionStatus firstDecision,
        @Nullable Instant firstDecidedAt,
        boolean automatic,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate decideBy) {

    /// How long a recognition holds.
    public static final int YEARS = 5;

    /// @param history in order of time; not empty
    public static Standing of(List<StatusChange> history) {
        StatusChange last = history.getLast();
        StatusChange decision = history.stream()
                .filter(change -> change.status().isDecision())
                .findFirst()
                .orElse(null);
        return new Standing(
                last.status(),
                last.at(),
                decision == null ? null : decision.status(),
                decision == null ? null : decision.at(),
                decision != null && decision.automatic(),
                approvedOn(history),
                DecisionClock.after(history).decideBy());
    }

    /// The first day on which the recognition no longer holds: five years after the decision (domain.md 9.19); null
    /// where there never was one. A renewal's five years run from the end of the old one: its caller sees to that.
    public @Nullable LocalDate validUntil() {
        return approvedOn == null ? null : approvedOn.plusYears(YEARS);
    }

    // A revocation that was annulled counts as if it had not been (section 7), so the approval before it still counts.
    private static @Nullable LocalDate approvedOn(List<StatusChange> history) {
        LocalDate approved = null;
        RecognitionStatus before = RecognitionStatus.SUBMITTED;
        for (StatusChange change : history) {
            if (change.status() == RecognitionStatus.APPROVED && before != RecognitionStatus.REVOKED) {
                approved = Time.dateOf(change.at());
            }
            before = change.status();
        }
        return approved;
    }
}
