package be.leermeester.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;

/// Searches for pages and programs: [FindMaterials] off the event loop.
final class Searching {

    private final Vertx vertx;
    private final MaterialIndexing indexing;

    Searching(Vertx vertx, MaterialIndexing indexing) {
        this.vertx = vertx;
        this.indexing = indexing;
    }

    Future<Search.Found> find(Search search) {
        return vertx.executeBlocking(() -> indexing.find().find(search), false).map(Objects::requireNonNull);
    }

    Future<List<String>> suggest(String typed, Viewer viewer) {
        return vertx.executeBlocking(() -> indexing.find().suggest(typed, viewer), false)
                .map(Objects::requireNonNull);
    }

    /// The words of a question marked in texts, as HTML.
    Future<List<String>> marked(String typed, String language, List<String> texts) {
        return vertx.executeBlocking(() -> indexing.find().marked(typed, language, texts), false)
                .map(Objects::requireNonNull);
    }
}
