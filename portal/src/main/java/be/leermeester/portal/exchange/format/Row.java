package be.leermeester.portal.exchange.format;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row that was read: its values by the columns of its table. Used again for the next row.
public final class Row {

    private final Table table;
    private final @Nullable Object[] values;
    private final int[] key;
    private int line;

    public Row(Table table) {
        this.table = table;
        this.values = new @Nullable Object[table.columns().size()];
        this.key = table.keyPositions();
    }

    public void clear(int newLine) {
        java.util.Arrays.fill(values, null);
        line = newLine;
    }

    public void set(int position, @Nullable Object value) {
        values[position] = value;
    }

    public @Nullable Object get(int position) {
        return values[position];
    }

    /// Of the file, whose header is line 1.
    public int line() {
        return line;
    }

    public @Nullable Object get(String column) {
        return values[table.position(column)];
    }

    public String text(String column) {
        Object value = get(column);
        return value == null ? "" : value.toString();
    }

    public @Nullable Instant moment(String column) {
        return (Instant) get(column);
    }

    public @Nullable LocalDate day(String column) {
        return (LocalDate) get(column);
    }

    /// The key of the row as one text; the parts hold no spaces.
    public String key() {
        return key(key);
    }

    private String key(int[] positions) {
        if (positions.length == 1) {
            return String.valueOf(values[positions[0]]);
        }
        StringBuilder key = new StringBuilder();
        for (int position : positions) {
            key.append(values[position]).append(' ');
        }
        key.setLength(key.length() - 1);
        return key.toString();
    }
}
