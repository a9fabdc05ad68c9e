package be.leermeester.portal.mandate;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a company finds who may act for it and gives the mandate, or prints one to sign.
public final class GivePages implements Feature {

    private static final Access COMPANY = Access.roles(Role.COMPANY);
    private static final Set<String> KINDS = Set.of("TRAINING_PROVIDER", "SECTOR_CONSULTANT", "WORKPLACE_COUNSELLOR");
    /// What a form with the largest paper may weigh.
    private static final long MAX_FORM = SignedPaper.MAX + (1L << 20);

    record Finding(Mandate.Company company, String typed, List<GivingQueries.Found> found) {}

    record Giving(
            Mandate.Company company,
            Mandate.Holder holder,
            List<TermsForm.Choice> establishments,
            List<TermsForm.Choice> programmes,
            List<TermsForm.Choice> others,
            List<TermsForm.Choice> acts,
            Map<String, String> values,
            List<Form.Error> errors) {

        public @Nullable String fromError() {
            return errorOf("from");
        }

        public @Nullable String untilError() {
            return errorOf("until");
        }

        public @Nullable String paperError() {
            return errorOf("paper");
        }

        private @Nullable String errorOf(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(Form.Error::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Db db;
    private final GiveMandate give;
    private final FileStore files;

    GivePages(Db db, GiveMandate give, FileStore files) {
        this.db = db;
        this.give = give;
        this.files = files;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/company/mandates/new", COMPANY, this::find);
        routes.acts(HttpMethod.GET, "/company/mandates/give", COMPANY, this::form);
        routes.acts(HttpMethod.GET, "/company/mandates/print", COMPANY, this::print);
        routes.uploads("/company/mandates/give", COMPANY, MAX_FORM, this::submit);
    }

    private Future<Reply> find(Visit visit) {
        String typed = visit.params().text("q");
        Future<List<GivingQueries.Found>> found =
                typed.length() < 2 ? Future.succeededFuture(List.of()) : GivingQueries.holders(db.reads(), typed);
        return GivingQueries.company(db.reads(), visit.scope(Role.COMPANY))
                .compose(company ->
                        found.map(holders -> Reply.view("mandate/find", new Finding(known(company), typed, holders))));
    }

    private Reply form(Visit visit) {
        Map<String, String> values = Map.of("from", visit.time().today().toString());
        TermsForm nothing = new TermsForm(null, null, List.of(), List.of(), List.of());
        return Reply.view("mandate/give", giving(visit, asked(visit), nothing, values, List.of()));
    }

    private Reply print(Visit visit) {
        TermsForm nothing = new TermsForm(null, null, List.of(), List.of(), List.of());
        return Reply.view("mandate/print", giving(visit, asked(visit), nothing, Map.of(), List.of()));
    }

    private Reply submit(Visit visit) {
        Form form = visit.form();
        Mandate.Holder holder = holder(form.given("kind", 30), form.given("holder", 80));
        LocalDate today = visit.time().today();
        TermsForm typed = TermsForm.in(form, today);
        SignedPaper paper = SignedPaper.in(visit, form, files);
        if (!form.ticked("agree") && paper == null && form.valid()) {
            form.refuse("paper", "mandate.paper.or-agree");
        }
        if (!form.valid()) {
            return new Reply.View("mandate/give", giving(visit, holder, typed, form.values(), form.errors()), 422);
        }
        String enterprise = visit.scope(Role.COMPANY);
        Terms terms = new Terms(
                enterprise,
                holder,
                Objects.requireNonNullElse(typed.startsOn(), today),
                typed.endsOn(),
                TermsForm.limited(
                        "establishment",
                        typed.establishments(),
                        codes(GivingQueries.establishments(db.reads(), enterprise)
                                .await())),
                TermsForm.limited(
                        "programme",
                        typed.programmes(),
                        codes(GivingQueries.programmes(db.reads()).await())),
                TermsForm.limited("act", typed.acts(), TermsForm.allActs()),
                paper);
        String id = db.transact(connection -> give.give(connection, terms, visit.identity()));
        return Reply.redirect("/company/mandates/" + id + "?done=given");
    }

    private Giving giving(
            Visit visit, Mandate.Holder holder, TermsForm typed, Map<String, String> values, List<Form.Error> errors) {
        String enterprise = visit.scope(Role.COMPANY);
        List<Mandate.Named> own =
                GivingQueries.ownProgrammes(db.reads(), enterprise).await();
        List<Mandate.Named> others = GivingQueries.programmes(db.reads()).await().stream()
                .filter(each -> !own.contains(each))
                .toList();
        return new Giving(
                known(GivingQueries.company(db.reads(), enterprise).await()),
                holder,
                TermsForm.choices(
                        GivingQueries.establishments(db.reads(), enterprise).await(), typed.establishments()),
                TermsForm.choices(own, typed.programmes()),
                TermsForm.choices(others, typed.programmes()),
                TermsForm.acts(typed.acts()),
                values,
                errors);
    }

    private Mandate.Holder asked(Visit visit) {
        return holder(visit.params().text("kind"), visit.params().text("holder"));
    }

    private Mandate.Holder holder(String kind, String code) {
        Mandate.Holder holder = KINDS.contains(kind)
                ? GivingQueries.holder(db.reads(), kind, code).await()
                : null;
        if (holder == null) {
            throw new Problem.NotFound();
        }
        return holder;
    }

    private static List<String> codes(List<Mandate.Named> named) {
        return named.stream().map(Mandate.Named::code).toList();
    }

    private static Mandate.Company known(Mandate.@Nullable Company company) {
        if (company == null) {
            throw new Problem.NotFound();
        }
        return company;
    }
}
