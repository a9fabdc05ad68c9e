package be.leermeester.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonPagesTest {

    private TestPortal portal;
    private TestBrowser admin;

    @BeforeEach
    void start() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name, email) VALUES
                    ('ADM', 'Ada', 'Beheer', 'ada@example.be'), ('P1', 'An', 'O''Brien <script>', NULL),
                    ('P2', 'Bo', '100% Smet_', 'bo@example.be');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES
                    ('ADM', 'ADMIN', ''), ('P2', 'MONITOR', ''), ('P2', 'HANDLER', 'wood');
                INSERT INTO kernel.sign_in_identity VALUES ('test', 'P2', 'P2', '2026-01-01Z');
                """);
        admin = portal.browser().signedInAs("ADM", Role.ADMIN);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void people_are_found_by_part_of_the_name_by_id_and_by_role() {
        assertThat(admin.get("/admin/people").text()).contains("3 mensen");
        TestBrowser.Page brien = admin.get("/admin/people?q=o%27brien");
        assertThat(brien.text()).contains("Eén persoon").contains("O'Brien <script>");
        assertThat(brien.body()).doesNotContain("<script>");
        assertThat(admin.get("/admin/people?q=P2").text())
                .contains("100% Smet_")
                .contains("Behandelaar wood");
        assertThat(admin.get("/admin/people?q=%25").text()).contains("Eén persoon");
        assertThat(admin.get("/admin/people?role=MONITOR").text()).contains("Eén persoon");
        assertThat(admin.get("/admin/people?q=zzz").text()).contains("Niemand past");
        assertThat(admin.get("/admin/people?page=2").text()).contains("Niemand past");
        assertThat(admin.get("/admin/people?role=KING").status()).isEqualTo(400);
        assertThat(admin.get("/admin/people?q=%00").status()).isEqualTo(400);
    }

    @Test
    void a_role_given_works_at_once_and_is_in_the_trail_once() {
        TestBrowser an = portal.browser().signedInAs("P1", Role.MONITOR);
        assertThat(an.get("/monitor").status()).isEqualTo(403);
        admin.get("/admin/people/P1");
        assertThat(admin.post("/admin/people/P1/grant", Map.of("role", "MONITOR", "scope", ""))
                        .status())
                .isEqualTo(303);
        assertThat(an.get("/monitor").status()).isEqualTo(200);
        admin.post("/admin/people/P1/grant", Map.of("role", "MONITOR", "scope", ""));
        TestBrowser.Page trail = admin.get("/admin/events?subject=person:P1");
        assertThat(trail.text()).containsOnlyOnce("RoleGranted").contains("Ada Beheer");
    }

    @Test
    void a_role_taken_is_gone_at_once_whichever_tab_took_it() {
        TestBrowser bo = portal.browser().signedInAs("P2", Role.MONITOR);
        assertThat(bo.get("/monitor").status()).isEqualTo(200);
        admin.get("/admin/people/P2");
        assertThat(admin.post("/admin/people/P2/revoke", Map.of("role", "MONITOR", "scope", ""))
                        .status())
                .isEqualTo(303);
        assertThat(bo.get("/monitor").status()).isEqualTo(403);
        assertThat(admin.post("/admin/people/P2/revoke", Map.of("role", "MONITOR", "scope", ""))
                        .status())
                .isEqualTo(303);
        assertThat(admin.get("/admin/events?type=RoleRevoked").text()).containsOnlyOnce("\"role\":\"MONITOR\"");
    }

    @Test
    void the_last_administrator_stays() {
        admin.get("/admin/people/ADM");
        TestBrowser.Page refused = admin.post("/admin/people/ADM/revoke", Map.of("role", "ADMIN", "scope", ""));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("laatste beheerder");
        assertThat(admin.get("/admin").status()).isEqualTo(200);
    }

    @Test
    void a_role_for_something_that_is_not_there_is_refused_with_what_was_typed() {
        admin.get("/admin/people/P1");
        TestBrowser.Page page = admin.post("/admin/people/P1/grant", Map.of("role", "COMPANY", "scope", "<b>0442"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Dit nummer of deze code kennen we niet");
        assertThat(page.body()).contains("value=\"&lt;b&gt;0442\"").doesNotContain("<b>");
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("role", "MENTOR"),
                Map.of("role", "KING"),
                Map.of("role", "ADMIN", "scope", "wood"),
                Map.of("role", "HANDLER", "scope", "a\u0000b"),
                Map.of("role", "HANDLER", "scope", "x".repeat(500)),
                Map.<String, String>of())) {
            assertThat(admin.post("/admin/people/P1/grant", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(admin.post("/admin/people/P1/grant", Map.of("role", "x".repeat(1_000_000)))
                        .status())
                .isBetween(400, 499);
        assertThat(admin.post("/admin/people/NIEMAND/grant", Map.of("role", "MONITOR"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_account_that_is_untied_is_out_at_once() {
        TestBrowser bo = portal.browser().signedInAs("P2", Role.MONITOR);
        bo.get("/monitor");
        admin.get("/admin/people/P2");
        admin.post("/admin/people/P2/unlink", Map.of("issuer", "test", "subject", "P2"));
        assertThat(bo.get("/monitor").header("location").orElse("")).startsWith("/sign-in");
        assertThat(admin.get("/admin/people/P2").text()).contains("nog geen account gekoppeld");
    }

    @Test
    void the_page_shows_invitations_as_they_stand() {
        admin.get("/people/P2/invite");
        admin.post("/people/P2/invite", Map.of("reason", "Opvolgen", "email", "bo@example.be"));
        assertThat(admin.get("/admin/people/P2").text())
                .contains("Wacht op antwoord")
                .contains("Opvolgen");
    }
}
