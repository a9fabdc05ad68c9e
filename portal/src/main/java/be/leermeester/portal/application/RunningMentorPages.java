package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.MentorChangeQueries.Named;
import be.leermeester.portal.application.MentorStepQueries.Colleague;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The mentors of a recognition that runs: name another one, colleagues who are trained already first (M11), or say
/// that
/// one left. A new one waits for the handler.
public final class RunningMentorPages implements Feature {

    private final Db db;
    private final HeldDossiers held;
    private final Reviews reviews;
    private final ChangeMentors change;
    private final NationalNumberVault vault;
    private final Ids ids;

    RunningMentorPages(Db db, Reviews reviews, ChangeMentors change, NationalNumberVault vault, Ids ids) {
        this.db = db;
        this.held = new HeldDossiers(db);
        this.reviews = reviews;
        this.change = change;
        this.vault = vault;
        this.ids = ids;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/recognitions/:id/mentors";
        routes.acts(
                HttpMethod.GET,
                path,
                ApplicationPages.WRITERS,
                visit -> page(visit, held.of(visit, Errand.Kind.MENTORS), FormView.EMPTY, null));
        routes.acts(HttpMethod.POST, path, ApplicationPages.WRITERS, this::name);
        routes.acts(HttpMethod.POST, path + "/left", ApplicationPages.WRITERS, this::left);
    }

    /// @param told what was just done; `""` where nothing was
    record Page(
            DossierRow dossier,
            List<Named> named,
            List<Colleague> colleagues,
            @Nullable Colleague self,
            MentorPolicy policy,
            String told,
            @Nullable String sealed,
            @Nullable String mask,
            FormView form) {
        public String id() {
            return dossier.id();
        }

        public boolean running() {
            return dossier.status() == RecognitionStatus.APPROVED;
        }
    }

    private Reply page(Visit visit, DossierRow dossier, FormView form, @Nullable String carried) {
        String told = visit.params().text("told");
        Colleague self = self(visit);
        Page page = new Page(
                dossier,
                MentorChangeQueries.named(db.reads(), dossier.id()),
                colleagues(visit, dossier),
                self,
                policy(visit, dossier),
                List.of("named", "left").contains(told) ? told : "",
                carried,
                carried == null ? null : MentorForm.maskOf(carried, vault),
                carried == null ? form : form.having("number", ""));
        return new Reply.View("application/running-mentors", page, form.status());
    }

    private MentorPolicy policy(Visit visit, DossierRow dossier) {
        return MentorStepQueries.policy(
                db.reads(), List.of(dossier.partnershipCode()), visit.time().today());
    }

    private @Nullable Colleague self(Visit visit) {
        return MentorStepQueries.person(db.reads(), visit.identity().personId());
    }

    private List<Colleague> colleagues(Visit visit, DossierRow dossier) {
        return MentorStepQueries.colleagues(db.reads(), dossier.company().number()).stream()
                .filter(colleague -> !colleague.id().equals(visit.identity().personId()))
                .toList();
    }

    private Reply name(Visit visit) {
        DossierRow dossier = held.of(visit, Errand.Kind.MENTORS);
        Form form = visit.form();
        List<Colleague> known = new ArrayList<>(colleagues(visit, dossier));
        Colleague self = self(visit);
        if (self != null) {
            known.add(self);
        }
        String sealed = form.given("sealed", 200);
        DraftMentor mentor = new MentorForm(known, db.reads(), vault, form)
                .read(ids.next().toString(), MentorForm.maskOf(sealed, vault) == null ? null : sealed);
        if (mentor != null) {
            reviews.check(mentor)
                    .against(policy(visit, dossier), visit.time().today())
                    .forEach(failed -> form.refuse(failed.field(), failed.key(), failed.is(), failed.asked()));
        }
        if (mentor == null || !form.valid()) {
            return page(visit, dossier, FormView.of(form), MentorForm.carried(form, vault));
        }
        return told(visit, form, () -> {
            db.transact(connection -> {
                String personId = SubmitQueries.personOf(
                        connection,
                        ids.next().toString(),
                        mentor,
                        vault,
                        visit.language().getLanguage());
                SubmitQueries.becomeMentor(connection, personId);
                change.name(connection, dossier.id(), personId, visit.identity().personId());
                return personId;
            });
            return Reply.redirect("/recognitions/" + dossier.id() + "/mentors?told=named");
        });
    }

    private Reply left(Visit visit) {
        DossierRow dossier = held.of(visit, Errand.Kind.MENTORS);
        Form form = visit.form();
        String personId = form.given("person", 80);
        boolean there = MentorChangeQueries.named(db.reads(), dossier.id()).stream()
                .anyMatch(named -> named.personId().equals(personId));
        if (!there) {
            throw new Problem.NotFound();
        }
        return told(visit, form, () -> {
            db.transact(connection -> {
                change.left(connection, dossier.id(), personId, visit.identity().personId());
                return personId;
            });
            return Reply.redirect("/recognitions/" + dossier.id() + "/mentors?told=left");
        });
    }

    private Reply told(Visit visit, Form form, Supplier<Reply> act) {
        try {
            return act.get();
        } catch (Problem.Conflict first) {
            String said = visit.say(first.key(), first.arguments().toArray());
            DossierRow now = held.of(visit, Errand.Kind.MENTORS);
            return page(visit, now, FormView.of(form, said), MentorForm.carried(form, vault));
        }
    }
}
