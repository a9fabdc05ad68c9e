package be.leermeester.portal.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import be.leermeester.portal.mandate.Applicant;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.mandate.Mandates;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.FileApplication;
import be.leermeester.portal.testing.TestBackground;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A company and a school side by side, each in an own browser that is never reloaded by hand.
class MandateJourneyTest {

    private static final String COMPANY = "Metaalatelier Hoverdonk NV";

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
    @DisplayName("Journey 7: a school files under mandate; the company revokes; the school no longer sees or does it")
    void a_revoked_mandate_is_over_on_pages_that_stand_open() {
        try (BrowserContext hers = browser.person();
                BrowserContext his = browser.person();
                TestBackground background = TestBackground.beside(site.database())) {
            Page company = hers.newPage();
            Page school = his.newPage();
            List<String> complaints = RealBrowser.complaints(company);
            site.signIn(company, "company");
            site.signIn(school, "school");
            String name = background
                    .rows("SELECT name FROM portal.training_provider WHERE code = 'DP01'")
                    .getFirst();
            background.sql("DELETE FROM portal.mandate WHERE id = 'DEMO-V1'");
            look(school, "/mandates", "school-mandates-none");
            assertThat(school.locator("#held")).not().containsText(COMPANY);

            give(company, name);
            assertThat(school.locator("#held")).containsText(COMPANY);

            String dossier = file(background);
            look(school, "/recognitions/" + dossier, "school-dossier");
            assertThat(school.locator("#dossier")).containsText(COMPANY);
            look(company, "/company/mandates", "company-mandates");
            assertThat(company.locator("#mandates")).containsText("ingediend:");

            company.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Intrekken " + name))
                    .click();
            see(company, "company-mandate-revoke");
            company.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ja, nu intrekken"))
                    .click();
            assertThat(company.locator("[role=status]")).containsText("De machtiging is ingetrokken");
            see(company, "company-mandate-revoked");

            assertThat(school.locator("#dossier")).containsText("niet voor u zichtbaar");
            assertThat(school.locator("#dossier")).not().containsText(COMPANY);
            look(school, "/recognitions?only=FILED", "school-filed-none");
            assertThat(school.locator("main")).not().containsText(COMPANY);
            look(school, "/mandates", "school-mandates-past");
            assertThat(school.locator("#held")).containsText("Ingetrokken");
            assertThatThrownBy(() -> file(background)).isInstanceOf(Problem.Forbidden.class);
            org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
        }
    }

    private static void give(Page company, String school) {
        look(company, "/company/mandates/new", "company-mandate-find");
        company.getByLabel("Naam of gemeente").fill(school);
        company.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoeken"))
                .click();
        see(company, "company-mandate-found");
        company.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deze school machtigen " + school))
                .click();
        see(company, "company-mandate-give");
        company.locator("#agree").check();
        company.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Machtiging geven"))
                .click();
        assertThat(company.locator("[role=status]")).containsText("De machtiging is gegeven");
        see(company, "company-mandate-given");
    }

    /// What the school's own form does when it is sent: asked each time whether the mandate holds.
    private static String file(TestBackground background) {
        Grant school = new Grant(Role.SCHOOL, "DP01");
        Identity identity = new Identity("DEMO-school", "Bart Lievens", List.of(school), school);
        List<String> place = background.rows("""
                SELECT es.establishment_number || ' ' || p.code || ' ' || es.enterprise_number
                FROM portal.establishment es JOIN kernel.person_role r
                  ON r.person_id = 'DEMO-company' AND r.scope = es.enterprise_number
                CROSS JOIN portal.programme p
                WHERE es.ceased_on IS NULL AND NOT EXISTS (SELECT FROM portal.application a
                  WHERE a.establishment_number = es.establishment_number AND a.programme_code = p.code)
                ORDER BY 1 LIMIT 1
                """);
        String[] at = place.getFirst().split(" ", 3);
        Outbox outbox = new Outbox(background.time(), new Ids(background.time()), List::of);
        FileApplication filing = new FileApplication(new ChangeStatus(outbox, background.time()), background.time());
        return background.tell(() -> background.db().transact(connection -> {
            Errand errand = Errand.of(at[2], Errand.Kind.FILE).at(at[0]).on(at[1]);
            Applicant applicant = Mandates.applicant(
                            connection, identity, errand, background.time().today())
                    .await();
            return filing.file(
                    connection,
                    new FileApplication.Filing(
                            at[0],
                            at[1],
                            "technology_industry",
                            null,
                            applicant.submittedBy(),
                            identity.personId(),
                            applicant.holder(),
                            null,
                            List.of("DEMO-mentor")));
        }));
    }

    private static void look(Page page, String path, String name) {
        page.navigate(site.address() + path);
        see(page, name);
    }

    /// Every page on the way is looked at, wide and narrow.
    private static void see(Page page, String name) {
        RealBrowser.assertAccessible(page);
        RealBrowser.picture(page, "journey-7-" + name + "-1280");
        page.setViewportSize(375, 800);
        RealBrowser.assertNoSidewaysScroll(page);
        RealBrowser.picture(page, "journey-7-" + name + "-375");
        page.setViewportSize(1280, 900);
    }
}
