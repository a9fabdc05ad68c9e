package be.leermeester.portal.exchange;

import be.leermeester.portal.exchange.format.Column;
import be.leermeester.portal.exchange.format.Kind;
import be.leermeester.portal.exchange.format.Table;
import java.util.List;
import java.util.stream.Collectors;

/// The rows of a file as PostgreSQL writes them: in order of their key byte by byte, whatever the database's language.
final class ExportQueries {

    private ExportQueries() {}

    /// A transaction in which all files are of one moment.
    static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL TimeZone ="
            + " 'Europe/Brussels'; SET LOCAL extra_float_digits = 1";

    static String copy(Table table) {
        return "COPY (" + rows(table) + ") TO STDOUT WITH (FORMAT csv, HEADER)";
    }

    /// The columns of a file under their names there.
    static String rows(Table table) {
        String columns = table.columns().stream()
                .map(column -> expression(column) + " AS " + column.quoted())
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + table.target() + " t ORDER BY " + order(table);
    }

    // What happened at one moment keeps its order: the import goes by the rows then.
    private static String order(Table table) {
        List<String> order =
                table.name().equals("application_events") ? List.of("application_id", "at", "seq") : table.targetKey();
        return order.stream()
                .map(column -> "t.\"" + column + "\"" + (text(table, column) ? " COLLATE \"C\"" : ""))
                .collect(Collectors.joining(", "));
    }

    private static boolean text(Table table, String target) {
        return table.columns().stream()
                .filter(column -> target.equals(column.target()))
                .anyMatch(column -> column.kind().sqlType().equals("text"));
    }

    private static String expression(Column column) {
        String target = "t.\"" + column.target() + "\"";
        return switch (column.kind()) {
            case Kind.Moment _ ->
                "to_char(" + target + ", 'YYYY-MM-DD\"T\"HH24:MI:SS') || CASE WHEN date_part('microseconds', " + target
                        + ")::int % 1000000 = 0 THEN '' ELSE to_char(" + target + ", '.US') END || to_char(" + target
                        + ", 'TZH:TZM')";
            case Kind.Truth _ -> target + "::text";
            case Kind.Decimal decimal when decimal.digits() <= 2 -> "trim_scale(" + target + ")";
            case Kind.Several _ -> "nullif(array_to_string(" + target + ", ';'), '')";
            case Kind.National _ -> "t.national_number_sealed";
            case Kind.Visibility _ ->
                "CASE t.visibility WHEN 'ROLES' THEN 'ROLES:' || array_to_string(t.visible_to, ';') ELSE t.visibility END";
            case Kind.SourceFile _ -> "t.file_hash || '/' || t.file_name";
            case Kind.Code _, Kind.Text _, Kind.Choice _, Kind.Enterprise _, Kind.Establishment _, Kind.Link _ ->
                "nullif(" + target + ", '')";
            case Kind.Whole _, Kind.Decimal _, Kind.Day _ -> target;
        };
    }
}
