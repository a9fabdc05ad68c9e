package be.leermeester.portal.exclusion;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.exclusion.Exclusion.Target;
import be.leermeester.portal.exclusion.ExclusionQueries.Hit;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where handlers exclude, look up exclusions and lift them. A handler decides for the own partnerships; only who
/// handles them all, or an administrator, excludes over all of them.
public final class ExclusionPages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final String PATH = "/exclusions";
    private static final int MAX = 2000;

    record Row(Exclusion exclusion, String state) {}

    record All(List<Row> rows, boolean unknown, String number) {}

    record One(
            Exclusion exclusion,
            String state,
            boolean canLift,
            @Nullable String conflict,
            Map<String, String> values,
            List<Form.Error> errors) {}

    /// @param dossiers those in `hits`, as one word of the form
    record New(
            Target target,
            List<Option> partnerships,
            String partnership,
            List<Hit> hits,
            String dossiers,
            long running,
            List<Option> reasons,
            @Nullable String conflict,
            Map<String, String> values,
            List<Form.Error> errors) {}

    private final Db db;
    private final ExcludeCompany exclude;

    ExclusionPages(Db db, ExcludeCompany exclude) {
        this.db = db;
        this.exclude = exclude;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, HANDLERS, this::list);
        routes.acts(HttpMethod.GET, PATH + "/new", HANDLERS, this::form);
        routes.acts(HttpMethod.POST, PATH + "/new", HANDLERS, this::decide);
        routes.acts(HttpMethod.GET, PATH + "/:id", HANDLERS, this::show);
        routes.acts(HttpMethod.POST, PATH + "/:id/lift", HANDLERS, this::lift);
    }

    private static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
    }

    private Reply list(Visit visit) {
        return Reply.view("exclusion/list", all(visit, ""));
    }

    private All all(Visit visit, String unknown) {
        LocalDate today = visit.time().today();
        List<Row> rows = ExclusionQueries.all(db.reads(), scope(visit), null).stream()
                .map(exclusion -> new Row(exclusion, exclusion.state(today)))
                .toList();
        return new All(rows, !unknown.isEmpty(), unknown);
    }

    private Reply form(Visit visit) {
        String typed = visit.params().text("number");
        Target target = target(typed);
        return target == null
                ? new Reply.View("exclusion/list", all(visit, typed.isEmpty() ? " " : typed), 422)
                : Reply.view("exclusion/new", model(visit, target, null, Map.of(), List.of()));
    }

    private @Nullable Target target(String typed) {
        return ExclusionQueries.target(db.reads(), typed.replaceAll("[^0-9]", ""));
    }

    private Reply decide(Visit visit) {
        Form form = visit.form();
        Target target = target(form.given("number", 20));
        if (target == null) {
            throw new Problem.NotFound();
        }
        String asked = form.given("partnership", 60);
        if (!mayDecide(visit, asked)) {
            throw new Problem.NotFound();
        }
        Exclusion.Reason reason = reason(form);
        String motivation = motivation(form, "motivation");
        LocalDate until = until(visit, form);
        List<String> seen = Arrays.stream(form.given("dossiers", 20_000).split(","))
                .filter(id -> !id.isEmpty())
                .toList();
        if (!form.valid() || reason == null) {
            return new Reply.View("exclusion/new", model(visit, target, null, form.values(), form.errors()), 422);
        }
        String partnership = asked.isEmpty() ? null : asked;
        String by = visit.identity().personId();
        try {
            String id = db.transact(connection -> exclude.exclude(
                    connection, new ExcludeCompany.Decision(target, partnership, reason, motivation, until, by, seen)));
            return Reply.redirect(PATH + "/" + id);
        } catch (Problem.Conflict conflict) {
            String happened = visit.say(conflict.key(), conflict.arguments().toArray());
            return new Reply.View("exclusion/new", model(visit, target, happened, form.values(), List.of()), 409);
        }
    }

    /// Over all partnerships takes somebody whose work all of them are.
    private static boolean mayDecide(Visit visit, String partnership) {
        Scope scope = scope(visit);
        return partnership.isEmpty() ? scope.everything() : scope.handles(partnership);
    }

    private static Exclusion.@Nullable Reason reason(Form form) {
        String typed = form.given("reason", 40);
        for (Exclusion.Reason reason : Exclusion.Reason.values()) {
            if (reason.name().equals(typed)) {
                return reason;
            }
        }
        form.refuse("reason", "form.required");
        return null;
    }

    private static String motivation(Form form, String field) {
        String motivation = form.text(field, MAX);
        if (!motivation.isEmpty() && motivation.length() < Exclusion.MOTIVATION) {
            form.refuse(field, "exclusion.motivation.short", Exclusion.MOTIVATION);
        }
        return motivation;
    }

    private static @Nullable LocalDate until(Visit visit, Form form) {
        String term = form.given("term", 10);
        String typed = form.optional("until", 10);
        if (!term.equals("good") && !term.equals("until")) {
            form.refuse("term-until", "form.required");
            return null;
        }
        if (term.equals("good")) {
            return null;
        }
        try {
            LocalDate until = LocalDate.parse(typed);
            LocalDate today = visit.time().today();
            if (until.isAfter(today) && until.isBefore(today.plusYears(25))) {
                return until;
            }
        } catch (DateTimeParseException unreadable) {
            form.refuse("until", "exclusion.until.unreadable");
            return null;
        }
        form.refuse("until", "exclusion.until.unreadable");
        return null;
    }

    private New model(
            Visit visit,
            Target target,
            @Nullable String conflict,
            Map<String, String> values,
            List<Form.Error> errors) {
        Scope scope = scope(visit);
        String asked = values.getOrDefault("partnership", visit.params().text("partnership"));
        String partnership =
                asked.isEmpty() && !scope.everything() ? scope.partnerships().getFirst() : asked;
        if (!mayDecide(visit, partnership)) {
            throw new Problem.NotFound();
        }
        List<Hit> hits = ExclusionQueries.hits(
                db.reads(),
                target,
                partnership.isEmpty() ? null : partnership,
                visit.time().today());
        Map<String, String> choices = Partnerships.load(db.reads()).await().among(scope);
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Exclusion.Reason reason : Exclusion.Reason.values()) {
            reasons.put(reason.name(), visit.say("term.exclusion-reason." + reason));
        }
        List<Option> all = Option.of(visit.say("exclusion.partnership.all"), choices, partnership);
        return new New(
                target,
                choices.isEmpty() ? List.of() : scope.everything() ? all : all.subList(1, all.size()),
                partnership,
                hits,
                hits.stream().map(Hit::dossier).collect(Collectors.joining(",")),
                hits.stream().mapToLong(Hit::running).sum(),
                Option.of(visit.say("exclusion.reason.choose"), reasons, values.getOrDefault("reason", "")),
                conflict,
                values,
                errors);
    }

    private Reply show(Visit visit) {
        return Reply.view("exclusion/show", one(visit, null, Map.of(), List.of()));
    }

    private Reply lift(Visit visit) {
        One one = one(visit, null, Map.of(), List.of());
        if (!one.canLift()) {
            throw new Problem.NotFound();
        }
        Form form = visit.form();
        String because = motivation(form, "because");
        if (!form.valid()) {
            return new Reply.View("exclusion/show", one(visit, null, form.values(), form.errors()), 422);
        }
        try {
            db.transact(connection -> {
                exclude.lift(
                        connection, one.exclusion(), because, visit.identity().personId());
                return true;
            });
        } catch (Problem.Conflict conflict) {
            String happened = visit.say(conflict.key(), conflict.arguments().toArray());
            return new Reply.View("exclusion/show", one(visit, happened, form.values(), List.of()), 409);
        }
        return Reply.redirect(PATH + "/" + one.exclusion().id());
    }

    private One one(Visit visit, @Nullable String conflict, Map<String, String> values, List<Form.Error> errors) {
        List<Exclusion> found =
                ExclusionQueries.all(db.reads(), scope(visit), visit.params().id("id"));
        if (found.isEmpty()) {
            throw new Problem.NotFound();
        }
        Exclusion exclusion = found.getFirst();
        String partnership = exclusion.partnershipCode() == null ? "" : exclusion.partnershipCode();
        return new One(
                exclusion,
                exclusion.state(visit.time().today()),
                mayDecide(visit, partnership),
                conflict,
                values,
                errors);
    }
}
