package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Column;
import be.leermeester.portal.exchange.format.Flaw;
import be.leermeester.portal.exchange.format.Kind;
import be.leermeester.portal.exchange.format.Reason;
import be.leermeester.portal.exchange.format.Refused;
import be.leermeester.portal.exchange.format.Row;
import be.leermeester.portal.exchange.format.RowCheck;
import be.leermeester.portal.exchange.format.Table;
import be.leermeester.portal.person.NationalNumber;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a record into a row and says what is wrong with it, if anything: the first flaw is enough.
final class RowJudge {

    private final Table table;
    private final List<Column> columns;
    private final int[] headerPosition;
    private final int width;
    private final KnownKeys known;

    /// @param headerPosition per column of the table, where the file has it; -1 where it does not
    RowJudge(Table table, int[] headerPosition, int width, KnownKeys known) {
        this.table = table;
        this.columns = table.columns();
        this.headerPosition = headerPosition;
        this.width = width;
        this.known = known;
    }

    @Nullable
    Flaw judge(CsvRecord cells, Row row) {
        if (cells.getFieldCount() != width) {
            return new Flaw("", Reason.FIELD_COUNT, cells.getFieldCount() + "", width + "");
        }
        for (int i = 0; i < headerPosition.length; i++) {
            Flaw flaw = judge(i, cell(cells, i), row);
            if (flaw != null) {
                return flaw;
            }
        }
        if (known.isTaken(table.name(), row.key())) {
            return new Flaw(table.key().getFirst(), Reason.DUPLICATE_KEY);
        }
        for (RowCheck check : table.checks()) {
            Flaw flaw = check.flaw(row, known);
            if (flaw != null) {
                return flaw;
            }
        }
        return null;
    }

    /// What the record holds in a column, for the list of rejects.
    String cell(CsvRecord cells, String column) {
        return column.isEmpty() || cells.getFieldCount() != width ? "" : cell(cells, table.position(column));
    }

    private String cell(CsvRecord cells, int position) {
        return headerPosition[position] < 0 ? "" : cells.getField(headerPosition[position]);
    }

    private @Nullable Flaw judge(int position, String cell, Row row) {
        Column column = columns.get(position);
        if (cell.isEmpty()) {
            row.set(position, column.absent());
            return column.required() ? new Flaw(column.name(), Reason.VALUE_MISSING) : null;
        }
        try {
            Object value = column.kind().read(cell);
            row.set(position, value);
            return missing(column, value, row);
        } catch (Refused refused) {
            return new Flaw(column.name(), refused.reason());
        }
    }

    private @Nullable Flaw missing(Column column, Object value, Row row) {
        String refers = column.refers();
        if (refers != null && !refers.equals(table.name()) && !hasAll(refers, value)) {
            return new Flaw(column.name(), Reason.UNKNOWN_REFERENCE);
        }
        if (value instanceof NationalNumber number && known.isOfAnother(number, row.key())) {
            return new Flaw(column.name(), Reason.NATIONAL_NUMBER_TAKEN);
        }
        if (column.kind() instanceof Kind.SourceFile && !known.hasFile(value.toString())) {
            return new Flaw(column.name(), Reason.FILE_MISSING);
        }
        return null;
    }

    private boolean hasAll(String refers, Object value) {
        return value instanceof List<?> several
                ? several.stream().allMatch(each -> known.has(refers, each.toString()))
                : known.has(refers, value.toString());
    }
}
