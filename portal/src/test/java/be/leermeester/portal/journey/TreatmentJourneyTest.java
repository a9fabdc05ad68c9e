package be.leermeester.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.VirtualThreads;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.testing.TestPortal;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The handler's half of journey 1, with the company looking on in a browser of its own.
class TreatmentJourneyTest {

    private static DemoSite site;
    private static RealBrowser browser;

    @BeforeAll
    static void open() {
        browser = RealBrowser.open();
        site = DemoSite.open();
        sql("INSERT INTO kernel.person (id, first_name, last_name) VALUES ('J1', 'Jonas', 'Nieuwkomer');"
                + "INSERT INTO learning.mentor_application"
                + " (application_id, person_id, partnership_code, submitted_at, decision, recorded_at)"
                + " SELECT id, 'J1', partnership_code, submitted_at, 'PENDING', submitted_at FROM portal.application"
                + " WHERE id IN ('" + dossier("D272") + "', '" + dossier("D274") + "')");
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
            "Journey 1: incomplete, completed, visited, one approved wholly and one partially; the company sees it live")
    void the_handlers_half() throws TimeoutException {
        String whole = dossier("D272");
        String partial = dossier("D274");
        try (BrowserContext company = browser.person();
                BrowserContext handler = browser.person()) {
            Page watching = company.newPage();
            site.signIn(watching, "company");
            watching.navigate(site.address() + "/recognitions/" + whole);
            Page working = handler.newPage();
            List<String> complaints = RealBrowser.complaints(working);
            site.signIn(working, "handler");

            open(working, whole, "incomplete");
            working.locator("#item-EQUIPMENT").check();
            working.locator("#remark-EQUIPMENT").fill("Een foto van de draaibank");
            send(working);
            sees(watching, "Dossier onvolledig");

            complete(whole);
            sees(working, "In behandeling nemen");
            open(working, whole, "contact?kind=SITE_VISIT");
            working.locator("#remark").fill("Werkplaats bezocht, alles aanwezig");
            send(working);
            sees(working, "Werkplaats bezocht, alles aanwezig");

            open(working, whole, "approve");
            send(working);
            sees(watching, "Goedgekeurd");
            sees(watching, "22 november 2027");

            watching.navigate(site.address() + "/recognitions/" + partial);
            open(working, partial, "partial");
            working.locator("#activity-0").fill("Plasmasnijden");
            working.locator("#cover-0").selectOption("PLAN");
            working.locator("#plan-0").fill("de school");
            // The demo asks the social partners about this one, and their list is still open.
            working.locator("#despite-advice").check();
            send(working);
            sees(watching, "ingevuld door de school");
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"nl", "en"})
    void every_page_of_the_handler_is_accessible_and_fits_a_phone(String language) {
        try (BrowserContext context = browser.person()) {
            context.addCookies(List.of(new Cookie("language", language).setUrl(site.address())));
            Page page = context.newPage();
            site.signIn(page, "handler");
            String waiting = "/recognitions/" + dossier("D275");
            String recognised = "/recognitions/" + dossier("D270");
            String open = "/recognitions/" + openDossier();
            for (String path : List.of(
                    open,
                    open + "/check",
                    open + "/contact",
                    open + "/incomplete",
                    open + "/approve",
                    open + "/partial",
                    open + "/reject",
                    open + "/review",
                    waiting,
                    waiting + "/resume",
                    recognised,
                    recognised + "/revoke",
                    "/handler/work",
                    "/follow-ups")) {
                page.setViewportSize(1280, 900);
                assertThat(page.navigate(site.address() + path).status())
                        .as(path)
                        .isEqualTo(200);
                RealBrowser.assertAccessible(page);
                String name = "treatment-" + language
                        + path.replaceAll("/recognitions/[^/]+", "-dossier").replace('/', '-');
                String unique =
                        name + (path.startsWith(waiting) ? "-hold" : path.startsWith(recognised) ? "-approved" : "");
                RealBrowser.picture(page, unique + "-1280");
                page.setViewportSize(375, 800);
                RealBrowser.assertNoSidewaysScroll(page);
                RealBrowser.picture(page, unique + "-375");
            }
        }
    }

    private static void open(Page page, String dossier, String act) {
        page.navigate(site.address() + "/recognitions/" + dossier);
        page.locator("#treatment a[href='/recognitions/" + dossier + "/" + act + "']")
                .click();
        RealBrowser.assertAccessible(page);
    }

    /// Presses the button of the form itself, not those of the page around it.
    private static void send(Page page) {
        page.locator("main .govuk-button-group button").first().click();
        page.waitForURL("**?done=*");
    }

    private static void sees(Page page, String text) {
        page.locator("#dossier").getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(20_000));
    }

    /// As the company does that submits again.
    private static void complete(String dossier) throws TimeoutException {
        Time time = new Time(InstantSource.fixed(TestPortal.NOW));
        ChangeStatus change = new ChangeStatus(new Outbox(time, new Ids(time), List::of), time);
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(site.database().uri())
                .using(vertx)
                .build();
        VirtualThreads threads = VirtualThreads.start(vertx, 2).await(30, TimeUnit.SECONDS);
        Act act = Act.of(dossier, RecognitionStatus.SUBMITTED, Actor.APPLICANT, "DEMO-company");
        threads.run(() -> new Db(pool, pool).transact(connection -> change.apply(connection, act)))
                .await(30, TimeUnit.SECONDS);
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    private static String dossier(String programme) {
        return one(
                "SELECT a.id FROM portal.application a JOIN portal.establishment e USING (establishment_number)"
                        + " JOIN portal.company c USING (enterprise_number) WHERE c.name = 'Metaalatelier Hoverdonk NV'"
                        + " AND a.programme_code = '" + programme + "'"
                        + " ORDER BY a.status IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD') DESC, a.status = 'APPROVED' DESC, a.id LIMIT 1");
    }

    /// Any that waits for a decision, of the demo handler's partnership.
    private static String openDossier() {
        return one("SELECT a.id FROM portal.application a WHERE a.status = 'SUBMITTED' AND a.decide_by > '2026-11-24'"
                + " AND a.partnership_code = (SELECT partnership_code FROM portal.application WHERE id = '"
                + dossier("D275") + "') ORDER BY a.decide_by, a.id LIMIT 1");
    }

    private static String one(String sql) {
        try (var connection = DriverManager.getConnection(site.database().jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void sql(String sql) {
        try (var connection = DriverManager.getConnection(site.database().jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
