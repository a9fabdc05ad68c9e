package be.leermeester.portal.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both paths, the import's and the live one, write the same rows.
class DeriveObligationsTest {

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void three_mentors() throws SQLException {
        database = TestDatabase.migrated();
        connection = DriverManager.getConnection(database.jdbcUrl());
        connection.setAutoCommit(false);
        new MentorFixture(connection)
                .person("M1", "An", "Peeters")
                .person("M2", "Bart\tO''Brien \\", "<script>")
                .person("M3", "Chantal", "Maes")
                .mentor("M1", "A1", "wood", "2020-03-20", "APPROVED", "2020-03-31")
                .mentor("M1", "A2", "construction", "2021-01-10", "APPROVED", "2021-01-20")
                .mentor("M2", "A3", "wood", "2024-02-20", "PENDING", "NULL")
                .mentor("M3", "A4", "wood", "2018-02-20", "APPROVED", "2018-02-25")
                .training("M1", "wood", "2021-05-01", "FOLLOWED_SECTOR");
    }

    @AfterEach
    void leave() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void the_bulk_path_writes_everybody_in_the_transaction_of_the_caller() throws SQLException {
        assertThat(DeriveObligations.all(connection)).isEqualTo(3);
        assertThat(DeriveObligations.all(connection)).isEqualTo(3);
        assertThat(rows())
                .containsExactly(
                        "M1 construction FOLLOWED_ELSEWHERE 2021-05-01 wood A1 2021-09-30",
                        "M1 wood FOLLOWED_SECTOR 2021-05-01 null A1 2021-09-30",
                        "M2 wood NOT_HANDLED 2024-02-20 null null null");
        connection.rollback();
        assertThat(rows()).isEmpty();
    }

    @Test
    void the_bulk_path_of_some_persons_leaves_the_others() throws SQLException {
        DeriveObligations.all(connection);
        execute("DELETE FROM learning.mentor_training");
        assertThat(DeriveObligations.of(connection, List.of("M2", "M3", "M9"))).isEqualTo(1);
        assertThat(rows()).contains("M1 wood FOLLOWED_SECTOR 2021-05-01 null A1 2021-09-30");
        assertThat(DeriveObligations.of(connection, List.of("M1"))).isEqualTo(2);
        assertThat(rows()).contains("M1 wood TO_FOLLOW 2020-03-31 null A1 2021-09-30");
    }

    @Test
    void the_live_path_writes_the_same_rows() throws Exception {
        DeriveObligations.all(connection);
        List<String> bulk = rows();
        execute("DELETE FROM learning.obligation");
        connection.commit();
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool().connectingTo(database.uri()).using(vertx).build();
        try {
            int written = pool.withTransaction(c -> DeriveObligations.of(c, List.of("M3", "M2", "M1", "M9")))
                    .await(30, TimeUnit.SECONDS);
            assertThat(written).isEqualTo(3);
            assertThat(rows()).isEqualTo(bulk);
        } finally {
            pool.close().await(30, TimeUnit.SECONDS);
            vertx.close().await(30, TimeUnit.SECONDS);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT concat_ws(' ', person_id, partnership_code, status, status_since,
                            coalesce(accepted_from, 'null'), coalesce(first_application_id, 'null'),
                            coalesce(due_on::text, 'null'))
                        FROM learning.obligation ORDER BY 1
                        """)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
