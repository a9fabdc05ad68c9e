package be.leermeester.learning.deadline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which deadlines a list asks for; null asks for all.
///
/// @param partnerships the codes asked for or allowed
record DeadlineFilter(
        @Nullable Flag flag,
        @Nullable TrainingStatus status,
        @Nullable List<String> partnerships) {

    boolean takes(Deadline deadline) {
        TrainingObligation obligation = deadline.obligation();
        return (flag == null || flag == deadline.flag())
                && (status == null || status == obligation.status())
                && (partnerships == null || partnerships.contains(obligation.partnership()));
    }
}
