package be.leermeester.portal.mandate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a company agrees to when it gives or limits a mandate; empty lists are everything.
///
/// @param establishments numbers
/// @param programmes codes
/// @param acts names of [Errand.Kind]
/// @param paper the signed paper; null where the company agrees in the portal itself
record Terms(
        String enterprise,
        Mandate.Holder holder,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<String> establishments,
        List<String> programmes,
        List<String> acts,
        @Nullable SignedPaper paper) {

    Terms {
        establishments = List.copyOf(establishments);
        programmes = List.copyOf(programmes);
        acts = List.copyOf(acts);
    }
}
