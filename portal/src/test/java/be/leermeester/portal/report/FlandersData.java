package be.leermeester.portal.report;

import be.leermeester.portal.exchange.ImportFailed;
import be.leermeester.portal.exchange.SharedData;
import be.leermeester.portal.exchange.TestExchange;
import be.leermeester.portal.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The published data set in a database of its own, asked over one connection. Where it is absent the test is skipped
/// ([SharedData]).
final class FlandersData implements AutoCloseable {

    private final Path zip;
    private final TestDatabase database;
    private final Vertx vertx = Vertx.vertx();
    private final SqlClient reads;

    private FlandersData(Path zip, TestDatabase database) {
        this.zip = zip;
        this.database = database;
        this.reads = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(database.uri())
                .using(vertx)
                .build();
    }

    static FlandersData load() {
        Path zip = SharedData.flanders();
        TestDatabase database = TestDatabase.migrated();
        try {
            new TestExchange(database, Files.createTempDirectory("flanders-")).importing(zip);
            settle(database);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ImportFailed | SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new FlandersData(zip, database);
    }

    /// A table of the published report, from the folder beside the data set.
    PublishedTable published(String file) {
        return PublishedTable.read(zip.resolveSibling("published").resolve(file));
    }

    /// For the last school year that is over on the day.
    Answer ask(String id, LocalDate at) {
        Question question = new Question(at, SchoolYear.lastFinished(at), null);
        try {
            return PartnershipReportQueries.names(reads)
                    .compose(names -> Catalogue.get(id).ask(reads, question, names))
                    .await(60, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    /// What autovacuum does in the minutes after an import.
    private static void settle(TestDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    @Override
    public void close() {
        try {
            vertx.close().await(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
        database.close();
    }
}
