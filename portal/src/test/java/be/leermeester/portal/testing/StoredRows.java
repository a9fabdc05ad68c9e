package be.leermeester.portal.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What stands in all tables of all schemas, so that a test can say that nothing changed.
public final class StoredRows implements AutoCloseable {

    /// What goes on behind the scenes whether or not somebody asks.
    private static final Set<String> LEFT_OUT = Set.of("kernel.job_run", "kernel.delivery");

    /// Rows that the background finishes after somebody made them.
    private static final Set<String> COUNTED_ONLY = Set.of("kernel.mail", "portal.import_run");

    private final Connection connection;
    private final String question;
    private String transactions = "";
    private Map<String, String> last = Map.of();

    private StoredRows(Connection connection, String question) {
        this.connection = connection;
        this.question = question;
    }

    public static StoredRows of(TestDatabase database) {
        try {
            Connection connection = DriverManager.getConnection(database.jdbcUrl());
            return new StoredRows(connection, question(connection));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Per table how many rows, and a fingerprint of them.
    public Map<String, String> now() {
        try (Statement statement = connection.createStatement()) {
            String written = transactions(statement);
            if (!written.equals(transactions)) {
                last = rows(statement);
                transactions = written;
            }
            return last;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Which transactions wrote something, or do now: as long as it is the same, no row is another.
    private static String transactions(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT pg_current_snapshot()::text")) {
            found.next();
            return found.getString(1);
        }
    }

    private Map<String, String> rows(Statement statement) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (ResultSet found = statement.executeQuery(question)) {
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
            return rows;
        }
    }

    private static String question(Connection connection) throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        SELECT schemaname || '.' || tablename FROM pg_tables
                         WHERE schemaname IN ('kernel', 'search', 'learning', 'portal') ORDER BY 1
                        """)) {
            while (tables.next()) {
                String table = tables.getString(1);
                String content = COUNTED_ONLY.contains(table)
                        ? ""
                        : " || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))";
                if (!LEFT_OUT.contains(table)) {
                    parts.add("SELECT '" + table + "', count(*)::text" + content + " FROM " + table + " t");
                }
            }
        }
        return String.join(" UNION ALL ", parts);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
