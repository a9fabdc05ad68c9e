package be.leermeester.portal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What a test asks a running PostgreSQL.
final class Probe {

    static final String CACHE = "leermeester.pg.cache";

    private Probe() {}

    /// So that durable ones too run the programs that all tests unpacked once.
    static void sharePrograms() {
        System.setProperty(
                CACHE,
                Path.of(System.getProperty("java.io.tmpdir"), "leermeester-pg-" + System.getProperty("user.name"))
                        .toString());
    }

    static void store(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text text)");
            statement.execute("INSERT INTO note VALUES ('kept')");
        }
    }

    static String stored(EmbeddedPostgres postgres) throws SQLException {
        return query(postgres, "SELECT text FROM note");
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("leermeester"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    static boolean answers(EmbeddedPostgres postgres) {
        try {
            return query(postgres, "SELECT 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }
}
