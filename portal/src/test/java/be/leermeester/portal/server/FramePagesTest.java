package be.leermeester.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FramePagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('P1', 'An', 'O''Brien <script>');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES
                    ('P1', 'TEACHER', 'P0001'), ('P1', 'MONITOR', '')
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_front_door_is_dutch_and_speaks_english_when_asked() {
        TestBrowser browser = portal.browser();
        assertThat(browser.get("/").text()).contains("Uw termijn, uw erkenning").contains("Aanmelden");
        TestBrowser.Page switched = browser.get("/language?to=en&back=/");
        assertThat(switched.status()).isEqualTo(303);
        assertThat(browser.get("/").text()).contains("Your deadline").contains("Sign in");
    }

    @Test
    void the_way_back_never_leads_elsewhere() {
        TestBrowser browser = portal.browser();
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/%5Cevil.example"}) {
            assertThat(browser.get("/language?to=nl&back=" + elsewhere).header("location"))
                    .contains("/");
        }
    }

    @Test
    void an_unknown_page_is_404_with_a_way_on() {
        TestBrowser.Page page = portal.browser().get("/bestaat-niet");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Deze pagina bestaat niet").contains("Naar de start");
    }

    @Test
    void a_program_hears_problem_json() {
        TestBrowser.Page page = portal.browser().get("/api/v1/bestaat-niet");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("content-type")).contains("application/problem+json");
    }

    @Test
    void every_answer_carries_a_strict_content_policy() {
        assertThat(portal.browser().get("/").header("content-security-policy").orElse(""))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_name_is_shown_as_text_whatever_it_holds() {
        TestBrowser.Page page =
                portal.browser().signedInAs("P1", Role.TEACHER, "P0001").get("/privacy");
        assertThat(page.body()).doesNotContain("<script>").contains("O&#x27;Brien");
    }

    @Test
    void somebody_with_two_roles_switches_between_them() {
        TestBrowser browser = portal.browser().signedInAs("P1", Role.TEACHER, "P0001");
        assertThat(browser.get("/privacy").text())
                .contains("Leerkracht · P0001")
                .contains("Monitoring");
        TestBrowser.Page switched = browser.post("/role", Map.of("role", "MONITOR:"));
        assertThat(switched.status()).isEqualTo(303);
        assertThat(switched.header("location")).contains("/monitor");
        assertThat(browser.get("/").header("location")).contains("/monitor");
    }

    @Test
    void a_role_that_is_not_held_cannot_be_taken() {
        TestBrowser browser = portal.browser().signedInAs("P1", Role.TEACHER, "P0001");
        browser.get("/privacy");
        assertThat(browser.post("/role", Map.of("role", "ADMIN:")).status()).isEqualTo(404);
    }

    @Test
    void a_change_without_our_word_is_refused() {
        TestBrowser browser = portal.browser().signedInAs("P1", Role.TEACHER, "P0001");
        assertThat(browser.post("/role", Map.of("role", "MONITOR:", "csrf", "x"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void signing_in_while_the_provider_is_down_says_so() {
        TestBrowser.Page page = portal.browser().get("/sign-in");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Aanmelden lukt even niet");
    }

    @Test
    void it_is_ready_when_the_database_answers() {
        assertThat(portal.browser().get("/health/ready").status()).isEqualTo(200);
    }
}
