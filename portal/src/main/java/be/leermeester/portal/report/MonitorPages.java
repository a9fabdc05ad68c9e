package be.leermeester.portal.report;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.Flag;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The start page of who monitors: today's headline figures, one chart with its message, and the year's tables. Every
/// number leads to the report behind it.
public final class MonitorPages implements Feature {

    private static final String TRAINING = "table-12-mentor-training-status";

    private final Db db;

    public MonitorPages(Db db) {
        this.db = db;
    }

    record FlagCount(String flag, long mentors) {}

    record Start(
            LocalDate today,
            String period,
            long recognitions,
            long running,
            long open,
            @Nullable LocalDate oldest,
            boolean inTimeKnown,
            long inTime,
            String lateYear,
            List<FlagCount> flags,
            String headline,
            String svg,
            ReportPages.Table table,
            String query,
            List<ReportPages.Item> reports) {}

    @Override
    public void mount(Routes routes) {
        routes.reads("/monitor", Access.roles(Role.MONITOR, Role.ADMIN), this::start);
    }

    private Future<Reply> start(Visit visit) {
        LocalDate today = visit.time().today();
        Question question = new Question(today, SchoolYear.lastFinished(today), null);
        Future<MonitorQueries.Now> now = MonitorQueries.now(db.reads(), today);
        Future<Map<Flag, Long>> flags = MonitorQueries.flags(db.reads(), today);
        return PartnershipReportQueries.names(db.reads())
                .compose(names -> Catalogue.get(TRAINING)
                        .ask(db.reads(), question, names)
                        .compose(answer -> Future.all(now, flags)
                                .map(_ -> Reply.view(
                                        "monitor/start",
                                        view(now.result(), flags.result(), answer, new ReportWords(visit, names))))));
    }

    private static Start view(MonitorQueries.Now now, Map<Flag, Long> flags, Answer training, ReportWords words) {
        Question question = training.question();
        ReportChart chart = ReportChart.of(training, words);
        Lateness lateness = Lateness.of(training);
        List<FlagCount> counts = new ArrayList<>();
        flags.forEach((flag, mentors) -> counts.add(new FlagCount(flag.name(), mentors)));
        return new Start(
                question.at(),
                question.period().code(),
                now.recognitions(),
                now.running(),
                now.open(),
                now.oldest(),
                lateness.settled() > 0,
                lateness.inTime(),
                lateness.year(),
                counts,
                chart.title(),
                ChartSvg.drawForPage(chart),
                ReportPages.table(training, words, new RowLinks(words.visit().identity(), question)),
                question.query(),
                Catalogue.ALL.stream()
                        .map(report -> new ReportPages.Item(report.id(), words.title(report), ""))
                        .toList());
    }
}
