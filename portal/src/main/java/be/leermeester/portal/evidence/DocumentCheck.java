package be.leermeester.portal.evidence;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What looks wrong before something is handed in (C2). Only warns: a scan holds no text, and names are written in
/// more than one way.
final class DocumentCheck {

    private static final List<String> PATTERNS = List.of(
            "d/M/yyyy", "dd/MM/yyyy", "d-M-yyyy", "dd-MM-yyyy", "d.M.yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "d MMMM yyyy");

    private static final List<Locale> LANGUAGES =
            List.of(Locale.of("nl", "BE"), Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private DocumentCheck() {}

    /// @param text of the document, empty for a picture
    /// @return NO_TEXT, NO_NAME, NO_DATE as far as they hold
    static List<String> of(
            String text,
            boolean picture,
            String firstName,
            String lastName,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        String folded = folded(text);
        if (picture || folded.isBlank()) {
            return picture ? List.of() : List.of("NO_TEXT");
        }
        List<String> warnings = new ArrayList<>();
        if (!holdsAll(folded, lastName) || !holdsAll(folded, firstName)) {
            warnings.add("NO_NAME");
        }
        boolean dated = Stream.of(from, to)
                .flatMap(Stream::ofNullable)
                .anyMatch(day -> writings(day).anyMatch(folded::contains));
        if ((from != null || to != null) && !dated) {
            warnings.add("NO_DATE");
        }
        return List.copyOf(warnings);
    }

    private static boolean holdsAll(String folded, String name) {
        return Arrays.stream(folded(name).split("[ -]+")).allMatch(folded::contains);
    }

    private static Stream<String> writings(LocalDate day) {
        return PATTERNS.stream()
                .flatMap(pattern -> LANGUAGES.stream()
                        .map(language -> folded(
                                DateTimeFormatter.ofPattern(pattern, language).format(day))));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
