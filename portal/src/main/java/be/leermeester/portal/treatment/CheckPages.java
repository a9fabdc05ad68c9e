package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.treatment.CheckQueries.Check;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a handler checks a dossier: the criteria, each saved at once with who and when, beside the papers, the
/// register and what is known of earlier; and the notes of the partnership to itself.
public final class CheckPages implements Feature {

    private static final String PATH = "/recognitions/:id/check";

    private final Db db;
    private final Outbox outbox;
    private final Ids ids;
    private final NationalNumberVault vault;

    CheckPages(Db db, Outbox outbox, Ids ids, NationalNumberVault vault) {
        this.db = db;
        this.outbox = outbox;
        this.ids = ids;
        this.vault = vault;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, DeedPages.HANDLERS, this::show);
        routes.acts(HttpMethod.POST, PATH, DeedPages.HANDLERS, this::tick);
        routes.acts(HttpMethod.POST, "/recognitions/:id/note", DeedPages.HANDLERS, this::note);
    }

    private Reply show(Visit visit) {
        return Reply.view("treatment/check", view(visit, DeedPages.dossier(db, visit), List.of(), null, ""));
    }

    private Reply tick(Visit visit) {
        Treated dossier = DeedPages.dossier(db, visit);
        Form form = visit.form();
        Criterion criterion = criterion(form);
        String person = form.given("person", 80);
        Treated.Mentor mentor = criterion.isOfMentor() ? mentor(dossier, person) : null;
        CheckView.Written typed =
                new CheckView.Written(met(form), form.optional("remark", 2_000), form.optional("dated", 10));
        LocalDate dated = criterion == Criterion.CONDUCT
                ? dated(form, typed, dossier, visit.time().today())
                : null;
        if (mentor != null && criterion == Criterion.AGE && typed.yes()) {
            checkAge(form, typed, mentor, policy(dossier));
        }
        if (!form.valid()) {
            String error = form.errors().getFirst().message();
            var wrong = new CheckView.Line(criterion, mentor == null ? "" : person, null, typed, "", "", "", error);
            var errors = List.of(new Form.Error("line-" + wrong.key(), error));
            return new Reply.View("treatment/check", view(visit, dossier, errors, wrong, ""), 422);
        }
        Check check = new Check(
                criterion,
                mentor == null ? "" : person,
                typed.yes(),
                typed.remark(),
                dated,
                visit.time().now(),
                visit.identity().personId());
        db.transact(connection -> {
            CheckQueries.tick(connection, dossier.id(), check);
            return tell(connection, dossier, visit, "CRITERION");
        });
        return Reply.redirect(
                "/recognitions/" + dossier.id() + "/check#line-" + criterion + (mentor == null ? "" : "-" + person));
    }

    private static String met(Form form) {
        String met = form.given("met", 3);
        if (!met.equals("YES") && !met.equals("NO")) {
            throw new Problem.BadRequest("problem.field", "met");
        }
        return met;
    }

    private static Criterion criterion(Form form) {
        String asked = form.given("criterion", 40);
        return Arrays.stream(Criterion.values())
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
    }

    private Treated.Mentor mentor(Treated dossier, String person) {
        return mentors(dossier).stream()
                .filter(one -> one.personId().equals(person))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
    }

    /// The day of the extract: at most a year before the filing (9.11).
    private static @Nullable LocalDate dated(Form form, CheckView.Written typed, Treated dossier, LocalDate today) {
        LocalDate day = day(typed.dated());
        if (typed.yes() && day == null) {
            form.refuse("dated", "treatment.criterion.dated.missing");
        } else if (typed.yes()
                && day != null
                && (day.isAfter(today) || day.isBefore(dossier.submittedOn().minusYears(1)))) {
            form.refuse("dated", "treatment.criterion.dated.old");
        }
        return day;
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /// Whoever is too young, or whose age is unknown, is accepted with a motivation, and nobody below the lowered age.
    private static void checkAge(
            Form form, CheckView.Written typed, Treated.Mentor mentor, CheckQueries.Policy policy) {
        Integer age = mentor.age();
        if (age != null && age < policy.loweredAge()) {
            form.refuse("met", "treatment.criterion.age.never", policy.loweredAge());
        } else if ((age == null || age < policy.minimumAge()) && typed.remark().length() < Act.MOTIVATION) {
            form.refuse("remark", "treatment.criterion.age.why", Act.MOTIVATION);
        }
    }

    private Reply note(Visit visit) {
        Treated dossier = DeedPages.dossier(db, visit);
        Form form = visit.form();
        String body = form.text("note", 4_000);
        if (!form.valid()) {
            return new Reply.View("treatment/check", view(visit, dossier, form.errors(), null, body), 422);
        }
        db.transact(connection -> {
            var note = new NoteQueries.Note(
                    body, visit.time().now(), visit.identity().personId());
            NoteQueries.write(connection, ids.next().toString(), dossier, note);
            return tell(connection, dossier, visit, "NOTE");
        });
        return Reply.redirect("/recognitions/" + dossier.id() + "/check#notes");
    }

    private boolean tell(SqlConnection connection, Treated dossier, Visit visit, String what) {
        outbox.append(connection, annotated(dossier, visit.identity().personId(), what))
                .await();
        return true;
    }

    /// Colleagues hear that something was written on the dossier; nobody else does.
    static Event annotated(Treated dossier, String personId, String what) {
        return new Event(
                "DossierAnnotated",
                "dossier:" + dossier.id(),
                personId,
                List.of("partnership:" + dossier.partnershipCode()),
                new JsonObject().put("dossier", dossier.id()).put("what", what));
    }

    private List<Treated.Mentor> mentors(Treated dossier) {
        return TreatmentQueries.mentors(db.reads(), dossier.id(), vault).await();
    }

    private CheckQueries.Policy policy(Treated dossier) {
        return CheckQueries.policy(db.reads(), dossier.partnershipCode(), dossier.submittedOn())
                .await();
    }

    private CheckView view(
            Visit visit, Treated dossier, List<Form.Error> errors, CheckView.@Nullable Line wrong, String typedNote) {
        var checks = CheckQueries.checks(db.reads(), dossier.id()).await();
        var policy = policy(dossier);
        var earlier = CheckQueries.earlier(db.reads(), dossier).await();
        var scope = DeedPages.scope(visit);
        var company = CheckView.lines(null, checks, policy, wrong);
        var parts = mentors(dossier).stream()
                .map(mentor -> new CheckView.MentorPart(
                        mentor,
                        CheckView.lines(mentor, checks, policy, wrong),
                        CheckView.past(earlier, mentor.personId(), scope)))
                .toList();
        var lines = java.util.stream.Stream.concat(
                        company.stream(), parts.stream().flatMap(part -> part.lines().stream()))
                .toList();
        return new CheckView(
                dossier,
                errors,
                company,
                parts,
                lines.stream()
                        .map(CheckView.Line::check)
                        .filter(Objects::nonNull)
                        .count(),
                lines.size(),
                CheckQueries.documents(db.reads(), dossier.id()).await(),
                CheckQueries.register(db.reads(), dossier.company().establishmentNumber())
                        .await(),
                CheckView.past(earlier, "", scope),
                NoteQueries.notes(db.reads(), dossier.id(), dossier.partnershipCode())
                        .await(),
                typedNote);
    }
}
