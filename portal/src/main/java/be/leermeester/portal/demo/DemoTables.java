package be.leermeester.portal.demo;

import be.leermeester.kernel.Time;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of all files, kept until everything is known and then written at once.
final class DemoTables {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Map<DemoFile, List<List<String>>> rows = new EnumMap<>(DemoFile.class);

    DemoTables() {
        for (DemoFile file : DemoFile.values()) {
            rows.put(file, new ArrayList<>());
        }
    }

    /// Date-times are clock times in Brussels; null is an empty cell.
    void add(DemoFile file, @Nullable Object... cells) {
        if (cells.length != file.columns().size()) {
            throw new IllegalArgumentException(
                    file.fileName() + " has " + file.columns().size() + " columns");
        }
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(text(cell));
        }
        rows(file).add(row);
    }

    List<List<String>> rows(DemoFile file) {
        return rows.computeIfAbsent(file, key -> new ArrayList<>());
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (DemoFile file : DemoFile.values()) {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file.fileName()))) {
                csv.writeRecord(file.columns());
                rows(file).forEach(csv::writeRecord);
            }
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case LocalDateTime moment -> moment.atZone(Time.ZONE).format(MOMENT);
            default -> cell.toString();
        };
    }
}
