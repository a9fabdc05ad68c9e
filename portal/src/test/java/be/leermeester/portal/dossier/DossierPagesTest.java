package be.leermeester.portal.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /// Every role with every kind of ownership; what is not there is not found.
    @ParameterizedTest
    @DisplayName("P1: who sees which dossier")
    @CsvSource({
        "bakery, COMPANY, 0442239628, A1 A2",
        "garage, COMPANY, 0900001137, A3 A4 A5 A6",
        "food, HANDLER, food_industry, A1 A2",
        "auto, HANDLER, automotive, A3 A4 A6",
        "everything, HANDLER, '', A1 A2 A3 A4 A5 A6",
        "admin, ADMIN, '', A1 A2 A3 A4 A5 A6",
        "school, SCHOOL, P1, A3 A4",
        "otherSchool, SCHOOL, P2, A4",
    })
    void a_dossier_shows_to_its_own_people_only(String person, Role role, String scope, String visible) {
        TestBrowser browser = portal.browser().signedInAs(person, role, scope);

        for (String id : List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7")) {
            assertThat(browser.get("/recognitions/" + id).status())
                    .as("%s looks at %s", person, id)
                    .isEqualTo(List.of(visible.split(" ")).contains(id) ? 200 : 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "M1, MENTOR, ''",
        "monitor, MONITOR, ''",
        "teacher, TEACHER, P1",
        "trainer, TRAINER, automotive",
        "advisor, ADVISOR, automotive"
    })
    void other_roles_see_no_rows(String person, Role role, String scope) {
        assertThat(portal.browser()
                        .signedInAs(person, role, scope)
                        .get("/recognitions/A4")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("U3, R8: a revoked mandate shows nothing any more")
    void a_school_no_longer_sees_what_it_filed_when_the_mandate_is_revoked_or_over() {
        try (TestPortal own = SmallWorld.in(TestPortal.start())) {
            TestBrowser school = own.browser().signedInAs("school", Role.SCHOOL, "P1");
            assertThat(school.get("/recognitions/A3").status()).isEqualTo(200);

            own.sql("UPDATE portal.mandate SET ends_on = '2026-11-21'");
            assertThat(school.get("/recognitions/A3").status()).isEqualTo(404);

            own.sql("UPDATE portal.mandate SET ends_on = NULL, revoked_at = '2026-11-22 09:59+01'");
            assertThat(school.get("/recognitions/A3").status()).isEqualTo(404);
            assertThat(school.get("/recognitions/A4").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("R3: the date of the decision comes with its rule")
    void the_clock_is_explained() {
        assertThat(handler("everything").get("/recognitions/A3").text())
                .contains("Automatisch goedgekeurd sinds 16 november 2026")
                .contains("Ingediend op 1 november 2026. Het partnerschap kon beslissen tot en met 15 november 2026.");
        assertThat(handler("everything").get("/recognitions/A2").text())
                .contains("Het dossier is onvolledig: de veertien dagen staan stil");
    }

    @Test
    @DisplayName("R2, R4: the history says who, what, when and why, and what was automatic")
    void the_whole_history_shows() {
        TestBrowser.Page incomplete = handler("everything").get("/recognitions/A2");
        TestBrowser.Page automatic = handler("everything").get("/recognitions/A4");

        assertThat(incomplete.text())
                .containsSubsequence(
                        "Geschiedenis",
                        "Dossier onvolledig 20 november 2026, 10:00 Hilde Hens Het attest C450 ontbreekt",
                        "Ingediend 16 november 2026, 10:00 Karel Koren");
        assertThat(automatic.text())
                .contains("automatisch goedgekeurd", "Automatisch door het portaal")
                .containsSubsequence("Hernieuwingen", "A6", "Afgelopen", "A4")
                .containsSubsequence("Bart Bos", "Goedgekeurd · 1 maart 2022", "Niet (tijdig) gevolgd", "1 maart 2023");
        assertThat(handler("everything").get("/recognitions/A5").text())
                .containsSubsequence("Reden: Geen geschikte mentor", "Toelichting: Te jong", "Beroep tegen");
    }

    @Test
    void the_notes_of_the_partnership_are_for_its_handlers() {
        assertThat(handler("food").get("/recognitions/A2").text()).contains("Gebeld over het attest");
        assertThat(portal.browser()
                        .signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY)
                        .get("/recognitions/A2")
                        .text())
                .doesNotContain("Gebeld over het attest");
    }

    @Test
    void a_school_sees_its_own_agreements_only() {
        assertThat(portal.browser()
                        .signedInAs("school", Role.SCHOOL, "P1")
                        .get("/recognitions/A4")
                        .text())
                .contains("Lotte Leers")
                .doesNotContain("Omar Oud");
    }

    @ParameterizedTest
    @CsvSource({"%00", "A1%20", "A1'--", "../A1", "<script>", "9999999999999999999999"})
    void an_unreadable_id_is_not_found(String id) {
        assertThat(handler("everything")
                        .get("/recognitions/" + id.replace("<", "%3C").replace(">", "%3E"))
                        .status())
                .isBetween(400, 404);
    }

    private static TestBrowser handler(String person) {
        String scope = person.equals("food") ? "food_industry" : "";
        return portal.browser().signedInAs(person, Role.HANDLER, scope);
    }
}
