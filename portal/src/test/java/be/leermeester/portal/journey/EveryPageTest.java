package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.status.RecognitionStatus;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every role signs in with its button and walks through every kind of page it can reach from its start page: each
/// answers, axe finds nothing serious, nothing is wider than a phone, and the browser has nothing to complain of.
class EveryPageTest {

    private static final int MOST_PAGES = 60;
    /// The same for every role: one of them looks.
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "/toegankelijkheid", "/privacy", "/contact", "/woordenlijst", "/mailbox", "/mailbox/_", "/materials/_");

    /// Whoever finds dossiers from the menu sees one of each status, for what can be done with it differs.
    private static final List<String> STATUSES = Arrays.stream(RecognitionStatus.values())
            .map(status -> "/recognitions?status=" + status)
            .toList();

    private static final Pattern ID = Pattern.compile("/[A-Za-z]*-?[0-9][A-Za-z0-9_.-]*");

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
    @ValueSource(
            strings = {
                "mentor", "company", "school", "teacher", "handler", "advisor", "trainer", "monitor", "admin", "many"
            })
    void every_page_of_a_role_is_whole_and_accessible(String username) {
        try (BrowserContext context = browser.person()) {
            Page page = context.newPage();
            List<String> complaints = RealBrowser.complaints(page);
            site.signIn(page, username);
            Set<String> seen = new LinkedHashSet<>();
            Set<String> waiting = new LinkedHashSet<>(List.of(pathOf(page)));
            if (page.locator(".site-nav a[href='/recognitions']").count() > 0) {
                STATUSES.forEach(list -> waiting.addAll(actsOf(page, list)));
            }
            while (!waiting.isEmpty() && seen.size() < MOST_PAGES) {
                String path = waiting.iterator().next();
                waiting.remove(path);
                if (!seen.add(kindOf(path))) {
                    continue;
                }
                visit(page, path, username);
                // The demo's mails are for others: what they lead to is not for this person.
                (path.startsWith("/mailbox/") ? Stream.<String>of() : linksOf(page).stream())
                        .filter(link -> !seen.contains(kindOf(link)))
                        .filter(link -> username.equals("teacher") || !FOR_EVERYBODY.contains(kindOf(link)))
                        .forEach(waiting::add);
            }
            assertThat(seen).hasSizeGreaterThan(1);
            assertThat(complaints).isEmpty();
        }
    }

    /// What can be done with the first dossier of a list.
    private static List<String> actsOf(Page page, String list) {
        page.navigate(site.address() + list);
        Locator dossiers = page.locator("main a[href^='/recognitions/']");
        if (dossiers.count() == 0) {
            return List.of();
        }
        page.navigate(site.address() + dossiers.first().getAttribute("href"));
        return linksOf(page);
    }

    private static void visit(Page page, String path, String username) {
        page.setViewportSize(1280, 900);
        Response response = page.navigate(site.address() + path);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(page.locator("h1").count()).as("one h1 on " + path).isEqualTo(1);
        RealBrowser.assertAccessible(page);
        String name = username + kindOf(path).replaceAll("[^A-Za-z0-9]+", "-");
        RealBrowser.picture(page, name + "-1280");
        page.setViewportSize(375, 800);
        RealBrowser.assertNoSidewaysScroll(page);
        RealBrowser.picture(page, name + "-375");
        page.setViewportSize(320, 800);
        RealBrowser.assertNoSidewaysScroll(page);
    }

    /// Two dossiers are one kind of page, and so is a list with another filter.
    private static String kindOf(String path) {
        return ID.matcher(path.replaceFirst("[?#].*", "")).replaceAll("/_");
    }

    private static String pathOf(Page page) {
        return page.url().substring(site.address().length());
    }

    @SuppressWarnings("unchecked")
    private static List<String> linksOf(Page page) {
        List<String> links = (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('main a[href], nav a[href], footer a[href]')]"
                                + ".map(a => a.getAttribute('href')).filter(h => h.startsWith('/') && !h.startsWith('/language')"
                                + " && !/^(?!\\/renewals).*\\/file$|\\.(csv|xlsx|svg|json)(\\?|$)|export|\\/api\\/|sign-|\\/print$|\\/letter/.test(h))");
        return links.stream()
                .map(link -> link.replaceFirst("#.*", ""))
                .distinct()
                .toList();
    }
}
