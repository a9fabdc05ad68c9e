package be.leermeester.portal.rows;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/// The conditions of a query with their values, which never become part of its text.
public final class Where {

    private final StringBuilder conditions = new StringBuilder("TRUE");
    private final List<Object> values;

    public Where() {
        this(new ArrayList<>());
    }

    private Where(List<Object> values) {
        this.values = values;
    }

    /// Conditions of another part of the same query: the values are shared, the conditions are its own.
    public Where branch() {
        return new Where(values);
    }

    /// Adds a condition; each `?` in it stands for the next value. A `List<String>` goes as `text[]`.
    public Where and(String condition, Object... more) {
        conditions.append("\n  AND (").append(fill(condition, more)).append(')');
        return this;
    }

    /// Any other part of the query that holds values.
    public String fill(String sql, Object... more) {
        StringBuilder filled = new StringBuilder();
        int used = 0;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '?') {
                filled.append(bind(more[used++]));
            } else {
                filled.append(sql.charAt(i));
            }
        }
        if (used != more.length) {
            throw new IllegalArgumentException(more.length + " values for " + used + " places: " + sql);
        }
        return filled.toString();
    }

    /// The place of a value in the query, to be used more than once.
    public String bind(Object value) {
        values.add(value instanceof List<?> list ? list.toArray(String[]::new) : value);
        return "$" + values.size();
    }

    public String sql() {
        return conditions.toString();
    }

    /// The values bound so far.
    public Tuple tuple() {
        return Tuple.from(new ArrayList<>(values));
    }

    /// A pattern that finds text anywhere, whatever signs it holds.
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
