package be.leermeester.portal.oidc;

import static be.leermeester.portal.oidc.DemoSetup.get;
import static be.leermeester.portal.oidc.SmallBrowser.location;
import static be.leermeester.portal.oidc.SmallBrowser.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.Portal;
import be.leermeester.portal.Settings;
import be.leermeester.portal.oidc.OidcClient.Departure;
import be.leermeester.portal.oidc.OidcClient.SignedIn;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    @Test
    void a_known_person_signs_in_at_a_portal_with_nothing_embedded() throws IOException, TimeoutException {
        try (TestDatabase database = TestDatabase.migrated();
                Pause pause = new Pause(Vertx.vertx())) {
            Settings settings = outside(database);
            know(database, "85073003328");
            Portal portal = Portal.start(
                            pause.vertx(),
                            settings,
                            new Portal.Addresses(
                                    new DatabaseAddress(database.uri()), keycloak.issuer(), TestPortal.KEY),
                            new Time(InstantSource.system()))
                    .await(60, TimeUnit.SECONDS);
            String login = location(browser.get(settings.publicUrl() + "/sign-in?to=/privacy"));
            String back = location(browser.submit(browser.get(login), MIA));
            assertThat(back).startsWith(settings.publicUrl() + "/sign-in/return?");
            assertThat(location(browser.get(back))).endsWith("/privacy");
            assertThat(browser.get(settings.publicUrl() + "/privacy").body()).contains("Mia Peeters", "Afmelden");
            portal.close().await(30, TimeUnit.SECONDS);
        }
    }

    private record Pause(Vertx vertx) implements AutoCloseable {
        @Override
        public void close() {
            get(vertx.close());
        }
    }

    private static Settings outside(TestDatabase database) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("leermeester-outside-");
        Settings settings = Settings.read(Map.ofEntries(
                Map.entry("HTTP_PORT", port + ""),
                Map.entry("HTTP_HOST", "127.0.0.1"),
                Map.entry("DATA_DIR", folder.toString()),
                Map.entry("PUBLIC_URL", "http://127.0.0.1:" + port),
                Map.entry("DATABASE_URL", database.uri()),
                Map.entry("OIDC_ISSUER", keycloak.issuer()),
                Map.entry("OIDC_CLIENT_ID", "leermeester"),
                Map.entry("OIDC_CLIENT_SECRET", DemoSetup.SECRET),
                Map.entry("SMTP_URL", "smtp://127.0.0.1:1"),
                Map.entry("FILES", folder.resolve("files").toString()),
                Map.entry("ENCRYPTION_KEY", TestPortal.KEY)));
        assertThat(settings.demo()).isFalse();
        return settings;
    }

    /// She is in the portal's own tables; the provider vouches for her national number.
    private static void know(TestDatabase database, String number) {
        NationalNumberVault vault = NationalNumberVault.of(TestPortal.KEY);
        NationalNumber parsed = NationalNumber.parse(number).orElseThrow();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO kernel.person (id, first_name, last_name, national_number_sealed, national_number_hash)
                        VALUES ('MIA', 'Mia', 'Peeters', ?, ?)
                        """)) {
            insert.setBytes(1, vault.seal(parsed));
            insert.setBytes(2, vault.hash(parsed));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
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
