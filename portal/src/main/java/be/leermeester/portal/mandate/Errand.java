package be.leermeester.portal.mandate;

import org.jspecify.annotations.Nullable;

/// What somebody wants to do for a company; the mandate must reach it.
///
/// @param establishment its number; null where it is about none in particular
/// @param programme its code; null where it is about none in particular
public record Errand(
        String enterpriseNumber,
        Kind kind,
        @Nullable String establishment,
        @Nullable String programme) {

    /// The acts that a mandate can be limited to (R8).
    public enum Kind {
        /// File an application, and withdraw it.
        FILE,
        /// Answer what is missing.
        COMPLETE,
        /// Add and replace mentors, hand in their certificates.
        MENTORS,
        /// Register and end agreements.
        AGREEMENTS,
        /// Answer about recognitions that end.
        RENEWALS
    }

    /// Something for the company as a whole.
    public static Errand of(String enterpriseNumber, Kind kind) {
        return new Errand(enterpriseNumber, kind, null, null);
    }

    public Errand at(String establishment) {
        return new Errand(enterpriseNumber, kind, establishment, programme);
    }

    public Errand on(String programme) {
        return new Errand(enterpriseNumber, kind, establishment, programme);
    }
}
