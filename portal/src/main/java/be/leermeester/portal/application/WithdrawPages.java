package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.mandate.Errand;
import io.vertx.core.http.HttpMethod;

/// Giving up an application that is not decided yet, after asking.
public final class WithdrawPages implements Feature {

    private static final int MOST = 500;

    private final Db db;
    private final HeldDossiers held;
    private final AnswerDossier answer;

    WithdrawPages(Db db, AnswerDossier answer) {
        this.db = db;
        this.held = new HeldDossiers(db);
        this.answer = answer;
    }

    @Override
    public void mount(Routes routes) {
        String path = "/recognitions/:id/withdraw";
        routes.acts(
                HttpMethod.GET,
                path,
                ApplicationPages.WRITERS,
                visit -> page(held.of(visit, Errand.Kind.FILE), FormView.EMPTY));
        routes.acts(HttpMethod.POST, path, ApplicationPages.WRITERS, this::withdraw);
    }

    record Page(DossierRow dossier, int seen, FormView form) {
        public String id() {
            return dossier.id();
        }

        public boolean open() {
            return ApplicantPanel.OPEN.contains(dossier.status());
        }
    }

    private Reply page(DossierRow dossier, FormView form) {
        int seen = AnswerQueries.lastSeq(db.reads(), dossier.id()).await();
        return new Reply.View("application/withdraw", new Page(dossier, seen, form), form.status());
    }

    private Reply withdraw(Visit visit) {
        DossierRow dossier = held.of(visit, Errand.Kind.FILE);
        Form form = visit.form();
        int seen = AnswerPages.seen(form);
        String remark = form.optional("remark", MOST);
        if (!form.valid()) {
            return page(dossier, FormView.of(form));
        }
        try {
            answer.withdraw(dossier.id(), seen, remark, visit.identity().personId());
            return Reply.redirect("/recognitions/" + dossier.id());
        } catch (Problem.Conflict first) {
            String said = visit.say(first.key(), first.arguments().toArray());
            return page(held.of(visit, Errand.Kind.FILE), FormView.of(form, said));
        }
    }
}
