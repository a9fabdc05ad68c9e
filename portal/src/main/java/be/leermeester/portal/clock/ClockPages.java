package be.leermeester.portal.clock;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the administrator of a demo sets today forward. Outside a demo it does not exist.
public final class ClockPages implements Feature {

    private static final String PATH = "/admin/clock";
    private static final Access ADMIN = Access.roles(Role.ADMIN);
    /// A walk takes about a tenth of a second per day.
    private static final int MOST_YEARS = 2;

    /// @param walked and `whole`: days of the walk that is under way
    /// @param day as typed
    record Model(
            LocalDate today,
            LocalDate real,
            boolean set,
            boolean underWay,
            int walked,
            int whole,
            LocalDate latest,
            String day,
            @Nullable LocalDate until,
            List<Form.Error> errors) {}

    private final Db db;
    private final Outbox outbox;
    private final @Nullable MovedClock clock;

    /// @param clock null outside a demo
    public ClockPages(Db db, Outbox outbox, @Nullable MovedClock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, ADMIN, _ -> show("", List.of()));
        routes.acts(HttpMethod.POST, PATH, ADMIN, this::go);
    }

    private MovedClock demoClock() {
        if (clock == null) {
            throw new Problem.NotFound();
        }
        return clock;
    }

    private Reply show(String typed, List<Form.Error> errors) {
        MovedClock moved = demoClock();
        ClockQueries.Standing standing = ClockQueries.standing(db.reads()).await();
        LocalDate today = moved.realDay().plusDays(standing.days());
        Model model = new Model(
                today,
                moved.realDay(),
                standing.days() > 0,
                standing.underWay(),
                standing.days() - standing.from(),
                standing.to() - standing.from(),
                today.plusYears(MOST_YEARS),
                typed,
                standing.underWay() ? moved.realDay().plusDays(standing.to()) : null,
                errors);
        return new Reply.View("clock/show", model, errors.isEmpty() ? 200 : 422);
    }

    private Reply go(Visit visit) {
        MovedClock moved = demoClock();
        LocalDate today = moved.realDay()
                .plusDays(ClockQueries.standing(db.reads()).await().days());
        Form form = visit.form();
        String by = form.given("by", 10);
        LocalDate day = by.isEmpty() ? form.date("day").orElse(null) : later(today, by);
        if (day == null && form.valid()) {
            form.refuse("day", "form.required");
        } else if (day != null && !day.isAfter(today)) {
            form.refuse("day", "clock.problem.back");
        } else if (day != null && day.isAfter(today.plusYears(MOST_YEARS))) {
            form.refuse("day", "clock.problem.far");
        }
        if (day == null || !form.valid()) {
            return show(form.values().getOrDefault("day", ""), form.errors());
        }
        int to = Math.toIntExact(ChronoUnit.DAYS.between(moved.realDay(), day));
        String who = visit.identity().personId();
        db.transact(connection -> {
            if (!ClockQueries.go(connection, to).await()) {
                throw new Problem.Conflict("clock.problem.under-way");
            }
            return outbox.append(
                            connection,
                            new Event("ClockSet", "clock", who, List.of(), new JsonObject().put("day", day.toString())))
                    .await();
        });
        return Reply.redirect(PATH);
    }

    private static LocalDate later(LocalDate today, String by) {
        return switch (by) {
            case "WEEK" -> today.plusWeeks(1);
            case "MONTH" -> today.plusMonths(1);
            case "HALF_YEAR" -> today.plusMonths(6);
            default -> throw new Problem.BadRequest("problem.field", "by");
        };
    }
}
