package be.leermeester.portal.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A generated folder, read back.
record DemoFolder(Path path) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static DemoFolder generated(Path path, LocalDate today, long seed) {
        try {
            GenerateDemo.into(path, today, seed);
            return new DemoFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without the materials: quicker, where only people and dossiers matter.
    static DemoFolder tables(Path path, LocalDate today, long seed) {
        try {
            GenerateDemo.world(today, seed).tables().write(path);
            return new DemoFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<NamedCsvRecord> rows(DemoFile file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path.resolve(file.fileName()))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> column(DemoFile file, String name) {
        return rows(file).stream().map(row -> row.getField(name)).toList();
    }

    Set<String> values(DemoFile file, String name) {
        return column(file, name).stream().filter(value -> !value.isEmpty()).collect(Collectors.toSet());
    }

    /// The files below the folder with their bytes, by name.
    List<Path> files() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
            Collections.sort(files);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
