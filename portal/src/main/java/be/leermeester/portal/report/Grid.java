package be.leermeester.portal.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// A report as people read it: the layout's row columns down, its other columns and then the measures across.
///
/// @param headings of the columns with figures
/// @param lines the rows, in order
record Grid(List<Heading> headings, List<Line> lines) {

    /// @param measure empty where the row itself says what is measured
    record Heading(List<String> codes, String measure) {}

    /// @param codes one for each of the layout's row columns
    record Line(List<String> codes, RowType rowType, Map<Heading, Observation> cells) {

        /// Null where the table has no such figure.
        @Nullable
        Observation at(Heading heading) {
            return cells.get(heading);
        }
    }

    static Grid of(Answer answer) {
        Layout layout = answer.report().layout();
        SequencedSet<Heading> headings = new LinkedHashSet<>();
        SequencedMap<List<String>, Line> lines = new LinkedHashMap<>();
        for (Observation each : answer.observations()) {
            Heading heading = new Heading(
                    codes(each, layout.columns()), each.codes().containsKey("metric_code") ? "" : each.measure());
            headings.add(heading);
            lines.computeIfAbsent(
                            codes(each, layout.rows()), codes -> new Line(codes, each.rowType(), new LinkedHashMap<>()))
                    .cells()
                    .put(heading, each);
        }
        return new Grid(List.copyOf(headings), List.copyOf(lines.values()));
    }

    private static List<String> codes(Observation each, List<String> columns) {
        return columns.stream().map(each::code).toList();
    }
}
