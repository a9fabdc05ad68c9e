package be.leermeester.portal.competence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.competence.CompetenceQueries.Head;
import be.leermeester.portal.competence.CompetenceQueries.Received;
import be.leermeester.portal.competence.CompetenceQueries.Request;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What partnerships hand over to and ask each other.
public final class CompetencePages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final int MAX = 2000;

    record Between(List<Received> received, List<Request> asked) {}

    record Page(
            String dossier,
            String company,
            CompetencePanel.@Nullable Model panel,
            @Nullable String conflict) {}

    private final Db db;
    private final Competence competence;
    private final CompetencePanel panel;

    public CompetencePages(Db db, ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.competence = new Competence(change, outbox, ids, time);
        this.panel = new CompetencePanel(db);
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/competence", HANDLERS, this::between);
        routes.acts(HttpMethod.GET, "/recognitions/:id/competence", HANDLERS, this::show);
        routes.acts(HttpMethod.POST, "/recognitions/:id/transfer", HANDLERS, this::transfer);
        routes.acts(HttpMethod.POST, "/recognitions/:id/ask", HANDLERS, this::ask);
        routes.acts(HttpMethod.POST, "/recognitions/:id/competence/answer", HANDLERS, this::answer);
    }

    private static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
    }

    private Future<Reply> between(Visit visit) {
        var received = CompetenceQueries.received(db.reads(), scope(visit));
        var asked = CompetenceQueries.askedOf(db.reads(), scope(visit));
        return Future.all(received, asked)
                .map(_ -> Reply.view("competence/between", new Between(received.result(), asked.result())));
    }

    private Reply show(Visit visit) {
        return page(visit, own(visit), null, Map.of(), List.of(), 200);
    }

    private Reply transfer(Visit visit) {
        Head head = own(visit);
        Form form = visit.form();
        String to = chosen(form, "to");
        String reason = motivation(form, "reason");
        String from = form.given("from", 60);
        if (!form.valid()) {
            return page(visit, head, null, form.values(), form.errors(), 422);
        }
        return tell(
                visit,
                head,
                form,
                "/competence",
                () -> db.transact(connection -> {
                    competence.transfer(connection, head.id(), from, to, reason, visit.identity());
                    return true;
                }));
    }

    private Reply ask(Visit visit) {
        Head head = own(visit);
        Form form = visit.form();
        String asked = chosen(form, "asked");
        String question = form.text("question", MAX);
        LocalDate due = due(visit, form);
        if (!form.valid() || due == null) {
            return page(visit, head, null, form.values(), form.errors(), 422);
        }
        return tell(
                visit,
                head,
                form,
                "/recognitions/" + head.id(),
                () -> db.transact(connection -> {
                    competence.ask(
                            connection,
                            new Competence.Question(head.id(), asked, question, due),
                            head.partnership(),
                            visit.identity());
                    return true;
                }));
    }

    private Reply answer(Visit visit) {
        Head head = head(visit);
        Form form = visit.form();
        String asked = form.given("partnership", 60);
        if (!scope(visit).handles(asked)) {
            throw new Problem.NotFound();
        }
        String answer = motivation(form, "answer");
        if (!form.valid()) {
            return page(visit, head, null, form.values(), atAnswer(form.errors()), 422);
        }
        return tell(
                visit,
                head,
                form,
                "/competence",
                () -> db.transact(connection -> {
                    competence.answer(connection, head.id(), asked, answer, visit.identity());
                    return true;
                }));
    }

    /// The dossier page has another field with that name.
    private static List<Form.Error> atAnswer(List<Form.Error> errors) {
        return errors.stream()
                .map(error -> new Form.Error("answer-asked", error.message()))
                .toList();
    }

    private Reply tell(Visit visit, Head head, Form form, String then, Runnable act) {
        try {
            act.run();
            return Reply.redirect(then);
        } catch (Problem.Conflict conflict) {
            String happened = visit.say(conflict.key(), conflict.arguments().toArray());
            return page(visit, Objects.requireNonNullElse(again(head), head), happened, form.values(), List.of(), 409);
        }
    }

    private @Nullable Head again(Head head) {
        return CompetenceQueries.head(db.reads(), head.id()).await();
    }

    private static String chosen(Form form, String field) {
        String chosen = form.given(field, 60);
        if (chosen.isEmpty()) {
            form.refuse(field, "form.required");
        }
        return chosen;
    }

    private static String motivation(Form form, String field) {
        String text = form.optional(field, MAX);
        if (text.length() < Competence.MOTIVATION) {
            form.refuse(field, "competence.short", Competence.MOTIVATION);
        }
        return text;
    }

    private static @Nullable LocalDate due(Visit visit, Form form) {
        String typed = form.text("due", 10);
        LocalDate today = visit.time().today();
        try {
            LocalDate due = LocalDate.parse(typed);
            if (!due.isBefore(today) && due.isBefore(today.plusYears(1))) {
                return due;
            }
        } catch (DateTimeParseException unreadable) {
            form.refuse("due", "competence.due");
            return null;
        }
        form.refuse("due", "competence.due");
        return null;
    }

    private Reply page(
            Visit visit,
            Head head,
            @Nullable String conflict,
            Map<String, String> values,
            List<Form.Error> errors,
            int status) {
        RecognitionStatus standing = RecognitionStatus.valueOf(head.status());
        var model = panel.model(visit, head.id(), head.partnership(), standing, values, errors)
                .await();
        return new Reply.View("competence/dossier", new Page(head.id(), head.company(), model, conflict), status);
    }

    private Head own(Visit visit) {
        Head head = head(visit);
        if (!scope(visit).handles(head.partnership())) {
            throw new Problem.NotFound();
        }
        return head;
    }

    private Head head(Visit visit) {
        Head head = CompetenceQueries.head(db.reads(), visit.params().id("id")).await();
        if (head == null) {
            throw new Problem.NotFound();
        }
        return head;
    }
}
