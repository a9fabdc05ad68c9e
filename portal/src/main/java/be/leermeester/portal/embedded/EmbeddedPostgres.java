package be.leermeester.portal.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL as a child process of this JVM, on a folder that survives restarts and `kill -9` of either.
///
/// It listens on 127.0.0.1 only, on a port chosen at start that stays the same until [#close()]. When
/// PostgreSQL dies it is started again on the same port and folder. When this JVM dies, PostgreSQL shuts down
/// by itself (on Linux, by the parent death signal) or is stopped by the next start. All methods may be called
/// from any thread; [#start] and [#close] block.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration RETRY_FOR = Duration.ofSeconds(20);

    /// How to run it.
    ///
    /// @param durable false turns off everything that makes data survive a crash: for tests only
    /// @param database created when absent
    /// @param settings further `name=value` settings; they win over the launcher's own
    public record Options(boolean durable, String database, List<String> settings) {
        public Options {
            settings = List.copyOf(settings);
        }

        public static Options durable(String database) {
            return new Options(true, database, List.of());
        }

        public static Options fast(String database) {
            return new Options(false, database, List.of());
        }
    }

    private final DataFolder folder;
    private final Spawner spawner;
    private final Path home;
    private final Options options;
    private final String password;
    private final CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final RestartLimit restarts = new RestartLimit();
    private volatile int port;
    private @Nullable Postmaster current;

    private EmbeddedPostgres(DataFolder folder, Spawner spawner, Path home, Options options, String password) {
        this.folder = folder;
        this.spawner = spawner;
        this.home = home;
        this.options = options;
        this.password = password;
    }

    /// Starts PostgreSQL on `dataDir/pg`, which is made when it is not there.
    ///
    /// @throws EmbeddedPostgresException when the folder is in use or cannot be used, or PostgreSQL refuses to
    ///     start; nothing keeps running then
    public static EmbeddedPostgres start(Path dataDir, Options options) throws EmbeddedPostgresException {
        DataFolder folder = DataFolder.claim(dataDir);
        try {
            return startIn(folder, options);
        } catch (IOException e) {
            folder.close();
            throw folder.unusable(e);
        } catch (EmbeddedPostgresException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startIn(DataFolder folder, Options options)
            throws IOException, EmbeddedPostgresException {
        Path home = PostgresBinaries.unpacked(folder, options.durable());
        Spawner spawner = Spawner.onFolder(folder, home);
        EmbeddedPostgres postgres =
                new EmbeddedPostgres(folder, spawner, home, options, folder.ensureCluster(spawner, home, options));
        try {
            postgres.run(true);
            Databases.ensure(folder.cluster(), postgres.jdbcUrl("postgres"), options.database());
            return postgres;
        } catch (IOException | EmbeddedPostgresException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /// `postgresql://user:password@127.0.0.1:port/database`, of the superuser.
    public String uri(String database) {
        return "postgresql://" + DataFolder.USER + ":" + password + "@127.0.0.1:" + port + "/" + database;
    }

    /// The same for JDBC, which wants user and password elsewhere.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + DataFolder.USER + "&password="
                + password;
    }

    /// Completes when PostgreSQL is gone for good: normally after [#close()], with an
    /// [EmbeddedPostgresException] when it died and could not be started again.
    public CompletableFuture<@Nullable Void> onExit() {
        return gone.copy();
    }

    /// Disconnects everyone and waits until PostgreSQL has written everything: mostly under a second, at most
    /// 25.
    @Override
    public void close() {
        Postmaster last;
        synchronized (this) {
            closing.countDown();
            last = current;
        }
        if (last != null) {
            last.stop();
        }
        spawner.close();
        folder.close();
        gone.complete(null);
    }

    long pid() {
        Postmaster running = current();
        return running == null ? -1 : running.pid();
    }

    private synchronized @Nullable Postmaster current() {
        return current;
    }

    private void run(boolean anyPort) throws IOException, EmbeddedPostgresException {
        for (long began = System.nanoTime(); ; ) {
            if (anyPort) {
                port = freePort();
            }
            try {
                Postmaster started = launch();
                started.awaitReady();
                Thread.ofVirtual().start(() -> watch(started));
                return;
            } catch (Postmaster.NotYet e) {
                if (System.nanoTime() - began > RETRY_FOR.toNanos() || closesWithin(200)) {
                    throw e.reason();
                }
            }
        }
    }

    private synchronized Postmaster launch() throws IOException, EmbeddedPostgresException {
        if (closing.getCount() == 0) {
            throw new EmbeddedPostgresException("PostgreSQL is being stopped.");
        }
        PostmasterFile.clearLeftover(folder.cluster());
        Postmaster launched = Postmaster.launch(spawner, home, folder, port, Settings.of(options));
        current = launched;
        return launched;
    }

    private void watch(Postmaster running) {
        running.onExit().join();
        // Ctrl-C may reach PostgreSQL before it reaches whoever calls close(): give that a moment.
        if (!closesWithin(250)) {
            died(running);
        }
    }

    private void died(Postmaster dead) {
        log.warn("PostgreSQL (process {}) ended with code {}; starting it again", dead.pid(), dead.exitCode());
        try {
            if (restarts.exceeded()) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL ends again and again and is not started any more; see " + folder.log() + ".");
            }
            run(false);
        } catch (IOException | EmbeddedPostgresException | RuntimeException e) {
            if (closing.getCount() > 0) {
                log.error("PostgreSQL could not be started again", e);
                gone.completeExceptionally(e);
            }
        }
    }

    private boolean closesWithin(long milliseconds) {
        try {
            return closing.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
