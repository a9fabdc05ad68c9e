package be.leermeester.portal.reminder;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to reach a mentor: for who handles the file, who also adds what was done by hand, and for the mentor.
final class ContactPages implements Feature {

    private static final String PATH = "/handler/mentors/:id/contacts";
    private static final Access STAFF = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final List<String> KINDS = List.of("CALLED", "NOT_REACHED", "LETTER_SENT", "OTHER");
    private static final int REMARK = 1_000;

    record Model(
            ContactQueries.Mentor mentor,
            List<ContactQueries.Duty> duties,
            List<ContactQueries.Step> steps,
            long tries,
            List<String> kinds,
            String kind,
            String partnership,
            String remark,
            List<Form.Error> errors) {}

    record Own(List<ContactQueries.Step> steps) {}

    record Printed(ContactQueries.Mentor mentor, ContactQueries.Duty duty, LocalDate today) {}

    private final Db db;
    private final Ids ids;
    private final Time time;

    ContactPages(Db db, Ids ids, Time time) {
        this.db = db;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, STAFF, visit -> show(visit, "", "", "", List.of()));
        routes.acts(HttpMethod.POST, PATH, STAFF, this::add);
        routes.acts(HttpMethod.GET, "/handler/mentors/:id/letter", STAFF, this::letter);
        routes.reads("/mentor/contacts", Access.roles(Role.MENTOR), this::own);
    }

    private Future<Reply> own(Visit visit) {
        return ContactQueries.steps(db.reads(), visit.identity().personId(), null)
                .map(steps -> Reply.view("reminder/own", new Own(steps)));
    }

    private Reply show(Visit visit, String kind, String partnership, String remark, List<Form.Error> errors) {
        List<ContactQueries.Duty> duties = duties(visit);
        List<ContactQueries.Step> steps = ContactQueries.steps(
                        db.reads(),
                        mentor(visit).id(),
                        duties.stream().map(ContactQueries.Duty::partnership).toList())
                .await();
        long tries = steps.stream().filter(step -> PROVEN.contains(step.kind())).count();
        Model model = new Model(mentor(visit), duties, steps, tries, KINDS, kind, partnership, remark, errors);
        return new Reply.View("reminder/contacts", model, errors.isEmpty() ? 200 : 422);
    }

    /// What counts as having tried to reach somebody (S1:100: three times).
    private static final List<String> PROVEN = List.of("MAIL_SENT", "CALLED", "NOT_REACHED", "LETTER_SENT");

    private Reply add(Visit visit) {
        Form form = visit.form();
        List<ContactQueries.Duty> duties = duties(visit);
        String kind = form.given("kind", 20);
        String partnership = form.given("partnership", 60);
        String remark = form.optional("remark", REMARK);
        ContactQueries.Duty duty = duties.stream()
                .filter(each -> each.partnership().equals(partnership) || partnership.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Problem.BadRequest("problem.field", "partnership"));
        if (!KINDS.contains(kind)) {
            form.refuse("kind-CALLED", "reminder.contacts.problem.kind");
        } else if (kind.equals("OTHER") && remark.isEmpty()) {
            form.refuse("remark", "form.required");
        }
        if (!form.valid()) {
            return show(visit, kind, partnership, form.values().getOrDefault("remark", ""), form.errors());
        }
        String mentor = mentor(visit).id();
        String by = visit.identity().personId();
        LocalDate due = duty.dueOn() == null ? time.today() : duty.dueOn();
        db.transact(connection -> {
            LadderQueries.step(
                    connection,
                    new LadderQueries.NewStep(
                            ids.next().toString(),
                            new Ladder.Case(mentor, duty.partnership(), due, duty.enterprise()),
                            kind,
                            by,
                            remark),
                    time.now());
            String item = itemDoneBy(kind);
            if (item != null) {
                ContactQueries.close(connection, item, duty.partnership(), mentor, by, time.now());
            }
            return true;
        });
        return Reply.redirect("/handler/mentors/" + mentor + "/contacts");
    }

    private static @Nullable String itemDoneBy(String kind) {
        return switch (kind) {
            case "CALLED" -> "CALL_MENTOR";
            case "LETTER_SENT" -> "MENTOR_LETTER";
            default -> null;
        };
    }

    private Reply letter(Visit visit) {
        ContactQueries.Duty duty = duties(visit).stream()
                .filter(each -> each.dueOn() != null)
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        return Reply.view("reminder/letter", new Printed(mentor(visit), duty, time.today()));
    }

    /// Those for which the visitor handles; somebody without one is not there.
    private List<ContactQueries.Duty> duties(Visit visit) {
        Scope scope =
                Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN)).orNotFound();
        List<ContactQueries.Duty> duties = ContactQueries.duties(
                        db.reads(), visit.params().id("id"), scope)
                .await();
        if (duties.isEmpty()) {
            throw new Problem.NotFound();
        }
        return duties;
    }

    private ContactQueries.Mentor mentor(Visit visit) {
        ContactQueries.Mentor mentor =
                ContactQueries.mentor(db.reads(), visit.params().id("id")).await();
        if (mentor == null) {
            throw new Problem.NotFound();
        }
        return mentor;
    }
}
