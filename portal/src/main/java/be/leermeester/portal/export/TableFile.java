package be.leermeester.portal.export;

import be.leermeester.kernel.Reply;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table to keep, as CSV or XLSX. Writing it takes processor time: do it on a virtual thread, not on an event loop.
///
/// A cell is a `String`, a `Number`, a `Boolean`, a `LocalDate`, an `Instant` or an `OffsetDateTime` (both shown in
/// Brussels time), or null for an empty one. What a spreadsheet would take for a formula stays text.
///
/// @param title what the table is; the sheet's name
/// @param about lines on what was asked and when, above the table (in CSV behind `#`); empty for a table that is
///     read by machines only
/// @param rows each as long as `columns`
public record TableFile(String title, List<String> about, List<Column> columns, List<List<@Nullable Object>> rows) {

    /// @param heading what stands above the column
    /// @param meaning one sentence, for XLSX's second sheet; `""` where the heading says it all
    public record Column(String heading, String meaning) {
        public Column(String heading) {
            this(heading, "");
        }
    }

    public enum Format {
        CSV("text/csv; charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return "." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public TableFile {
        about = List.copyOf(about);
        columns = List.copyOf(columns);
    }

    public Buffer write(Format format) {
        return switch (format) {
            case CSV -> CsvTable.write(this);
            case XLSX -> XlsxTable.write(this);
        };
    }

    /// @param name of the file, without its ending
    public Reply.Download download(String name, Format format) {
        return new Reply.Download(name + format.ending(), format.mediaType(), write(format));
    }
}
