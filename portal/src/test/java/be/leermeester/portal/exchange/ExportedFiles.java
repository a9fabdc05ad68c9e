package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The files of an export, by their path in its folder.
final class ExportedFiles {

    private ExportedFiles() {}

    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    contents.put(folder.relativize(file).toString(), Files.readString(file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
        return contents;
    }

    /// Says which file differs, not how: they can be large.
    static void assertEqual(Path first, Path second) throws IOException {
        Map<String, String> expected = of(first);
        Map<String, String> actual = of(second);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((file, content) ->
                assertThat(content.equals(expected.get(file))).as(file).isTrue());
    }
}
