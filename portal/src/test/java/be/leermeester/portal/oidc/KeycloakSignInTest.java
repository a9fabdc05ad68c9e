package be.leermeester.portal.oidc;

import static be.leermeester.portal.oidc.DemoSetup.get;
import static be.leermeester.portal.oidc.SmallBrowser.location;
import static be.leermeester.portal.oidc.SmallBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.portal.oidc.OidcClient.Departure;
import be.leermeester.portal.oidc.OidcClient.SignedIn;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("keycloak")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KeycloakSignInTest {

    private static final String RETURN = "http://127.0.0.1:8080/sign-in/return";
    private static final Map<String, String> MIA = Map.of("username", "mia", "password", "een wachtwoord");

    private static final Vertx VERTX = Vertx.vertx();

    private static Keycloak keycloak;

    private final SmallBrowser browser = new SmallBrowser();
    private final OidcClient client = DemoSetup.client(VERTX, keycloak.issuer(), InstantSource.system());

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        get(VERTX.close());
    }

    @Test
    void a_person_of_keycloak_signs_in_with_her_national_number_and_out_again() {
        SignedIn mia = signIn();
        assertThat(mia.claims().subject()).isNotBlank();
        assertThat(mia.claims())
                .isEqualTo(new Claims(
                        keycloak.issuer(),
                        mia.claims().subject(),
                        "85073003328",
                        "Mia Peeters",
                        "mia@example.org",
                        "nl"));

        String out = get(client.logoutAddress(mia.idToken(), "http://127.0.0.1:8080/signed-out"))
                .orElseThrow();
        assertThat(location(browser.get(out))).isEqualTo("http://127.0.0.1:8080/signed-out");
    }

    @Test
    void a_wrong_password_stays_with_keycloak() {
        Departure departure = get(client.begin(RETURN, "nl"));
        HttpResponse<String> again =
                browser.submit(browser.get(departure.address()), Map.of("username", "mia", "password", "verkeerd"));
        assertThat(again.headers().firstValue("Location")).isEmpty();
        assertThat(again.body()).contains("kc-form-login");
    }

    @Test
    void a_code_of_keycloak_is_good_once_and_for_its_own_sign_in() {
        Departure departure = get(client.begin(RETURN, null));
        Map<String, String> back = type(departure);
        SignInAttempt right = departure.attempt();
        SignInAttempt otherNonce =
                new SignInAttempt(right.state(), Pkce.secret(), right.codeVerifier(), right.redirectUri());
        assertThatThrownBy(() -> get(client.redeem(otherNonce, right.state(), back.get("code"))))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("another sign-in");
        assertThatThrownBy(() -> get(client.redeem(right, right.state(), back.get("code"))))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("code");
    }

    @Test
    void a_bearer_token_of_keycloak_names_the_same_person() {
        JsonObject tokens = new JsonObject(browser.post(
                        keycloak.issuer() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                MIA.get("username"),
                                "password",
                                MIA.get("password"),
                                "scope",
                                "openid",
                                "client_id",
                                "leermeester",
                                "client_secret",
                                DemoSetup.SECRET))
                .body());
        Claims bearer = get(client.verifyBearer(tokens.getString("access_token")));
        assertThat(bearer.subject()).isEqualTo(signIn().claims().subject());
        assertThat(bearer.nationalNumber()).isNull();
        assertThatThrownBy(() -> get(client.verifyBearer(tokens.getString("id_token"))))
                .isInstanceOf(SignInRefused.class);
    }

    private SignedIn signIn() {
        Departure departure = get(client.begin(RETURN, "nl"));
        Map<String, String> back = type(departure);
        return get(client.redeem(departure.attempt(), back.get("state"), back.get("code")));
    }

    private Map<String, String> type(Departure departure) {
        String back = location(browser.submit(browser.get(departure.address()), MIA));
        assertThat(back).startsWith(RETURN + "?");
        return query(back);
    }
}
