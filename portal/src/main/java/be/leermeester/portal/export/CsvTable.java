package be.leermeester.portal.export;

import be.leermeester.kernel.Time;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RFC 4180 in UTF-8, dates as ISO 8601, numbers with a point.
final class CsvTable {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(Time.ZONE);

    private CsvTable() {}

    static Buffer write(TableFile table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            table.about().forEach(csv::writeComment);
            csv.writeRecord(table.columns().stream()
                    .map(column -> harmless(column.heading()))
                    .toList());
            for (List<@Nullable Object> row : table.rows()) {
                csv.writeRecord(row.stream().map(CsvTable::cell).toList());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Buffer.buffer(text.toString());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> harmless(text);
            case BigDecimal number -> number.toPlainString();
            case Instant moment -> MOMENT.format(moment);
            case OffsetDateTime moment -> MOMENT.format(moment.toInstant());
            default -> value.toString();
        };
    }

    /// A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP, "CSV Injection").
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
