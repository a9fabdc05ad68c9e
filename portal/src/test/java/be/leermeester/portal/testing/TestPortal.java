package be.leermeester.portal.testing;

import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.Portal;
import be.leermeester.portal.Settings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole server on a free port, over a database of its own, with the clock where the test wants it.
public final class TestPortal implements AutoCloseable {

    /// The moment at which tests live unless they say otherwise: Sunday 22 November 2026, 10 o'clock in Brussels.
    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    /// 32 bytes of nothing secret.
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final TestDatabase database;
    private final Vertx vertx;
    private final Portal portal;
    private final Path folder;

    private TestPortal(TestDatabase database, Vertx vertx, Portal portal, Path folder) {
        this.database = database;
        this.vertx = vertx;
        this.portal = portal;
        this.folder = folder;
    }

    public static TestPortal start() {
        return start(TestDatabase.migrated(), NOW);
    }

    /// The night's work is done for the day: what a test puts in the database afterwards stays as it is.
    public static TestPortal start(TestDatabase database, Instant now) {
        return start(database, InstantSource.fixed(now));
    }

    /// As [#start], with a clock that the test moves.
    public static TestPortal start(TestDatabase database, InstantSource clock) {
        nightIsOver(database, clock.instant());
        Vertx vertx = Vertx.vertx();
        try {
            Path folder = Files.createTempDirectory("leermeester-portal-");
            Settings settings = Settings.read(
                    Map.of("HTTP_PORT", "0", "DATA_DIR", folder.toString(), "PUBLIC_URL", "http://127.0.0.1:1"));
            Portal portal = Portal.start(
                            vertx,
                            settings,
                            new Portal.Addresses(new DatabaseAddress(database.uri()), "http://127.0.0.1:1", KEY),
                            new Time(clock))
                    .await(60, TimeUnit.SECONDS);
            portal.whole().await(60, TimeUnit.SECONDS);
            return new TestPortal(database, vertx, portal, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    private static void nightIsOver(TestDatabase database, Instant now) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO kernel.job_run (job, business_date, started_at, ended_at, outcome)"
                    + " SELECT job, '" + Time.dateOf(now) + "', '" + now + "', '" + now + "', 'test' FROM unnest("
                    + "ARRAY['approve-by-law', 'escalate-undecided', 'expire-recognitions', 'warn-handlers',"
                    + " 'ask-renewals', 'lapse-mentors', 'remind-mentors', 'climb-ladder'])"
                    + " job ON CONFLICT DO NOTHING");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public Portal portal() {
        return portal;
    }

    public Path folder() {
        return folder;
    }

    /// A browser that is nobody yet.
    public TestBrowser browser() {
        return new TestBrowser(this, "http://127.0.0.1:" + portal.port());
    }

    /// Runs SQL as a test's fixture.
    public void sql(String sql) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The first column of the rows, as text.
    public List<String> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            portal.close().await(30, TimeUnit.SECONDS);
            vertx.close().await(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new IllegalStateException(late);
        }
        database.close();
    }
}
