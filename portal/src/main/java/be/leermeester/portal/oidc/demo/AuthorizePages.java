package be.leermeester.portal.oidc.demo;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people see of the provider: choosing who to be, and having signed out.
final class AuthorizePages {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

    private final DemoProvider.Config config;
    private final Codes codes;
    private final ProviderViews views;

    AuthorizePages(DemoProvider.Config config, Codes codes, ProviderViews views) {
        this.config = config;
        this.codes = codes;
        this.views = views;
    }

    void mount(Router router) {
        router.route().handler(this::guard);
        router.route().handler(BodyHandler.create(false).setBodyLimit(65_536));
        router.get("/style.css")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "text/css; charset=utf-8")
                        .end(views.style()));
        router.get("/authorize").handler(this::show);
        router.post("/authorize").handler(this::choose);
        router.get("/logout").handler(context -> logout(context, context.queryParams()));
        router.post("/logout")
                .handler(context -> logout(context, context.request().formAttributes()));
    }

    /// Keeps out a page elsewhere that gave its own name this machine's loopback address.
    private void guard(RoutingContext context) {
        context.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (context.request().authority() == null
                || !HOSTS.contains(context.request().authority().host())) {
            context.response().setStatusCode(421).end();
        } else {
            context.next();
        }
    }

    private void show(RoutingContext context) {
        AuthorizeRequest request = AuthorizeRequest.of(context.queryParams());
        if (mayGoOn(context, request)) {
            page(context, 200, request.redirectUri(), views.choose(request, config.people()));
        }
    }

    private void choose(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        AuthorizeRequest request = AuthorizeRequest.of(form);
        if (!mayGoOn(context, request)) {
            return;
        }
        Optional<DemoPerson> chosen = config.people().stream()
                .filter(person -> person.username().equals(form.get("person")))
                .findFirst();
        if (chosen.isEmpty()) {
            page(context, 400, request.redirectUri(), views.choose(request, config.people()));
        } else {
            String code = codes.issue(request.grantTo(chosen.get()));
            redirect(context, request.redirectUri(), "code", code, request.state());
        }
    }

    /// Answers what cannot go on: to the person when the portal is not who it says, to the portal otherwise.
    private boolean mayGoOn(RoutingContext context, AuthorizeRequest request) {
        if (!request.comesFrom(config.client())) {
            page(context, 400, null, views.unknownAddress(request.language()));
            return false;
        }
        Optional<String> error = request.error();
        error.ifPresent(code -> redirect(context, request.redirectUri(), "error", code, request.state()));
        return error.isEmpty();
    }

    private void logout(RoutingContext context, MultiMap sent) {
        Locale language = AuthorizeRequest.of(sent).language();
        String returnTo = sent.get("post_logout_redirect_uri");
        if (returnTo == null) {
            page(context, 200, null, views.signedOut(language));
        } else if (new RedirectAddresses(config.client().logoutAddresses()).allow(returnTo)) {
            redirect(context, returnTo, null, "", sent.get("state"));
        } else {
            page(context, 400, null, views.unknownAddress(language));
        }
    }

    private static void redirect(
            RoutingContext context, String address, @Nullable String name, String value, @Nullable String state) {
        QueryStringEncoder target = new QueryStringEncoder(address);
        if (name != null) {
            target.addParam(name, value);
        }
        if (state != null) {
            target.addParam("state", state);
        }
        context.response()
                .setStatusCode(303)
                .putHeader("Location", target.toString())
                .end();
    }

    /// A browser holds the redirect after a form to `form-action` too, so the portal's origin stands in it.
    private static void page(RoutingContext context, int status, @Nullable String goingTo, String html) {
        String formAction = goingTo == null ? "'none'" : "'self' " + RedirectAddresses.origin(goingTo);
        HttpServerResponse response = context.response();
        response.setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
                                + formAction)
                .end(html);
    }
}
