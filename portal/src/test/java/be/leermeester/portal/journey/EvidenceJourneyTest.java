package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.evidence.EvidenceWorld;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestPortal;
import be.leermeester.portal.testing.TestSessions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Journey 3: a mentor without script on a phone uploads too few hours, is refused with the rule by the handler beside,
/// uploads a second certificate, and the deadline turns green for mentor, company and handler.
class EvidenceJourneyTest {

    private static RealBrowser browser;
    private static TestPortal portal;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
        portal = SmallWorld.in(TestPortal.start());
        portal.sql(EvidenceWorld.SQL);
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
    @DisplayName("Journey 3: too few hours refused with the rule, a second certificate accepted, green for all")
    void a_mentor_is_refused_with_the_rule_and_accepted_the_second_time() {
        try (BrowserContext phone = browser.personWithoutScript();
                BrowserContext desk = browser.person();
                BrowserContext office = browser.person()) {
            signIn(phone, "M3", Role.MENTOR, "");
            signIn(desk, "bouw", Role.HANDLER, "construction");
            signIn(office, "garage", Role.COMPANY, SmallWorld.GARAGE);
            Page mentor = phone.newPage();
            Page handler = desk.newPage();
            List<String> complaints = RealBrowser.complaints(handler);

            handsIn(mentor, "4", "Attest", "4 uur");
            assertThat(mentor.locator("main").innerText()).contains("Wacht op nazicht");
            picture(mentor, "evidence-status");

            judges(handler, "refuse");
            mentor.navigate(origin() + "/evidence/mine");
            assertThat(mentor.locator("main").innerText())
                    .contains("Geweigerd", "Bouw vraagt minstens 8 uur opleiding. Uw bewijs telt 4 uur.");
            picture(mentor, "evidence-refused");

            handsIn(mentor, "16", "Attest", "Nele Claes", "6 oktober 2026");
            judges(handler, "accept");
            green(mentor, office.newPage(), handler);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void every_page_is_accessible_and_fits_a_phone() {
        portal.sql("""
                INSERT INTO learning.evidence (id, person_id, partnership_code, kind, provider, course, followed_to, hours,
                  handed_in_at, handed_in_by, state)
                VALUES ('E-1', 'M1', 'food_industry', 'TRAINING', 'Noord', 'Mentor', '2026-10-06', 8, '2026-11-12Z', 'M1',
                  'WAITING');
                INSERT INTO portal.evidence_step (evidence_id, seq, at, actor, state) VALUES
                  ('E-1', 1, '2026-11-12Z', 'M1', 'WAITING');
                """);
        try (BrowserContext mentor = browser.person();
                BrowserContext handler = browser.person();
                BrowserContext company = browser.person()) {
            signIn(mentor, "M1", Role.MENTOR, "");
            signIn(handler, "food", Role.HANDLER, "food_industry");
            signIn(company, "bakery", Role.COMPANY, SmallWorld.BAKERY);
            Page own = mentor.newPage();
            look(own, "/evidence/new?kind=TRAINING", "evidence-form");
            look(own, "/evidence/new?kind=EXEMPTION", "evidence-exemption");
            look(own, "/evidence/mine", "evidence-mine");
            look(own, "/mentor", "evidence-mentor");
            Page desk = handler.newPage();
            look(desk, "/evidence", "evidence-queue");
            look(desk, "/evidence/E-1", "evidence-judge");
            look(desk, "/handler", "evidence-handler");
            look(company.newPage(), "/evidence/new", "evidence-choose");
        }
    }

    private static void handsIn(Page page, String hours, String... lines) {
        page.navigate(origin() + "/mentor");
        page.locator("main a[href='/evidence/new?kind=TRAINING']").click();
        page.locator("#file")
                .setInputFiles(new FilePayload("attest.pdf", "application/pdf", EvidenceWorld.certificate(lines)));
        page.locator("#provider").fill("Opleidingscentrum Noord");
        page.locator("#course").fill("Mentor op de werf");
        page.locator("#followedTo").fill("2026-10-06");
        page.locator("#hours").fill(hours);
        page.locator("main form button").click();
        picture(page, "evidence-preview-" + hours);
        page.locator("main form button").click();
        assertThat(page.locator("main").innerText()).contains("Ingediend");
    }

    private static void judges(Page page, String decision) {
        page.navigate(origin() + "/handler");
        page.locator(".tile[href^='/evidence']").click();
        page.locator("#queue tbody a").first().click();
        picture(page, "evidence-judging-" + decision);
        if (decision.equals("refuse")) {
            assertThat(page.locator("main").innerText()).contains("Niet in orde", "Minstens 8 uur");
            page.locator("label[for='decision-refuse']").click();
            page.locator("#refusal").selectOption("TOO_FEW_HOURS");
            page.locator("#motivation").fill("Er staan maar vier uren op dit attest.");
        } else {
            page.locator("fieldset label[for^='theme-']").all().forEach(label -> label.click());
            page.locator("label[for='decision']").click();
        }
        page.locator("main form button").click();
        page.locator("main form")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator("h1 + p").innerText()).contains(decision.equals("refuse") ? "Geweigerd" : "Aanvaard");
    }

    private static void green(Page mentor, Page company, Page handler) {
        mentor.navigate(origin() + "/mentor");
        assertThat(mentor.locator("#deadline .deadline-card--green").count()).isEqualTo(1);
        company.navigate(origin() + "/mentors?q=Claes");
        assertThat(company.locator("main").innerText()).contains("Nele Claes", "Elders gevolgd");
        handler.navigate(origin() + "/mentors?q=Claes");
        assertThat(handler.locator("main").innerText()).contains("Nele Claes", "Elders gevolgd");
    }

    private static void picture(Page page, String name) {
        RealBrowser.picture(page, name);
    }

    /// Both languages on both widths, with axe.
    private static void look(Page page, String path, String name) {
        for (String language : List.of("en", "nl")) {
            page.context().addCookies(List.of(new Cookie("language", language).setUrl(origin())));
            page.setViewportSize(1280, 900);
            page.navigate(origin() + path);
            RealBrowser.assertAccessible(page);
            picture(page, name + "-" + language + "-1280");
            page.setViewportSize(375, 800);
            RealBrowser.assertNoSidewaysScroll(page);
            picture(page, name + "-" + language + "-375");
        }
        page.setViewportSize(320, 800);
        RealBrowser.assertNoSidewaysScroll(page);
    }

    private static void signIn(BrowserContext context, String person, Role role, String scope) {
        String session = TestSessions.begin(portal.database(), person, role, scope);
        context.addCookies(List.of(new Cookie("session", session).setUrl(origin())));
    }

    private static String origin() {
        return "http://127.0.0.1:" + portal.portal().port();
    }
}
