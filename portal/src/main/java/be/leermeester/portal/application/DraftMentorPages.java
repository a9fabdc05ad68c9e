package be.leermeester.portal.application;

import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.Drafts.Open;
import be.leermeester.portal.application.MentorStepQueries.Colleague;
import be.leermeester.portal.application.Review.MentorLine;
import be.leermeester.portal.person.NationalNumberVault;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The mentors that a draft names, checked as they are typed in (R5, M6).
public final class DraftMentorPages implements Feature {

    private static final int MOST = 12;

    private final Drafts drafts;
    private final Reviews reviews;
    private final NationalNumberVault vault;

    DraftMentorPages(Drafts drafts, Reviews reviews, NationalNumberVault vault) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.vault = vault;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/applications/:id/mentors";
        routes.acts(
                HttpMethod.GET,
                path,
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> page(visit, open, asked(visit, open), FormView.EMPTY, null)));
        routes.acts(
                HttpMethod.POST,
                path,
                ApplicationPages.WRITERS,
                visit -> drafts.step(visit, open -> save(visit, open)));
    }

    /// @param sealed a number that was typed before and is in order; null where there is none
    /// @param mask what of it is shown
    record Page(
            Open open,
            List<MentorLine> mentors,
            List<Colleague> colleagues,
            @Nullable Colleague self,
            MentorPolicy policy,
            String key,
            @Nullable String sealed,
            @Nullable String mask,
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

    /// The mentor that the page is asked to change; a new one where it names none.
    private static String asked(Visit visit, Open open) {
        String key = visit.params().text("change");
        return open.draft().mentors().stream().anyMatch(mentor -> mentor.key().equals(key)) ? key : "";
    }

    private static @Nullable DraftMentor named(Open open, String key) {
        return open.draft().mentors().stream()
                .filter(mentor -> mentor.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private Reply page(Visit visit, Open open, String key, FormView form, @Nullable String carried) {
        DraftMentor changed = named(open, key);
        FormView shown = changed != null && form.isFresh() ? FormView.of(values(changed)) : form;
        String sealed = carried == null && changed != null ? changed.sealed() : carried;
        if (carried != null) {
            shown = shown.having("number", "");
        }
        Review review = reviews.of(open, visit.time().today());
        Page page = new Page(
                open,
                review.mentors(),
                others(visit, open),
                self(visit),
                reviews.policy(open, visit.time().today()),
                key,
                sealed,
                sealed == null ? null : MentorForm.maskOf(sealed, vault),
                shown);
        return new Reply.View("application/mentors", page, form.status());
    }

    private @Nullable Colleague self(Visit visit) {
        return MentorStepQueries.person(drafts.db().reads(), visit.identity().personId());
    }

    private List<Colleague> others(Visit visit, Open open) {
        String self = visit.identity().personId();
        return MentorStepQueries.colleagues(drafts.db().reads(), open.row().enterprise()).stream()
                .filter(colleague -> !colleague.id().equals(self))
                .toList();
    }

    private static Map<String, String> values(DraftMentor mentor) {
        return Map.of(
                "who",
                mentor.sealed() == null && mentor.personId() != null ? mentor.personId() : MentorForm.NEW,
                "firstName",
                mentor.firstName(),
                "lastName",
                mentor.lastName(),
                "email",
                mentor.email(),
                "practice",
                mentor.practice() + "",
                "proof",
                mentor.proof() ? "true" : "",
                "extractOn",
                mentor.extractOn() == null ? "" : mentor.extractOn().toString());
    }

    private Reply save(Visit visit, Open open) {
        Form form = visit.form();
        String remove = form.given("remove", 60);
        if (!remove.isEmpty()) {
            return saved(visit, open, form, open.draft().withoutMentor(remove), "");
        }
        String key = form.given("key", 60);
        DraftMentor before = named(open, key);
        List<Colleague> known = new ArrayList<>(others(visit, open));
        Colleague self = self(visit);
        if (self != null) {
            known.add(self);
        }
        DraftMentor mentor = new MentorForm(known, drafts.db().reads(), vault, form)
                .read(before == null ? drafts.newKey() : key, before == null ? carriedBy(form) : before.sealed());
        if (mentor != null) {
            refuseUnfit(visit, open, form, mentor);
        }
        return mentor == null || !form.valid()
                ? page(visit, open, before == null ? "" : key, FormView.of(form), MentorForm.carried(form, vault))
                : saved(visit, open, form, open.draft().withMentor(mentor), before == null ? "" : key);
    }

    private @Nullable String carriedBy(Form form) {
        String sealed = form.given("sealed", 200);
        return MentorForm.maskOf(sealed, vault) == null ? null : sealed;
    }

    private void refuseUnfit(Visit visit, Open open, Form form, DraftMentor mentor) {
        reviews.check(mentor)
                .against(
                        reviews.policy(open, visit.time().today()), visit.time().today())
                .forEach(failed -> form.refuse(failed.field(), failed.key(), failed.is(), failed.asked()));
        String personId = mentor.personId();
        boolean twice = open.draft().mentors().stream()
                .filter(other -> !other.key().equals(mentor.key()))
                .anyMatch(other ->
                        (personId != null && personId.equals(other.personId())) || reviews.sameNumber(other, mentor));
        if (twice) {
            form.refuse("who", "application.mentor.twice");
        }
        if (open.draft().mentors().size() >= MOST && named(open, mentor.key()) == null) {
            form.refuse("who", "application.mentor.too-many", MOST);
        }
    }

    private Reply saved(Visit visit, Open open, Form form, Draft changed, String key) {
        return drafts.save(
                visit,
                open,
                form,
                changed,
                "/mentors",
                now -> page(
                        visit,
                        now,
                        key,
                        FormView.of(form, Reviews.changed(visit, now)),
                        MentorForm.carried(form, vault)));
    }
}
