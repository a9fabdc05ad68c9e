package be.leermeester.portal.advice;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.advice.AdviceQueries.Item;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.http.HttpMethod;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the handlers of a partnership keep its advice lists: the next one, those that are open, what came of them.
public final class AdvicePages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final String PATH = "/advice";
    private static final Duration PAST = Duration.ofDays(92);
    private static final Duration FURTHEST = Duration.ofDays(60);

    /// One list with its dossiers.
    ///
    /// @param closings the moments at which it can close; empty once it is sent
    record Sheet(
            String id,
            String partnershipCode,
            String partnership,
            @Nullable Instant closesAt,
            String state,
            List<Item> items,
            List<Instant> closings) {}

    /// @param sent the partnership whose form was not taken
    record Lists(
            String live,
            List<Sheet> next,
            List<Sheet> running,
            List<Sheet> past,
            @Nullable String conflict,
            String sent,
            Map<String, String> values,
            List<Form.Error> errors) {

        public @Nullable String closingError() {
            return error("closing");
        }

        public @Nullable String dayError() {
            return error("day");
        }

        public @Nullable String clockError() {
            return error("clock");
        }

        private @Nullable String error(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(sent + "-" + field))
                    .map(Form.Error::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Db db;
    private final AdviceLists lists;

    AdvicePages(Db db, AdviceLists lists) {
        this.db = db;
        this.lists = lists;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, HANDLERS, this::show);
        routes.acts(HttpMethod.POST, "/advice/:partnership/send", HANDLERS, this::send);
        routes.acts(HttpMethod.POST, "/advice/:partnership/remove", HANDLERS, this::remove);
    }

    @Override
    public List<Job> jobs() {
        return List.of(new CloseAdviceListsJob(db, lists));
    }

    private Reply show(Visit visit) {
        return Reply.view("advice/lists", model(visit, "", null, Map.of(), List.of()));
    }

    private Reply send(Visit visit) {
        String partnership = own(visit);
        Form form = visit.form();
        Instant closing = closing(visit, form);
        if (closing == null) {
            return again(visit, partnership, form);
        }
        return tell(
                visit,
                form,
                () -> db.transact(connection -> lists.send(
                        connection, partnership, closing, visit.identity().personId())));
    }

    private Reply remove(Visit visit) {
        String partnership = own(visit);
        Form form = visit.form();
        String dossier = form.given("dossier", 80);
        return tell(
                visit,
                form,
                () -> db.transact(connection -> {
                    lists.remove(
                            connection, partnership, dossier, visit.identity().personId());
                    return true;
                }));
    }

    private Reply again(Visit visit, String partnership, Form form) {
        List<Form.Error> errors = form.errors().stream()
                .map(error -> new Form.Error(partnership + "-" + error.field(), error.message()))
                .toList();
        return new Reply.View("advice/lists", model(visit, partnership, null, form.values(), errors), 422);
    }

    private Reply tell(Visit visit, Form form, Runnable act) {
        try {
            act.run();
            return Reply.redirect(PATH);
        } catch (Problem.Conflict conflict) {
            String happened = visit.say(conflict.key(), conflict.arguments().toArray());
            return new Reply.View("advice/lists", model(visit, "", happened, form.values(), List.of()), 409);
        }
    }

    /// The chosen regular moment, or the own one; null where the form says why not.
    private static @Nullable Instant closing(Visit visit, Form form) {
        String chosen = form.text("closing", 40);
        String day = form.optional("day", 10);
        String clock = form.optional("clock", 5);
        if (!form.valid()) {
            return null;
        }
        try {
            Instant closing = chosen.equals("own")
                    ? LocalDate.parse(day)
                            .atTime(LocalTime.parse(clock))
                            .atZone(Time.ZONE)
                            .toInstant()
                    : Instant.parse(chosen);
            Instant now = visit.time().now();
            if (!closing.isBefore(now.plus(AdviceMoment.SHORTEST)) && closing.isBefore(now.plus(FURTHEST))) {
                return closing;
            }
            form.refuse(chosen.equals("own") ? "day" : "closing", "advice.closing.bounds", FURTHEST.toDays());
        } catch (DateTimeException unreadable) {
            form.refuse(chosen.equals("own") ? "day" : "closing", "advice.closing.unreadable");
        }
        return null;
    }

    private static String own(Visit visit) {
        String partnership = visit.params().id("partnership");
        if (!scope(visit).handles(partnership)) {
            throw new Problem.NotFound();
        }
        return partnership;
    }

    private static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
    }

    private Lists model(
            Visit visit, String sent, @Nullable String conflict, Map<String, String> values, List<Form.Error> errors) {
        db.transact(lists::closeDue);
        Instant now = visit.time().now();
        Scope scope = scope(visit);
        List<Sheet> sheets = new ArrayList<>();
        Map<String, List<Item>> byList = new LinkedHashMap<>();
        for (Item item :
                AdviceQueries.items(db.reads(), scope, now, now.minus(PAST)).await()) {
            byList.computeIfAbsent(item.listId(), _ -> new ArrayList<>()).add(item);
        }
        byList.values().forEach(items -> sheets.add(sheet(items, now)));
        String live = scope.partnerships().size() == 1 ? scope.partnerships().getFirst() : "";
        return new Lists(
                "partnership:" + live,
                with(sheets, "DRAFT"),
                with(sheets, "RUNNING"),
                with(sheets, "CLOSED").reversed(),
                conflict,
                sent,
                values,
                errors);
    }

    private Sheet sheet(List<Item> items, Instant now) {
        Item first = items.getFirst();
        Instant closesAt = first.closesAt();
        List<Instant> closings = closesAt != null
                ? List.of()
                : AdviceMoment.next(
                        AdviceQueries.moments(db.reads(), first.partnershipCode(), Time.dateOf(now))
                                .await(),
                        now);
        String state = closesAt == null ? "DRAFT" : closesAt.isAfter(now) ? "RUNNING" : "CLOSED";
        return new Sheet(
                first.listId(), first.partnershipCode(), first.partnership(), closesAt, state, items, closings);
    }

    private static List<Sheet> with(List<Sheet> sheets, String state) {
        return sheets.stream().filter(sheet -> sheet.state().equals(state)).toList();
    }
}
