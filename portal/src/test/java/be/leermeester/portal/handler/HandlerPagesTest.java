package be.leermeester.portal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandlerPagesTest {

    private static final Pattern TILE =
            Pattern.compile("class=\"tile[^\"]*\" href=\"([^\"]+)\"><span class=\"tile__number\">([\\d.]+)</span>");
    private static final Pattern COUNT =
            Pattern.compile("(Geen|Niets|\\d+) (dossiers?|mentor(en)?|punt(en)?|op te volgen),");

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
    @DisplayName("R4: what the law approved comes first and says since when")
    void the_work_list_is_ordered_by_what_is_urgent() {
        String text = auto().get("/handler").text();

        assertThat(text)
                .contains("Autosector en aanverwante sectoren")
                .containsSubsequence("1 automatisch goedgekeurd", "1 te beslissen", "1 mentor te laat")
                .contains("1 open dossier, minste dagen over eerst, van Autosector")
                .contains("Automatisch goedgekeurd sinds 16 november 2026")
                .containsSubsequence("Mentoren dicht bij hun termijn", "Bart Bos", "Te laat")
                .containsSubsequence("Erkenningen die binnenkort aflopen", "Loopt af op 1 maart 2027")
                .doesNotContain("Bakkerij");
    }

    @Test
    @DisplayName("D4: every number leads to its rows")
    void each_tile_leads_to_a_list_of_as_many_rows() {
        for (TestBrowser browser :
                new TestBrowser[] {auto(), portal.browser().signedInAs("everything", Role.HANDLER)}) {
            var tiles = TILE.matcher(browser.get("/handler").body());
            int seen = 0;
            while (tiles.find()) {
                String href = tiles.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
                var count = COUNT.matcher(browser.get(href).text());
                assertThat(count.find()).as(href).isTrue();
                assertThat(count.group(1).replaceFirst("Geen|Niets", "0"))
                        .as(href)
                        .isEqualTo(tiles.group(2));
                seen++;
            }
            assertThat(seen).isEqualTo(9);
        }
    }

    @Test
    @DisplayName("P1: a handler's partnerships only")
    void another_partnership_is_not_found() {
        assertThat(auto().get("/handler?partnership=food_industry").status()).isEqualTo(404);
        assertThat(portal.browser()
                        .signedInAs("everything", Role.HANDLER)
                        .get("/handler?partnership=food_industry")
                        .text())
                .contains("1 open dossier, minste dagen over eerst, van Voedingsindustrie");
    }

    @Test
    void a_quiet_partnership_hears_that_there_is_nothing_to_do() {
        portal.sql("INSERT INTO kernel.person (id, first_name, last_name) VALUES ('wood', 'W', 'W');"
                + "INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('wood', 'HANDLER', 'wood')");

        assertThat(portal.browser()
                        .signedInAs("wood", Role.HANDLER, "wood")
                        .in("en")
                        .get("/handler")
                        .text())
                .contains("No open dossiers, fewest days left first")
                .contains("No dossier is open. New applications appear here by themselves.");
    }

    private static TestBrowser auto() {
        return portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
    }
}
