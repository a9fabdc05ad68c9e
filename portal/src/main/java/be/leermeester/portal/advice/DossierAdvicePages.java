package be.leermeester.portal.advice;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.http.HttpMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The advice about one dossier, apart from its page: where the forms of [AdvicePanel] go, and come back to when
/// something is not in order.
public final class DossierAdvicePages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final String PATH = "/recognitions/:id/advice";
    private static final int MAX = 2000;

    record Page(
            String dossier,
            String company,
            AdvicePanel.@Nullable Model panel,
            @Nullable String conflict) {}

    private final Db db;
    private final AdviceLists lists;
    private final Voices voices;
    private final AdvicePanel panel;

    DossierAdvicePages(Db db, AdviceLists lists, Voices voices) {
        this.db = db;
        this.lists = lists;
        this.voices = voices;
        this.panel = new AdvicePanel(db);
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, HANDLERS, this::show);
        routes.acts(HttpMethod.POST, PATH, HANDLERS, this::put);
        routes.acts(HttpMethod.POST, PATH + "/objections", HANDLERS, this::handle);
    }

    private Reply show(Visit visit) {
        return Reply.view("advice/dossier", page(visit, null, Map.of(), List.of()));
    }

    private Reply put(Visit visit) {
        String dossier = own(visit).id();
        Form form = visit.form();
        String note = form.optional("note", MAX);
        if (!form.valid()) {
            return again(visit, null, form, 422);
        }
        return tell(
                visit,
                form,
                () -> db.transact(connection -> {
                    lists.put(connection, dossier, note, visit.identity().personId());
                    return true;
                }));
    }

    private Reply handle(Visit visit) {
        String dossier = own(visit).id();
        Form form = visit.form();
        List<String> seen = List.of(form.given("objections", MAX).split(","));
        String answer = form.text("answer", MAX);
        boolean resume = form.ticked("resume");
        if (form.valid() && answer.length() < Voices.MOTIVATION) {
            form.refuse("answer", "advice.reason.short", Voices.MOTIVATION);
        }
        if (!form.valid()) {
            return again(visit, null, form, 422);
        }
        String handler = visit.identity().personId();
        return tell(
                visit,
                form,
                () -> db.transact(connection -> {
                    voices.handle(connection, dossier, seen, answer, resume, handler);
                    return true;
                }));
    }

    private Reply tell(Visit visit, Form form, Runnable act) {
        try {
            db.transact(lists::closeDue);
            act.run();
            return Reply.redirect("/recognitions/" + visit.params().id("id"));
        } catch (Problem.Conflict conflict) {
            return again(visit, visit.say(conflict.key(), conflict.arguments().toArray()), form, 409);
        }
    }

    private Reply again(Visit visit, @Nullable String conflict, Form form, int status) {
        return new Reply.View("advice/dossier", page(visit, conflict, form.values(), form.errors()), status);
    }

    private Page page(Visit visit, @Nullable String conflict, Map<String, String> values, List<Form.Error> errors) {
        AdviceQueries.Head head = own(visit);
        return new Page(
                head.id(),
                head.company(),
                panel.model(visit, head.id(), RecognitionStatus.valueOf(head.status()), values, errors)
                        .await(),
                conflict);
    }

    /// The dossier, of a partnership whose work is this person's.
    private AdviceQueries.Head own(Visit visit) {
        AdviceQueries.Head head =
                AdviceQueries.head(db.reads(), visit.params().id("id")).await();
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
        if (head == null || !scope.handles(head.partnership())) {
            throw new Problem.NotFound();
        }
        return head;
    }
}
