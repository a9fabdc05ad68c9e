package be.leermeester.portal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A handler and a voting member side by side, each in an own browser.
class AdviceJourneyTest {

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
    @DisplayName("R12: an objection shows on the handler's open page and is handled there")
    void an_advice_list_from_both_sides() {
        try (BrowserContext one = browser.person();
                BrowserContext other = browser.personWithoutScript()) {
            Page handler = one.newPage();
            Page advisor = other.newPage();
            site.signIn(handler, "handler");
            site.signIn(advisor, "advisor");
            advisor.locator("a[href^='/advisor/lists/']").first().click();
            String company = advisor.locator("h1").textContent();
            String dossier = advisor.url().replaceAll(".*/", "");
            handler.navigate(site.address() + "/recognitions/" + dossier);
            assertThat(handler.locator("#advice")).isVisible();
            advisor.locator("#object").check();
            advisor.locator("textarea[name=reason]").fill("De onderneming staat onder toezicht van de inspectie.");
            advisor.locator("main form button").click();
            assertThat(handler.locator("#dossier")).containsText("onder toezicht van de inspectie");
            assertThat(handler.locator("#dossier")).containsText("In wacht");
            look(handler, "advice-handler-objection");
            handler.locator("textarea[name=answer]").fill("De inspectie bevestigde dat het toezicht voorbij is.");
            handler.locator("form[action$='/advice/objections'] button").click();
            assertThat(handler.locator("#dossier")).containsText("In behandeling");
            advisor.navigate(site.address() + "/advisor/lists/DEMO-L1/" + dossier);
            assertThat(advisor.locator("main")).containsText("Zo is uw bezwaar behandeld");
            assertThat(advisor.locator("h1")).hasText(company);
            handler.navigate(site.address() + "/advice");
            look(handler, "advice-lists");
            handler.navigate(site.address() + "/exclusions");
            look(handler, "exclusions");
            handler.locator("#number").fill(enterprise());
            handler.locator("form.filters button").click();
            look(handler, "exclusion-new");
            handler.navigate(site.address() + "/language?to=en&back=/advice");
            look(handler, "advice-lists-en");
            advisor.navigate(site.address() + "/language?to=en&back=/advisor");
            look(advisor, "advisor-en");
            advisor.navigate(site.address() + "/advisor/lists/DEMO-L1/" + dossier);
            look(advisor, "advisor-voice-en");
        }
    }

    private static String enterprise() {
        return "0990000113";
    }

    private static void look(Page page, String name) {
        page.setViewportSize(1280, 900);
        if (!name.startsWith("advisor")) {
            RealBrowser.assertAccessible(page);
        }
        RealBrowser.picture(page, name + "-1280");
        page.setViewportSize(375, 800);
        RealBrowser.assertNoSidewaysScroll(page);
        RealBrowser.picture(page, name + "-375");
        page.setViewportSize(1280, 900);
    }
}
