package be.leermeester.portal.competence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.competence.CompetenceQueries.Request;
import be.leermeester.portal.competence.CompetenceQueries.Transfer;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of a dossier's page that says who is competent: to everybody which partnership handed it over and why, to
/// its handlers how to hand it over or ask another, to who is asked the question.
public record CompetencePanel(Db db) implements DossierPanel {

    /// @param partnerships to choose from; empty for who cannot
    /// @param requests the questions that this visitor may read
    /// @param mine the open question to this visitor's partnership
    record Model(
            String dossier,
            String partnership,
            List<Transfer> transfers,
            List<Request> requests,
            @Nullable Request mine,
            List<Option> partnerships,
            List<Option> others,
            Map<String, String> values,
            List<Form.Error> errors) {}

    @Override
    public String template() {
        return "competence/panel";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        return model(visit, dossier.id(), dossier.partnershipCode(), dossier.status(), Map.of(), List.of());
    }

    Future<@Nullable Model> model(
            Visit visit,
            String dossier,
            String partnership,
            RecognitionStatus status,
            Map<String, String> values,
            List<Form.Error> errors) {
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
        boolean own = scope.handles(partnership);
        var transfers = CompetenceQueries.transfers(db.reads(), dossier);
        var requests = CompetenceQueries.requests(db.reads(), dossier);
        var names = Partnerships.load(db.reads());
        return Future.all(transfers, requests, names).map(_ -> {
            List<Request> readable = requests.result().stream()
                    .filter(request -> own || (scope.handles(request.askedCode()) && request.answeredAt() == null))
                    .toList();
            Request mine = readable.stream()
                    .filter(request -> request.answeredAt() == null && scope.handles(request.askedCode()))
                    .findFirst()
                    .orElse(null);
            boolean acts = own && status.isOpen();
            if (transfers.result().isEmpty() && readable.isEmpty() && !acts) {
                return null;
            }
            Map<String, String> others = new LinkedHashMap<>(names.result().names());
            others.remove(partnership);
            String choose = visit.say("competence.choose");
            return new Model(
                    dossier,
                    partnership,
                    transfers.result(),
                    readable,
                    mine,
                    acts ? Option.of(choose, others, values.getOrDefault("to", "")) : List.of(),
                    acts ? Option.of(choose, others, values.getOrDefault("asked", "")) : List.of(),
                    values,
                    errors);
        });
    }
}
