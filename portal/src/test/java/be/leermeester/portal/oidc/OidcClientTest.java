package be.leermeester.portal.oidc;

import static be.leermeester.portal.oidc.DemoSetup.SetClock;
import static be.leermeester.portal.oidc.DemoSetup.get;
import static be.leermeester.portal.oidc.SmallBrowser.location;
import static be.leermeester.portal.oidc.SmallBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.portal.oidc.OidcClient.Departure;
import be.leermeester.portal.oidc.OidcClient.SignedIn;
import be.leermeester.portal.oidc.demo.DemoProvider;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcClientTest {

    private static final String RETURN = "http://127.0.0.1:8080/sign-in/return";

    private final Vertx vertx = Vertx.vertx();
    private final SmallBrowser browser = new SmallBrowser();
    private final SetClock clock = new SetClock(Instant.parse("2031-03-14T10:00:00Z"));

    @TempDir
    private Path keys;

    private DemoProvider provider;
    private OidcClient client;

    @BeforeEach
    void start() {
        provider = get(DemoProvider.start(vertx, DemoSetup.config(0, keys, "rrn", clock)));
        client = DemoSetup.client(vertx, provider.issuer(), clock);
    }

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    @Test
    void a_person_who_presses_a_button_is_signed_in() {
        SignedIn mentor = signIn(get(client.begin(RETURN, "nl")), "mentor");
        assertThat(mentor.claims())
                .isEqualTo(new Claims(provider.issuer(), "demo-mentor", "85073003328", "Mia Peeters", null, "nl"));

        SignedIn company = signIn(get(client.begin(RETURN, null)), "company");
        assertThat(company.claims().nationalNumber()).isNull();
        assertThat(company.claims().name()).isEqualTo("Koen <b>O'Brien</b>");
    }

    @Test
    void the_address_of_a_sign_in_holds_state_nonce_and_the_challenge_but_not_the_verifier() {
        Departure departure = get(client.begin(RETURN, "en"));
        assertThat(query(departure.address()))
                .containsEntry("state", departure.attempt().state())
                .containsEntry("nonce", departure.attempt().nonce())
                .containsEntry(
                        "code_challenge", Pkce.challenge(departure.attempt().codeVerifier()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("ui_locales", "en");
        assertThat(departure.address()).doesNotContain(departure.attempt().codeVerifier());
    }

    @Test
    void a_code_that_was_used_is_refused() {
        Departure departure = get(client.begin(RETURN, null));
        String code = press(departure, "mentor").get("code");
        get(client.redeem(departure.attempt(), departure.attempt().state(), code));
        assertRefused(departure.attempt(), code);
    }

    @Test
    void a_code_is_refused_after_a_minute() {
        Departure departure = get(client.begin(RETURN, null));
        String code = press(departure, "mentor").get("code");
        clock.forward(60);
        assertRefused(departure.attempt(), code);
    }

    @Test
    void another_verifier_another_nonce_and_another_return_address_are_refused() {
        assertRefusedWith(right -> new SignInAttempt(right.state(), right.nonce(), Pkce.secret(), right.redirectUri()));
        assertRefusedWith(
                right -> new SignInAttempt(right.state(), Pkce.secret(), right.codeVerifier(), right.redirectUri()));
        assertRefusedWith(right -> new SignInAttempt(
                right.state(), right.nonce(), right.codeVerifier(), "http://127.0.0.1:9/sign-in/return"));
    }

    @Test
    void another_state_is_refused() {
        Departure departure = get(client.begin(RETURN, null));
        String code = press(departure, "mentor").get("code");
        assertThatThrownBy(() -> get(client.redeem(departure.attempt(), "other", code)))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void a_bearer_token_names_its_person_until_it_expires() {
        String token = accessToken("mentor");
        assertThat(get(client.verifyBearer(token)))
                .isEqualTo(new Claims(provider.issuer(), "demo-mentor", null, null, null, null));
        clock.forward(3600 + 59);
        assertThat(get(client.verifyBearer(token)).subject()).isEqualTo("demo-mentor");
        clock.forward(1);
        assertTokenRefused(token);
    }

    @Test
    void a_token_that_was_tampered_with_is_refused() {
        String[] parts = accessToken("mentor").split("\\.", -1);
        String payload = decoded(parts[1]).replace("demo-mentor", "demo-company");
        assertTokenRefused(parts[0] + "." + encoded(payload) + "." + parts[2]);
        assertTokenRefused(parts[0] + "." + parts[1] + ".");
        assertTokenRefused(parts[0] + "." + parts[1]);
        assertTokenRefused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        assertTokenRefused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        assertTokenRefused(encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2]);
        assertTokenRefused(encoded("{}") + "." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "e30.e30.e30", "null", "🙂.🙂.🙂", "bnVsbA.bnVsbA.bnVsbA"})
    void what_is_no_token_is_refused(String token) {
        assertTokenRefused(token);
    }

    @Test
    void an_id_token_is_no_bearer_token() {
        assertTokenRefused(signIn(get(client.begin(RETURN, null)), "mentor").idToken());
    }

    @Test
    void a_token_of_another_issuer_with_the_same_key_is_refused() {
        DemoProvider other = get(DemoProvider.start(vertx, DemoSetup.config(0, keys, "rrn", clock)));
        assertTokenRefused(accessToken(other, "mentor"));
    }

    @Test
    void a_new_signing_key_is_read_at_most_once_a_minute(@TempDir Path newKeys) {
        String before = accessToken("mentor");
        get(client.verifyBearer(before));
        int port = Integer.parseInt(provider.issuer().replaceFirst(".*:", ""));
        get(provider.close());
        provider = get(DemoProvider.start(vertx, DemoSetup.config(port, newKeys, "rrn", clock)));

        String after = accessToken("mentor");
        assertTokenRefused(after);
        clock.forward(60);
        assertThat(get(client.verifyBearer(after)).subject()).isEqualTo("demo-mentor");
        assertTokenRefused(before);
    }

    @Test
    void tokens_survive_a_restart_of_the_provider() {
        String before = accessToken("mentor");
        int port = Integer.parseInt(provider.issuer().replaceFirst(".*:", ""));
        get(provider.close());
        provider = get(DemoProvider.start(vertx, DemoSetup.config(port, keys, "rrn", clock)));
        assertThat(get(client.verifyBearer(before)).subject()).isEqualTo("demo-mentor");
    }

    @Test
    void signing_out_at_the_provider_leads_back() {
        String idToken = signIn(get(client.begin(RETURN, null)), "mentor").idToken();
        String address = get(client.logoutAddress(idToken, "http://127.0.0.1:8080/signed-out"))
                .orElseThrow();
        assertThat(query(address)).containsEntry("id_token_hint", idToken);
        assertThat(location(browser.get(address))).isEqualTo("http://127.0.0.1:8080/signed-out");
        assertThat(get(client.logoutAddress(null, "http://127.0.0.1:8080/signed-out")))
                .hasValueSatisfying(bare -> assertThat(bare).doesNotContain("id_token_hint"));
    }

    private void assertRefusedWith(UnaryOperator<SignInAttempt> change) {
        Departure departure = get(client.begin(RETURN, null));
        assertRefused(
                change.apply(departure.attempt()), press(departure, "mentor").get("code"));
    }

    private void assertRefused(SignInAttempt attempt, String code) {
        assertThatThrownBy(() -> get(client.redeem(attempt, attempt.state(), code)))
                .isInstanceOf(SignInRefused.class);
    }

    private void assertTokenRefused(String token) {
        assertThatThrownBy(() -> get(client.verifyBearer(token))).isInstanceOf(SignInRefused.class);
    }

    private SignedIn signIn(Departure departure, String person) {
        Map<String, String> back = press(departure, person);
        return get(client.redeem(departure.attempt(), back.get("state"), back.get("code")));
    }

    private Map<String, String> press(Departure departure, String person) {
        String back = location(browser.submit(browser.get(departure.address()), Map.of("person", person)));
        assertThat(back).startsWith(RETURN + "?");
        return query(back);
    }

    private String accessToken(String person) {
        return accessToken(provider, person);
    }

    private String accessToken(DemoProvider from, String person) {
        Map<String, String> form = Map.of("grant_type", "password", "username", person, "password", "anything");
        return new JsonObject(browser.post(from.issuer() + "/token", form).body()).getString("access_token");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
