package be.leermeester.portal.company;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFilePagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @DisplayName("P1: who sees which company")
    @CsvSource({
        "bakery, COMPANY, 0442239628, 200, 404",
        "garage, COMPANY, 0900001137, 404, 200",
        "food, HANDLER, food_industry, 200, 404",
        "auto, HANDLER, automotive, 404, 200",
        "school, SCHOOL, P1, 404, 200",
        "admin, ADMIN, '', 200, 200",
        "monitor, MONITOR, '', 403, 403",
    })
    void a_company_shows_to_its_own_people_only(String person, Role role, String scope, int bakery, int garage) {
        TestBrowser browser = portal.browser().signedInAs(person, role, scope);

        assertThat(browser.get("/companies/" + SmallWorld.BAKERY).status()).isEqualTo(bakery);
        assertThat(browser.get("/companies/" + SmallWorld.GARAGE).status()).isEqualTo(garage);
    }

    @Test
    @DisplayName("Q6: who was there, who is mentor, which agreements run")
    void a_handler_sees_the_company_as_far_as_it_is_the_partnerships() {
        String text = portal.browser()
                .signedInAs("auto", Role.HANDLER, "automotive")
                .get("/companies/" + SmallWorld.GARAGE)
                .text();

        assertThat(text)
                .containsSubsequence(
                        "Garage O'Peeters & <Zoon>",
                        "0900.001.137",
                        "Werkplaats",
                        "8.000.000.764",
                        "Onderhoudsmechanica auto duaal",
                        "Bart Bos",
                        "Lotte Leers",
                        "Plaatsbezoek",
                        "19 oktober 2026 · Hugo Haas")
                .doesNotContain("Metselaar");
    }

    @Test
    void the_company_itself_sees_all_partnerships_but_not_their_notes() {
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                        .get("/companies/" + SmallWorld.GARAGE)
                        .text())
                .contains("Metselaar duaal", "Alle overeenkomsten (2)")
                .doesNotContain("Hugo Haas");
    }

    @ParameterizedTest
    @CsvSource({"0900001138", "abc", "2123456789", "0442239628x"})
    void a_number_that_is_none_is_not_found(String number) {
        assertThat(portal.browser()
                        .signedInAs("admin", Role.ADMIN)
                        .get("/companies/" + number)
                        .status())
                .isEqualTo(404);
    }
}
