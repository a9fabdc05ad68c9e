package be.leermeester.portal.advice;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.advice.AdviceQueries.Item;
import be.leermeester.portal.advice.AdviceQueries.Said;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The part of a dossier's page where its handlers ask the social partners and deal with what they say.
public record AdvicePanel(Db db) implements DossierPanel {

    record Round(Item item, List<Said> said) {}

    /// @param canAsk whether it can go on the next list
    /// @param objections the ids of what is to be handled, as one word of a form; empty where there is nothing
    record Model(
            String dossier,
            boolean canAsk,
            String objections,
            boolean onHold,
            List<Round> rounds,
            Map<String, String> values,
            List<Form.Error> errors) {}

    @Override
    public String template() {
        return "advice/panel";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN)).handles(dossier.partnershipCode())
                ? model(visit, dossier.id(), dossier.status(), Map.of(), List.of())
                : Future.succeededFuture(null);
    }

    Future<@Nullable Model> model(
            Visit visit,
            String dossier,
            RecognitionStatus status,
            Map<String, String> values,
            List<Form.Error> errors) {
        var items = AdviceQueries.ofDossier(db.reads(), dossier, visit.time().now());
        var said = AdviceQueries.said(db.reads(), dossier);
        return Future.all(items, said).map(_ -> {
            boolean asks = AdviceLists.VOTED_ON.contains(status)
                    && items.result().stream()
                            .noneMatch(item ->
                                    item.state().equals("DRAFT") || item.state().equals("RUNNING"));
            String open = said.result().stream()
                    .filter(Said::open)
                    .map(Said::objection)
                    .collect(Collectors.joining(","));
            List<Round> rounds = items.result().stream()
                    .map(item -> new Round(
                            item,
                            said.result().stream()
                                    .filter(one -> one.listId().equals(item.listId()))
                                    .toList()))
                    .toList();
            return asks || !rounds.isEmpty()
                    ? new Model(dossier, asks, open, status == RecognitionStatus.ON_HOLD, rounds, values, errors)
                    : null;
        });
    }
}
