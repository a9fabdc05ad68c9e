package be.leermeester.portal.report;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The reports on screen: a list of them, and each with its message, chart, table, definition and downloads. The rows
/// behind a figure are linked where the visitor may see them ([RowLinks]).
public final class ReportPages implements Feature {

    private static final Access READERS = Access.roles(Role.MONITOR, Role.HANDLER, Role.ADMIN);

    private final Db db;

    public ReportPages(Db db) {
        this.db = db;
    }

    record Item(String id, String title, String definition) {}

    record Group(String title, List<Item> items) {}

    record ListView(List<Group> groups) {}

    record Option(String value, String label, boolean chosen) {}

    record Filter(String at, List<Option> periods, List<Option> partnerships) {}

    record Heading(String text, boolean figure) {}

    record Cell(String text, @Nullable String link, String heading) {}

    record Line(List<String> names, List<Cell> cells, String rowType) {}

    record ReportView(
            String id,
            String title,
            String headline,
            List<String> asked,
            String definition,
            Filter filter,
            String svg,
            Table table,
            String query,
            boolean unfinished) {}

    record Table(List<Heading> headings, List<Line> lines) {}

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/reports", READERS, this::list);
        routes.acts(HttpMethod.GET, "/reports/:id", READERS, this::report);
    }

    private Reply list(Visit visit) {
        Map<Report.Theme, List<Item>> items = Catalogue.ALL.stream()
                .collect(Collectors.groupingBy(
                        Report::theme, Collectors.mapping(report -> item(report, visit), Collectors.toList())));
        return Reply.view(
                "report/list",
                new ListView(Arrays.stream(Report.Theme.values())
                        .filter(items::containsKey)
                        .map(theme ->
                                new Group(visit.say("report.theme." + theme), items.getOrDefault(theme, List.of())))
                        .toList()));
    }

    private static Item item(Report report, Visit visit) {
        return new Item(
                report.id(),
                visit.say("report." + report.id() + ".title"),
                visit.say("report." + report.id() + ".definition"));
    }

    private Reply report(Visit visit) {
        Wanted wanted = Wanted.of(visit);
        Report report = Catalogue.get(wanted.id());
        Names names = PartnershipReportQueries.names(db.reads()).await();
        Question question = Question.of(visit.params(), visit.time(), names);
        Answer answer = report.ask(db.reads(), question, names).await();
        ReportWords words = new ReportWords(visit, names);
        if (wanted.format() != Wanted.Format.NONE) {
            return ReportFiles.download(answer, words, wanted.format());
        }
        ReportChart chart = ReportChart.of(answer, words);
        return Reply.view(
                "report/show",
                new ReportView(
                        report.id(),
                        words.title(report),
                        chart.title(),
                        words.asked(question),
                        words.definition(report),
                        filter(question, names, visit),
                        ChartSvg.drawForPage(chart),
                        table(answer, words, new RowLinks(visit.identity(), question)),
                        question.query(),
                        question.unfinished()));
    }

    /// The table of an answer as the template takes it; also for the monitor's start page.
    static Table table(Answer answer, ReportWords words, RowLinks links) {
        Report report = answer.report();
        Grid grid = Grid.of(answer);
        List<String> names = grid.headings().stream()
                .map(heading -> words.heading(report, grid, heading))
                .toList();
        List<Heading> headings = Stream.concat(
                        report.layout().rows().stream().map(column -> new Heading(words.column(column), false)),
                        names.stream().map(name -> new Heading(name, true)))
                .toList();
        List<Line> lines = grid.lines().stream()
                .map(line -> new Line(
                        IntStream.range(0, line.codes().size())
                                .mapToObj(i -> words.code(
                                        report.layout().rows().get(i),
                                        line.codes().get(i)))
                                .toList(),
                        IntStream.range(0, names.size())
                                .mapToObj(i -> cell(line.at(grid.headings().get(i)), names.get(i), words, links))
                                .toList(),
                        line.rowType().code()))
                .toList();
        return new Table(headings, lines);
    }

    private static Cell cell(@Nullable Observation each, String heading, ReportWords words, RowLinks links) {
        return each == null ? new Cell("–", null, heading) : new Cell(words.value(each), links.of(each), heading);
    }

    private static Filter filter(Question question, Names names, Visit visit) {
        List<Option> periods = SchoolYear.of(question.at()).sinceFirst().reversed().stream()
                .map(year -> new Option(year.code(), year.code(), year.equals(question.period())))
                .toList();
        Option all = new Option("", visit.say("report.all-partnerships"), question.partnership() == null);
        Stream<Option> each = Stream.concat(names.sectoral().stream(), Stream.of(Names.FLEMISH))
                .map(code -> new Option(code, names.word(code).orElse(code), code.equals(question.partnership())));
        return new Filter(
                question.at().toString(),
                periods,
                Stream.concat(Stream.of(all), each).toList());
    }
}
