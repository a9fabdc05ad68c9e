package be.leermeester.search;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Search for programs and for the search box itself. Public materials need no account.
final class MaterialsApi implements Feature {

    private static final int HITS = 20;

    private final Db db;
    private final Searching searching;

    MaterialsApi(Db db, Searching searching) {
        this.db = db;
        this.searching = searching;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/api/v1/materials", Access.anyone(), this::list);
        routes.reads("/api/v1/materials/suggest", Access.anyone(), this::suggest);
    }

    private Future<Reply> list(Visit visit) {
        Search search = Asked.search(visit, HITS);
        return searching
                .find(search)
                .compose(found -> Labels.of(visit, db.reads(), found.facets())
                        .map(labels -> new Reply.Json(new JsonObject()
                                .put("total", found.total())
                                .put("loosened", found.loosened())
                                .put("hits", hits(visit, search, found.hits()))
                                .put("facets", facets(found.facets(), labels)))));
    }

    private Future<Reply> suggest(Visit visit) {
        return searching
                .suggest(visit.params().text("q"), Viewer.of(visit.visitor()))
                .map(suggestions -> new Reply.Json(new JsonObject().put("suggestions", new JsonArray(suggestions))));
    }

    private static JsonArray hits(Visit visit, Search search, List<Search.Hit> hits) {
        JsonArray array = new JsonArray();
        for (Search.Hit hit : hits) {
            MaterialCard card = hit.card();
            array.add(new JsonObject()
                    .put("id", card.id())
                    .put("title", card.title())
                    .put("url", Asked.address(hit, search.typed()))
                    .put("snippet", hit.snippet())
                    .put("page", hit.page())
                    .put("score", hit.score())
                    .put("description", card.description())
                    .put("language", card.language())
                    .put("kind", card.kind())
                    .put("audience", card.audience())
                    .put("level", card.level())
                    .put("programmes", new JsonArray(card.programmes()))
                    .put("sector", card.partnership())
                    .put("keywords", new JsonArray(card.keywords()))
                    .put("licence", card.licence())
                    .put("author", card.author())
                    .put("version", card.version())
                    .put("reviewBy", text(card.reviewBy()))
                    .put("overdue", card.isOverdue(visit.time().today())));
        }
        return array;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static JsonObject facets(Map<Facet, List<Search.Count>> facets, Labels labels) {
        JsonObject object = new JsonObject();
        facets.forEach((facet, counts) -> {
            JsonArray values = new JsonArray();
            counts.forEach(count -> values.add(new JsonObject()
                    .put("value", count.value())
                    .put("label", labels.of(facet, count.value()))
                    .put("count", count.count())));
            object.put(facet.parameter(), values);
        });
        return object;
    }
}
