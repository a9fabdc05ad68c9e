package be.leermeester.portal.exchange;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands behind `import` on the command line.
record ImportArguments(
        Path source, boolean dryRun, @Nullable LocalDate asOf, Path rejects) {

    /// Throws [IllegalArgumentException] with a message key.
    static ImportArguments of(List<String> arguments) {
        Path source = null;
        boolean dryRun = false;
        LocalDate asOf = null;
        Path rejects = Path.of("rejects.csv");
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--dry-run" -> dryRun = true;
                case "--as-of" -> asOf = date(value(words));
                case "--rejects" -> rejects = Path.of(value(words));
                default -> {
                    if (word.startsWith("-") || source != null) {
                        throw new IllegalArgumentException("import.usage.unknown");
                    }
                    source = Path.of(word);
                }
            }
        }
        if (source == null) {
            throw new IllegalArgumentException("import.usage.source");
        }
        return new ImportArguments(source, dryRun, asOf, rejects);
    }

    private static String value(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("import.usage.value");
        }
        return words.next();
    }

    private static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException notADate) {
            throw new IllegalArgumentException("import.usage.date", notADate);
        }
    }
}
