package be.leermeester.portal.testing;

import be.leermeester.portal.embedded.EmbeddedPostgres;
import be.leermeester.portal.embedded.EmbeddedPostgresException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// A database of a test's own: a copy, made in tens of milliseconds, of one that all migrations ran on. All of
/// a JVM's are on one PostgreSQL that starts with the first and ends with the JVM, and that forgets everything
/// in a crash.
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger made = new AtomicInteger();

    /// Initialised by whoever needs it first.
    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();
    }

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase migrated() {
        String name = "test_" + made.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new TestDatabase(name);
    }

    /// `postgresql://user:password@127.0.0.1:port/database`
    public String uri() {
        return Shared.POSTGRES.uri(name);
    }

    public String jdbcUrl() {
        return Shared.POSTGRES.jdbcUrl(name);
    }

    /// Drops it, whoever is still connected.
    @Override
    public void close() {
        execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(Shared.POSTGRES.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("leermeester-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(
                    folder, new EmbeddedPostgres.Options(false, TEMPLATE, List.of("max_connections=200")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(TEMPLATE), null, null)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(false)
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException | EmbeddedPostgresException e) {
            throw new IllegalStateException("no PostgreSQL for the tests", e);
        }
    }

    private static void stop(EmbeddedPostgres postgres, Path folder) {
        postgres.close();
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
