package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The company's half of journey 1, as the demo company does it: two programmes at one establishment with two mentors,
/// sent; then withdrawn again.
class ApplyJourneyTest {

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
    @DisplayName(
            "R1, R3: a company applies for two programmes, with and without script, and sees the day of the decision")
    void a_company_applies() {
        try (BrowserContext context = browser.person()) {
            Page page = context.newPage();
            List<String> complaints = RealBrowser.complaints(page);
            apply(page);
            assertThat(complaints).isEmpty();
        }
        try (BrowserContext context = browser.personWithoutScript()) {
            Page page = context.newPage();
            site.signIn(page, "company");
            page.navigate(site.address() + "/applications/new");
            page.locator("main form button.govuk-button").last().click();
            page.locator("a[href$='/establishment']").click();
            page.locator("input[name=choice]").first().check();
            page.locator("main form button").click();
            assertThat(page.url()).endsWith("/programmes");
        }
    }

    private static void apply(Page page) {
        site.signIn(page, "company");
        page.navigate(site.address() + "/company");
        page.locator("#applications a[href='/applications/new']").click();
        look(page, "new");
        page.locator("form[action='/applications'] button").click();
        look(page, "tasks-empty");
        String draft = page.url();
        page.locator("a[href$='/establishment']").click();
        look(page, "establishment");
        page.locator("input[name=choice]").first().check();
        page.locator("main form button").click();
        choose(page, "monteerder");
        choose(page, "lasser");
        look(page, "programmes");
        page.navigate(draft + "/mentors");
        page.locator("label[for=who-self]").click();
        page.locator("#practice").fill("3");
        page.locator("main form button").last().click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Praktijk: 3 jaar is te weinig");
        look(page, "mentors-wrong");
        page.locator("#practice").fill("12");
        page.locator("main form button").last().click();
        look(page, "mentors");
        page.navigate(draft + "/documents");
        page.locator("input[type=file]")
                .last()
                .setInputFiles(new FilePayload(
                        "plan.pdf", "application/pdf", "%PDF-1.7 plan".getBytes(StandardCharsets.US_ASCII)));
        page.locator("form[enctype] button").last().click();
        look(page, "documents");
        page.navigate(draft);
        look(page, "tasks");
        page.navigate(site.address() + "/applications");
        look(page, "list");
        page.navigate(draft + "/check");
        look(page, "check");
        page.locator("#declared").check();
        page.locator("form[action$='/submit'] button").click();
        assertThat(page.url()).endsWith("/done");
        assertThat(page.locator("h1").innerText()).contains("Uw 2 aanvragen zijn ingediend");
        assertThat(page.locator(".deadline-card__date").first().innerText()).contains("6 december 2026");
        look(page, "done");
        page.locator(".deadline-card a").first().click();
        look(page, "dossier");
        page.locator("a[href$='/withdraw']").click();
        look(page, "withdraw");
        page.locator("form[action$='/withdraw'] button").click();
        assertThat(page.locator("main").innerText()).contains("Geannuleerd");
    }

    private static void choose(Page page, String name) {
        page.locator("#q").fill(name);
        page.locator("form[role=search] button").click();
        Locator add = page.locator("#found button").first();
        add.click();
    }

    /// As it is on a desk and on a phone, in both languages: axe finds nothing serious, nothing is too wide.
    private static void look(Page page, String name) {
        seen(page, name + "-nl");
        // What a form that was refused says comes with the answer to it, and not with its address.
        if (!name.endsWith("wrong")) {
            page.locator(".site-header a[hreflang='en']").click();
            seen(page, name + "-en");
            page.locator(".site-header a[hreflang='nl']").click();
        }
    }

    private static void seen(Page page, String name) {
        page.setViewportSize(1280, 900);
        RealBrowser.assertAccessible(page);
        RealBrowser.picture(page, "apply-" + name + "-1280");
        page.setViewportSize(320, 800);
        RealBrowser.assertNoSidewaysScroll(page);
        page.setViewportSize(375, 800);
        RealBrowser.picture(page, "apply-" + name + "-375");
        page.setViewportSize(1280, 900);
    }
}
