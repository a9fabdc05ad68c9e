package be.leermeester.portal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void each_test_sees_only_its_own_rows() throws SQLException {
        try (TestDatabase one = TestDatabase.migrated();
                TestDatabase other = TestDatabase.migrated();
                Connection first = DriverManager.getConnection(one.jdbcUrl());
                Connection second = DriverManager.getConnection(other.jdbcUrl())) {
            first.createStatement().execute("CREATE TABLE only_here (id int)");

            assertThat(tables(first)).isEqualTo(1);
            assertThat(tables(second)).isZero();
            assertThat(one.uri()).startsWith("postgresql://").isNotEqualTo(other.uri());
        }
    }

    @Test
    void a_closed_one_is_gone_though_someone_is_connected() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        try (Connection open = DriverManager.getConnection(database.jdbcUrl())) {
            database.close();

            assertThatThrownBy(() -> tables(open)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl()))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static int tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
