package be.leermeester.portal.evidence;

import be.leermeester.portal.person.NationalNumber;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of an attendance list as it was written. Columns, in any order: `name`, `birth_date`, `national_number`,
/// `email`, `course`, `date` (last day, ISO 8601 or 31/12/2026), `hours`. A person is told by the national number, else
/// by the e-mail address, else by name and birth date.
///
/// @param number only while the file is read: it is never written down
record AttendanceRow(
        int line,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable NationalNumber number,
        String email,
        String course,
        @Nullable LocalDate followedOn,
        @Nullable BigDecimal hours) {

    static final int MOST = 2_000;
    private static final Pattern BELGIAN = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern HOURS = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

    /// The columns that a list must have beside those that tell the person.
    private static final List<String> NEEDED = List.of("course", "date");

    /// Empty where it is no such list.
    static Optional<List<AttendanceRow>> read(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String head = clean.lines().findFirst().orElse("");
        char separator = head.indexOf(';') >= 0 ? ';' : ',';
        List<AttendanceRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(clean)) {
            for (NamedCsvRecord written : csv) {
                if (!written.getHeader().containsAll(NEEDED) || rows.size() >= MOST) {
                    return Optional.empty();
                }
                rows.add(row(written));
            }
        } catch (java.io.IOException | CsvParseException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(rows));
    }

    private static AttendanceRow row(NamedCsvRecord written) {
        String hours = field(written, "hours");
        return new AttendanceRow(
                (int) written.getStartingLineNumber(),
                field(written, "name"),
                date(field(written, "birth_date")),
                NationalNumber.parse(field(written, "national_number")).orElse(null),
                field(written, "email").toLowerCase(Locale.ROOT),
                field(written, "course"),
                date(field(written, "date")),
                HOURS.matcher(hours).matches() ? new BigDecimal(hours.replace(',', '.')) : null);
    }

    private static String field(NamedCsvRecord written, String name) {
        String value =
                written.findField(name).orElse("").replaceAll("\\p{Cc}", " ").strip();
        return value.length() > 160 ? value.substring(0, 160) : value;
    }

    private static @Nullable LocalDate date(String written) {
        try {
            var belgian = BELGIAN.matcher(written);
            LocalDate date = belgian.matches()
                    ? LocalDate.of(
                            Integer.parseInt(belgian.group(3)),
                            Integer.parseInt(belgian.group(2)),
                            Integer.parseInt(belgian.group(1)))
                    : LocalDate.parse(written);
            return date.getYear() < 1900 || date.getYear() > 2199 ? null : date;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /// Who it is about, as a list may show: digits could be a national number in the wrong column.
    String written() {
        return (name.isEmpty() ? email : name).replaceAll("\\d", "#");
    }

    boolean readable(LocalDate today) {
        return followedOn != null
                && !followedOn.isAfter(today)
                && !course.isEmpty()
                && (number != null || !email.isEmpty() || !name.isEmpty());
    }
}
