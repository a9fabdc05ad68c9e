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
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.treatment.WorkQueries.Desk;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The work list of a handler: whose, in which order, what changed; several dossiers at once; own lists; standing in
/// for a colleague (U4).
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
        routes.acts(HttpMethod.POST, "/handler/lists", DeedPages.HANDLERS, this::saveList);
        routes.acts(HttpMethod.POST, "/handler/cover", DeedPages.HANDLERS, this::cover);
    }

    record ListView(
            String carried,
            String address,
            String live,
            List<Choice> whose,
            List<Choice> statuses,
            Choice changed,
            List<WorkQueries.Row> rows,
            List<Option> colleagues,
            List<WorkQueries.Cover> covers,
            List<WorkQueries.Saved> saved) {
        public int count() {
            return rows.size();
        }
    }

    /// What became of the chosen dossiers.
    ///
    /// @param back the list from which they were chosen
    record ResultView(String key, List<Outcome> done, List<Outcome> failed, String back) {}

    /// @param why not; `""` where it succeeded
    record Outcome(String id, String company, String why) {}

    private static Desk desk(Visit visit) {
        return new Desk(
                visit.identity().personId(),
                DeedPages.scope(visit),
                visit.time().today());
    }

    private Reply list(Visit visit) {
        Desk desk = desk(visit);
        WorkFilter filter = WorkFilter.of(visit.params());
        var rows = WorkQueries.rows(db.reads(), filter, desk).await();
        Map<String, String> names = new LinkedHashMap<>();
        WorkQueries.colleagues(db.reads(), desk).await().forEach(one -> names.put(one.id(), one.name()));
        List<String> partnerships = desk.scope().partnerships();
        return Reply.view(
                "treatment/work",
                new ListView(
                        filter.carried(),
                        filter.address().toString(),
                        partnerships.size() == 1 ? "partnership:" + partnerships.getFirst() : "partnership:",
                        whose(visit, filter, names),
                        statuses(visit, filter),
                        choice(visit, "treatment.work.changed", filter.changes(!filter.changed()), filter.changed()),
                        rows,
                        Option.of(visit.say("treatment.work.me"), names, ""),
                        WorkQueries.covers(db.reads(), desk).await(),
                        WorkQueries.saved(db.reads(), desk.personId()).await()));
    }

    private static List<Choice> whose(Visit visit, WorkFilter filter, Map<String, String> names) {
        List<Choice> choices = new ArrayList<>();
        for (String who : List.of("", "mine", "nobody")) {
            String key = "treatment.work.who." + (who.isEmpty() ? "all" : who);
            choices.add(choice(visit, key, filter.of(who), filter.who().equals(who)));
        }
        String name = names.get(filter.who());
        if (name != null) {
            choices.add(new Choice(name, 0, filter.address().toString(), true));
        }
        return choices;
    }

    private static List<Choice> statuses(Visit visit, WorkFilter filter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(visit, "list.all", filter.in(""), filter.status().isEmpty()));
        WorkFilter.OPEN.forEach(open -> choices.add(choice(
                visit,
                "term.recognition." + open,
                filter.in(open.name()),
                filter.status().equals(open.name()))));
        return choices;
    }

    private static Choice choice(Visit visit, String key, WorkFilter to, boolean selected) {
        return new Choice(visit.say(key), 0, to.address().toString(), selected);
    }

    private Reply bulk(Visit visit) {
        Desk desk = desk(visit);
        Form form = visit.form();
        String act = form.optional("act", 10);
        WorkFilter filter = WorkFilter.parse(form.optional("list", 120)).orElse(new WorkFilter("", "", false));
        String to = assignee(form.optional("to", 80), desk);
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
    private String assignee(String asked, Desk desk) {
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

    private Reply saveList(Visit visit) {
        Form form = visit.form();
        String name = form.optional("name", 60);
        WorkFilter filter = WorkFilter.parse(form.optional("list", 120)).orElseThrow(Problem.NotFound::new);
        String me = visit.identity().personId();
        Address address = filter.address();
        db.transact(connection -> {
            if (form.ticked("forget")) {
                WorkQueries.forget(connection, me, form.optional("forget", 60));
            } else if (!name.isEmpty()) {
                var list = new WorkQueries.Saved(name, address.toString());
                WorkQueries.save(connection, me, list, visit.time().now());
            }
            return true;
        });
        return Reply.redirect(address.toString());
    }

    private Reply cover(Visit visit) {
        Desk desk = desk(visit);
        Form form = visit.form();
        String absent = form.optional("absent", 80);
        LocalDate until = CheckPages.day(form.optional("until", 10));
        if (absent.isEmpty() || absent.equals(desk.personId()) || until == null || until.isBefore(desk.today())) {
            throw new Problem.BadRequest("treatment.cover.wrong");
        }
        String colleague = assignee(absent, desk);
        db.transact(connection -> {
            WorkQueries.cover(connection, desk.personId(), colleague, until);
            return true;
        });
        return Reply.redirect(new WorkFilter("mine", "", false).address().toString());
    }
}
