package be.leermeester.portal.application;

import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.company.EstablishmentNumber;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The place of work: one that the register knows, or one that is added with its number and address.
public final class PlacePages implements Feature {

    private static final String OTHER = "other";

    private final Drafts drafts;

    PlacePages(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/applications/:id/establishment";
        routes.acts(HttpMethod.GET, path, ApplicationPages.WRITERS, visit -> drafts.step(visit, this::show));
        routes.acts(
                HttpMethod.POST,
                path,
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> save(visit, open)));
    }

    record Page(Open open, List<PlaceQueries.Known> places, FormView form) {
        public String id() {
            return open.row().id();
        }

        public String company() {
            return open.row().company();
        }

        public int version() {
            return open.row().version();
        }
    }

    private Reply show(Open open) {
        return page(open, FormView.of(values(open.draft().place())));
    }

    private Reply page(Open open, FormView form) {
        List<PlaceQueries.Known> places =
                PlaceQueries.of(drafts.db().reads(), open.row().enterprise());
        FormView shown = places.isEmpty() && !form.values().containsKey("choice") ? form.having("choice", OTHER) : form;
        return new Reply.View("application/establishment", new Page(open, places, shown), form.status());
    }

    private static Map<String, String> values(Draft.@Nullable Place place) {
        Map<String, String> values = new HashMap<>();
        if (place != null) {
            values.put("choice", place.added() ? OTHER : place.number());
            if (place.added()) {
                values.put("number", new EstablishmentNumber(place.number()).written());
                values.put("name", place.name());
                values.put("street", place.street());
                values.put("houseNumber", place.houseNumber());
                values.put("postalCode", place.postalCode());
                values.put("municipality", place.municipality());
            }
        }
        return values;
    }

    private Reply save(Visit visit, Open open) {
        Form form = visit.form();
        String choice = form.optional("choice", 10);
        Draft.Place place = choice.equals(OTHER) ? added(open, form) : chosen(open, form, choice);
        if (!choice.equals(OTHER)) {
            keepTyped(form);
        }
        if (place == null || !form.valid()) {
            return page(open, FormView.of(form));
        }
        return drafts.save(
                visit,
                open,
                form,
                open.draft().at(place),
                "/programmes",
                now -> page(now, FormView.of(form, Reviews.changed(visit, now))));
    }

    /// What was typed for another place comes back too.
    private static void keepTyped(Form form) {
        form.optional("number", 20);
        form.optional("name", 120);
        form.optional("street", 120);
        form.optional("houseNumber", 20);
        form.optional("postalCode", 10);
        form.optional("municipality", 80);
    }

    private Draft.@Nullable Place chosen(Open open, Form form, String choice) {
        PlaceQueries.Known known = choice.isEmpty() || !form.valid()
                ? null
                : PlaceQueries.one(drafts.db().reads(), choice);
        if (known == null || !known.enterprise().equals(open.row().enterprise()) || known.ceased()) {
            form.refuse("choice", "application.place.choose");
            return null;
        }
        return Draft.Place.known(known.number());
    }

    private Draft.@Nullable Place added(Open open, Form form) {
        String typed = form.text("number", 20);
        String name = form.optional("name", 120);
        String street = form.text("street", 120);
        String houseNumber = form.text("houseNumber", 20);
        String postalCode = form.text("postalCode", 10);
        String municipality = form.text("municipality", 80);
        if (!postalCode.isEmpty() && !postalCode.matches("[1-9]\\d{3}")) {
            form.refuse("postalCode", "application.place.postal-code.wrong");
        }
        EstablishmentNumber number = EstablishmentNumber.parse(typed).orElse(null);
        if (number == null) {
            if (!typed.isEmpty()) {
                form.refuse("number", "application.place.number.wrong");
            }
            return null;
        }
        return free(open, form, number)
                ? new Draft.Place(number.digits(), true, name, street, houseNumber, postalCode, municipality)
                : null;
    }

    private boolean free(Open open, Form form, EstablishmentNumber number) {
        PlaceQueries.Known known = PlaceQueries.one(drafts.db().reads(), number.digits());
        if (known == null) {
            return true;
        }
        boolean own = known.enterprise().equals(open.row().enterprise());
        form.refuse("number", own ? "application.place.known-already" : "application.place.of-another");
        return false;
    }
}
