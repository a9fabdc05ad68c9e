package be.leermeester.portal.testing;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// What work beside the requests stands on: a database, virtual threads and a clock that the test moves. No server.
public final class TestBackground implements AutoCloseable {

    private final TestDatabase database;
    private final boolean own;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Db db;
    private final VirtualThreads threads = VirtualThreads.start(vertx, 8).await();
    private final AtomicReference<Instant> now = new AtomicReference<>(TestPortal.NOW);

    public TestBackground() {
        this(TestDatabase.migrated(), true);
    }

    private TestBackground(TestDatabase database, boolean own) {
        this.database = database;
        this.own = own;
        pool = PgBuilder.pool().connectingTo(database.uri()).using(vertx).build();
        db = new Db(pool, pool);
    }

    /// Beside a server that runs on that database, which stays when this closes.
    public static TestBackground beside(TestDatabase database) {
        return new TestBackground(database, false);
    }

    public TestDatabase database() {
        return database;
    }

    public Db db() {
        return db;
    }

    public Vertx vertx() {
        return vertx;
    }

    public VirtualThreads threads() {
        return threads;
    }

    public Time time() {
        return new Time(now::get);
    }

    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /// Runs a story as the portal does and waits for it.
    public <T> T tell(Callable<T> story) {
        try {
            return threads.run(story).await(60, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

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
        pool.close().await();
        vertx.close().await();
        if (own) {
            database.close();
        }
    }
}
