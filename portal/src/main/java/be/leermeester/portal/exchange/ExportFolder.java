package be.leermeester.portal.exchange;

import be.leermeester.portal.exchange.format.ExchangeFormat;
import be.leermeester.portal.exchange.format.Kind;
import be.leermeester.portal.exchange.format.Table;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Writes everything in the exchange format, as of one moment: importing it into an empty portal gives the same data,
/// and exporting that the same bytes. National numbers are opened, so it is for the administrator at the machine only;
/// cells are data, so what a spreadsheet would run as a formula is written as it is.
public final class ExportFolder {

    private static final int FETCH = 2_000;

    private final Exchange exchange;

    public ExportFolder(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Writes the files into the folder, each whole or not at all; answers the number of rows of each.
    public Map<String, Long> write(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = exchange.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ExportQueries.SNAPSHOT);
            for (Table table : ExchangeFormat.tables()) {
                rows.put(table.file(), write(connection, table, folder));
            }
            connection.rollback();
        }
        return rows;
    }

    private long write(Connection connection, Table table, Path folder) throws IOException, SQLException {
        Path aside = Files.createTempFile(folder, table.name(), ".part");
        try {
            boolean byRow = table.columns().stream()
                    .anyMatch(column ->
                            column.kind() instanceof Kind.National || column.kind() instanceof Kind.SourceFile);
            long rows = byRow ? byRow(connection, table, aside, folder) : copied(connection, table, aside);
            Files.move(aside, folder.resolve(table.file()), StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static long copied(Connection connection, Table table, Path file) throws IOException, SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ExportQueries.copy(table), out);
        }
    }

    private long byRow(Connection connection, Table table, Path file, Path folder) throws IOException, SQLException {
        long count = 0;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
                Statement statement = connection.createStatement()) {
            csv.writeRecord(
                    table.columns().stream().map(column -> column.name()).toList());
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(ExportQueries.rows(table))) {
                while (rows.next()) {
                    csv.writeRecord(cells(table, rows, folder));
                    count++;
                }
            }
        }
        return count;
    }

    private List<String> cells(Table table, ResultSet row, Path folder) throws IOException, SQLException {
        String[] cells = new String[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = switch (table.columns().get(i).kind()) {
                case Kind.National _ -> opened(row.getBytes(i + 1));
                case Kind.SourceFile _ -> copied(row.getString(1), row.getString(i + 1), folder);
                default -> text(row.getString(i + 1));
            };
        }
        return List.of(cells);
    }

    private String opened(byte @Nullable [] sealed) {
        return sealed == null ? "" : exchange.vault().open(sealed).digits();
    }

    /// Copies a material's file beside the CSV and answers its path there.
    private String copied(String materialId, @Nullable String hashAndName, Path folder) throws IOException {
        if (hashAndName == null) {
            return "";
        }
        String hash = hashAndName.substring(0, hashAndName.indexOf('/'));
        String name = hashAndName.substring(hash.length() + 1).replaceAll("[/\\\\\\p{Cntrl}]", "_");
        String path = "materials/" + materialId + "/" + (name.matches("\\.*") ? "file" : name);
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        Files.copy(exchange.files().locate(hash), target, StandardCopyOption.REPLACE_EXISTING);
        return path;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
