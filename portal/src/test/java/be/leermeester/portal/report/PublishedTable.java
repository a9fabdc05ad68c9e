package be.leermeester.portal.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A table of the published report, as its CSV file holds it.
record PublishedTable(List<Map<String, String>> rows) {

    static PublishedTable read(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<Map<String, String>> rows = new ArrayList<>();
            csv.forEach(each -> rows.add(each.getFieldsAsMap()));
            return new PublishedTable(rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    PublishedTable where(Predicate<Map<String, String>> condition) {
        return new PublishedTable(rows.stream().filter(condition).toList());
    }

    /// Every printed figure that the answer gives otherwise, as `codes: published 12, counted 13`. A blank cell is 0 or
    /// absent; what the text lost is not compared.
    List<String> differences(Answer answer) {
        Map<String, Long> counted = new TreeMap<>();
        List<String> columns = answer.columns();
        for (Observation each : answer.observations()) {
            counted.put(
                    key(columns, each.codes(), each.measure(), each.rowType().code()), each.value());
        }
        List<String> differences = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String measure = row.getOrDefault("measure_code", row.getOrDefault("metric_code", ""));
            String key = key(columns, row, measure, row.getOrDefault("row_type", "data"));
            Long value = counted.get(key);
            String printed = row.getOrDefault("value", "");
            boolean equal = printed.isEmpty() ? value == null || value == 0 : printed.equals(String.valueOf(value));
            if (!equal && !"missing_in_text".equals(row.get("cell_status"))) {
                differences.add(key + ": published " + printed + ", counted " + value);
            }
        }
        return differences;
    }

    private static String key(List<String> columns, Map<String, String> codes, String measure, String rowType) {
        StringBuilder key = new StringBuilder(rowType);
        columns.forEach(column -> key.append(' ').append(codes.getOrDefault(column, "")));
        return key.append(' ').append(measure).toString();
    }
}
