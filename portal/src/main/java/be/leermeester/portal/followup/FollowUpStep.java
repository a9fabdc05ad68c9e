package be.leermeester.portal.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody does with an item.
///
/// @param to to whom it is given, by id
/// @param until the day on which it comes back
/// @param words why, what was noted, or what came of it
record FollowUpStep(Act act, @Nullable String to, @Nullable LocalDate until, String words) {

    enum Act {
        TAKEN("take"),
        GIVEN("give"),
        SNOOZED("snooze"),
        NOTED("note"),
        CLOSED("close");

        private final String path;

        Act(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /// As it is kept.
    ///
    /// @param by the name of who did it
    /// @param toName of whom it was given to
    record Done(
            Act act,
            Instant at,
            String by,
            @Nullable String toName,
            @Nullable LocalDate until,
            String words) {

        /// The message that says what was done.
        public String key() {
            return "followup.step." + act;
        }
    }
}
