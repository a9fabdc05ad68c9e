package be.leermeester.portal.lapse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A lapse of which a handler has to confirm the striking off (domain.md 9.18).
final class WaitingLapse {

    private WaitingLapse() {}

    /// Which one.
    record Key(String personId, String partnership, LocalDate lapsedOn) {}

    /// @param putOffUntil null where the striking off is confirmed
    record Answer(@Nullable LocalDate putOffUntil, String reason) {}
}
