package be.leermeester.portal.exchange.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CSV file as RFC 4180 has it, read record by record, with bounds: a field has at most [#MAX_FIELD] characters.
/// What is not such a file is an [UnusableSource] that names the line.
public final class CsvFile implements AutoCloseable {

    /// Characters of a field.
    public static final int MAX_FIELD = 1 << 20;

    private static final int MAX_RECORD = 4 << 20;
    private static final int MAX_FIELDS = 1_000;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;

    private CsvFile(String name, Reader text) throws UnusableSource {
        this.name = name;
        this.reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_FIELD)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MAX_FIELDS)
                                .maxFieldSize(MAX_FIELD)
                                .maxRecordSize(MAX_RECORD)
                                .fieldModifier(new QuotesOnlyAround())),
                        text);
        this.records = reader.iterator();
        CsvRecord first = next();
        this.header = first == null ? List.of() : withoutMark(first.getFields());
    }

    public static CsvFile open(Source source, String name) throws UnusableSource, IOException {
        Reader text = new InputStreamReader(
                source.open(name),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return of(name, text);
    }

    static CsvFile of(String name, Reader text) throws UnusableSource {
        return new CsvFile(name, text);
    }

    /// The names of the columns; empty where the file is.
    public List<String> header() {
        return header;
    }

    /// The next record, null at the end.
    public @Nullable CsvRecord next() throws UnusableSource {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException malformed) {
            throw new UnusableSource("import.failed.csv", name, lineOf(malformed), plain(malformed));
        } catch (UncheckedIOException unreadable) {
            throw new UnusableSource("import.failed.unreadable", name, String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    // The spreadsheet programs of the world put it there.
    private static List<String> withoutMark(List<String> fields) {
        List<String> names = new java.util.ArrayList<>(fields);
        names.set(0, names.getFirst().replace("\uFEFF", ""));
        return names.stream().map(String::strip).toList();
    }

    /// The reader tells the line in its message only: "… (record starting at line 2)".
    private static String lineOf(CsvParseException malformed) {
        String message = String.valueOf(malformed.getMessage());
        return message.contains("at line ") ? message.replaceAll("(?s).*at line (\\d+).*", "$1") : "?";
    }

    private static String plain(CsvParseException malformed) {
        Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
        return String.valueOf(cause.getMessage()).replaceAll(" ?\\(.*line \\d+\\)", "");
    }

    /// A quotation mark inside a field that is not quoted is read leniently by some programs and not by others.
    private static final class QuotesOnlyAround implements FieldModifier {
        @Override
        public String modify(long line, int index, boolean quoted, String field) {
            if (!quoted && field.indexOf('"') >= 0) {
                throw new CsvParseException("A quotation mark in a field that is not quoted at line " + line);
            }
            return field;
        }
    }
}
