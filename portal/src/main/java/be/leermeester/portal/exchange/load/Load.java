package be.leermeester.portal.exchange.load;

import be.leermeester.kernel.FileStore;
import be.leermeester.portal.exchange.format.ExchangeFormat;
import be.leermeester.portal.exchange.format.Table;
import be.leermeester.portal.exchange.source.CsvFile;
import be.leermeester.portal.exchange.source.Source;
import be.leermeester.portal.exchange.source.Survey;
import be.leermeester.portal.exchange.source.UnusableSource;
import be.leermeester.portal.person.NationalNumberVault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a source, judges every row and loads the good ones, all inside the transaction of a connection that the
/// caller commits or rolls back. For one use.
public final class Load {

    /// What became of a file's rows; `taken` are those that are new or changed.
    public record Counts(String file, long read, long taken, long rejected, long unchanged) {}

    /// @param latest the day of the latest fact, null where there is none
    /// @param persons whose training facts are new or changed
    /// @param materials that are new or changed
    public record Outcome(
            List<Counts> files,
            List<Reject> rejects,
            List<String> unknownFiles,
            List<String> unknownColumns,
            @Nullable LocalDate latest,
            Set<String> persons,
            Set<String> materials) {

        public Outcome {
            files = List.copyOf(files);
            rejects = List.copyOf(rejects);
            unknownFiles = List.copyOf(unknownFiles);
            unknownColumns = List.copyOf(unknownColumns);
            persons = Set.copyOf(persons);
            materials = Set.copyOf(materials);
        }
    }

    private static final String EVENTS = "application_events";

    private final Connection connection;
    private final Source source;
    private final NationalNumberVault vault;
    private final MaterialFiles files;
    private final Progress progress;
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<Table, Long> lines = new LinkedHashMap<>();
    private int implied;
    private long done;
    private long total;

    /// @param store null where nothing is to be stored
    public Load(
            Connection connection,
            Source source,
            NationalNumberVault vault,
            @Nullable FileStore store,
            Progress progress) {
        this.connection = connection;
        this.source = source;
        this.vault = vault;
        this.files = new MaterialFiles(source, store);
        this.progress = progress;
    }

    /// @param now the moment of the import
    public Outcome run(Instant now) throws UnusableSource, IOException, SQLException {
        survey();
        if (!LoadQueries.begin(connection)) {
            throw new UnusableSource("import.failed.busy");
        }
        try {
            return load(now);
        } catch (LoadFailure failure) {
            throw failure.refusal();
        }
    }

    private Outcome load(Instant now) throws UnusableSource, IOException, SQLException {
        Histories histories = new Histories();
        Stages stages = new Stages(connection, new CellText(vault, files), histories);
        LoadQueries.createTouched(connection);
        KnownKeys known = new KnownKeys(connection, source, vault);
        List<Staged> staged = new ArrayList<>();
        for (Table table : lines.keySet()) {
            staged.add(read(stages, table, known));
        }
        progress.at(Progress.Step.CHECK, "", done, total);
        implied = histories.judge(connection, known, rejects);
        LoadQueries.keepFiles(connection, files.kept(), now);
        List<Counts> counts = new ArrayList<>();
        for (Staged each : staged) {
            counts.add(write(each, now));
        }
        if (implied > 0 && !lines.containsKey(ExchangeFormat.table(EVENTS))) {
            HistoryQueries.load(connection);
        }
        HistoryQueries.refresh(connection);
        LoadQueries.followPartnerships(connection);
        for (Counts each : counts) {
            if (each.taken() > 0) {
                LoadQueries.analyse(
                        connection, ExchangeFormat.ofFile(each.file()).orElseThrow());
            }
        }
        return outcome(staged, counts);
    }

    private void survey() throws UnusableSource, IOException {
        for (Table table : ExchangeFormat.tables()) {
            if (source.has(table.file())) {
                progress.at(Progress.Step.SURVEY, table.file(), 0, 0);
                long rows = Math.max(0, Survey.lines(source, table.file()) - 1);
                lines.put(table, rows);
                total += 2 * rows;
            }
        }
        if (lines.isEmpty()) {
            throw new UnusableSource("import.failed.nothing-to-import");
        }
    }

    private Staged read(Stages stages, Table table, KnownKeys known) throws UnusableSource, IOException, SQLException {
        progress.at(Progress.Step.READ, table.file(), done, total);
        try (CsvFile file = CsvFile.open(source, table.file())) {
            Staged staged = new Intake(stages, table, file, known, rejects)
                    .run(rows -> progress.at(Progress.Step.READ, table.file(), done + rows, total));
            done += lines.getOrDefault(table, 0L);
            stages.analyse(table);
            return staged;
        }
    }

    private Counts write(Staged staged, Instant now) throws SQLException {
        Table table = staged.table();
        progress.at(Progress.Step.LOAD, table.file(), done, total);
        long taken = 0;
        if (table.name().equals(EVENTS)) {
            taken = HistoryQueries.load(connection) - implied;
        } else if (staged.rows() > 0) {
            taken = LoadQueries.upsert(connection, table, staged.present(), now);
        }
        done += lines.getOrDefault(table, 0L);
        long rejected = rejects.stream()
                .filter(reject -> reject.file().equals(table.file()))
                .count();
        return new Counts(table.file(), staged.read(), taken, rejected, staged.read() - rejected - taken);
    }

    private Outcome outcome(List<Staged> staged, List<Counts> counts) throws SQLException {
        rejects.sort(
                Comparator.comparingInt((Reject reject) -> order(reject.file())).thenComparingInt(Reject::line));
        return new Outcome(
                counts,
                rejects,
                source.topFiles().stream()
                        .filter(file -> ExchangeFormat.ofFile(file).isEmpty())
                        .toList(),
                staged.stream()
                        .flatMap(each -> each.unknownColumns().stream()
                                .map(column -> each.table().file() + ": " + column))
                        .toList(),
                staged.stream()
                        .map(Staged::latest)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                LoadQueries.touched(connection, "person"),
                LoadQueries.touched(connection, "material"));
    }

    private static int order(String file) {
        return ExchangeFormat.tables().indexOf(ExchangeFormat.ofFile(file).orElseThrow());
    }
}
