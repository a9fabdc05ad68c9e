package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import be.leermeester.portal.testing.TestSessions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Journey 4: the administrator of a demo sets the clock forward, and what falls due happens: mentor M1 of [SmallWorld]
/// has until 10 January 2027, on A1 without an agreement and on A7 with one.
class DeadlineJourneyTest {

    private static RealBrowser browser;
    private static TestPortal portal;
    private static TestBackground beside;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
        portal = SmallWorld.in(TestPortal.start(TestDatabase.migrated(), Instant.parse("2026-07-01T08:00:00Z")));
        beside = TestBackground.beside(portal.database());
        portal.sql("""
                UPDATE kernel.person SET email = 'mia@example.be' WHERE id = 'M1';
                UPDATE kernel.person SET email = 'karel@example.be' WHERE id = 'bakery';
                DELETE FROM learning.mentor_application WHERE application_id = 'A2';
                UPDATE learning.obligation SET lapses_on = '2027-01-11' WHERE person_id = 'M1';
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, first_decision, first_decided_at, valid_until) VALUES
                  ('A7', '2123456789', 'B1', 'food_industry', '2025-12-30 10:00+01', 'COMPANY', 'APPROVED',
                   '2026-01-10 10:00+01', 'APPROVED', '2026-01-10 10:00+01', '2031-01-10');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES
                  ('A7', 1, '2025-12-30 10:00+01', 'SUBMITTED', '2025-12-30'),
                  ('A7', 2, '2026-01-10 10:00+01', 'APPROVED', '2026-01-10');
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at) VALUES
                  ('A7', 'M1', 'food_industry', '2025-12-30 10:00+01', 'APPROVED', '2026-01-10 10:00+01', '2026-01-10');
                INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, provider_code, type,
                  starts_on, ends_on, registered_at, recorded_at) VALUES
                  ('O7', 'A7', 'M1', 'L2', 'P2', 'OAO', '2026-02-01', '2027-06-30', '2026-01-20', '2026-01-20')""");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (portal != null) {
            beside.close();
            portal.close();
        }
    }

    @Test
    @DisplayName("Journey 4: reminded at six and three months, amber, red, struck off; one revoked, one kept")
    void a_year_passes() {
        try (BrowserContext admin = browser.person();
                BrowserContext mentor = browser.person()) {
            signIn(admin, "admin", Role.ADMIN, "");
            signIn(mentor, "M1", Role.MENTOR, "");
            Page clock = admin.newPage();
            Page own = mentor.newPage();
            goes(clock, "2026-07-11");
            assertThat(see(own, "amber")).contains("Demo: vandaag is het hier");
            assertThat(mails()).hasSize(1);
            goes(clock, "2026-10-11");
            see(own, "red");
            assertThat(mails()).hasSize(2);
            goes(clock, "2027-01-12");
            see(own, "overdue");
        }
        assertThat(mails()).as("nothing after the deadline").hasSize(2);
        assertThat(beside.rows(
                        "SELECT id || ' ' || status FROM portal.application WHERE id IN ('A1', 'A7') ORDER BY id"))
                .containsExactly("A1 REVOKED", "A7 APPROVED");
        assertThat(beside.rows("SELECT DISTINCT struck_on::text FROM learning.struck_mentor WHERE person_id = 'M1'"))
                .containsExactly("2027-01-11");
    }

    private static String see(Page page, String tone) {
        page.navigate(origin() + "/mentor");
        RealBrowser.assertAccessible(page);
        RealBrowser.picture(page, "journey-4-" + tone);
        assertThat(page.locator(".deadline-card--" + tone).count()).as(tone).isPositive();
        return page.locator("body").innerText();
    }

    private static void goes(Page page, String day) {
        page.navigate(origin() + "/admin/clock");
        page.locator("#day").fill(day);
        page.locator("main form button:not([name])").click();
        for (int i = 0; i < 900 && !arrived(day); i++) {
            beside.tell(() -> beside.vertx().timer(200, TimeUnit.MILLISECONDS).await());
        }
        assertThat(arrived(day)).isTrue();
        page.navigate(origin() + "/admin/clock");
        RealBrowser.picture(page, "journey-4-clock");
    }

    private static boolean arrived(String day) {
        return beside.rows("SELECT job FROM kernel.job_run WHERE job IN ('remind-mentors', 'climb-ladder',"
                                + " 'lapse-mentors') AND ended_at IS NOT NULL AND business_date = '" + day + "'")
                        .size()
                == 3;
    }

    private static List<String> mails() {
        return beside.rows("SELECT subject FROM kernel.mail WHERE recipient = 'mia@example.be'"
                + " AND reason = 'TRAINING_REMINDER' AND sent_at IS NOT NULL");
    }

    private static void signIn(BrowserContext context, String person, Role role, String scope) {
        String session = TestSessions.begin(portal.database(), person, role, scope);
        context.addCookies(List.of(new Cookie("session", session).setUrl(origin())));
    }

    private static String origin() {
        return "http://127.0.0.1:" + portal.portal().port();
    }
}
