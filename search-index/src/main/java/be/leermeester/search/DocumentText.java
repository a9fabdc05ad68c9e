package be.leermeester.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/// The first pages of a document as text, for whoever compares it with what somebody typed.
///
/// @param text empty where it holds none, as a photograph or a scan
/// @param locked opens only with a password
/// @param broken cannot be read as what it says it is
public record DocumentText(String text, boolean locked, boolean broken) {

    private static final ExtractText EXTRACT =
            new ExtractText(new ExtractText.Limits(16L << 20, 100_000, 20, Duration.ofSeconds(10)));

    /// Never throws for what is in the file; blocks at most ten seconds.
    ///
    /// @param name the name that the file had, a hint at its kind
    public static DocumentText of(Path file, String name) {
        Extraction extraction = EXTRACT.from(file, name);
        String text = extraction.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
        return new DocumentText(
                text,
                extraction.problem() == Extraction.Problem.ENCRYPTED,
                extraction.problem() == Extraction.Problem.BROKEN);
    }
}
