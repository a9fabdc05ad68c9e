package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.exchange.format.ExchangeFormat;
import be.leermeester.portal.exchange.format.Table;
import be.leermeester.portal.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/// The import of all of Flanders against COPY of the same rows straight into the same constrained and indexed tables
/// on the same server. Prints the seconds and their ratio, which is to stay below 2.5; asserts nothing about time.
@Tag("benchmark")
class ImportBenchmark {

    private static final int ROUNDS = 4;

    private static final List<String> TABLES = Stream.concat(
                    ExchangeFormat.tables().stream().map(Table::target), Stream.of("learning.obligation"))
            .toList();

    @TempDir
    Path folder;

    @Test
    void an_import_against_copy() throws Exception {
        Path flanders = SharedData.flanders();
        for (int round = 0; round < ROUNDS; round++) {
            double imported;
            double obligations;
            try (TestDatabase database = TestDatabase.migrated()) {
                long[] followed = new long[1];
                TestExchange exchange = new TestExchange(database, folder, (connection, _) -> {
                    long start = System.nanoTime();
                    DeriveObligations.all(connection);
                    followed[0] = System.nanoTime() - start;
                });
                long start = System.nanoTime();
                RunImport.Result result = exchange.importing(flanders);
                imported = seconds(start);
                obligations = followed[0] / 1e9;
                assertThat(result.outcome().rejects()).isEmpty();
                keep(exchange);
            }
            double copied = copied();
            System.out.printf(
                    "%s: import %.1f s (of which obligations %.1f s), COPY of the same rows %.1f s, ratio %.2f%n",
                    round == 0 ? "warm-up" : "round " + round, imported, obligations, copied, imported / copied);
        }
        System.out.printf("Heap: %,d MB at most.%n", Runtime.getRuntime().maxMemory() >> 20);
    }

    private void keep(TestExchange exchange) throws SQLException, IOException {
        try (Connection connection = exchange.exchange().connect()) {
            for (String table : TABLES) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                    copying(connection).copyOut("COPY " + table + " TO STDOUT", out);
                }
            }
        }
    }

    private double copied() throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.migrated();
                Connection connection =
                        new TestExchange(database, folder).exchange().connect()) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                    copying(connection).copyIn("COPY " + table + " FROM STDIN", in, 1 << 16);
                }
            }
            connection.commit();
            return seconds(start);
        }
    }

    private static org.postgresql.copy.CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
