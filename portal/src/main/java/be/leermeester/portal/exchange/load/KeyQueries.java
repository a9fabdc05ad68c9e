package be.leermeester.portal.exchange.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class KeyQueries {

    /// Rows fetched at a time; the connection must be in a transaction for it to count.
    static final int FETCH = 5_000;

    private KeyQueries() {}

    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    static Set<String> keys(Connection connection, String query) throws SQLException {
        Set<String> keys = new HashSet<>();
        each(connection, query, row -> keys.add(row.getString(1)));
        return keys;
    }

    static Map<String, Instant> submitted(Connection connection) throws SQLException {
        Map<String, Instant> submitted = new HashMap<>();
        each(
                connection,
                "SELECT id, submitted_at FROM portal.application",
                row -> submitted.put(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()));
        return submitted;
    }

    static Map<String, String> personByHash(Connection connection) throws SQLException {
        Map<String, String> persons = new HashMap<>();
        each(
                connection,
                "SELECT encode(national_number_hash, 'hex'), id FROM kernel.person"
                        + " WHERE national_number_hash IS NOT NULL",
                row -> persons.put(row.getString(1), row.getString(2)));
        return persons;
    }

    static void each(Connection connection, String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
