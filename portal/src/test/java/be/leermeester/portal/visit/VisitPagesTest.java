package be.leermeester.portal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Garage Peeters in Mechelen applied on 1 November 2026 (A3) with the partnership that a test chooses.
@DisplayName("R16: who is still to be visited")
class VisitPagesTest {

    private TestPortal portal;
    private TestBrowser handler;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        handler = portal.browser().signedInAs("everything", Role.HANDLER);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "technology_industry, Had bezocht moeten zijn vóór 15 november 2026",
        "automotive, Te bezoeken vóór 15 november 2027",
        "hospitality, Had bezocht moeten zijn vóór 15 november 2026",
        "construction, Niemand wacht nog op een bezoek",
    })
    void by_when_follows_from_the_policy_of_the_partnership(String partnership, String sentence) {
        of(partnership);
        assertThat(page(partnership)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "technology_industry, SITE_VISIT, 2026-11-10, false",
        "technology_industry, SITE_VISIT, 2026-10-10, true",
        "technology_industry, VIRTUAL_VISIT, 2026-11-10, true",
        "technology_industry, PHONE, 2026-11-10, true",
        "local_authorities, VIRTUAL_VISIT, 2026-11-10, false",
        "hospitality, SITE_VISIT, 2026-01-10, false",
        "hospitality, SITE_VISIT, 2025-10-10, true",
        "automotive, SITE_VISIT, 2019-01-10, false",
        "automotive, VIRTUAL_VISIT, 2026-11-10, true",
    })
    void what_counts_as_a_visit(String partnership, String kind, String on, boolean waiting) {
        of(partnership);
        met("K8", kind, on);
        assertThat(page(partnership).contains("Werkplaats")).isEqualTo(waiting);
    }

    @Test
    void two_virtual_visits_count_as_one_until_the_policy_is_switched() {
        of("automotive");
        met("K8", "VIRTUAL_VISIT", "2026-11-10");
        met("K9", "VIRTUAL_VISIT", "2026-11-12");
        assertThat(page("automotive")).doesNotContain("Werkplaats");
        portal.sql("UPDATE portal.visit_policy SET virtual_visit = 'NO' WHERE partnership_code = 'automotive'");
        assertThat(page("automotive")).contains("Werkplaats");
    }

    @Test
    void the_share_visited_in_time_stands_against_the_target() {
        of("technology_industry");
        portal.sql("UPDATE portal.application SET partnership_code = 'technology_industry',"
                + " submitted_at = '2026-10-01 10:00+02' WHERE id = 'A5'");
        portal.sql("""
                INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number, kind, happened_on,
                  recorded_at)
                VALUES ('K8', 'technology_industry', '0900001137', '8000003635', 'SITE_VISIT', '2026-10-15', '2026-10-15')
                """);
        assertThat(page("technology_industry")).contains("50 % Technologische industrie: 1 van 2 op tijd · doel 90 %");
    }

    @Test
    void a_visit_is_planned_and_planned_again() {
        of("technology_industry");
        handler.get("/visits");
        assertThat(plan("2026-11-25").status()).isEqualTo(303);
        assertThat(plan("2026-11-27").status()).isEqualTo(303);
        assertThat(page("technology_industry")).contains("gepland op 27 november 2026");
        assertThat(plan("2026-11-21").status()).isEqualTo(422);
        assertThat(plan("2026-02-30").status()).isEqualTo(422);
        assertThat(handler.post(
                                "/visits",
                                Map.of("establishment", "1", "partnership", "automotive", "day", "2026-11-27"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @DisplayName("R16: who may plan")
    @CsvSource({
        "auto, HANDLER, automotive, 404",
        "admin, ADMIN, '', 303",
        "garage, COMPANY, 0900001137, 403",
        "school, SCHOOL, P1, 403",
        "advisor, ADVISOR, automotive, 403",
        "monitor, MONITOR, '', 403",
    })
    void who_may(String person, Role role, String scope, int status) {
        of("technology_industry");
        TestBrowser browser = portal.browser().signedInAs(person, role, scope);
        browser.get("/exclusions");
        browser.get("/materials");
        handler = browser;
        assertThat(plan("2026-11-25").status()).isEqualTo(status);
    }

    private void of(String partnership) {
        portal.sql("UPDATE portal.application SET partnership_code = '" + partnership + "' WHERE id = 'A3'");
    }

    private void met(String id, String kind, String on) {
        portal.sql("""
                INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number, kind, happened_on,
                  recorded_at) VALUES ('%s', 'automotive', '0900001137', '8000000764', '%s', '%s', '2026-11-20')
                """.formatted(id, kind, on));
    }

    private String page(String partnership) {
        return handler.get("/visits?partnership=" + partnership).text();
    }

    private TestBrowser.Page plan(String day) {
        return handler.post(
                "/visits", Map.of("establishment", "8000000764", "partnership", "technology_industry", "day", day));
    }
}
