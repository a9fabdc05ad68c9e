package be.leermeester.portal.server;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Mounts the features' routes on Vert.x' router and keeps the access table.
public final class SiteRoutes implements Routes {

    /// One line of the access table.
    public record Entry(HttpMethod method, String path, Access access) {}

    private final Router router;
    private final Visits visits;
    private final Replies replies;
    private final VirtualThreads threads;
    private final String uploadFolder;
    private final List<Entry> entries = new ArrayList<>();

    SiteRoutes(Router router, Visits visits, Replies replies, VirtualThreads threads, String uploadFolder) {
        this.router = router;
        this.visits = visits;
        this.replies = replies;
        this.threads = threads;
        this.uploadFolder = uploadFolder;
    }

    @Override
    public void reads(String path, Access access, Function<Visit, Future<? extends Reply>> handler) {
        entries.add(new Entry(HttpMethod.GET, path, access));
        router.get(path).handler(context -> {
            access.check(Visits.identity(context));
            handler.apply(visits.of(context)).onComplete(reply -> send(context, reply), context::fail);
        });
    }

    @Override
    public void acts(HttpMethod method, String path, Access access, Function<Visit, ? extends Reply> handler) {
        entries.add(new Entry(method, path, access));
        if (method.equals(HttpMethod.GET)) {
            router.get(path).handler(context -> {
                access.check(Visits.identity(context));
                tell(context, handler);
            });
        } else {
            posts(method, path, access, Sent.MAX_FORM, BodyHandler.create(false), handler);
        }
    }

    @Override
    public void uploads(String path, Access access, long maxBytes, Function<Visit, ? extends Reply> handler) {
        entries.add(new Entry(HttpMethod.POST, path, access));
        BodyHandler files = BodyHandler.create(uploadFolder).setDeleteUploadedFilesOnEnd(true);
        posts(HttpMethod.POST, path, access, maxBytes, files, handler);
    }

    /// Who may not is refused before anything that was sent is read.
    private void posts(
            HttpMethod method,
            String path,
            Access access,
            long maxBytes,
            BodyHandler body,
            Function<Visit, ? extends Reply> handler) {
        router.route(method, path).handler(context -> {
            access.check(Visits.identity(context));
            Sent.begins(context, maxBytes);
        });
        router.route(method, path)
                .handler(body.setBodyLimit(maxBytes))
                .handler(Sent::hasArrived)
                .handler(Csrf::check)
                .handler(context -> tell(context, handler));
    }

    /// All routes with who may use them.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void tell(RoutingContext context, Function<Visit, ? extends Reply> handler) {
        Visit visit = visits.of(context);
        threads.<Reply>run(() -> handler.apply(visit)).onComplete(reply -> send(context, reply), context::fail);
    }

    private void send(RoutingContext context, Reply reply) {
        if (context.response().closed()) {
            return;
        }
        try {
            replies.send(context, reply);
        } catch (RuntimeException failure) {
            context.fail(failure);
        }
    }

    /// A change from a browser must carry the word that only our own pages know.
    private static final class Csrf {

        private Csrf() {}

        static void check(RoutingContext context) {
            String sessionId = Visits.sessionId(context);
            boolean byToken = context.request().getHeader("authorization") != null;
            if (!byToken && sessionId != null) {
                String given = context.request().getFormAttribute("csrf");
                if (given == null || !given.equals(Fingerprint.csrf(sessionId))) {
                    throw new Problem.Conflict("problem.csrf");
                }
            }
            context.next();
        }
    }
}
