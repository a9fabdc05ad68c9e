package be.leermeester.portal.report;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a query counted: per combination of codes, each of its measures.
final class Cells {

    private final List<String> columns;
    private final Map<List<String>, Map<String, Long>> counted = new HashMap<>();

    private Cells(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /// Reads rows whose columns are named as the dimensions and the counted measures. Rows that agree in the codes of
    /// this report add up; a query can so serve a coarser report too.
    static Cells read(RowSet<Row> rows, List<String> columns) {
        Cells cells = new Cells(columns);
        for (Row row : rows) {
            Map<String, String> codes = new HashMap<>();
            Map<String, Long> figures = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                String column = row.getColumnName(i);
                if (columns.contains(column)) {
                    codes.put(column, row.getString(i));
                } else if (row.getValue(i) instanceof Number number) {
                    figures.put(column, number.longValue());
                }
            }
            Map<String, Long> cell = cells.counted.computeIfAbsent(cells.key(codes), _ -> new HashMap<>());
            figures.forEach((measure, figure) -> cell.merge(measure, figure, Long::sum));
        }
        return cells;
    }

    /// 0 where nothing was counted. `codes` may hold further columns than the report's dimensions.
    long get(Map<String, String> codes, String measure) {
        return counted.getOrDefault(key(codes), Map.of()).getOrDefault(measure, 0L);
    }

    /// Whether anything was counted under this code.
    boolean any(String column, String code) {
        int place = columns.indexOf(column);
        return counted.entrySet().stream()
                .filter(cell -> code.equals(cell.getKey().get(place)))
                .anyMatch(cell -> cell.getValue().values().stream().anyMatch(figure -> figure != 0));
    }

    /// The same combination with one code replaced.
    static Map<String, String> with(Map<String, String> codes, String column, String code) {
        Map<String, String> changed = new HashMap<>(codes);
        changed.put(column, code);
        return changed;
    }

    private List<String> key(Map<String, String> codes) {
        return columns.stream().map(column -> codes.getOrDefault(column, "")).toList();
    }
}
