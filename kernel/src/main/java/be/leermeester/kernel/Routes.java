package be.leermeester.kernel;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.function.Function;

/// The two ways to mount a route (architecture.md, "How it runs"). Paths are those of Vert.x: `/company/:number`.
public interface Routes {

    /// A page or answer that is a query or two and a template: runs on the event loop and must not block.
    void reads(String path, Access access, Function<Visit, Future<? extends Reply>> handler);

    /// Something told in straight lines on a virtual thread (`Future.await()`): whatever changes something, and the
    /// reading pages that are clearer that way. POST, PUT and DELETE from a browser are checked for CSRF before it.
    void acts(HttpMethod method, String path, Access access, Function<Visit, ? extends Reply> handler);

    /// As [#acts], for a form with files of at most `maxBytes` together; they are on disk when the handler runs and
    /// gone after it.
    void uploads(String path, Access access, long maxBytes, Function<Visit, ? extends Reply> handler);
}
