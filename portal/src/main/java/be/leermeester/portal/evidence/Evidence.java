package be.leermeester.portal.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of evidence, or a request for exemption, with all that happened to it. Templates read it, so what it
/// computes
/// is public.
///
/// @param duty what the partnership asks; its term where one runs
/// @param steps the first one is the handing in
/// @param looks of handlers
record Evidence(
        String id,
        Person person,
        Statement.Kind kind,
        @Nullable String ground,
        String provider,
        String course,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal hours,
        String remark,
        @Nullable String fileHash,
        @Nullable String fileName,
        @Nullable String mediaType,
        OffsetDateTime handedInAt,
        String handedInBy,
        String state,
        @Nullable String refusal,
        String motivation,
        @Nullable OffsetDateTime decidedAt,
        Duty duty,
        List<Step> steps,
        List<Look> looks) {

    record Person(String id, String firstName, String lastName) {
        public String name() {
            return firstName + " " + lastName;
        }
    }

    /// @param who a name; the portal's own where it did it
    record Step(
            int seq,
            Instant at,
            String who,
            String state,
            @Nullable String refusal,
            String motivation,
            List<String> themes,
            List<String> warnings) {}

    record Look(String who, Instant firstAt, Instant lastAt) {}

    Evidence {
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
    }

    public boolean open() {
        return state.equals("WAITING") || state.equals("COPY_ASKED");
    }

    public boolean copyAsked() {
        return state.equals("COPY_ASKED");
    }

    public boolean training() {
        return kind == Statement.Kind.TRAINING;
    }

    public boolean hasFile() {
        return fileHash != null;
    }

    /// The number of the last step; a form carries it as what was seen.
    public int seq() {
        return steps.isEmpty() ? 0 : steps.getLast().seq();
    }

    public List<String> warnings() {
        return steps.stream()
                .filter(step -> step.state().equals("WAITING"))
                .reduce((_, later) -> later)
                .map(Step::warnings)
                .orElse(List.of());
    }

    /// Handed in on or before the last day, so that nothing happens while it is looked at.
    public boolean inTime() {
        LocalDate due = duty.dueOn();
        return due == null || !handedInOn().isAfter(due);
    }

    LocalDate handedInOn() {
        return be.leermeester.kernel.Time.dateOf(handedInAt.toInstant());
    }

    long waitingDays(LocalDate today) {
        return ChronoUnit.DAYS.between(handedInOn(), today);
    }
}
