package be.leermeester.portal.server;

import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The HTTP server: what happens to every request before a feature's handler sees it.
public final class Server {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /// What the server is made of; all of it shared by its event loops.
    public record Parts(
            Vertx vertx,
            Visits visits,
            Replies replies,
            Visitors visitors,
            Assets assets,
            VirtualThreads threads,
            Time time,
            Ids ids) {}

    private final Parts parts;
    private final Router router;
    private final SiteRoutes routes;

    /// @param signInOrigin the origin of the sign-in provider, where sign-out forms may lead
    public Server(Parts parts, URI publicUrl, String signInOrigin, String uploadFolder, List<Feature> features) {
        this.parts = parts;
        this.router = Router.router(parts.vertx());
        this.routes = new SiteRoutes(router, parts.visits(), parts.replies(), parts.threads(), uploadFolder);
        ErrorPages errors = new ErrorPages(parts.visits().messages(), parts.replies(), parts.ids());
        router.route().handler(new Headers(publicUrl, signInOrigin)::add);
        router.get("/assets/*").handler(parts.assets()::serve);
        router.get("/sign-in*").handler(new RateLimit(60, parts.time())::check);
        RateLimit searching = new RateLimit(600, parts.time());
        router.get("/materials").handler(searching::check);
        router.get("/api/v1/materials*").handler(searching::check);
        router.route().handler(this::recognise);
        features.forEach(feature -> feature.mount(routes));
        router.route().handler(errors::notFound);
        router.route().failureHandler(errors::handle);
        router.errorHandler(500, errors::handle);
    }

    /// Listens on every event loop; answers the port. Fails where the port is taken.
    public Future<Integer> listen(String host, int port) {
        int loops = port == 0 ? 1 : Runtime.getRuntime().availableProcessors();
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setCompressionSupported(true)
                // No browser asks for it, and Java's client stumbled over long pages after the upgrade.
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(8 * 1024)
                .setMaxFormAttributeSize((int) Sent.MAX_FORM)
                .setIdleTimeout(120);
        Listening first = new Listening(options);
        return parts.vertx()
                .deployVerticle(() -> first, new DeploymentOptions())
                .compose(_ -> loops == 1
                        ? Future.succeededFuture()
                        : parts.vertx()
                                .deployVerticle(
                                        () -> new Listening(options), new DeploymentOptions().setInstances(loops - 1)))
                .map(_ -> first.port());
    }

    /// The access table.
    public List<SiteRoutes.Entry> routes() {
        return routes.entries();
    }

    /// What cannot be decoded never comes to the router, which would write a stack trace to the log for it.
    private void route(HttpServerRequest request) {
        if (request.uri() == null || BROKEN_ESCAPE.matcher(request.uri()).find()) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("content-type", "text/plain; charset=utf-8")
                    .end("Dit adres kunnen we niet lezen. We cannot read this address.\n");
        } else {
            router.handle(request);
        }
    }

    private void recognise(RoutingContext context) {
        String authorization = context.request().getHeader("authorization");
        String sessionId = Visits.sessionId(context);
        if (authorization != null && authorization.startsWith("Bearer ")) {
            arrive(context, parts.visitors().byToken(authorization.substring(7)));
        } else if (sessionId != null) {
            arrive(context, parts.visitors().bySession(sessionId));
        } else {
            context.next();
        }
    }

    /// What is known already costs no turn of the loop; else the body waits until we know whose it is.
    private static void arrive(RoutingContext context, Future<? extends @Nullable Identity> found) {
        if (!found.isComplete()) {
            context.request().pause();
            found.onComplete(_ -> {
                context.request().resume();
                proceed(context, found);
            });
        } else {
            proceed(context, found);
        }
    }

    private static void proceed(RoutingContext context, Future<? extends @Nullable Identity> found) {
        if (found.succeeded()) {
            Visits.arrive(context, found.result());
            context.next();
        } else {
            context.fail(found.cause());
        }
    }

    private final class Listening extends VerticleBase {
        private final HttpServerOptions options;
        private int port;

        Listening(HttpServerOptions options) {
            this.options = options;
        }

        int port() {
            return port;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer(options)
                    .requestHandler(Server.this::route)
                    .listen()
                    .map(HttpServer::actualPort)
                    .onSuccess(actual -> port = actual);
        }
    }
}
