package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestPortal;
import be.leermeester.portal.testing.TestSessions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages about what passed deadlines take away, in both languages, wide and narrow.
class LapseJourneyTest {

    private static RealBrowser browser;
    private static TestPortal portal;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("UPDATE learning.obligation SET lapses_on = '2027-01-11' WHERE person_id = 'M1';"
                + "INSERT INTO portal.lapse (person_id, partnership_code, lapsed_on, policy, state, recorded_at)"
                + " VALUES ('M2', 'automotive', '2023-03-02', 'HANDLER_CONFIRMS', 'WAITING', '2023-03-02')");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "food, HANDLER, food_industry, /forecast",
        "bakery, COMPANY, 0442239628, /company",
        "auto, HANDLER, automotive, /lapses",
        "auto, HANDLER, automotive, /lapses/M2",
        "food, HANDLER, food_industry, /extend/M1/food_industry",
        "admin, ADMIN, '', /admin/training-rules",
        "admin, ADMIN, '', /admin/training-rules/food_industry",
    })
    void every_page_is_whole_in_both_languages(String person, Role role, String scope, String path) {
        for (String language : List.of("nl", "en")) {
            try (BrowserContext context = browser.person()) {
                String address = portal.browser().origin();
                String session = TestSessions.begin(portal.database(), person, role, scope);
                context.addCookies(List.of(
                        new Cookie("session", session).setUrl(address),
                        new Cookie("language", language).setUrl(address)));
                Page page = context.newPage();
                assertThat(page.navigate(address + path).status()).isEqualTo(200);
                if (path.endsWith("rules/food_industry")) {
                    page.locator("#from").fill("2026-01-01");
                    page.locator("#months").fill("11");
                    page.locator("#source").fill("Beslissing van 20 november 2026");
                    page.locator("button[value=preview]").click();
                    assertThat(page.locator("#preview").count()).isEqualTo(1);
                }
                RealBrowser.assertAccessible(page);
                for (int width : new int[] {1280, 375, 320}) {
                    page.setViewportSize(width, 900);
                    RealBrowser.assertNoSidewaysScroll(page);
                    RealBrowser.picture(page, "lapse" + path.replace('/', '-') + "-" + language + "-" + width);
                }
            }
        }
    }
}
