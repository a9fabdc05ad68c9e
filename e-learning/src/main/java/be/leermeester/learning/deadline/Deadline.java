package be.leermeester.learning.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An obligation as it stands on a day: what pages, programs and mails tell.
///
/// @param thresholds the partnership's own, as they hold on that day
public record Deadline(TrainingObligation obligation, LocalDate day, Flag.Thresholds thresholds) {

    public @Nullable Flag flag() {
        return obligation.flag(day, thresholds);
    }

    /// See [TrainingObligation#daysLeft].
    public @Nullable Long daysLeft() {
        return obligation.daysLeft(day);
    }
}
