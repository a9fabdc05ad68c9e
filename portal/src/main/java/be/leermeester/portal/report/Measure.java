package be.leermeester.portal.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is counted or computed for each combination of codes.
///
/// @param code as in the published file
/// @param unit what the value is in
/// @param value null where the combination has no such figure
record Measure(String code, Unit unit, Value value) {

    enum Unit {
        COUNT,
        PERCENT
    }

    @FunctionalInterface
    interface Value {
        @Nullable
        Long of(Cells cells, Map<String, String> codes);
    }

    /// As counted; nothing counted is 0.
    static Measure count(String code) {
        return new Measure(code, Unit.COUNT, (cells, codes) -> cells.get(codes, code));
    }

    /// Percentage of the same figure under `total` of a column.
    static Measure share(String code, String of, String column, String total) {
        return new Measure(
                code,
                Unit.PERCENT,
                (cells, codes) -> percent(cells.get(codes, of), cells.get(Cells.with(codes, column, total), of)));
    }

    /// Only where the code of a column is, or is not, `other`.
    Measure when(String column, boolean is, String other) {
        return new Measure(
                code, unit, (cells, codes) -> other.equals(codes.get(column)) == is ? value.of(cells, codes) : null);
    }

    /// Rounded half up to a whole percentage; 0 of nothing is 0.
    static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.floorDiv(200 * part + whole, 2 * whole);
    }
}
