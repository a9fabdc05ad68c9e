package be.leermeester.portal.mandate;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Where a company lets a mandate end sooner or reach less far. What reaches further is a new mandate.
public final class LimitPages implements Feature {

    record Limiting(
            Mandate mandate,
            List<TermsForm.Choice> establishments,
            List<TermsForm.Choice> programmes,
            List<TermsForm.Choice> acts,
            Map<String, String> values,
            List<Form.Error> errors) {}

    private final Db db;
    private final GiveMandate give;

    LimitPages(Db db, GiveMandate give) {
        this.db = db;
        this.give = give;
    }

    @Override
    public void mount(Routes routes) {
        Access company = Access.roles(Role.COMPANY);
        routes.acts(HttpMethod.GET, "/company/mandates/:id/limit", company, this::form);
        routes.acts(HttpMethod.POST, "/company/mandates/:id/limit", company, this::limit);
    }

    private Reply form(Visit visit) {
        Mandate mandate = Own.mandate(db, visit);
        LocalDate end = mandate.endsOn();
        Map<String, String> values = Map.of("until", end == null ? "" : end.toString());
        return Reply.view("mandate/limit", limiting(mandate, codesOf(mandate), values, List.of()));
    }

    private static TermsForm codesOf(Mandate mandate) {
        return new TermsForm(
                mandate.startsOn(),
                mandate.endsOn(),
                codes(mandate.scope().establishments()),
                codes(mandate.scope().programmes()),
                mandate.scope().acts());
    }

    private Reply limit(Visit visit) {
        Mandate mandate = Own.mandate(db, visit);
        Form form = visit.form();
        TermsForm typed = TermsForm.in(form, mandate.startsOn());
        LocalDate end = mandate.endsOn();
        LocalDate wanted = typed.endsOn();
        if (form.valid() && wanted != null && wanted.isBefore(visit.time().today())) {
            form.refuse("until", "mandate.limit.until.past");
        } else if (form.valid() && end != null && (wanted == null || wanted.isAfter(end))) {
            form.refuse("until", "mandate.limit.until.later", end);
        }
        if (!mandate.stands()) {
            throw new Problem.Conflict("mandate.problem.over");
        }
        if (!form.valid()) {
            return new Reply.View("mandate/limit", limiting(mandate, typed, form.values(), form.errors()), 422);
        }
        Terms terms = new Terms(
                mandate.company().number(),
                mandate.holder(),
                mandate.startsOn(),
                wanted,
                narrowed(
                        "establishment",
                        typed.establishments(),
                        codes(establishments(mandate)),
                        mandate.scope().establishments()),
                narrowed(
                        "programme",
                        typed.programmes(),
                        codes(programmes(mandate)),
                        mandate.scope().programmes()),
                acts(typed, mandate),
                null);
        db.transact(connection -> {
            give.limit(connection, mandate, terms, visit.identity());
            return true;
        });
        return Reply.redirect("/company/mandates/" + mandate.id() + "?done=limited");
    }

    /// What is ticked of what could be; nothing ticked leaves it as it is.
    private static List<String> narrowed(
            String field, List<String> ticked, List<String> offered, List<Mandate.Named> now) {
        List<String> kept = TermsForm.among(field, ticked, offered);
        return kept.isEmpty() ? codes(now) : kept;
    }

    private static List<String> acts(TermsForm typed, Mandate mandate) {
        List<String> kept = TermsForm.among("act", typed.acts(), actsOf(mandate));
        return kept.isEmpty() || kept.size() == actsOf(mandate).size()
                ? mandate.scope().acts()
                : kept;
    }

    private static List<String> actsOf(Mandate mandate) {
        return mandate.scope().acts().isEmpty()
                ? TermsForm.allActs()
                : mandate.scope().acts();
    }

    private List<Mandate.Named> establishments(Mandate mandate) {
        return mandate.scope().establishments().isEmpty()
                ? GivingQueries.establishments(db.reads(), mandate.company().number())
                        .await()
                : mandate.scope().establishments();
    }

    private List<Mandate.Named> programmes(Mandate mandate) {
        return mandate.scope().programmes().isEmpty()
                ? GivingQueries.ownProgrammes(db.reads(), mandate.company().number())
                        .await()
                : mandate.scope().programmes();
    }

    private Limiting limiting(Mandate mandate, TermsForm typed, Map<String, String> values, List<Form.Error> errors) {
        return new Limiting(
                mandate,
                TermsForm.choices(establishments(mandate), typed.establishments()),
                TermsForm.choices(programmes(mandate), typed.programmes()),
                TermsForm.acts(typed.acts()).stream()
                        .filter(act -> actsOf(mandate).contains(act.value()))
                        .toList(),
                values,
                errors);
    }

    private static List<String> codes(List<Mandate.Named> named) {
        return named.stream().map(Mandate.Named::code).toList();
    }
}
