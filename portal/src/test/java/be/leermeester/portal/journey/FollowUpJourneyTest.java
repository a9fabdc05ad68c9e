package be.leermeester.portal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The demo's handler goes through what is to be followed up.
class FollowUpJourneyTest {

    private static DemoSite site;
    private static RealBrowser browser;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
        site = DemoSite.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    @DisplayName("U4: from the tile to the list, taken there, and closed on its own page")
    void from_the_start_page_to_the_outcome() {
        try (BrowserContext person = browser.person()) {
            Page handler = person.newPage();
            site.signIn(handler, "handler");
            handler.locator("a.tile[href^='/follow-ups']").click();
            look(handler, "follow-ups");
            handler.locator("tr:has-text('Te weinig tijd') button").click();
            assertThat(handler.locator("h1")).containsText("Bellen voor de erkenning afloopt");
            look(handler, "follow-up");
            handler.locator("form[action$='/close'] button").click();
            assertThat(handler.locator("#outcome-error")).isVisible();
            look(handler, "follow-up-wrong");
            handler.navigate(site.address() + "/language?to=en&back=/follow-ups");
            look(handler, "follow-ups-en");
            handler.locator("tr:has-text('Te weinig tijd') a").first().click();
            look(handler, "follow-up-en");
            handler.locator("#outcome").fill("Called; they stay for one more year.");
            handler.locator("form[action$='/close'] button").click();
            assertThat(handler.locator("main")).not().containsText("Te weinig tijd");
        }
    }

    private static void look(Page page, String name) {
        page.setViewportSize(1280, 900);
        RealBrowser.assertAccessible(page);
        RealBrowser.picture(page, name + "-1280");
        page.setViewportSize(375, 800);
        RealBrowser.assertNoSidewaysScroll(page);
        RealBrowser.picture(page, name + "-375");
        page.setViewportSize(1280, 900);
    }
}
