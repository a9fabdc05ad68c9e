package be.leermeester.portal.lapse;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.LapsePolicy;
import be.leermeester.portal.lapse.WaitingQueries.Contact;
import be.leermeester.portal.lapse.WaitingQueries.Waiting;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/// Where the rule of the partnership asks a handler to confirm: who waits, what was tried, what confirming does, and
/// "not now" with its reason (domain.md 9.18).
public final class LapsePages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final int MOST = 500;
    private static final int CONTACTS = 20;
    private static final int REASON = 1_000;
    /// How long something can be put off at most, in days.
    private static final int LONGEST = 366;

    record ListModel(List<Waiting> waiting) {}

    /// @param losses what confirming today takes away
    record Model(
            Waiting lapse,
            List<Contact> contacts,
            List<LossesAhead.Loss> losses,
            List<Form.Error> errors,
            String until,
            String reason) {}

    private final Db db;
    private final Lapse lapse;
    private final Time time;

    LapsePages(Db db, Lapse lapse, Time time) {
        this.db = db;
        this.lapse = lapse;
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/lapses", HANDLERS, this::list);
        routes.acts(HttpMethod.GET, "/lapses/:person", HANDLERS, visit -> {
            return Reply.view("lapse/confirm", model(visit, waiting(visit), List.of(), "", ""));
        });
        routes.acts(HttpMethod.POST, "/lapses/:person", HANDLERS, this::answer);
    }

    private static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
    }

    private Future<Reply> list(Visit visit) {
        return WaitingQueries.list(db.reads(), scope(visit), null, MOST)
                .map(waiting -> Reply.view("lapse/list", new ListModel(waiting)));
    }

    private Waiting waiting(Visit visit) {
        String person = visit.params().id("person");
        return WaitingQueries.list(db.reads(), scope(visit), person, 1).await().stream()
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
    }

    private Model model(Visit visit, Waiting waiting, List<Form.Error> errors, String until, String reason) {
        LocalDate today = visit.time().today();
        List<String> dossiers =
                LapseQueries.ofMentor(db.reads(), waiting.personId()).await();
        List<Recognised> recognitions =
                LapseQueries.recognitions(db.reads(), dossiers, today).await();
        List<Consequence> happens = new LapseDays(recognitions).strike(today, late(waiting));
        return new Model(
                waiting,
                WaitingQueries.contacts(db.reads(), waiting.personId(), waiting.partnershipCode(), CONTACTS)
                        .await(),
                LossesAhead.of(db.reads(), Outcome.of(happens)).await(),
                errors,
                until,
                reason);
    }

    private static Late late(Waiting waiting) {
        return new Late(waiting.personId(), waiting.partnershipCode(), LapsePolicy.HANDLER_CONFIRMS);
    }

    private Reply answer(Visit visit) {
        Waiting waiting = waiting(visit);
        Form form = visit.form();
        String chosen = form.given("answer", 10);
        if (!chosen.equals("confirm") && !chosen.equals("later")) {
            throw new Problem.BadRequest("problem.field", "answer");
        }
        boolean confirmed = chosen.equals("confirm");
        String reason = form.optional("reason", REASON);
        LocalDate until = form.date("until").orElse(null);
        LocalDate today = visit.time().today();
        if (!confirmed) {
            if (reason.isEmpty()) {
                form.refuse("reason", "lapse.later.reason.required");
            }
            if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST))) {
                form.refuse("until", "lapse.later.until.required");
            }
        }
        if (!form.valid()) {
            String typed = form.values().getOrDefault("until", "");
            return new Reply.View("lapse/confirm", model(visit, waiting, form.errors(), typed, reason), 422);
        }
        var key = new WaitingLapse.Key(waiting.personId(), waiting.partnershipCode(), waiting.lapsedOn());
        var said = new WaitingLapse.Answer(confirmed ? null : until, reason);
        String by = visit.identity().personId();
        db.transact(connection -> {
            if (!RecordQueries.answer(connection, key, said, by, time.now()).await()) {
                throw new Problem.Conflict("lapse.answered");
            }
            if (confirmed) {
                RecordQueries.closeItem(connection, key.personId(), key.partnership(), by, "CONFIRMED", time.now())
                        .await();
                lapse.confirmed(connection, late(waiting), today, by);
            } else {
                RecordQueries.putOffItem(connection, key, said).await();
            }
            return true;
        });
        return Reply.redirect("/lapses?done=" + (confirmed ? "confirmed" : "later"));
    }
}
