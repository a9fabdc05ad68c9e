package be.leermeester.portal.followup;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.followup.FollowUpPages.Line;
import be.leermeester.portal.followup.FollowUpStep.Act;
import be.leermeester.portal.followup.FollowUps.Desk;
import be.leermeester.portal.rows.Option;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One thing to follow up: taken, given, put off, noted about and closed. Of two handlers at once one gets it; the
/// other
/// sees what happened and keeps what was typed.
final class FollowUpItemPages implements Feature {

    private static final String PATH = FollowUpFilter.PATH + "/:id";
    private static final int WORDS = 2_000;
    private static final int LONGEST_DAYS = 366;

    private final Db db;
    private final Outbox outbox;

    FollowUpItemPages(Db db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, FollowUpPages.STAFF, visit -> show(visit, null, Map.of(), List.of()));
        for (Act act : Act.values()) {
            routes.acts(HttpMethod.POST, PATH + "/" + act.path(), FollowUpPages.STAFF, visit -> act(visit, act));
        }
    }

    /// @param conflict what happened meanwhile
    record ItemView(
            Line line,
            boolean open,
            boolean closable,
            List<FollowUpStep.Done> steps,
            List<Option> colleagues,
            @Nullable String conflict,
            Map<String, String> values,
            List<Form.Error> errors,
            Map<String, String> wrong) {}

    private static Desk desk(Visit visit) {
        return FollowUps.desk(visit.identity(), visit.time().today());
    }

    private static FollowUpItem item(SqlClient client, Visit visit) {
        FollowUpItem found = FollowUpQueries.one(client, visit.params().id("id"), desk(visit))
                .await();
        if (found == null) {
            throw new Problem.NotFound();
        }
        return found;
    }

    private Reply show(Visit visit, @Nullable String conflict, Map<String, String> values, List<Form.Error> errors) {
        FollowUpItem item = item(db.reads(), visit);
        Map<String, String> names = FollowUpStepQueries.colleagues(
                        db.reads(), item.partnershipCode(), visit.identity().personId())
                .await();
        ItemView view = new ItemView(
                Line.of(visit, item),
                item.isOpen(),
                !item.closesItself(),
                FollowUpStepQueries.of(db.reads(), item.id()).await(),
                names.isEmpty()
                        ? List.of()
                        : Option.of(visit.say("followup.give.choose"), names, values.getOrDefault("to", "")),
                conflict,
                values,
                errors,
                wrong(errors));
        int status = conflict != null ? 409 : errors.isEmpty() ? 200 : 422;
        return new Reply.View("followup/item", view, status);
    }

    private static Map<String, String> wrong(List<Form.Error> errors) {
        return errors.stream().collect(Collectors.toMap(Form.Error::field, Form.Error::message, (first, _) -> first));
    }

    private Reply act(Visit visit, Act act) {
        FollowUpItem item = item(db.reads(), visit);
        Form form = visit.form();
        String seen = form.given("seen", 10);
        FollowUpStep step = step(visit, form, item, act);
        if (!form.valid()) {
            return show(visit, null, form.values(), form.errors());
        }
        try {
            db.transact(connection -> {
                FollowUpStepQueries.lock(connection, item.id());
                FollowUpItem now = item(connection, visit);
                refuse(now, act, seen);
                String me = visit.identity().personId();
                FollowUpStepQueries.append(
                        connection, now, step, me, visit.time().now());
                return outbox.append(connection, event(now, act, me)).await();
            });
        } catch (Problem.Conflict conflict) {
            String happened = visit.say(conflict.key(), conflict.arguments().toArray());
            return show(visit, happened, form.values(), List.of());
        }
        boolean gone = act == Act.CLOSED || act == Act.SNOOZED || act == Act.GIVEN;
        return Reply.redirect(
                gone ? FollowUpFilter.PATH + "?done=" + act.path() : FollowUpFilter.PATH + "/" + item.id());
    }

    private static void refuse(FollowUpItem now, Act act, String seen) {
        if (!now.isOpen()) {
            throw new Problem.Conflict("followup.conflict.closed");
        }
        if (!seen.equals(String.valueOf(now.steps()))) {
            throw now.taker() == null
                    ? new Problem.Conflict("followup.conflict.changed")
                    : new Problem.Conflict("followup.conflict.taken", now.taker());
        }
        if (act == Act.CLOSED && now.closesItself()) {
            throw new Problem.Conflict("followup.conflict.closes-itself");
        }
    }

    private FollowUpStep step(Visit visit, Form form, FollowUpItem item, Act act) {
        return switch (act) {
            case TAKEN -> new FollowUpStep(act, null, null, "");
            case GIVEN -> new FollowUpStep(act, colleague(visit, form, item), null, form.optional("word", WORDS));
            case SNOOZED -> new FollowUpStep(act, null, until(visit, form), form.text("reason", WORDS));
            case NOTED -> new FollowUpStep(act, null, null, form.text("note", WORDS));
            case CLOSED -> new FollowUpStep(act, null, null, form.text("outcome", WORDS));
        };
    }

    private String colleague(Visit visit, Form form, FollowUpItem item) {
        String to = form.text("to", 80);
        if (!to.isEmpty()
                && !FollowUpStepQueries.colleagues(
                                db.reads(),
                                item.partnershipCode(),
                                visit.identity().personId())
                        .await()
                        .containsKey(to)) {
            throw new Problem.NotFound();
        }
        return to;
    }

    private static @Nullable LocalDate until(Visit visit, Form form) {
        LocalDate until = form.date("until").orElse(null);
        LocalDate today = visit.time().today();
        boolean fits = until != null && until.isAfter(today) && !until.isAfter(today.plusDays(LONGEST_DAYS));
        if (!fits && form.errors().stream().noneMatch(error -> error.field().equals("until"))) {
            form.refuse("until", "followup.snooze.until.wrong");
        }
        return until;
    }

    private static Event event(FollowUpItem item, Act act, String by) {
        String type = switch (act) {
            case TAKEN -> "FollowUpTaken";
            case GIVEN -> "FollowUpGiven";
            case SNOOZED -> "FollowUpSnoozed";
            case NOTED -> "FollowUpNoted";
            case CLOSED -> "FollowUpClosed";
        };
        return new Event(
                type,
                "follow-up:" + item.id(),
                by,
                List.of("partnership:" + item.partnershipCode()),
                new JsonObject().put("kind", item.kind()).put("subject", item.subject()));
    }
}
