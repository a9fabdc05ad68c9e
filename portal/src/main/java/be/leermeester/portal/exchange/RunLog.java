package be.leermeester.portal.exchange;

import be.leermeester.portal.exchange.load.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a run's row up to date on a connection of its own, so that others see how far the import's transaction is.
final class RunLog implements Progress, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunLog.class);
    private static final long BEAT_MILLIS = 1_000;

    private record State(String step, long done, long total) {}

    private final Exchange exchange;
    private final RunImport.Options options;
    private final Connection connection;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread beating;
    private volatile State state = new State("", 0, 0);

    private RunLog(Exchange exchange, RunImport.Options options, Connection connection) {
        this.exchange = exchange;
        this.options = options;
        this.connection = connection;
        this.beating = Thread.ofVirtual().name("import-heartbeat").start(this::beat);
    }

    static RunLog begin(Exchange exchange, RunImport.Options options) throws SQLException {
        Connection connection = exchange.connect();
        try {
            RunQueries.begin(connection, options, exchange.time().now());
            return new RunLog(exchange, options, connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void at(Step step, String file, long done, long total) {
        // The last step tells no numbers: the bar stays where it is.
        state = total == 0 && state.total() > 0
                ? new State(step.name(), state.done(), state.total())
                : new State((step + " " + file).strip(), done, total);
    }

    /// The run's row belongs to the import's own transaction from here on.
    void stopBeating() {
        stop.countDown();
        boolean interrupted = false;
        while (beating.isAlive()) {
            try {
                beating.join();
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// After a dry run, whose own transaction left no trace.
    void finished(RunImport.Result result) throws SQLException {
        stopBeating();
        if (result.options().dryRun()) {
            RunQueries.finish(connection, result, exchange.time().now());
        }
    }

    void failed(ImportFailed failure) throws SQLException {
        stopBeating();
        // Without the file's name: people put names and numbers of others in it.
        log.warn("Import {} failed: {}", options.runId(), failure.getMessage());
        RunQueries.fail(connection, options.runId(), failure, exchange.time().now());
    }

    @Override
    public void close() throws SQLException {
        stopBeating();
        connection.close();
    }

    private void beat() {
        try {
            while (!stop.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                State now = state;
                RunQueries.beat(
                        connection,
                        options.runId(),
                        now.step(),
                        now.done(),
                        now.total(),
                        exchange.time().now());
            }
        } catch (SQLException lost) {
            log.warn("Import {} goes on, but its progress cannot be shown", options.runId(), lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
