package be.leermeester.portal.exchange.load;

import be.leermeester.kernel.Time;
import be.leermeester.portal.exchange.format.Column;
import be.leermeester.portal.exchange.format.Flaw;
import be.leermeester.portal.exchange.format.Reason;
import be.leermeester.portal.exchange.format.Row;
import be.leermeester.portal.exchange.format.Table;
import be.leermeester.portal.exchange.source.CsvFile;
import be.leermeester.portal.exchange.source.UnusableSource;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads one file: its good rows go to the table's stage while it is read, its others to the rejects.
final class Intake {

    /// A row that refers to one of its own file, which may still come or still be rejected.
    private record Waiting(int line, String column, String reference) {}

    private final Stages stages;
    private final Table table;
    private final CsvFile file;
    private final KnownKeys known;
    private final List<Reject> rejects;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final int[] facts;
    private final int[] toItself;
    private long read;
    private long rows;
    private @Nullable LocalDate latest;

    Intake(Stages stages, Table table, CsvFile file, KnownKeys known, List<Reject> rejects) {
        this.stages = stages;
        this.table = table;
        this.file = file;
        this.known = known;
        this.rejects = rejects;
        this.facts = positions(Column::fact);
        this.toItself = positions(column -> table.name().equals(column.refers()));
    }

    private int[] positions(Predicate<Column> which) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> which.test(table.columns().get(i)))
                .toArray();
    }

    /// @param progress told the rows read, now and then
    Staged run(LongConsumer progress) throws SQLException, IOException, UnusableSource {
        List<String> unknown = new ArrayList<>(file.header());
        table.columns().forEach(column -> unknown.remove(column.name()));
        int[] positions = positions();
        RowJudge judge = new RowJudge(table, positions, file.header().size(), known);
        Row row = new Row(table);
        try (CopyRows copy = stages.into(table)) {
            for (CsvRecord cells = file.next(); cells != null; cells = file.next()) {
                take(cells, row, judge, copy);
                if (++read % 1_000 == 0) {
                    progress.accept(read);
                }
            }
            copy.end();
        }
        rejectTheLeftBehind();
        return new Staged(table, read, rows, present(), unknown, latest);
    }

    private void take(CsvRecord cells, Row row, RowJudge judge, CopyRows copy) throws SQLException, IOException {
        row.clear((int) cells.getStartingLineNumber());
        Flaw flaw = judge.judge(cells, row);
        if (flaw == null) {
            flaw = refersToItself(row);
        }
        if (flaw != null) {
            rejects.add(new Reject(table.file(), row.line(), judge.cell(cells, flaw.column()), flaw));
            return;
        }
        rows++;
        known.take(table, row.key(), row);
        stages.noteFacts(table, row);
        stages.append(copy, table, row);
        noteLatest(row);
    }

    private @Nullable Flaw refersToItself(Row row) {
        for (int position : toItself) {
            if (row.get(position) instanceof String reference) {
                String column = table.columns().get(position).name();
                if (reference.equals(row.key())) {
                    return new Flaw(column, Reason.REFERS_TO_ITSELF);
                }
                waiting.put(row.key(), new Waiting(row.line(), column, reference));
            }
        }
        return null;
    }

    // Rejecting one can leave behind another that refers to it.
    private void rejectTheLeftBehind() throws SQLException {
        Set<Integer> lines = new HashSet<>();
        while (waiting.entrySet().removeIf(entry -> rejected(entry.getKey(), entry.getValue(), lines))) {
            stages.drop(table, lines);
        }
    }

    private boolean rejected(String key, Waiting row, Set<Integer> lines) {
        if (known.has(table.name(), row.reference())) {
            return false;
        }
        known.giveBack(table, key);
        rows--;
        lines.add(row.line());
        return rejects.add(new Reject(
                table.file(), row.line(), row.reference(), new Flaw(row.column(), Reason.UNKNOWN_REFERENCE)));
    }

    private int[] positions() throws UnusableSource {
        Set<String> seen = new HashSet<>();
        for (String name : file.header()) {
            if (!seen.add(name)) {
                throw new UnusableSource("import.failed.column-twice", table.file(), name);
            }
        }
        for (Column column : table.columns()) {
            if (column.required() && !seen.contains(column.name())) {
                throw new UnusableSource("import.failed.column-missing", table.file(), column.name());
            }
        }
        return table.columns().stream()
                .mapToInt(column -> file.header().indexOf(column.name()))
                .toArray();
    }

    private Set<String> present() {
        Set<String> present = new HashSet<>(file.header());
        present.retainAll(table.columns().stream().map(Column::name).toList());
        return present;
    }

    private void noteLatest(Row row) {
        for (int position : facts) {
            LocalDate day = switch (row.get(position)) {
                case Instant moment -> Time.dateOf(moment);
                case LocalDate date -> date;
                case null, default -> null;
            };
            latest = latest == null || (day != null && day.isAfter(latest)) ? day : latest;
        }
    }
}
