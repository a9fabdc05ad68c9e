package be.leermeester.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came out of a file.
///
/// @param problem why there is no text or not all of it, null where all went well
record Extraction(List<Passage> passages, @Nullable Problem problem) {

    /// Kept by name with the material; shown in words.
    enum Problem {
        /// Locked with a password.
        ENCRYPTED,
        /// Not readable as what it is.
        BROKEN,
        /// Nothing to read in it: images, a scan, an unknown kind of file.
        NO_TEXT,
        /// More than we take; the beginning is kept.
        CUT_SHORT,
        /// Took too long; the beginning is kept.
        TOO_SLOW,
        /// Blows up to far more than it is.
        BOMB
    }

    Extraction {
        passages = List.copyOf(passages);
    }
}
