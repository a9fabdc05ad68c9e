package be.leermeester.portal.exchange;

import be.leermeester.portal.exchange.load.Load;
import be.leermeester.portal.exchange.load.Progress;
import be.leermeester.portal.exchange.source.Source;
import be.leermeester.portal.exchange.source.UnusableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Imports a folder or zip: all of it that can be taken, in one transaction, or nothing. The one way in for the command
/// line, the administrator's page and the demo data. Blocks; only one runs at a time on a database.
public final class RunImport {

    /// @param runId under which the run is kept
    /// @param sourceName how the source is called in the list of runs
    /// @param dryRun everything is done and then undone
    /// @param asOf the state date (domain.md 9.13); null for the date of the latest fact
    /// @param startedBy a person id, or what else started it
    public record Options(
            String runId,
            String sourceName,
            boolean dryRun,
            @Nullable LocalDate asOf,
            String startedBy) {}

    /// @param stateDate the date whose state was imported; null where nothing in it is dated
    /// @param seconds that it took
    public record Result(
            Options options, Load.Outcome outcome, @Nullable LocalDate stateDate, double seconds) {}

    private final Exchange exchange;
    private final ImportFollowUp followUp;
    private final List<String> subscribers;

    /// @param subscribers the names of those to whom the event [RunQueries#FINISHED] is delivered
    public RunImport(Exchange exchange, ImportFollowUp followUp, List<String> subscribers) {
        this.exchange = exchange;
        this.followUp = followUp;
        this.subscribers = List.copyOf(subscribers);
    }

    public Options options(String sourceName, boolean dryRun, @Nullable LocalDate asOf, String startedBy) {
        return new Options(exchange.ids().next().toString(), sourceName, dryRun, asOf, startedBy);
    }

    /// Makes the run known before it begins, so that its page is there.
    void announce(Options options) {
        try (Connection connection = exchange.connect()) {
            RunQueries.begin(connection, options, exchange.time().now());
        } catch (SQLException failure) {
            throw new IllegalStateException("The import cannot be announced", failure);
        }
    }

    /// Runs and keeps the run in `portal.import_run`, where pages on every server see how far it is.
    public Result run(Path path, Options options, Progress progress) throws ImportFailed {
        try (RunLog log = RunLog.begin(exchange, options)) {
            try {
                Result result = run(path, options, log, both(log, progress));
                log.finished(result);
                return result;
            } catch (ImportFailed failure) {
                log.failed(failure);
                throw failure;
            } catch (RuntimeException | Error fault) {
                log.failed(new ImportFailed("import.failed.unexpected", List.of(), fault));
                throw fault;
            }
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        }
    }

    private Result run(Path path, Options options, RunLog log, Progress progress) throws ImportFailed {
        Instant start = exchange.time().now();
        try (Source source = Source.of(path);
                Connection connection = exchange.connect()) {
            Load load = new Load(
                    connection, source, exchange.vault(), options.dryRun() ? null : exchange.files(), progress);
            Load.Outcome outcome = load.run(start);
            progress.at(Progress.Step.FOLLOW_UP, "", 0, 0);
            followUp.afterLoad(connection, new ImportFollowUp.Loaded(outcome.persons(), outcome.materials()));
            Result result = new Result(options, outcome, stateDate(options, outcome), seconds(start));
            conclude(connection, result, log);
            return result;
        } catch (UnusableSource unusable) {
            throw new ImportFailed(unusable.key(), unusable.arguments(), unusable);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ImportFailed(
                    "import.failed.unreadable", List.of(path, String.valueOf(unreadable.getMessage())), unreadable);
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        }
    }

    // The connection is closed without a commit where anything is thrown: PostgreSQL then undoes everything.
    private void conclude(Connection connection, Result result, RunLog log) throws SQLException {
        if (result.options().dryRun()) {
            connection.rollback();
            return;
        }
        RunQueries.announce(connection, exchange, result, subscribers);
        log.stopBeating();
        RunQueries.finish(connection, result, exchange.time().now());
        connection.commit();
    }

    private static @Nullable LocalDate stateDate(Options options, Load.Outcome outcome) {
        return options.asOf() == null ? outcome.latest() : options.asOf();
    }

    private double seconds(Instant start) {
        return (exchange.time().now().toEpochMilli() - start.toEpochMilli()) / 1000.0;
    }

    private static ImportFailed databaseFailed(SQLException failure) {
        return new ImportFailed(
                "import.failed.database",
                List.of(String.valueOf(failure.getSQLState()), firstLine(failure.getMessage())),
                failure);
    }

    // The lines after it quote rows, which may be those of people.
    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Progress both(Progress one, Progress other) {
        return (step, file, done, total) -> {
            one.at(step, file, done, total);
            other.at(step, file, done, total);
        };
    }
}
