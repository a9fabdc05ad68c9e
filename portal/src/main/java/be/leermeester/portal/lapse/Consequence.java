package be.leermeester.portal.lapse;

import java.time.LocalDate;

/// What happens on a day because of a training deadline.
sealed interface Consequence {

    LocalDate day();

    /// The status becomes NOT_FOLLOWED.
    ///
    /// @param waits whether striking off waits for a handler
    record Lapsed(LocalDate day, Late late, boolean waits) implements Consequence {}

    /// The mentor is struck off a recognition.
    record Struck(LocalDate day, Recognised recognition, String personId) implements Consequence {}

    /// Left without a valid mentor while an agreement runs: kept until the end of the school year.
    ///
    /// @param revokeOn the first day on which it no longer holds
    record Kept(LocalDate day, Recognised recognition, String personId, LocalDate revokeOn) implements Consequence {}

    /// Revoked: without a valid mentor, and nothing keeps it (any more).
    ///
    /// @param wasKept it had been kept until this day
    record Revoked(LocalDate day, Recognised recognition, boolean wasKept) implements Consequence {}

    /// It had been kept until this day, and there is a valid mentor.
    record Released(LocalDate day, Recognised recognition) implements Consequence {}
}
