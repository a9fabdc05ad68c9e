package be.leermeester.portal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One thing to follow up, with what it is about.
///
/// @param dueOn the last day; null where there is no hurry
/// @param steps how much people did with it: what somebody saw who acts next
record FollowUpItem(
        String id,
        String kind,
        String subject,
        String remark,
        String partnershipCode,
        String partnership,
        About about,
        Instant openedAt,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate snoozedUntil,
        @Nullable String takenBy,
        @Nullable String taker,
        @Nullable Closing closing,
        int steps) {

    /// The mentor whose page tells what was done to reach him; null where it is about something else.
    public @Nullable String reminded() {
        boolean reminder =
                List.of("CALL_MENTOR", "MENTOR_LETTER", "MENTOR_WRONG").contains(kind);
        return reminder && subject.startsWith("person:") ? subject.substring("person:".length()) : null;
    }

    /// What features keep with an item for themselves, as `NO_ADDRESS`: not for reading.
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /// @param person who it is about, where that is a mentor
    record About(
            @Nullable String person,
            @Nullable String dossier,
            @Nullable String programme,
            @Nullable String municipality,
            @Nullable String enterprise,
            @Nullable String company) {}

    /// @param by null where it closed by itself
    record Closing(Instant at, @Nullable String by, String outcome) {

        /// What came of it, where a person wrote it.
        public String words() {
            return CODE.matcher(outcome).matches() ? "" : outcome;
        }
    }

    /// What the one who opened it said.
    String words() {
        return CODE.matcher(remark).matches() ? "" : remark;
    }

    private Optional<FollowUpKind> known() {
        for (FollowUpKind each : FollowUpKind.values()) {
            if (each.name().equals(kind)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// Where the work is done.
    @Nullable
    String workAt() {
        return known().map(each -> each.workAt(subject, about.dossier(), about.enterprise()))
                .orElse(null);
    }

    boolean closesItself() {
        return known().map(FollowUpKind::closesItself).orElse(false);
    }

    boolean isOpen() {
        return closing == null;
    }
}
