package be.leermeester.portal.oidc.demo;

import static be.leermeester.portal.oidc.DemoSetup.RETURN;
import static be.leermeester.portal.oidc.DemoSetup.get;
import static be.leermeester.portal.oidc.SmallBrowser.encoded;
import static be.leermeester.portal.oidc.SmallBrowser.location;
import static be.leermeester.portal.oidc.SmallBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.portal.oidc.DemoSetup;
import be.leermeester.portal.oidc.Pkce;
import be.leermeester.portal.oidc.SmallBrowser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoProviderTest {

    private final Vertx vertx = Vertx.vertx();
    private final SmallBrowser browser = new SmallBrowser();
    private final String verifier = Pkce.secret();

    @TempDir
    private Path keys;

    private DemoProvider provider;

    @BeforeEach
    void start() {
        provider = get(DemoProvider.start(vertx, DemoSetup.config(0, keys, null, InstantSource.system())));
    }

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    @Test
    void the_page_has_one_button_per_person_with_their_role() {
        HttpResponse<String> page = authorize(Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"nl\">", "Als wie meldt u zich aan?")
                .contains("value=\"mentor\"", "Mia Peeters", "Mentor bij Bakkerij Aerts", "value=\"company\"")
                .doesNotContain("<b>", "<script", "style=");
        assertThat(authorize(Map.of("ui_locales", "en")).body())
                .contains("<html lang=\"en\">", "Who do you want to be?");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' http://127.0.0.1");
        assertThat(browser.get(provider.issuer() + "/style.css").body()).contains("prefers-color-scheme");
    }

    @Test
    void what_stands_in_the_address_is_text_on_the_page() {
        String nasty = "\"><script>alert('x')</script>";
        HttpResponse<String> page = authorize(Map.of("state", nasty, "nonce", nasty, "ui_locales", nasty));
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script");
        String back = location(browser.submit(page, Map.of("person", "mentor")));
        assertThat(query(back)).containsEntry("state", nasty);
        HttpResponse<String> refused = authorize(Map.of("redirect_uri", nasty, "client_id", nasty));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/sign-in/return",
                "http://127.0.0.1/sign-in/return/",
                "http://127.0.0.1/sign-in/return?x=1",
                "http://127.0.0.1@evil.example/sign-in/return",
                "http://127.0.0.1:80@evil.example/sign-in/return",
                "http://user@127.0.0.1:8080/sign-in/return",
                "http://localhost/sign-in/return",
                "javascript:alert(1)",
                "http://127.0.0.1/sign-in/return\r\nX: y",
                ""
            })
    void a_return_address_that_is_not_registered_gets_a_page_and_no_redirect(String address) {
        String logout = encoded(Map.of("post_logout_redirect_uri", address));
        for (HttpResponse<String> answer : List.of(
                authorize(Map.of("redirect_uri", address)),
                browser.post(provider.issuer() + "/authorize", asked(Map.of("redirect_uri", address))),
                browser.get(provider.issuer() + "/logout?" + logout))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).contains("Deze link klopt niet");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "scope, profile, invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request",
        "prompt, none, login_required"
    })
    void what_the_portal_asks_wrongly_it_is_told(String parameter, String value, String error) {
        String back = location(authorize(Map.of(parameter, value, "state", "s")));
        assertThat(back).startsWith(RETURN + "?");
        assertThat(query(back)).containsEntry("error", error).containsEntry("state", "s");
    }

    @Test
    void nobody_chosen_shows_the_page_again() {
        HttpResponse<String> again = browser.submit(authorize(Map.of()), Map.of("person", "nobody"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Mia Peeters");
    }

    @Test
    void a_code_is_redeemed_with_the_secret_in_the_header_or_in_the_form() {
        String basic = Base64.getEncoder()
                .encodeToString(("leermeester:" + DemoSetup.SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(token(grant(), "Authorization", "Basic " + basic).statusCode())
                .isEqualTo(200);
        Map<String, String> posted = grant();
        posted.putAll(Map.of("client_id", "leermeester", "client_secret", DemoSetup.SECRET));
        JsonObject answer = new JsonObject(token(posted).body());
        assertThat(claims(answer.getString("id_token")).fieldNames())
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "exp", "iat", "nonce", "name", "preferred_username", "locale");
    }

    @Test
    void a_code_is_refused_to_a_client_without_the_right_secret() {
        assertThat(token(grant()).statusCode()).isEqualTo(401);
        assertThat(token(grant(), "Authorization", "Basic ???").statusCode()).isEqualTo(401);
        Map<String, String> posted = grant();
        posted.putAll(Map.of("client_id", "leermeester", "client_secret", "wrong"));
        assertThat(token(posted).body()).contains("invalid_client");
    }

    @Test
    void a_wrong_verifier_uses_the_code_up() {
        Map<String, String> posted = grant();
        posted.putAll(Map.of("client_id", "leermeester", "client_secret", DemoSetup.SECRET));
        String right = posted.put("code_verifier", Pkce.secret());
        assertThat(token(posted).body()).contains("invalid_grant");
        posted.put("code_verifier", right);
        assertThat(token(posted).body()).contains("invalid_grant");
    }

    @Test
    void any_password_gives_a_demo_person_a_token_of_an_hour() {
        JsonObject answer =
                new JsonObject(token(Map.of("grant_type", "password", "username", "mentor", "password", "x"))
                        .body());
        JsonObject access = claims(answer.getString("access_token"));
        assertThat(access.getJsonArray("aud")).containsExactly("leermeester", "leermeester-api");
        assertThat(access.getLong("exp") - access.getLong("iat")).isEqualTo(3600);
        assertThat(access.fieldNames()).contains("sub", "scope").doesNotContain("name", "rrn");

        HttpResponse<String> person = browser.post(
                provider.issuer() + "/userinfo",
                Map.of(),
                "Authorization",
                "Bearer " + answer.getString("access_token"));
        assertThat(new JsonObject(person.body()).getString("name")).isEqualTo("Mia Peeters");
        assertThat(browser.get(provider.issuer() + "/userinfo").statusCode()).isEqualTo(401);
        assertThat(token(Map.of("grant_type", "password", "username", "nobody", "password", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(token(Map.of("grant_type", "client_credentials")).body()).contains("unsupported_grant_type");
    }

    @Test
    void a_site_elsewhere_that_points_its_name_at_loopback_gets_nothing() {
        int port = Integer.parseInt(provider.issuer().replaceFirst(".*:", ""));
        int status = get(vertx.createHttpClient()
                .request(HttpMethod.GET, port, "127.0.0.1", "/jwks")
                .compose(request -> request.authority(HostAndPort.create("evil.example", port))
                        .send())
                .map(response -> response.statusCode()));
        assertThat(status).isEqualTo(421);
    }

    @Test
    void the_key_is_read_by_its_owner_only_and_a_broken_one_is_named() throws IOException {
        Path file = keys.resolve(SigningKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "broken");
        assertThatThrownBy(() -> SigningKey.in(keys))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    private HttpResponse<String> authorize(Map<String, String> changes) {
        return browser.get(provider.issuer() + "/authorize?" + encoded(asked(changes)));
    }

    private Map<String, String> asked(Map<String, String> changes) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "client_id", "leermeester",
                "redirect_uri", RETURN,
                "response_type", "code",
                "scope", "openid profile",
                "nonce", "n",
                "code_challenge", Pkce.challenge(verifier),
                "code_challenge_method", "S256"));
        parameters.putAll(changes);
        return parameters;
    }

    private Map<String, String> grant() {
        String back = location(browser.submit(authorize(Map.of()), Map.of("person", "mentor")));
        return new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                query(back).get("code"),
                "redirect_uri",
                RETURN,
                "code_verifier",
                verifier));
    }

    private HttpResponse<String> token(Map<String, String> form, String... headers) {
        return browser.post(provider.issuer() + "/token", form, headers);
    }

    private static JsonObject claims(String token) {
        return new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
