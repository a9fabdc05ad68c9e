package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.exchange.load.Load;
import be.leermeester.portal.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlandersImportTest {

    @TempDir
    Path folder;

    @Test
    void all_of_flanders_is_taken_without_a_reject_changes_nothing_a_second_time_and_comes_back_equal()
            throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestExchange exchange = new TestExchange(database, folder);
            RunImport.Result first = exchange.importing(SharedData.flanders());
            assertThat(first.outcome().rejects()).isEmpty();
            assertThat(taken(first))
                    .containsAllEntriesOf(Map.of(
                            "companies.csv", 16_603L,
                            "establishments.csv", 18_604L,
                            "persons.csv", 40_924L,
                            "applications.csv", 43_451L,
                            "application_events.csv", 121_827L,
                            "agreements.csv", 25_414L,
                            "contacts.csv", 11_230L,
                            "mentor_applications.csv", 50_939L,
                            "struck_mentors.csv", 1_195L,
                            "mentor_trainings.csv", 7_874L));
            assertThat(first.stateDate()).isEqualTo("2021-09-01");
            try (Connection connection = exchange.exchange().connect()) {
                assertThat(count(connection, "SELECT count(*) FROM portal.application_event"))
                        .isEqualTo(121_827);
                assertThat(count(connection, "SELECT count(*) FROM portal.application WHERE decide_by IS NOT NULL"))
                        .isEqualTo(count(
                                connection,
                                "SELECT count(*) FROM portal.application WHERE status IN ('SUBMITTED', 'IN_REVIEW')"));
            }
            RunImport.Result second = exchange.importing(SharedData.flanders());
            assertThat(taken(second).values()).containsOnly(0L);
            assertThat(second.outcome().persons()).isEmpty();
            new ExportFolder(exchange.exchange()).write(folder.resolve("first"));
        }
        try (TestDatabase database = TestDatabase.migrated()) {
            TestExchange exchange = new TestExchange(database, folder);
            assertThat(exchange.importing(folder.resolve("first")).outcome().rejects())
                    .isEmpty();
            new ExportFolder(exchange.exchange()).write(folder.resolve("second"));
        }
        ExportedFiles.assertEqual(folder.resolve("first"), folder.resolve("second"));
    }

    private static Map<String, Long> taken(RunImport.Result result) {
        return result.outcome().files().stream().collect(Collectors.toMap(Load.Counts::file, Load.Counts::taken));
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
