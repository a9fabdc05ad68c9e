package be.leermeester.portal.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The lists that the demo is made from, under `demo/` in the class path.
final class DemoResource {

    private DemoResource() {}

    static List<NamedCsvRecord> table(String name) {
        return CsvReader.builder().ofNamedCsvRecord(text(name)).stream().toList();
    }

    static List<String> words(String name) {
        return Stream.of(text(name).trim().split("\\s+")).toList();
    }

    static String text(String name) {
        try (InputStream in = DemoResource.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource /demo/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
