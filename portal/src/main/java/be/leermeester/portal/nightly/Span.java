package be.leermeester.portal.nightly;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which moments are asked for: those after one day, up to and with another, as one looks on a day.
///
/// @param after null for however long ago
/// @param arrears the partnership whose arrears after an import are meant (domain.md 9.13); null for everybody's work
///     apart from those
record Span(
        LocalDate lookingOn,
        @Nullable LocalDate after,
        LocalDate until,
        @Nullable String arrears) {

    /// What is to be done by the end of a day, and has not been.
    static Span by(LocalDate day) {
        return new Span(day, null, day, null);
    }

    /// What falls due on one day, whatever comes before.
    static Span only(LocalDate day) {
        return new Span(day, day.minusDays(1), day, null);
    }

    /// What an import left behind in a partnership.
    static Span arrears(LocalDate today, String partnership) {
        return new Span(today, null, today, partnership);
    }
}
