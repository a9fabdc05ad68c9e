package be.leermeester.search;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Subscriber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;

/// Learning materials: their text, the index of this server, searching, and the pages around it.
public final class SearchFeature implements Feature {

    /// The name under which deliveries to the index are kept.
    public static final String SUBSCRIBER = "material-indexing";

    private final MaterialIndexing indexing;
    private final List<Feature> parts;

    /// @param indexFolder this server's own, made anew from the database where it is lost or broken
    public SearchFeature(Vertx vertx, Db db, FileStore files, Path indexFolder) {
        indexing = new MaterialIndexing(vertx, db, files, indexFolder);
        Searching searching = new Searching(vertx, indexing);
        parts = List.of(
                new MaterialsApi(db, searching),
                new SearchPages(db, searching),
                new MaterialPages(vertx, db, searching, files));
    }

    /// Opens the index and brings it up to date in the background; the future completes when that is done. Fails where
    /// another process holds the folder.
    public Future<Void> start() {
        return indexing.start();
    }

    /// For `/health/ready`: succeeds when searches find everything; answers at once.
    public Future<Void> ready() {
        return indexing.ready();
    }

    /// Builds the index anew beside the running one, after [#start].
    public Future<Void> reindex() {
        return indexing.rebuild();
    }

    public Future<Void> close() {
        return indexing.close();
    }

    @Override
    public void mount(Routes routes) {
        parts.forEach(part -> part.mount(routes));
    }

    @Override
    public List<Subscriber> subscribers() {
        return List.of(indexing);
    }
}
