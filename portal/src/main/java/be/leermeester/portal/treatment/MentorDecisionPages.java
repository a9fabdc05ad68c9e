package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.application.ChangeMentors;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/// The decision on a mentor whom the company names on a recognition that it has already.
public final class MentorDecisionPages implements Feature {

    private static final String PATH = "/recognitions/:id/mentor-decision/:person";

    private final Db db;
    private final Outbox outbox;
    private final TreatDossier treat;
    private final NationalNumberVault vault;

    MentorDecisionPages(Db db, Outbox outbox, TreatDossier treat, NationalNumberVault vault) {
        this.db = db;
        this.outbox = outbox;
        this.treat = treat;
        this.vault = vault;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, DeedPages.HANDLERS, this::form);
        routes.acts(HttpMethod.POST, PATH, DeedPages.HANDLERS, this::decide);
    }

    record View(Treated dossier, Treated.Mentor person, List<DeedView.MentorRow> mentors, List<Form.Error> errors) {}

    private Reply form(Visit visit) {
        Treated dossier = DeedPages.dossier(db, visit);
        Treated.Mentor mentor = mentor(visit, dossier);
        return Reply.view(
                "treatment/mentor", view(dossier, mentor, Typed.nothing(List.of(mentor), List.of()), List.of()));
    }

    private Reply decide(Visit visit) {
        Treated dossier = DeedPages.dossier(db, visit);
        Treated.Mentor mentor = mentor(visit, dossier);
        Form form = visit.form();
        Typed typed = new DeedForm(form, Deed.APPROVE, List.of(mentor)).readMentors();
        if (!form.valid()) {
            return new Reply.View("treatment/mentor", view(dossier, mentor, typed, form.errors()), 422);
        }
        db.transact(connection -> decide(connection, visit, mentor, typed));
        return Reply.redirect("/recognitions/" + dossier.id() + "?done=mentor");
    }

    private boolean decide(SqlConnection connection, Visit visit, Treated.Mentor mentor, Typed typed) {
        var held = treat.settled(connection, visit.params().id("id"));
        if (held.status() != RecognitionStatus.APPROVED) {
            throw new Problem.Conflict("status.changed." + held.status());
        }
        boolean refused = typed.refused().contains(mentor.personId());
        var now = visit.time().now();
        if (!DeedQueries.decide(connection, held.id(), mentor.personId(), !refused, now)) {
            throw new Problem.Conflict("treatment.mentor.decided", mentor.name());
        }
        String me = visit.identity().personId();
        typed.verdicts().forEach((person, verdict) -> {
            if (verdict.refused()) {
                DeedQueries.refuse(connection, held.id(), person, verdict, me, now);
            }
        });
        DeriveObligations.of(connection, List.of(mentor.personId())).await();
        FollowUp.close(
                        connection,
                        "NEW_MENTOR",
                        ChangeMentors.subject(held.id(), mentor.personId()),
                        me,
                        "DECIDED",
                        now)
                .await();
        Event event = new Event(
                refused ? "MentorRefused" : "MentorApproved",
                "dossier:" + held.id(),
                me,
                List.of(
                        "partnership:" + held.partnershipCode(),
                        "company:" + held.enterpriseNumber(),
                        "person:" + mentor.personId()),
                new JsonObject().put("dossier", held.id()).put("mentor", mentor.personId()));
        outbox.append(connection, event).await();
        return true;
    }

    /// Throws [Problem.Conflict] where the mentor is decided on already.
    private Treated.Mentor mentor(Visit visit, Treated dossier) {
        String person = visit.params().id("person");
        Treated.Mentor mentor = TreatmentQueries.mentors(db.reads(), dossier.id(), vault).await().stream()
                .filter(one -> one.personId().equals(person))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        if (!mentor.isPending()) {
            throw new Problem.Conflict("treatment.mentor.decided", mentor.name());
        }
        if (dossier.status() != RecognitionStatus.APPROVED) {
            throw new Problem.Conflict("treatment.mentor.with-dossier", mentor.name());
        }
        return mentor;
    }

    private static View view(Treated dossier, Treated.Mentor mentor, Typed typed, List<Form.Error> errors) {
        return new View(dossier, mentor, DeedView.mentors(typed, List.of(mentor), errors), errors);
    }
}
