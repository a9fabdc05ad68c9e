package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The system's own Chromium, driven by Playwright. Where there is none the test is skipped and says so, except in CI,
/// where it fails.
final class RealBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private RealBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static RealBrowser open() {
        Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (chromium.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI must have a Chromium; ./check installs Debian's");
        }
        Assumptions.assumeTrue(chromium.isPresent(), "No Chromium here: the journeys in a browser are skipped");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new RealBrowser(playwright, browser);
    }

    /// A person's own browser: own cookies.
    BrowserContext person() {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("nl-BE"));
    }

    BrowserContext personWithoutScript() {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(375, 800)
                .setLocale("nl-BE")
                .setJavaScriptEnabled(false));
    }

    /// Keeps what the browser complains about: scripts that fail, things that the content policy refuses. That a form
    /// is shown again because something in it is not right (422) is no fault.
    static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 422")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return complaints;
    }

    /// Fails where axe finds something serious or critical on the page.
    static void assertAccessible(Page page) {
        AxeResults results = new AxeBuilder(page).analyze();
        List<String> found = results.getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> page.url() + " " + rule.getId() + ": "
                        + rule.getNodes().getFirst().getHtml())
                .toList();
        assertThat(found).isEmpty();
    }

    /// Fails where a person would have to scroll sideways.
    static void assertNoSidewaysScroll(Page page) {
        Object wider =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue())
                .as("pixels too wide: " + page.url())
                .isLessThanOrEqualTo(0);
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
