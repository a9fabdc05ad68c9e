package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.treatment.WorkQueries.Desk;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The work list of a handler: whose, in which order, what changed; several dossiers at once (U4).
public final class WorkPages implements Feature {

    private final Db db;
    private final Outbox outbox;
    private final TreatDossier treat;

    WorkPages(Db db, Outbox outbox, TreatDossier treat) {
        this.db = db;
        this.outbox = outbox;
        this.treat = treat;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, WorkFilter.PATH, DeedPages.HANDLERS, this::list);
        routes.acts(HttpMethod.POST, WorkFilter.PATH, DeedPages.HANDLERS, this::bulk);
    }

    /// What became of the chosen dossiers.
    ///
    /// @param back the list from which they were chosen
    record ResultView(String key, List<Outcome> done, List<Outcome> failed, String back) {}

    /// @param why not; `""` where it succeeded
    record Outcome(String id, String company, String why) {}

    static Desk desk(Visit visit) {
        return new Desk(
                visit.identity().personId(),
                DeedPages.scope(visit),
                visit.time().today());
    }

    private Reply list(Visit visit) {
        WorkFilter filter = WorkFilter.of(visit.params());
        return Reply.view("treatment/work", WorkView.of(db, visit, filter, Map.of(), List.of()));
    }

    private Reply bulk(Visit visit) {
        Desk desk = desk(visit);
        Form form = visit.form();
        String act = form.given("act", 10);
        if (!act.equals("assign") && !act.equals("review")) {
            throw new Problem.BadRequest("problem.parameter-choice", "act", "assign, review");
        }
        String list = form.given("list", 120);
        WorkFilter filter = list.isEmpty()
                ? new WorkFilter("", "", false)
                : WorkFilter.parse(list).orElseThrow(Problem.NotFound::new);
        String to = assignee(db, form.given("to", 80), desk);
        List<Outcome> done = new ArrayList<>();
        List<Outcome> failed = new ArrayList<>();
        for (WorkQueries.Row row : WorkQueries.rows(db.reads(), new WorkFilter("", "", false), desk)
                .await()) {
            if (form.ticked("pick-" + row.id())) {
                Outcome outcome = one(visit, act, row, to);
                (outcome.why().isEmpty() ? done : failed).add(outcome);
            }
        }
        String key = "treatment.bulk." + (act.equals("review") ? "review" : "assign");
        return Reply.view(
                "treatment/bulk",
                new ResultView(key, done, failed, filter.address().toString()));
    }

    /// Oneself, or a colleague of the same partnership; anybody else is not found.
    static String assignee(Db db, String asked, Desk desk) {
        if (asked.isEmpty() || asked.equals(desk.personId())) {
            return desk.personId();
        }
        return WorkQueries.colleagues(db.reads(), desk).await().stream()
                .map(WorkQueries.Person::id)
                .filter(asked::equals)
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
    }

    /// Each on its own, so that one that does not go does not hold up the others.
    private Outcome one(Visit visit, String act, WorkQueries.Row row, String to) {
        try {
            if (act.equals("review")) {
                review(visit, row);
            } else {
                assign(visit, row.id(), to);
            }
            return new Outcome(row.id(), row.company(), "");
        } catch (Problem problem) {
            String why = visit.say(problem.key(), problem.arguments().toArray());
            return new Outcome(row.id(), row.company(), why);
        }
    }

    private void review(Visit visit, WorkQueries.Row row) {
        Treated dossier = TreatmentQueries.find(db.reads(), row.id()).await();
        if (dossier == null) {
            throw new Problem.NotFound();
        }
        var matter = new WriteLetters.Matter(
                Deed.REVIEW, dossier, Typed.nothing(List.of(), List.of()), List.of(), List.of());
        var order = new TreatDossier.Order(matter, row.seq(), visit.identity().personId());
        db.transact(connection -> treat.apply(connection, order, DeedPages.scope(visit)));
    }

    private void assign(Visit visit, String id, String to) {
        Treated dossier = TreatmentQueries.find(db.reads(), id).await();
        if (dossier == null) {
            throw new Problem.NotFound();
        }
        db.transact(connection -> {
            DeedQueries.assign(connection, id, to);
            Event event = new Event(
                    "DossierAssigned",
                    "dossier:" + id,
                    visit.identity().personId(),
                    List.of("partnership:" + dossier.partnershipCode()),
                    new JsonObject().put("dossier", id).put("handler", to));
            return outbox.append(connection, event).await();
        });
    }
}
