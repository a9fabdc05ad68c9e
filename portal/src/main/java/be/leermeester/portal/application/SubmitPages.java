package be.leermeester.portal.application;

import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.DraftQueries.DraftRow;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.application.SubmitQueries.Made;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.mandate.Mandates;
import io.vertx.core.http.HttpMethod;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checking the answers, sending the application, and what follows.
public final class SubmitPages implements Feature {

    private final Drafts drafts;
    private final Reviews reviews;
    private final SubmitDraft submit;

    SubmitPages(Drafts drafts, Reviews reviews, SubmitDraft submit) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.submit = submit;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(
                HttpMethod.GET,
                "/applications/:id/check",
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> page(visit, open, FormView.EMPTY, null)));
        routes.acts(HttpMethod.POST, "/applications/:id/submit", ApplicationPages.WRITERS, this::submit);
        routes.acts(HttpMethod.GET, "/applications/:id/done", ApplicationPages.WRITERS, this::done);
    }

    /// @param other the dossier that stands in the way; null where none does
    record Check(Review review, FormView form, @Nullable String other) {
        public String id() {
            return review.id();
        }

        public String company() {
            return review.company();
        }

        public int version() {
            return review.version();
        }
    }

    /// @param start the start page of who sent it
    record Done(String company, List<Made> made, String start) {
        public int count() {
            return made.size();
        }
    }

    private Reply page(Visit visit, Open open, FormView form, @Nullable String other) {
        Review review = reviews.of(open, visit.time().today());
        return new Reply.View("application/check", new Check(review, form, other), form.status());
    }

    private Reply submit(Visit visit) {
        Open open = drafts.open(visit);
        Form form = visit.form();
        int seen = Drafts.version(form);
        boolean declared = form.ticked("declared");
        if (open.row().submitted()) {
            return Reply.redirect(open.at("/done"));
        }
        if (!declared) {
            form.refuse("declared", "application.declare.required");
            return page(visit, open, FormView.of(form), null);
        }
        try {
            return drafts.db().transact(connection -> {
                DraftRow row = DraftQueries.lock(connection, open.row().id());
                Open held = drafts.opened(visit, row);
                return held.row().submitted()
                        ? Reply.redirect(held.at("/done"))
                        : held.row().version() > seen
                                ? page(visit, held, FormView.of(form, Reviews.changed(visit, held)), null)
                                : sent(visit, held, form, connection);
            });
        } catch (Problem.Conflict inTheWay) {
            String said = visit.say(inTheWay.key(), inTheWay.arguments().toArray());
            String other = inTheWay.key().equals("status.in-the-way")
                    ? inTheWay.arguments().getFirst().toString()
                    : null;
            return page(visit, drafts.open(visit), FormView.of(form, said), other);
        }
    }

    private Reply sent(Visit visit, Open held, Form form, SqlConnection connection) {
        Review review = reviews.of(held, visit.time().today());
        if (!review.ready()) {
            form.refuse("tasks", "application.submit.not-ready");
            return new Reply.View("application/check", new Check(review, FormView.of(form), null), 422);
        }
        requireReach(visit, held);
        submit.submit(
                connection,
                review,
                new SubmitDraft.Sender(
                        visit.identity().personId(), visit.language().getLanguage()));
        return Reply.redirect(held.at("/done"));
    }

    /// A mandate can be limited to establishments and programmes: it must reach each dossier that is made.
    private void requireReach(Visit visit, Open held) {
        Errand errand = Errand.of(held.row().enterprise(), Errand.Kind.FILE);
        Draft.Place place = held.draft().place();
        Errand there = place == null ? errand : errand.at(place.number());
        held.draft()
                .programmes()
                .forEach(programme -> Mandates.applicant(
                                drafts.db().reads(),
                                visit.identity(),
                                there.on(programme),
                                visit.time().today())
                        .await());
    }

    private Reply done(Visit visit) {
        Open open = drafts.open(visit);
        if (!open.row().submitted()) {
            return Reply.redirect(open.at(""));
        }
        List<Made> made = SubmitQueries.made(drafts.db().reads(), open.row().applications());
        var active = visit.identity().active();
        return Reply.view(
                "application/done",
                new Done(
                        open.row().company(),
                        made,
                        active == null ? "/" : active.role().startPage()));
    }
}
