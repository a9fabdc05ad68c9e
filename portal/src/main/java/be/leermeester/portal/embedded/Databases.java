package be.leermeester.portal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The databases inside the cluster. JDBC, because the reactive client needs a Vert.x that is not there yet.
final class Databases {

    private Databases() {}

    /// Names made before are in a file inside the cluster: asking PostgreSQL would take as long as starting it.
    static void ensure(Path cluster, String url, String name) throws IOException, EmbeddedPostgresException {
        Path known = cluster.resolve("leermeester.databases");
        if (!Files.exists(known) || !Files.readAllLines(known).contains(name)) {
            make(url, name);
            Files.writeString(known, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static void make(String url, String name) throws EmbeddedPostgresException {
        try (Connection connection = DriverManager.getConnection(url)) {
            if (!exists(connection, name)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The database " + name + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
