package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.AnswerQueries.Item;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.FileUpload;
import java.util.List;
import java.util.function.Supplier;

/// Answering what is missing, item by item, and handing the dossier in again (R5).
public final class AnswerPages implements Feature {

    private static final int MOST = 2000;

    private final Db db;
    private final HeldDossiers held;
    private final AnswerDossier answer;

    AnswerPages(Db db, AnswerDossier answer) {
        this.db = db;
        this.held = new HeldDossiers(db);
        this.answer = answer;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/recognitions/:id/answer";
        routes.acts(HttpMethod.GET, path, ApplicationPages.WRITERS, visit -> {
            DossierRow dossier = held.of(visit, Errand.Kind.COMPLETE);
            return dossier.status() == RecognitionStatus.INCOMPLETE
                    ? page(dossier, "", FormView.EMPTY)
                    : Reply.redirect("/recognitions/" + dossier.id());
        });
        routes.uploads(path, ApplicationPages.WRITERS, KeptFiles.MOST_SENT, this::save);
        routes.acts(HttpMethod.POST, "/recognitions/:id/resubmit", ApplicationPages.WRITERS, this::resubmit);
    }

    /// @param at the item whose form was sent; `""` where none was
    /// @param seen the number of the last change, as it is now
    record Page(DossierRow dossier, List<Item> items, String at, int seen, FormView form) {
        public String id() {
            return dossier.id();
        }

        /// Whether the form that was sent is one of those on the page.
        public boolean atItem() {
            return items.stream().anyMatch(item -> item.id().equals(at));
        }

        public boolean answered() {
            return items.stream().allMatch(Item::answered);
        }

        /// Whether there is still something to answer: not where somebody decided in the meantime.
        public boolean asked() {
            return dossier.status() == RecognitionStatus.INCOMPLETE;
        }
    }

    private Reply page(DossierRow dossier, String at, FormView form) {
        List<Item> items = AnswerQueries.items(db.reads(), dossier.id()).await();
        int seen = AnswerQueries.lastSeq(db.reads(), dossier.id()).await();
        return new Reply.View("application/answer", new Page(dossier, items, at, seen, form), form.status());
    }

    private Reply save(Visit visit) {
        DossierRow dossier = held.of(visit, Errand.Kind.COMPLETE);
        Form form = visit.form();
        int seen = seen(form);
        String item = form.given("item", 60);
        String said = form.optional("answer", MOST);
        FileUpload upload = KeptFiles.sent(visit.files(), "file");
        FileType type = upload == null ? null : PaperPages.checked(form, upload);
        if (upload == null && said.isEmpty()) {
            form.refuse("answer", "application.answer.required");
        }
        if (AnswerQueries.items(db.reads(), dossier.id()).await().stream()
                .noneMatch(asked -> asked.id().equals(item))) {
            form.refuse("answer", "application.answer.unknown");
        }
        if (!form.valid()) {
            return page(dossier, item, FormView.of(form));
        }
        AnswerDossier.Sent sent = upload == null || type == null ? null : new AnswerDossier.Sent(upload, type);
        return told(visit, form, item, () -> {
            answer.answer(dossier.id(), seen, item, said, sent, visit.identity().personId());
            return Reply.redirect("/recognitions/" + dossier.id() + "/answer");
        });
    }

    private Reply resubmit(Visit visit) {
        DossierRow dossier = held.of(visit, Errand.Kind.COMPLETE);
        Form form = visit.form();
        int seen = seen(form);
        List<Item> items = AnswerQueries.items(db.reads(), dossier.id()).await();
        String remark = items.isEmpty() ? form.text("remark", MOST) : form.optional("remark", MOST);
        if (!items.stream().allMatch(Item::answered)) {
            form.refuse("remark", "application.answer.all");
        }
        if (!form.valid()) {
            return page(dossier, "", FormView.of(form));
        }
        return told(visit, form, "", () -> {
            answer.resubmit(dossier.id(), seen, remark, visit.identity().personId());
            return Reply.redirect("/recognitions/" + dossier.id());
        });
    }

    /// Where somebody was first, the page says what happened, with everything typed still in it.
    private Reply told(Visit visit, Form form, String at, Supplier<Reply> act) {
        try {
            return act.get();
        } catch (Problem.Conflict first) {
            String said = visit.say(first.key(), first.arguments().toArray());
            return page(held.of(visit, Errand.Kind.COMPLETE), at, FormView.of(form, said));
        }
    }

    /// The number of the last change that was on the screen.
    static int seen(Form form) {
        String seen = form.given("seen", 9);
        if (!seen.matches("\\d{1,9}")) {
            throw new Problem.BadRequest("problem.field", "seen");
        }
        return Integer.parseInt(seen);
    }
}
