package be.leermeester.portal.lapse;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.Deadline;
import be.leermeester.learning.deadline.Deadlines;
import be.leermeester.learning.deadline.RuleChanges;
import be.leermeester.learning.deadline.TrainingStatus;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/// More time for one mentor, on request and with its reason (M4): for handlers of the partnership.
public final class ExtensionPages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER);
    private static final int REASON = 1_000;

    record Model(
            String personId,
            String name,
            String code,
            String partnership,
            LocalDate dueOn,
            List<Form.Error> errors,
            String months,
            String reason) {}

    private final Db db;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    ExtensionPages(Db db, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/extend/:person/:partnership";
        routes.acts(
                HttpMethod.GET, path, HANDLERS, visit -> Reply.view("lapse/extend", model(visit, List.of(), "", "")));
        routes.acts(HttpMethod.POST, path, HANDLERS, this::extend);
    }

    private Model model(Visit visit, List<Form.Error> errors, String months, String reason) {
        String person = visit.params().id("person");
        String code = visit.params().id("partnership");
        if (!Scope.of(visit.identity(), EnumSet.of(Role.HANDLER)).handles(code)) {
            throw new Problem.NotFound();
        }
        LocalDate today = visit.time().today();
        Deadline deadline = Deadlines.of(db.reads(), person, today).await().stream()
                .filter(each -> each.obligation().partnership().equals(code))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        LocalDate dueOn = deadline.obligation().dueOn();
        if (deadline.obligation().status() != TrainingStatus.TO_FOLLOW || dueOn == null) {
            throw new Problem.Conflict("lapse.extend.over");
        }
        String name = NameQueries.persons(db.reads(), List.of(person)).await().getOrDefault(person, person);
        String partnership = Partnerships.load(db.reads()).await().name(code);
        return new Model(person, name, code, partnership, dueOn, errors, months, reason);
    }

    private Reply extend(Visit visit) {
        Form form = visit.form();
        String months = form.optional("months", 2);
        String reason = form.text("reason", REASON);
        if (!months.matches("[1-9]|1[0-2]")) {
            form.refuse("months", "lapse.extend.months.wrong");
        }
        Model model = model(visit, form.errors(), months, reason);
        if (!form.valid()) {
            return new Reply.View("lapse/extend", model, 422);
        }
        String by = visit.identity().personId();
        var more = new RuleChanges.Extension(model.personId(), model.code(), Integer.parseInt(months), reason, by);
        db.transact(connection -> {
            RuleChanges.extend(connection, ids.next().toString(), more, time.now());
            JsonObject said =
                    new JsonObject().put("partnership", more.partnership()).put("months", more.months());
            List<String> audience = List.of("person:" + more.personId(), "partnership:" + more.partnership());
            outbox.append(connection, new Event("DeadlineExtended", "person:" + more.personId(), by, audience, said))
                    .await();
            return true;
        });
        return Reply.redirect("/mentors?partnership=" + model.code());
    }
}
