package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.kernel.Time;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import be.leermeester.portal.testing.TestSessions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Journey 6: a company is asked about three recognitions, reminded, and answers each in another way, with the clock
/// going from quarter to quarter; the handler sees it beside.
class RenewalJourneyTest {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(TestPortal.NOW);

    private static RealBrowser browser;
    private static TestPortal portal;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
        portal = SmallWorld.in(TestPortal.start(TestDatabase.migrated(), NOW::get));
        portal.sql("""
                UPDATE kernel.person SET email = 'petra@example.be' WHERE id = 'garage';
                UPDATE portal.application SET valid_until = '2027-07-10' WHERE id = 'A4';
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, valid_until) VALUES
                  ('A7', '8000003635', 'B1', 'automotive', '2022-08-01', 'COMPANY', 'APPROVED', '2022-08-15', '2027-08-15'),
                  ('A8', '8000000764', 'D3', 'automotive', '2022-08-20', 'COMPANY', 'APPROVED', '2022-09-01', '2027-09-01');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES
                  ('A7', 1, '2022-08-15 00:00+02', 'APPROVED', '2022-08-15'),
                  ('A8', 1, '2022-09-01 00:00+02', 'APPROVED', '2022-09-01');
                """);
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

    @Test
    @DisplayName("Journey 6: asked, reminded, answered in each of the three ways")
    void a_company_is_asked_reminded_and_answers() throws Exception {
        comes(LocalDate.of(2027, 1, 1));
        assertThat(links()).hasSize(1);
        try (BrowserContext anyone = browser.person();
                BrowserContext handler = browser.person()) {
            Page mailed = anyone.newPage();
            List<String> complaints = RealBrowser.complaints(mailed);
            mailed.navigate(origin() + links().getFirst());
            look(mailed, "renewal-link");
            answer(mailed, "A7", "support-A7");
            mailed.locator("#reason-A8").selectOption("NO_MENTOR");
            answer(mailed, "A8", "not-A8");

            comes(LocalDate.of(2027, 4, 1));
            assertThat(links()).hasSize(2);
            mailed.navigate(origin() + links().get(1));
            answer(mailed, "A4", "answer-A4");
            assertThat(mailed.locator("#r-A4").innerText()).contains("Meld u aan en dien de hernieuwing in");
            look(mailed, "renewal-answered");

            files(anyone, mailed);
            assertThat(complaints).isEmpty();
            handles(handler);
        }
        assertThat(rows("SELECT application_id || ' ' || answer FROM portal.renewal ORDER BY 1"))
                .containsExactly("A4 RENEW", "A7 NEEDS_SUPPORT", "A8 NOT_RENEW");
        assertThat(
                        rows(
                                "SELECT kind FROM portal.follow_up WHERE kind LIKE 'RENEWAL%' AND closed_at IS NULL ORDER BY 1"))
                .containsExactly("RENEWAL_CALL", "RENEWAL_SUPPORT");
    }

    @Test
    void the_administrator_s_pages_are_whole() {
        try (BrowserContext admin = browser.person()) {
            signIn(admin, "admin", Role.ADMIN, "");
            Page page = admin.newPage();
            for (String path : List.of("/admin/jobs", "/admin/jobs?on=2027-03-01", "/admin/register", "/admin")) {
                page.navigate(origin() + path);
                look(page, "night" + path.replaceAll("[^a-z0-9]+", "-"));
            }
        }
    }

    private static void files(BrowserContext anyone, Page page) {
        signIn(anyone, "garage", Role.COMPANY, SmallWorld.GARAGE);
        page.navigate(origin() + "/renewals");
        look(page, "renewal-own");
        page.locator("#r-A4 a.govuk-button").click();
        look(page, "renewal-file");
        page.locator("#declared").check();
        page.locator("main form button").click();
        page.waitForURL("**/recognitions/D2027-*");
    }

    private static void handles(BrowserContext handler) {
        signIn(handler, "auto", Role.HANDLER, "automotive");
        Page page = handler.newPage();
        page.navigate(origin() + "/handler/renewals");
        assertThat(page.locator("main").innerText())
                .contains("Hulp nodig voor we beslissen")
                .contains("Niet hernieuwen: Geen geschikte mentor")
                .contains("D2027-");
        look(page, "renewal-list");
        page.navigate(origin() + "/handler/renewals/A7/letter");
        look(page, "renewal-letter");
    }

    private static void answer(Page page, String dossier, String radio) {
        page.locator("label[for='" + radio + "']").click();
        page.locator("#r-" + dossier + " form button").click();
        page.waitForURL("**saved=" + dossier + "*");
        assertThat(page.locator("#r-" + dossier).innerText()).contains("Uw antwoord is bewaard");
    }

    /// Both languages on both widths, with axe.
    private static void look(Page page, String name) {
        String address = page.url();
        for (String language : List.of("en", "nl")) {
            page.context().addCookies(List.of(new Cookie("language", language).setUrl(origin())));
            page.navigate(address);
            page.setViewportSize(1280, 900);
            RealBrowser.assertAccessible(page);
            RealBrowser.picture(page, name + "-" + language + "-1280");
            page.setViewportSize(375, 800);
            RealBrowser.assertNoSidewaysScroll(page);
            RealBrowser.picture(page, name + "-" + language + "-375");
        }
        page.setViewportSize(320, 800);
        RealBrowser.assertNoSidewaysScroll(page);
        page.setViewportSize(1280, 900);
    }

    private static void signIn(BrowserContext context, String person, Role role, String scope) {
        String session = TestSessions.begin(portal.database(), person, role, scope);
        context.addCookies(List.of(new Cookie("session", session).setUrl(origin())));
    }

    private static void comes(LocalDate day) throws Exception {
        NOW.set(Time.startOf(day).plusSeconds(36_000));
        assertThat(portal.portal().catchUp().await(60, TimeUnit.SECONDS)).isTrue();
    }

    /// The addresses in the mails about renewals, in the order of the mails.
    private static List<String> links() {
        return rows("SELECT substring(text_body FROM '/renewal/[A-Za-z0-9_-]+') FROM kernel.mail"
                + " WHERE reason = 'RENEWAL' ORDER BY due_at");
    }

    private static String origin() {
        return "http://127.0.0.1:" + portal.portal().port();
    }

    private static List<String> rows(String sql) {
        try (var connection = DriverManager.getConnection(portal.database().jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
