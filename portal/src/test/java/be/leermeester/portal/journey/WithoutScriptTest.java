package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A4: whatever script adds, the portal works without it, on a phone, and by keyboard alone.
@Tag("A4")
class WithoutScriptTest {

    private static final int MOST_TABS = 80;

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

    @ParameterizedTest
    @ValueSource(strings = {"mentor", "company", "school", "teacher", "handler", "trainer", "monitor", "admin", "many"})
    void a_role_goes_about_the_daily_work(String username) {
        try (BrowserContext context = browser.personWithoutScript()) {
            context.setDefaultTimeout(10_000);
            Page page = context.newPage();
            page.navigate(site.address() + "/");
            page.locator(".site-header a[href^='/sign-in']").click();
            page.locator("button[value='" + username + "']").click();
            assertWhole(page);
            assertThat(page.locator(".site-header__person").isVisible()).isTrue();
            for (String path : menu(page)) {
                page.locator(".site-nav a[href='" + path + "']").click();
                assertWhole(page);
                assertThat(page.locator(".site-nav a[aria-current='page']").getAttribute("href"))
                        .isEqualTo(path);
                if (page.locator("form.filters").count() > 0) {
                    narrow(page);
                }
            }
            search(page);
            speakEnglish(page);
            page.locator("form[action='/sign-out'] button").click();
            assertWhole(page);
            assertThat(page.url()).isEqualTo(site.address() + "/");
            assertThat(page.locator(".site-header a[href^='/sign-in']").isVisible())
                    .isTrue();
        }
    }

    @Test
    void somebody_with_several_roles_signs_in_switches_and_filters_by_keyboard_alone() {
        try (BrowserContext context = browser.personWithoutScript()) {
            context.setDefaultTimeout(10_000);
            Page page = context.newPage();
            page.navigate(site.address() + "/");
            enter(page, ".site-header a[href^='/sign-in']");
            enter(page, "button[value='many']");
            assertWhole(page);
            String before = page.locator("select#role").inputValue();
            tabTo(page, "select#role");
            page.keyboard().press("Home");
            if (page.locator("select#role").inputValue().equals(before)) {
                page.keyboard().press("End");
            }
            String other = page.locator("select#role").inputValue();
            assertThat(other).isNotEqualTo(before);
            enter(page, ".site-header__role button");
            assertWhole(page);
            assertThat(page.locator("select#role").inputValue()).isEqualTo(other);
            enter(page, ".site-nav a[href='/materials']");
            tabTo(page, "form.search-box #q");
            page.keyboard().type("veiligheid");
            page.keyboard().press("Enter");
            page.waitForURL("**/materials?*q=veiligheid*");
            filterByKeyboard(page);
            enter(page, "form[action='/sign-out'] button");
            assertThat(page.locator(".site-header a[href^='/sign-in']").isVisible())
                    .isTrue();
        }
    }

    private static void filterByKeyboard(Page page) {
        if (page.locator("details.search-fold > summary").isVisible()) {
            tabTo(page, "details.search-fold > summary");
            page.keyboard().press("Enter");
        }
        String group = ".search-filter:first-of-type";
        if (page.locator(group).first().getAttribute("open") == null) {
            tabTo(page, group + " summary");
            page.keyboard().press("Enter");
        }
        tabTo(page, group + " input[type=checkbox]");
        page.keyboard().press("Space");
        enter(page, "form.search-filters button");
        assertWhole(page);
        assertThat(page.url()).contains("q=veiligheid").containsPattern("&[a-z]+=[^&]+");
    }

    /// Filters the list, sorts it otherwise, and turns its page.
    private static void narrow(Page page) {
        String path = page.url();
        if (page.locator(".govuk-pagination__next a").count() > 0) {
            page.locator(".govuk-pagination__next a").click();
            assertThat(page.url()).contains("page=2");
            assertWhole(page);
            page.locator(".govuk-pagination__prev a").click();
            assertWhole(page);
        }
        unfold(page);
        Locator sort = page.locator("form.filters #sort");
        int last = sort.locator("option").count() - 1;
        sort.selectOption(new SelectOption().setIndex(last));
        page.locator("form.filters #q").fill("e");
        page.locator("form.filters button").click();
        assertThat(page.url()).startsWith(path).contains("q=e").contains("sort=");
        assertWhole(page);
        assertThat(page.locator("#sentence").textContent()).contains("e");
        assertThat(page.locator("form.filters #q").inputValue()).isEqualTo("e");
        Locator choices = page.locator(".choices a:not([aria-current])");
        if (choices.count() > 0) {
            choices.last().click();
            assertThat(page.url()).contains("q=e");
            assertWhole(page);
        }
    }

    private static void unfold(Page page) {
        if (!page.locator("form.filters #q").isVisible()) {
            page.locator("details.fold > summary").click();
        }
    }

    private static void search(Page page) {
        page.locator(".site-nav a[href='/materials']").click();
        page.locator("form.search-box #q").fill("veiligheid");
        page.locator("form.search-box button").click();
        assertWhole(page);
        assertThat(page.url()).contains("q=veiligheid");
        assertThat(page.locator("#sentence").textContent()).contains("veiligheid");
        Locator fold = page.locator("details.search-fold > summary");
        if (fold.isVisible()) {
            fold.click();
        }
        Locator group = page.locator(".search-filter").first();
        if (group.getAttribute("open") == null) {
            group.locator("summary").click();
        }
        group.locator("label").first().click();
        page.locator("form.search-filters button").click();
        assertWhole(page);
        assertThat(page.url()).contains("q=veiligheid").containsPattern("&[a-z]+=[^&]+");
    }

    private static void speakEnglish(Page page) {
        String address = page.url();
        page.locator(".site-header__languages a[lang='en']").click();
        assertWhole(page);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.url()).as("where one was").isEqualTo(address);
    }

    private static void assertWhole(Page page) {
        page.locator("h1").first().waitFor();
        assertThat(page.locator("h1").count()).as("one h1 on " + page.url()).isEqualTo(1);
        assertThat(page.url()).startsWith(site.address());
        assertThat(page.locator("main").textContent()).doesNotContain("Er ging iets mis bij ons");
    }

    private static List<String> menu(Page page) {
        return page.locator(".site-nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /// Goes to it with Tab; wherever the focus stands on the way can be seen.
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
            assertThat(page.locator(":focus").first().isVisible())
                    .as("focus seen on " + page.url())
                    .isTrue();
        }
        throw new AssertionError("No Tab leads to " + selector + " on " + page.url());
    }

    private static void enter(Page page, String selector) {
        tabTo(page, selector);
        String before = page.url();
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.equals(before));
    }
}
