package be.leermeester.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A learning material (domain.md section 6) as its row says, without its text.
///
/// @param programmes programme codes
/// @param partnership the code of the sector's partnership, null for none
/// @param visibility PUBLIC, SIGNED_IN or ROLES; with ROLES, `visibleTo` names them
/// @param fileHash the file's hash in the file store, null for a link
/// @param extractedHash the hash of the file whose text is kept, null before the first extraction
/// @param extractionError why there is no text, in a few words
public record Material(
        String id,
        String title,
        String description,
        String language,
        String kind,
        String audience,
        String level,
        List<String> programmes,
        @Nullable String partnership,
        List<String> keywords,
        String licence,
        String author,
        String version,
        @Nullable LocalDate reviewBy,
        String visibility,
        List<String> visibleTo,
        @Nullable String fileHash,
        @Nullable String fileName,
        @Nullable String url,
        Instant changedAt,
        @Nullable String extractedHash,
        @Nullable String extractionError) {

    public Material {
        programmes = List.copyOf(programmes);
        keywords = List.copyOf(keywords);
        visibleTo = List.copyOf(visibleTo);
    }

    /// Changes whenever the index must take the material anew; sorts by the moment of the last change.
    String stamp() {
        return changedAt + "|" + extractedHash + "|" + Integer.toHexString(hashCode());
    }

    /// Whether the day by which its owner was to look at it again has passed.
    boolean isOverdue(LocalDate today) {
        return reviewBy != null && reviewBy.isBefore(today);
    }
}
