package be.leermeester.portal.report;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// The reports for programs: a list of them, and each as JSON, CSV or XLSX, chosen by the ending of the address or by
/// `Accept`. Aggregates only, so whoever monitors or handles may ask for all partnerships.
public final class ReportsApi implements Feature {

    private static final Access READERS = Access.roles(Role.MONITOR, Role.HANDLER, Role.ADMIN);

    private final Db db;

    public ReportsApi(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/api/v1/reports", READERS, this::list);
        routes.acts(HttpMethod.GET, "/api/v1/reports/:id", READERS, this::report);
    }

    private Reply list(Visit visit) {
        ReportWords words = new ReportWords(
                visit, PartnershipReportQueries.names(db.reads()).await());
        JsonArray reports = new JsonArray();
        for (Report report : Catalogue.ALL) {
            reports.add(new JsonObject()
                    .put("id", report.id())
                    .put("title", words.title(report))
                    .put("theme", report.theme().name())
                    .put("definition", words.definition(report))
                    .put("parameters", new JsonArray().add("at").add("period").add("partnership"))
                    .put("url", "/api/v1/reports/" + report.id()));
        }
        return new Reply.Json(new JsonObject().put("reports", reports));
    }

    private Reply report(Visit visit) {
        Wanted wanted = Wanted.of(visit);
        Report report = Catalogue.get(wanted.id());
        Names names = PartnershipReportQueries.names(db.reads()).await();
        Question question = Question.of(visit.params(), visit.time(), names);
        Answer answer = report.ask(db.reads(), question, names).await();
        ReportWords words = new ReportWords(visit, names);
        return switch (wanted.format()) {
            case JSON, NONE -> new Reply.Json(ReportFiles.json(answer, words));
            case CSV, XLSX, SVG -> ReportFiles.download(answer, words, wanted.format());
        };
    }
}
