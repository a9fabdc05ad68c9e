package be.leermeester.portal.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A copy of all rows, to put the world back as it was: what one try changed is not in the way of the next.
public final class RestoredRows implements AutoCloseable {

    /// Those who are signed in stay so, and what the background is busy with is its own.
    private static final Set<String> LEFT_ALONE = Set.of("kernel.session", "kernel.job_run", "portal.import_run");

    private final Connection connection;
    private final StoredRows rows;
    private final Map<String, String> columns = new HashMap<>();
    private Map<String, String> copied = Map.of();

    private RestoredRows(Connection connection, StoredRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /// Copies what stands there now.
    public static RestoredRows of(TestDatabase database, StoredRows rows) {
        try {
            RestoredRows restored = new RestoredRows(DriverManager.getConnection(database.jdbcUrl()), rows);
            restored.copy();
            return restored;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void copy() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            quiet(statement);
            statement.execute("CREATE SCHEMA copied");
            for (String table : tables(statement)) {
                columns.put(table, columns(statement, table));
                statement.execute("CREATE TABLE " + copyOf(table) + " AS TABLE " + table);
            }
        }
        copied = rows.now();
    }

    /// Puts back whatever differs, once the background has done its part.
    public void restore() {
        try (Statement statement = connection.createStatement()) {
            quiet(statement);
            Map<String, String> now = rows.now();
            List<String> changed = new ArrayList<>(List.of("kernel.delivery"));
            columns.keySet().stream()
                    .filter(table -> now.containsKey(table) && !now.get(table).equals(copied.get(table)))
                    .forEach(changed::add);
            if (changed.size() > 1) {
                statement.execute(putBack(changed));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// All at once, and without the references between tables being looked at on the way.
    private String putBack(List<String> changed) {
        StringBuilder sql = new StringBuilder("BEGIN; SET LOCAL session_replication_role = replica;");
        for (String table : changed) {
            String all = columns.get(table);
            sql.append("DELETE FROM %s; INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s;"
                    .formatted(table, table, all, all, copyOf(table)));
        }
        return sql.append("COMMIT").toString();
    }

    private static String copyOf(String table) {
        return "copied." + table.replace('.', '_');
    }

    /// Every event has been heard by everybody who listens.
    private static void quiet(Statement statement) throws SQLException {
        for (int patience = 0; patience < 500; patience++) {
            try (ResultSet found = statement.executeQuery(
                    "SELECT pg_sleep(0.02) FROM kernel.delivery WHERE done_at IS NULL AND attempts = 0 LIMIT 1")) {
                if (!found.next()) {
                    return;
                }
            }
        }
        throw new IllegalStateException("events that nobody hears");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                SELECT schemaname || '.' || tablename FROM pg_tables
                 WHERE schemaname IN ('kernel', 'search', 'learning', 'portal')
                """)) {
            while (found.next()) {
                if (!LEFT_ALONE.contains(found.getString(1))) {
                    tables.add(found.getString(1));
                }
            }
        }
        return tables;
    }

    private static String columns(Statement statement, String table) throws SQLException {
        try (ResultSet found = statement.executeQuery("""
                SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                 WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                """.formatted(table))) {
            found.next();
            return found.getString(1);
        }
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
