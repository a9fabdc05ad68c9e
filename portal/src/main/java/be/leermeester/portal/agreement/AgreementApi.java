package be.leermeester.portal.agreement;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.agreement.AgreementQueries.Slice;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;

/// `GET /api/v1/agreements`: the agreements that whoever asks may see, by id. For a past day: as known at its end.
public final class AgreementApi implements Feature {

    private static final String PATH = "/api/v1/agreements";

    private final Db db;

    public AgreementApi(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, AgreementPages.READERS, this::list);
    }

    private Future<Reply> list(Visit visit) {
        AgreementFilter filter = AgreementFilter.of(visit.params()).sortedBy(AgreementFilter.Sort.ID);
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        int size = visit.params().number("size", 100, 1, 1_000);
        Slice slice = new Slice(size + 1, 0, visit.params().text("after"), false);
        var counts = AgreementQueries.counts(db.reads(), filter, scope, today);
        var items = AgreementQueries.items(db.reads(), filter, scope, today, slice);
        return Future.all(counts, items)
                .map(_ -> new Reply.Json(
                        answer(items.result(), Agreements.total(counts.result(), filter), filter, size)));
    }

    private static JsonObject answer(List<JsonObject> items, long total, AgreementFilter filter, int size) {
        boolean more = items.size() > size;
        List<JsonObject> page = more ? items.subList(0, size) : items;
        String next = more
                ? filter.sortedBy(AgreementFilter.Sort.NEWEST)
                        .at(PATH)
                        .with("size", size)
                        .with("after", page.getLast().getString("agreementId"))
                        .toString()
                : null;
        return new JsonObject()
                .put("items", new JsonArray(page))
                .put("total", total)
                .put("next", next);
    }
}
