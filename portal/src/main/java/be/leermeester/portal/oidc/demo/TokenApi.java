package be.leermeester.portal.oidc.demo;

import static java.util.Objects.requireNonNullElse;

import be.leermeester.portal.oidc.Pkce;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What programs see of the provider: its description, its keys, and tokens.
final class TokenApi {

    private static final String PASSWORD_SCOPE = "openid profile";

    private final DemoProvider.Config config;
    private final Codes codes;
    private final Tokens tokens;

    TokenApi(DemoProvider.Config config, Codes codes, Tokens tokens) {
        this.config = config;
        this.codes = codes;
        this.tokens = tokens;
    }

    void mount(Router router) {
        router.get("/.well-known/openid-configuration").handler(context -> context.json(description()));
        router.get("/jwks")
                .handler(context -> context.json(new JsonObject()
                        .put("keys", new JsonArray().add(tokens.key().jwk()))));
        router.post("/token").handler(this::token);
        router.get("/userinfo").handler(this::userinfo);
        router.post("/userinfo").handler(this::userinfo);
    }

    private JsonObject description() {
        String issuer = tokens.issuer();
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/authorize")
                .put("token_endpoint", issuer + "/token")
                .put("userinfo_endpoint", issuer + "/userinfo")
                .put("end_session_endpoint", issuer + "/logout")
                .put("jwks_uri", issuer + "/jwks")
                .put("response_types_supported", List.of("code"))
                .put("grant_types_supported", List.of("authorization_code", "password"))
                .put("subject_types_supported", List.of("public"))
                .put("id_token_signing_alg_values_supported", List.of("RS256"))
                .put("code_challenge_methods_supported", List.of("S256"))
                .put("scopes_supported", List.of("openid", "profile", "email"))
                .put("ui_locales_supported", List.of("nl", "en"))
                .put(
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post", "none"));
    }

    private void token(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        Optional<ClientCredentials> credentials =
                ClientCredentials.of(context.request().getHeader("Authorization"), form);
        boolean authenticated =
                credentials.map(given -> given.areOf(config.client())).orElse(false);
        String grantType = form.get("grant_type");
        if ("authorization_code".equals(grantType) && authenticated) {
            redeem(context, form);
        } else if ("password".equals(grantType) && (authenticated || credentials.isEmpty())) {
            // Whoever can reach loopback may be anyone here, so a program need not know the portal's secret.
            password(context, form);
        } else if ("authorization_code".equals(grantType) || "password".equals(grantType)) {
            context.response().putHeader("WWW-Authenticate", "Basic realm=\"token\"");
            error(context, 401, "invalid_client", "the client's id or secret is wrong");
        } else {
            error(context, 400, "unsupported_grant_type", "authorization_code or password");
        }
    }

    private void redeem(RoutingContext context, MultiMap form) {
        String verifier = requireNonNullElse(form.get("code_verifier"), "");
        Optional<Codes.Grant> grant = codes.redeem(requireNonNullElse(form.get("code"), ""))
                .filter(found -> found.redirectUri().equals(form.get("redirect_uri")))
                .filter(found -> Pkce.same(Pkce.challenge(verifier), found.codeChallenge()));
        if (grant.isEmpty()) {
            error(context, 400, "invalid_grant", "the code is unknown, used, expired or not proved");
        } else {
            answer(
                    context,
                    grant.get().person(),
                    grant.get().scope(),
                    grant.get().nonce());
        }
    }

    private void password(RoutingContext context, MultiMap form) {
        Optional<DemoPerson> named = config.people().stream()
                .filter(person -> person.username().equals(form.get("username")) && form.contains("password"))
                .findFirst();
        if (named.isEmpty()) {
            error(context, 400, "invalid_grant", "a demo person's username and any password");
        } else {
            answer(context, named.get(), requireNonNullElse(form.get("scope"), PASSWORD_SCOPE), null);
        }
    }

    private void answer(RoutingContext context, DemoPerson person, String scope, @Nullable String nonce) {
        JsonObject answer = new JsonObject()
                .put("access_token", tokens.accessToken(person, scope))
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFE.toSeconds())
                .put("scope", scope);
        if (Arrays.asList(scope.split(" ")).contains("openid")) {
            answer.put("id_token", tokens.idToken(person, nonce));
        }
        context.json(answer);
    }

    private void userinfo(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        Optional<DemoPerson> person = authorization != null && authorization.startsWith("Bearer ")
                ? tokens.person(authorization.substring("Bearer ".length()))
                : Optional.empty();
        if (person.isEmpty()) {
            context.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            error(context, 401, "invalid_token", "no token of ours, or an expired one");
        } else {
            context.json(tokens.describe(person.get()));
        }
    }

    private static void error(RoutingContext context, int status, String code, String description) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("error", code).put("error_description", description));
    }
}
