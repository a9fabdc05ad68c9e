package be.leermeester.portal.report;

import be.leermeester.kernel.Reply;
import be.leermeester.portal.export.TableFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An answer as files: for programs one observation per row with the published codes, for people the table as read.
final class ReportFiles {

    private ReportFiles() {}

    /// A CSV for programs, an XLSX for people, or the chart.
    static Reply.Download download(Answer answer, ReportWords words, Wanted.Format format) {
        String id = answer.report().id();
        return switch (format) {
            case XLSX -> table(answer, words).download(id, TableFile.Format.XLSX);
            case SVG ->
                new Reply.Download(
                        id + ".svg", "image/svg+xml", Buffer.buffer(ChartSvg.draw(ReportChart.of(answer, words))));
            case CSV, JSON, NONE -> observations(answer).download(id, TableFile.Format.CSV);
        };
    }

    /// Code columns, `measure_code`, `unit`, `value`; nothing above the header.
    static TableFile observations(Answer answer) {
        List<String> columns = answer.columns();
        List<TableFile.Column> headings = Stream.of(
                        Stream.of("row_type"), columns.stream(), Stream.of("measure_code", "unit", "value"))
                .flatMap(each -> each)
                .map(TableFile.Column::new)
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Observation each : answer.observations()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(each.rowType().code());
            columns.forEach(column -> row.add(each.code(column)));
            row.add(each.measure());
            row.add(unit(each));
            row.add(each.value());
            rows.add(row);
        }
        return new TableFile(answer.report().id(), List.of(), headings, rows);
    }

    /// The table as people read it, with what was asked, when, and what the columns mean.
    static TableFile table(Answer answer, ReportWords words) {
        Report report = answer.report();
        Grid grid = Grid.of(answer);
        List<TableFile.Column> columns = new ArrayList<>();
        report.layout().rows().forEach(column -> columns.add(new TableFile.Column(words.column(column))));
        for (Grid.Heading heading : grid.headings()) {
            String measure = heading.measure().isEmpty() ? "" : words.measure(heading.measure());
            columns.add(new TableFile.Column(words.heading(report, grid, heading), measure));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Grid.Line line : grid.lines()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 0; i < line.codes().size(); i++) {
                row.add(words.code(report.layout().rows().get(i), line.codes().get(i)));
            }
            for (Grid.Heading heading : grid.headings()) {
                Observation cell = line.at(heading);
                row.add(cell == null ? null : cell.value());
            }
            rows.add(row);
        }
        List<String> about = Stream.concat(words.asked(answer.question()).stream(), Stream.of(words.definition(report)))
                .toList();
        return new TableFile(words.title(report), about, columns, rows);
    }

    static JsonObject json(Answer answer, ReportWords words) {
        Question question = answer.question();
        JsonArray observations = new JsonArray();
        for (Observation each : answer.observations()) {
            JsonObject observation =
                    new JsonObject().put("row_type", each.rowType().code());
            each.codes().forEach(observation::put);
            observations.add(observation
                    .put("measure_code", each.measure())
                    .put("unit", unit(each))
                    .put("value", each.value()));
        }
        return new JsonObject()
                .put("id", answer.report().id())
                .put("title", words.title(answer.report()))
                .put("definition", words.definition(answer.report()))
                .put(
                        "headline",
                        words.headline(answer.report().layout().headline().of(answer)))
                .put("at", question.at().toString())
                .put("period", question.period().code())
                .put("periodFinished", !question.unfinished())
                .put("partnership", question.partnership())
                .put("observations", observations);
    }

    private static String unit(Observation each) {
        return each.unit().name().toLowerCase(java.util.Locale.ROOT);
    }
}
