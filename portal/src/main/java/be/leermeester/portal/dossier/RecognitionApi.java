package be.leermeester.portal.dossier;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.dossier.RecognitionQueries.Slice;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;

/// `GET /api/v1/recognitions`: the dossiers that whoever asks may see, by id. For a past day: as known at its end.
public final class RecognitionApi implements Feature {

    private static final String PATH = "/api/v1/recognitions";

    private final Db db;

    public RecognitionApi(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, DossierPages.READERS, this::list);
    }

    private Future<Reply> list(Visit visit) {
        RecognitionFilter filter = RecognitionFilter.of(visit.params()).sortedBy(RecognitionFilter.Sort.ID);
        Scope scope = Scope.of(visit.identity());
        LocalDate today = visit.time().today();
        int size = visit.params().number("size", 100, 1, 1_000);
        Slice slice = new Slice(size + 1, 0, visit.params().text("after"));
        var counts = RecognitionQueries.counts(db.reads(), filter, scope, today);
        var items = RecognitionApiQueries.items(db.reads(), filter, scope, today, slice);
        return Future.all(counts, items).map(_ -> {
            long total = Dossiers.total(counts.result(), filter);
            return new Reply.Json(answer(items.result(), total, filter, size));
        });
    }

    private static JsonObject answer(List<JsonObject> items, long total, RecognitionFilter filter, int size) {
        boolean more = items.size() > size;
        List<JsonObject> page = more ? items.subList(0, size) : items;
        String next = more
                ? filter.sortedBy(RecognitionFilter.Sort.NEWEST)
                        .at(PATH)
                        .with("size", size)
                        .with("after", page.getLast().getString("applicationId"))
                        .toString()
                : null;
        return new JsonObject()
                .put("items", new JsonArray(page))
                .put("total", total)
                .put("next", next);
    }
}
