package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.DossierPanel;
import be.leermeester.portal.dossier.DossierRow;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For a handler who comes from the work list: the dossier before and after it, and the mark that it was looked at.
final class NeighbourPanel implements DossierPanel {

    private final Db db;

    NeighbourPanel(Db db) {
        this.db = db;
    }

    /// @param place of this dossier in the list, from 1
    record Neighbours(
            @Nullable String previous, @Nullable String next, int place, int count, String list, String address) {}

    @Override
    public String template() {
        return "treatment/neighbours";
    }

    @Override
    public Future<? extends @Nullable Object> of(Visit visit, DossierRow dossier) {
        if (!DeedPages.scope(visit).handles(dossier.partnershipCode())) {
            return Future.succeededFuture(null);
        }
        String me = visit.identity().personId();
        var looked = db.inTransaction(connection ->
                WorkQueries.look(connection, me, dossier.id(), visit.time().now()));
        WorkFilter filter =
                visit.params().optional("list").flatMap(WorkFilter::parse).orElse(null);
        if (filter == null) {
            return looked.map(_ -> null);
        }
        var desk = new WorkQueries.Desk(me, DeedPages.scope(visit), visit.time().today());
        return looked.compose(_ -> WorkQueries.rows(db.reads(), filter, desk))
                .map(rows -> among(rows.stream().map(WorkQueries.Row::id).toList(), dossier.id(), filter));
    }

    private static Neighbours among(List<String> ids, String id, WorkFilter filter) {
        int place = ids.indexOf(id);
        return new Neighbours(
                place > 0 ? ids.get(place - 1) : null,
                place + 1 < ids.size() ? ids.get(place + 1) : null,
                place + 1,
                ids.size(),
                filter.carried(),
                filter.address().toString());
    }
}
