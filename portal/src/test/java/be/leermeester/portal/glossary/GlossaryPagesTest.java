package be.leermeester.portal.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GlossaryPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void every_status_of_dossiers_mentors_and_agreements_has_its_place() {
        TestBrowser.Page page = portal.browser().get("/woordenlijst");
        Messages.load().keys(Messages.DUTCH).stream()
                .filter(key -> key.matches("term\\.(recognition|training|agreement|flag)\\..+"))
                .map(key -> "id=\"" + key.substring("term.".length()).replace('.', '-') + "\"")
                .forEach(anchor -> assertThat(page.body()).contains(anchor));
    }

    @Test
    void the_definitions_are_those_of_the_source() {
        assertThat(portal.browser().get("/woordenlijst").text())
                .contains("De mentor heeft binnen de door het partnerschap opgelegde termijn de sectorspecifieke"
                        + " mentoropleiding gevolgd.")
                .contains("Jaarrapport 2020-2021, tekst regel 699");
    }

    @Test
    void it_is_there_in_english() {
        assertThat(portal.browser().in("en").get("/woordenlijst").text())
                .contains("Glossary")
                .contains("An agreement that ended before its planned end date.");
    }
}
