package be.leermeester.learning.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mentor must do for one partnership, since when it stands so, and by when. Somebody whose applications were
/// all filed before the obligation began has none.
///
/// @param exemptionGround only where exempt
/// @param acceptedFrom the partnership whose training counts here, where the status comes from there
/// @param why the deadline with its rule and inputs; null while no term runs (nothing approved, or not obliged)
/// @param underReview evidence handed in on time waits for a decision
/// @param lapsesOn the day on which the status becomes NOT_FOLLOWED if nothing changes: the day after the deadline, or
/// after the late refusal of what was handed in on time (9.3); null where nothing lapses, or while that waits
public record TrainingObligation(
        String personId,
        String partnership,
        TrainingStatus status,
        LocalDate statusSince,
        @Nullable String exemptionGround,
        @Nullable String acceptedFrom,
        @Nullable Explanation why,
        boolean underReview,
        @Nullable LocalDate lapsesOn) {

    /// The obligations that follow from all given facts, by partnership code. For "as on a day" give
    /// [MentorFacts#knownOn].
    public static List<TrainingObligation> derive(MentorFacts facts, TrainingRules rules) {
        return new Derivation(facts, rules).obligations();
    }

    /// The last day that is in time; null while no term runs.
    public @Nullable LocalDate dueOn() {
        return why == null ? null : why.dueOn();
    }

    /// Days until the deadline: 0 on the day itself, negative after it, null while no term runs.
    public @Nullable Long daysLeft(LocalDate day) {
        LocalDate dueOn = dueOn();
        return dueOn == null ? null : ChronoUnit.DAYS.between(day, dueOn);
    }

    /// The light on a day; null where there is nothing to light up (not decided, stopped, no term).
    public @Nullable Flag flag(LocalDate day, Flag.Thresholds thresholds) {
        LocalDate dueOn = dueOn();
        return switch (status) {
            case FOLLOWED_SECTOR, FOLLOWED_ELSEWHERE, EXEMPT -> Flag.GREEN;
            case NOT_FOLLOWED -> Flag.OVERDUE;
            case NOT_HANDLED, DISCONTINUED -> null;
            case TO_FOLLOW -> dueOn == null ? null : underReview ? Flag.CHECKING : Flag.ofTerm(dueOn, day, thresholds);
        };
    }
}
