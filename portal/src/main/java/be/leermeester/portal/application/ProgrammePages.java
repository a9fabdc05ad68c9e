package be.leermeester.portal.application;

import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.CompetenceQueries.Programme;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.application.Review.ProgrammeLine;
import be.leermeester.portal.rows.Where;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The programmes that are asked for, each with the partnership that is proposed for it and why (R11).
public final class ProgrammePages implements Feature {

    /// More than this at once is rather a search than a wish.
    static final int MOST = 20;

    private static final int FOUND = 25;

    private final Drafts drafts;
    private final Reviews reviews;

    ProgrammePages(Drafts drafts, Reviews reviews) {
        this.drafts = drafts;
        this.reviews = reviews;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/applications/:id/programmes";
        routes.acts(
                HttpMethod.GET,
                path,
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> page(visit, open, FormView.EMPTY)));
        routes.acts(
                HttpMethod.POST,
                path,
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> save(visit, open)));
    }

    /// @param found what the search found; null where nothing was asked
    /// @param more whether there are more than are shown
    record Page(
            Open open,
            List<ProgrammeLine> chosen,
            String query,
            @Nullable List<Programme> found,
            boolean more,
            FormView form) {
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

    private Reply page(Visit visit, Open open, FormView form) {
        String query = visit.params().text("q");
        Draft.Place place = open.draft().place();
        List<Programme> found = query.isEmpty()
                ? null
                : CompetenceQueries.find(
                                drafts.db().reads(),
                                Where.containing(query),
                                query.toUpperCase(Locale.ROOT),
                                FOUND + 1,
                                place == null ? null : place.number(),
                                visit.time().today())
                        .stream()
                        .filter(programme -> !open.draft().programmes().contains(programme.code()))
                        .toList();
        boolean more = found != null && found.size() > FOUND;
        return new Reply.View(
                "application/programmes",
                new Page(
                        open,
                        reviews.programmes(open, visit.time().today()),
                        query,
                        found == null ? null : found.subList(0, Math.min(FOUND, found.size())),
                        more,
                        form),
                form.status());
    }

    private Reply save(Visit visit, Open open) {
        Form form = visit.form();
        String add = form.given("add", 60);
        String remove = form.given("remove", 60);
        Draft changed = open.draft().withoutProgramme(remove);
        if (!add.isEmpty()) {
            boolean known = !CompetenceQueries.programmes(
                            drafts.db().reads(),
                            List.of(add),
                            null,
                            visit.time().today())
                    .isEmpty();
            if (!known || open.draft().programmes().size() >= MOST) {
                form.refuse("q", known ? "application.programme.too-many" : "application.programme.unknown", MOST);
            }
            changed = changed.withProgramme(add);
        } else if (remove.isEmpty()) {
            form.refuse("q", "application.programme.choose");
        }
        if (!form.valid()) {
            return page(visit, open, FormView.of(form));
        }
        return drafts.save(
                visit,
                open,
                form,
                changed,
                "/programmes",
                now -> page(visit, now, FormView.of(form, Reviews.changed(visit, now))));
    }
}
