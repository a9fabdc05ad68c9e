package be.leermeester.portal.oidc;

import static be.leermeester.portal.oidc.DemoSetup.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.portal.oidc.demo.DemoProvider;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDownTest {

    private static final String RETURN = "http://127.0.0.1:8080/sign-in/return";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    @Test
    void a_provider_that_is_down_is_found_once_it_is_up(@TempDir Path keys) {
        HttpServer taken = serve(request -> {});
        get(taken.close());
        OidcClient client = client(taken);
        assertUnavailable(client);

        get(DemoProvider.start(vertx, DemoSetup.config(taken.actualPort(), keys, null, InstantSource.system())));
        assertThat(get(client.begin(RETURN, null)).address()).contains("code_challenge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<h1>Onderhoud</h1>",
                "[]",
                "{}",
                "{\"issuer\":3}",
                "{\"issuer\":\"http://elsewhere\"}",
                "{\"error\":{}}",
                "{\"authorization_endpoint\":[]}",
                "{\"grant_types_supported\":7}"
            })
    void a_provider_that_answers_nonsense_is_unavailable(String nonsense) {
        assertUnavailable(client(serve(request -> json(request).end(nonsense))));
        assertUnavailable(
                client(serve(request -> request.response().setStatusCode(503).end(nonsense))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>Onderhoud</h1>", "{}", "{\"keys\":7}", "[]"})
    void a_provider_without_readable_keys_is_unavailable(String keys) {
        assertUnavailable(client(serve(request -> {
            String issuer = "http://" + request.authority();
            String description = description(issuer).encode();
            json(request).end(request.path().equals("/jwks") ? keys : description);
        })));
    }

    @Test
    void a_provider_without_any_key_proves_no_token() {
        OidcClient client = client(serve(request -> {
            String description = description("http://" + request.authority()).encode();
            json(request).end(request.path().equals("/jwks") ? "{\"keys\":[]}" : description);
        }));
        assertThatThrownBy(() -> get(client.verifyBearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZW50b3IifQ")))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void a_provider_that_never_answers_is_unavailable() {
        assertUnavailable(client(serve(request -> {})));
    }

    @Test
    void a_token_endpoint_that_fails_is_not_the_persons_fault() {
        OidcClient client = client(serve(request -> {
            if (request.path().equals("/token")) {
                request.response().setStatusCode(500).end("<h1>Oei</h1>");
            } else {
                String description =
                        description("http://" + request.authority()).encode();
                json(request).end(request.path().equals("/jwks") ? "{\"keys\":[]}" : description);
            }
        }));
        SignInAttempt attempt = get(client.begin(RETURN, null)).attempt();
        assertThatThrownBy(() -> get(client.redeem(attempt, attempt.state(), "code")))
                .isInstanceOf(SignInUnavailable.class);
    }

    private void assertUnavailable(OidcClient client) {
        assertThatThrownBy(() -> get(client.begin(RETURN, null))).isInstanceOf(SignInUnavailable.class);
        assertThatThrownBy(() -> get(client.verifyBearer("a.b.c"))).isInstanceOf(SignInUnavailable.class);
    }

    private OidcClient client(HttpServer server) {
        return DemoSetup.client(vertx, "http://127.0.0.1:" + server.actualPort(), InstantSource.system());
    }

    private HttpServer serve(Handler<HttpServerRequest> answer) {
        return get(vertx.createHttpServer().requestHandler(answer).listen(0, "127.0.0.1"));
    }

    private static HttpServerResponse json(HttpServerRequest request) {
        return request.response().putHeader("Content-Type", "application/json");
    }

    private static JsonObject description(String issuer) {
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/authorize")
                .put("token_endpoint", issuer + "/token")
                .put("jwks_uri", issuer + "/jwks");
    }
}
