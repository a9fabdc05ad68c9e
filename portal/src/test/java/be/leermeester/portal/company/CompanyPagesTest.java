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

class CompanyPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @DisplayName("D1: the start page asks one thing and shows where everything stands")
    void a_company_sees_what_is_asked_of_it_first() {
        TestBrowser.Page page = bakery().get("/company");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .containsSubsequence(
                        "Bakkerij De Koren BV",
                        "0442.239.628",
                        "Vervolledig uw dossier",
                        "Chocoladebewerker",
                        "Gevraagd: Het attest C450 ontbreekt")
                .containsSubsequence("Onvolledig: actie nodig (1)", "Chocoladebewerker", "sinds 20 november 2026")
                .containsSubsequence("Erkend (1)", "Brood- en banketbakker duaal", "Geldig tot 10 januari 2031")
                .containsSubsequence("Mia Mertens", "Nog drie maanden of minder", "10 januari 2027", "Op te volgen");
        assertThat(page.body()).contains("href=\"/recognitions/A2\"").doesNotContain("company.");
    }

    @Test
    void the_same_page_reads_in_english() {
        assertThat(bakery().in("en").get("/company").text())
                .containsSubsequence("Complete your dossier", "Ends soon (0)", "Recognised (1)", "Mia Mertens")
                .doesNotContain("company.");
    }

    @Test
    void a_late_mentor_is_the_next_step_and_what_ends_or_is_approved_by_law_shows() {
        TestBrowser.Page page = portal.browser()
                .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                .get("/company");

        assertThat(page.text())
                .containsSubsequence(
                        "Garage O'Peeters & <Zoon>",
                        "De mentoropleiding moest gevolgd zijn tegen 1 maart 2023",
                        "Bart Bos")
                .containsSubsequence(
                        "1 erkenning loopt", "1 mentor te laat", "0 mentoren met nog", "1 lopende overeenkomst")
                .containsSubsequence("Gevraagd of in behandeling (1)", "Automatisch goedgekeurd sinds 16 november 2026")
                .containsSubsequence("Loopt binnenkort af (1)", "Loopt af op 1 maart 2027")
                .containsSubsequence("Gestopt (2)", "Geen geschikte mentor", "Te jong");
        assertThat(page.body()).contains("Garage O&#x27;Peeters &amp; &lt;Zoon&gt;");
    }

    @Test
    void it_is_for_companies() {
        assertThat(portal.browser()
                        .signedInAs("monitor", Role.MONITOR)
                        .get("/company")
                        .status())
                .isEqualTo(403);
        assertThat(portal.browser().get("/company").status()).isIn(302, 303);
    }

    private static TestBrowser bakery() {
        return portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
    }
}
