package be.leermeester.portal.treatment;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.advice.Advice;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms with which a handler treats a dossier of the own partnership: one for each [Deed]. Whatever happened
/// meanwhile, the form comes back with everything typed in it.
public final class DeedPages implements Feature {

    static final Access HANDLERS = Access.roles(Role.HANDLER);
    private static final int SPARE_ROWS = 5;

    private final Db db;
    private final TreatDossier treat;
    private final WriteLetters letters;
    private final NationalNumberVault vault;

    DeedPages(Db db, TreatDossier treat, WriteLetters letters, NationalNumberVault vault) {
        this.db = db;
        this.letters = letters;
        this.treat = treat;
        this.vault = vault;
    }

    @Override
    public void mount(Routes routes) {
        for (Deed deed : Deed.values()) {
            String path = "/recognitions/:id/" + deed.path();
            routes.acts(HttpMethod.GET, path, HANDLERS, visit -> form(visit, deed));
            routes.acts(HttpMethod.POST, path, HANDLERS, visit -> act(visit, deed));
        }
    }

    static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER));
    }

    /// The dossier of the address; throws [Problem.NotFound] where it is not of the visitor's partnerships.
    static Treated dossier(Db db, Visit visit) {
        Treated found =
                TreatmentQueries.find(db.reads(), visit.params().id("id")).await();
        if (found == null || !scope(visit).handles(found.partnershipCode())) {
            throw new Problem.NotFound();
        }
        return found;
    }

    private Reply form(Visit visit, Deed deed) {
        Treated dossier = current(visit);
        if (!deed.offeredIn(dossier.status())) {
            throw new Problem.Conflict("status.refused." + dossier.status());
        }
        List<Treated.Mentor> mentors =
                mentors(dossier).stream().filter(Treated.Mentor::isPending).toList();
        List<String> activities = deed == Deed.PARTIAL
                ? TreatmentQueries.activities(db.reads(), dossier).await()
                : List.of();
        Typed nothing = Typed.nothing(mentors, activities);
        return Reply.view("treatment/deed", view(visit, deed, dossier, nothing, List.of(), null, SPARE_ROWS));
    }

    private Reply act(Visit visit, Deed deed) {
        Treated dossier = dossier(db, visit);
        Form form = visit.form();
        DeedForm read = new DeedForm(form, deed, mentors(dossier));
        int seen = read.seen();
        Typed typed = read.read();
        if (form.ticked("more")) {
            return Reply.view("treatment/deed", view(visit, deed, dossier, typed, List.of(), null, SPARE_ROWS));
        }
        String preview = form.given("preview", 5);
        Instant advice = adviceUntil(visit, deed, dossier);
        if (advice != null && preview.isEmpty() && !form.ticked("despite-advice")) {
            form.refuse("despite-advice", "treatment.advice.open");
        }
        boolean unseen = seen != dossier.seq();
        if (!form.valid() && !unseen) {
            DeedView view = view(visit, deed, dossier, typed, form.errors(), null, 0);
            return new Reply.View("treatment/deed", view, 422);
        }
        var matter = new WriteLetters.Matter(deed, dossier, typed, mentors(dossier), receivers(dossier));
        if (!preview.isEmpty() && form.valid()) {
            return preview(visit, matter, preview.equals("pdf"));
        }
        try {
            var order = new TreatDossier.Order(matter, seen, visit.identity().personId());
            db.transact(connection -> treat.apply(connection, order, scope(visit)));
        } catch (Problem.Conflict conflict) {
            return clashed(visit, deed, typed, seen, conflict);
        }
        return Reply.redirect("/recognitions/" + dossier.id() + "?done=" + deed.path());
    }

    /// What the first receiver would get, before anything is decided.
    private Reply preview(Visit visit, WriteLetters.Matter matter, boolean paper) {
        Receiver first = matter.receivers().getFirst();
        if (paper) {
            byte[] pdf = letters.pdf(matter, first);
            return new Reply.Download(matter.dossier().id() + ".pdf", "application/pdf", Buffer.buffer(pdf));
        }
        DeedView view = view(visit, matter.deed(), matter.dossier(), matter.typed(), List.of(), null, 0);
        return Reply.view("treatment/deed", view.with(letters.letter(matter, first)));
    }

    private List<Receiver> receivers(Treated dossier) {
        return LetterQueries.receivers(db.reads(), dossier).await();
    }

    /// The form again with what happened on top: it can be sent anew where the deed still fits.
    private Reply clashed(Visit visit, Deed deed, Typed typed, int seen, Problem.Conflict conflict) {
        Treated now = current(visit);
        List<Treated.Step> since = TreatmentQueries.steps(db.reads(), now.id()).await().reversed().stream()
                .filter(step -> step.seq() > seen)
                .toList();
        String message = visit.say(conflict.key(), conflict.arguments().toArray());
        DeedView.Clash clash = new DeedView.Clash(message, since);
        return new Reply.View("treatment/deed", view(visit, deed, now, typed, List.of(), clash, 0), 409);
    }

    /// The dossier after the law has done its part, so that no form offers what it forbids.
    private Treated current(Visit visit) {
        Treated dossier = dossier(db, visit);
        if (!dossier.isOverdue(visit.time().today())) {
            return dossier;
        }
        db.transact(connection -> treat.settled(connection, dossier.id()));
        return dossier(db, visit);
    }

    /// Until when the social partners can still speak about what would be approved (R12); null where they cannot.
    private @Nullable Instant adviceUntil(Visit visit, Deed deed, Treated dossier) {
        return deed.isApproval()
                ? Advice.runningUntil(db.reads(), dossier.id(), visit.time().now())
                        .await()
                : null;
    }

    private List<Treated.Mentor> mentors(Treated dossier) {
        return TreatmentQueries.mentors(db.reads(), dossier.id(), vault).await();
    }

    private DeedView view(
            Visit visit,
            Deed deed,
            Treated dossier,
            Typed typed,
            List<Form.Error> errors,
            DeedView.@Nullable Clash clash,
            int spare) {
        LocalDate today = visit.time().today();
        List<Treated.Running> running = deed == Deed.REVOKE
                ? TreatmentQueries.running(db.reads(), dossier.id(), today).await()
                : List.of();
        var around = new DeedView.Around(
                deed.offeredIn(dossier.status()),
                clash,
                errors,
                dossier.daysLeft(today),
                running,
                told(visit, deed, dossier),
                adviceUntil(visit, deed, dossier));
        int rows = deed == Deed.PARTIAL ? spare : 0;
        return DeedView.of(deed, dossier, typed, named(deed, dossier, typed), rows, around);
    }

    private List<String> told(Visit visit, Deed deed, Treated dossier) {
        return DecisionLetter.isSentFor(deed)
                ? receivers(dossier).stream()
                        .map(receiver -> visit.say(
                                receiver.addressee() == null ? "treatment.receiver.print" : "treatment.receiver.mail",
                                receiver.name()))
                        .toList()
                : List.of();
    }

    /// Also those whom another decision reached meanwhile: what was typed about them stays.
    private List<Treated.Mentor> named(Deed deed, Treated dossier, Typed typed) {
        return deed.isApproval()
                ? mentors(dossier).stream()
                        .filter(mentor -> mentor.isPending() || typed.verdicts().containsKey(mentor.personId()))
                        .toList()
                : List.of();
    }
}
