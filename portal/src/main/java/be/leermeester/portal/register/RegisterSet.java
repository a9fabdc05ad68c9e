package be.leermeester.portal.register;

import be.leermeester.portal.exchange.source.CsvFile;
import be.leermeester.portal.exchange.source.Source;
import be.leermeester.portal.exchange.source.UnusableSource;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A set of the open data of the Belgian enterprise register (KBO), full or update: what it says of the numbers that
/// are ours. In an update `_delete` names what is replaced and `_insert` holds what comes instead, so that what is
/// deleted and not inserted has stopped. Headcounts are not in it, and would not be used (9.12).
final class RegisterSet {

    /// What was read.
    ///
    /// @param unknown numbers that we do not have
    /// @param unreadable rows without a readable number
    record Counts(long read, long ours, long unknown, long unreadable) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-yyyy");
    private static final String ACTIVE = "AC";

    private final Source source;
    private final Predicate<String> ours;
    final Set<String> stopped = new HashSet<>();
    /// Establishments that we have, with the enterprise that the register says they belong to.
    final Map<String, String> owners = new HashMap<>();

    final Map<String, Located> addresses = new HashMap<>();
    final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> nameRanks = new HashMap<>();
    private long read;
    private long taken;
    private long unknown;
    private long unreadable;

    private RegisterSet(Source source, Predicate<String> ours) {
        this.source = source;
        this.ours = ours;
    }

    static Extract extract(Source source) throws UnusableSource, IOException {
        Map<String, String> meta = new HashMap<>();
        if (!source.has("meta.csv")) {
            throw new UnusableSource("register.problem.no-meta");
        }
        try (CsvFile file = CsvFile.open(source, "meta.csv")) {
            for (CsvRecord record = file.next(); record != null; record = file.next()) {
                if (record.getFieldCount() > 1) {
                    meta.put(record.getField(0).strip(), record.getField(1).strip());
                }
            }
        }
        LocalDate snapshot = day(meta.getOrDefault("SnapshotDate", ""));
        String number = meta.getOrDefault("ExtractNumber", "");
        String type = meta.getOrDefault("ExtractType", "").toLowerCase(java.util.Locale.ROOT);
        if (snapshot == null || !number.matches("\\d{1,8}") || !(type.equals("full") || type.equals("update"))) {
            throw new UnusableSource("register.problem.meta");
        }
        return new Extract(Integer.parseInt(number), snapshot, type.equals("full"));
    }

    /// @param ours whether we have an enterprise or establishment number, of ten digits
    static RegisterSet read(Source source, Extract extract, Predicate<String> ours) throws UnusableSource, IOException {
        RegisterSet set = new RegisterSet(source, ours);
        if (!extract.full()) {
            set.rows("enterprise_delete.csv", "EnterpriseNumber", (number, _) -> set.stopped.add(number));
            set.rows("establishment_delete.csv", "EstablishmentNumber", (number, _) -> set.stopped.add(number));
        }
        String suffix = extract.full() ? ".csv" : "_insert.csv";
        set.rows("enterprise" + suffix, "EnterpriseNumber", set::enterprise);
        set.rows("establishment" + suffix, "EstablishmentNumber", set::establishment);
        set.rows("address" + suffix, "EntityNumber", set::address);
        set.rows("denomination" + suffix, "EntityNumber", set::name);
        return set;
    }

    Counts counts() {
        return new Counts(read, taken, unknown, unreadable);
    }

    private void enterprise(String number, Fields fields) {
        String status = fields.of("Status");
        if (status.isEmpty() || status.equals(ACTIVE)) {
            stopped.remove(number);
        } else {
            stopped.add(number);
        }
    }

    private void establishment(String number, Fields fields) {
        stopped.remove(number);
        owners.put(number, digits(fields.of("EnterpriseNumber")));
    }

    private void address(String number, Fields fields) {
        if (fields.of("TypeOfAddress").equals("ABBR")) {
            return;
        }
        Located found = Located.of(
                        either(fields, "Street"),
                        fields.of("HouseNumber"),
                        fields.of("Box"),
                        fields.of("Zipcode"),
                        either(fields, "Municipality"))
                .struckOff(day(fields.of("DateStrikingOff")));
        addresses.put(number, found);
    }

    private static String either(Fields fields, String column) {
        String dutch = fields.of(column + "NL");
        return dutch.isEmpty() ? fields.of(column + "FR") : dutch;
    }

    /// The Dutch name before others; of an enterprise its name (001), of an establishment its commercial name (003).
    private void name(String number, Fields fields) {
        String type = fields.of("TypeOfDenomination");
        if (!type.equals("001") && !type.equals("003")) {
            return;
        }
        boolean wanted = type.equals(number.matches("[01].*") ? "001" : "003");
        int rank = (wanted ? 2 : 0) + (fields.of("Language").equals("2") ? 1 : 0);
        boolean fits = wanted || !number.matches("[01].*");
        if (fits
                && rank > nameRanks.getOrDefault(number, -1)
                && !fields.of("Denomination").isEmpty()) {
            nameRanks.put(number, rank);
            names.put(number, fields.of("Denomination"));
        }
    }

    /// One record by the names of its columns.
    private record Fields(List<String> header, CsvRecord record) {
        String of(String column) {
            int index = header.indexOf(column);
            return index < 0 || index >= record.getFieldCount()
                    ? ""
                    : record.getField(index).strip();
        }
    }

    @FunctionalInterface
    private interface Taking {
        void take(String number, Fields fields);
    }

    private void rows(String name, String key, Taking taking) throws UnusableSource, IOException {
        if (!source.has(name)) {
            return;
        }
        try (CsvFile file = CsvFile.open(source, name)) {
            if (!file.header().contains(key)) {
                throw new UnusableSource("register.problem.column", name, key);
            }
            for (CsvRecord record = file.next(); record != null; record = file.next()) {
                Fields fields = new Fields(file.header(), record);
                row(digits(fields.of(key)), fields, taking);
            }
        }
    }

    private void row(String number, Fields fields, Taking taking) {
        read++;
        if (!number.matches("\\d{10}")) {
            unreadable++;
        } else if (ours.test(number)) {
            taken++;
            taking.take(number, fields);
        } else {
            unknown++;
        }
    }

    private static String digits(String written) {
        return written.replaceAll("[. ]", "");
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return written.isEmpty() ? null : LocalDate.parse(written, DAY);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
