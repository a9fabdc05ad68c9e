package be.leermeester.portal.export;

import be.leermeester.kernel.Time;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// One sheet with the table, and one with what was asked and what its columns mean where somebody said so. Text is
/// written as text, so a
/// formula in it never runs.
final class XlsxTable {

    /// A sheet's name holds at most 31 characters and none of these.
    private static final String NOT_IN_A_NAME = "[\\\\/?*\\[\\]:']";

    private XlsxTable() {}

    static Buffer write(TableFile table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Leermeester", "1.0")) {
            sheet(workbook, table);
            if (table.columns().stream().anyMatch(column -> !column.meaning().isEmpty())) {
                meanings(workbook, table);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void sheet(Workbook workbook, TableFile table) throws IOException {
        Worksheet sheet = workbook.newWorksheet(name(table.title()));
        int line = 0;
        for (String about : table.about()) {
            sheet.value(line++, 0, about);
        }
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(line, column, table.columns().get(column).heading());
            sheet.style(line, column).bold().set();
        }
        sheet.freezePane(0, ++line);
        for (List<@Nullable Object> row : table.rows()) {
            for (int column = 0; column < row.size(); column++) {
                cell(sheet, line, column, row.get(column));
            }
            line++;
        }
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> sheet.value(line, column, text);
            case Number number -> sheet.value(line, column, number);
            case LocalDate date -> {
                sheet.value(line, column, date);
                sheet.style(line, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> moment(sheet, line, column, LocalDateTime.ofInstant(moment, Time.ZONE));
            case OffsetDateTime moment ->
                moment(sheet, line, column, LocalDateTime.ofInstant(moment.toInstant(), Time.ZONE));
            default -> sheet.value(line, column, value.toString());
        }
    }

    private static void moment(Worksheet sheet, int line, int column, LocalDateTime moment) {
        sheet.value(line, column, moment);
        sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
    }

    private static void meanings(Workbook workbook, TableFile table) throws IOException {
        Worksheet sheet = workbook.newWorksheet("i");
        int line = 0;
        for (String about : table.about()) {
            sheet.value(line++, 0, about);
        }
        for (TableFile.Column column : table.columns()) {
            sheet.value(line, 0, column.heading());
            sheet.value(line++, 1, column.meaning());
        }
        sheet.finish();
    }

    private static String name(String title) {
        String name = title.replaceAll(NOT_IN_A_NAME, " ").strip();
        return name.length() > 31 ? name.substring(0, 31) : name;
    }
}
