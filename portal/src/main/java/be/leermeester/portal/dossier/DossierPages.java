package be.leermeester.portal.dossier;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page of a dossier: everything about it at a glance.
public final class DossierPages implements Feature {

    /// Who sees rows of dossiers at all; [Scope] says which.
    static final Access READERS = Access.roles(Role.COMPANY, Role.SCHOOL, Role.HANDLER, Role.ADMIN);

    private final Db db;
    private final List<DossierPanel> panels;

    public DossierPages(Db db, List<DossierPanel> panels) {
        this.db = db;
        this.panels = List.copyOf(panels);
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/recognitions/:id", READERS, this::show);
    }

    private Future<Reply> show(Visit visit) {
        String id = visit.params().id("id");
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        return RecognitionQueries.one(db.reads(), id, scope, today).compose(dossier -> {
            if (dossier == null) {
                throw new Problem.NotFound();
            }
            return filled(visit, dossier)
                    .compose(parts -> view(dossier, scope, today, visit.say("dossier.advisor"), parts))
                    .map(view -> Reply.view("dossier/show", view));
        });
    }

    private Future<List<DossierPanel.Filled>> filled(Visit visit, DossierRow dossier) {
        List<Future<Optional<DossierPanel.Filled>>> parts = panels.stream()
                .map(panel -> panel.of(visit, dossier)
                        .map(model -> Optional.<Object>ofNullable(model)
                                .map(found -> new DossierPanel.Filled(panel.template(), found))))
                .toList();
        return Future.all(parts)
                .map(_ -> parts.stream().flatMap(part -> part.result().stream()).toList());
    }

    private Future<DossierView> view(
            DossierRow dossier, Scope scope, LocalDate today, String advisor, List<DossierPanel.Filled> panels) {
        SqlClient reads = db.reads();
        String id = dossier.id();
        boolean handler = scope.handles(dossier.partnershipCode());
        boolean party = handler || scope.isCompany(dossier.company().number());
        var history = DossierQueries.history(reads, id)
                .map(steps -> steps.stream()
                        .map(step -> step.advisor() && !handler ? step.by(advisor) : step)
                        .toList());
        var mentors = DossierQueries.mentors(reads, id, today);
        var agreements = DossierQueries.agreements(reads, id, scope, today);
        var renewals = DossierQueries.renewals(reads, id);
        Future<@Nullable List<DossierQueries.Contact>> contacts =
                handler ? DossierQueries.contacts(reads, id).map(found -> found) : Future.succeededFuture(null);
        Future<@Nullable List<DossierQueries.Appeal>> appeals =
                party ? DossierQueries.appeals(reads, id).map(found -> found) : Future.succeededFuture(null);
        return Future.all(history, mentors, agreements, renewals, contacts, appeals)
                .map(_ -> new DossierView(
                        dossier,
                        OutlookView.of(dossier.outlook(today)),
                        history.result().isEmpty() ? null : history.result().getLast(),
                        DossierView.Clock.of(dossier, history.result(), today),
                        history.result().reversed(),
                        mentors.result(),
                        agreements.result(),
                        contacts.result(),
                        renewals.result(),
                        appeals.result(),
                        panels));
    }
}
