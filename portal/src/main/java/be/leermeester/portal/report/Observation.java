package be.leermeester.portal.report;

import java.util.Map;

/// One figure of a report.
///
/// @param codes all its code columns, in the order of the published file
/// @param value a count, or a whole percentage
record Observation(RowType rowType, Map<String, String> codes, String measure, Measure.Unit unit, long value) {

    /// The code in a column; empty where the report has no such column.
    String code(String column) {
        return codes.getOrDefault(column, "");
    }
}
