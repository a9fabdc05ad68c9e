package be.leermeester.portal.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What administrators see of the night's work, and choose about arrears; A3 of [SmallWorld] is undecided since
/// 16 November 2026.
class NightPagesTest {

    private TestPortal portal;
    private TestBrowser admin;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        admin = portal.browser().signedInAs("admin", Role.ADMIN);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void tonight_and_another_day_are_foreseen() {
        assertThat(admin.get("/admin/jobs").text())
                .contains("in de nacht naar 23 november 2026")
                .contains("Automatisch goedgekeurd (1)")
                .contains("A3 Garage O'Peeters & <Zoon>")
                .contains("Automatisch goedkeuren 22 november 2026");
        assertThat(admin.get("/admin/jobs?on=2027-03-01").text()).contains("A4 Garage O'Peeters & <Zoon>");
        portal.sql("UPDATE portal.application SET valid_until = '2027-07-10' WHERE id = 'A4'");
        assertThat(admin.get("/admin/jobs?on=2027-01-01").text()).contains("Vragen of ondernemingen hernieuwen (1)");
        assertThat(admin.get("/admin/jobs?on=2027-01-08").text()).contains("Vragen of ondernemingen hernieuwen (0)");
    }

    @Test
    void arrears_are_applied_once_chosen() {
        imported();
        TestBrowser.Page page = admin.get("/admin/jobs");
        assertThat(page.text()).contains("Automatisch goedgekeurd (0)").contains("Laat zo staan");
        admin.post("/admin/jobs/arrears", Map.of("choice", "APPLIED", "partnership", "automotive"));
        assertThat(Stream.generate(() -> admin.get("/admin/jobs").text())
                        .limit(500)
                        .anyMatch(text -> text.contains("toegepast (Ann Aerts), 1 dossier")))
                .isTrue();
        assertThat(admin.get("/admin/jobs").text()).contains("Er is geen achterstand");
        assertThat(admin.get("/recognitions/A3").text()).contains("16 november 2026");
        assertThat(admin.get("/mailbox").text()).doesNotContain("goedgekeurd vanaf");
    }

    @Test
    void arrears_that_are_left_stay_as_they_are() {
        imported();
        admin.get("/admin/jobs");
        admin.post("/admin/jobs/arrears", Map.of("choice", "LEFT", "partnership", "automotive"));
        assertThat(admin.get("/admin/jobs").text())
                .contains("Er is geen achterstand")
                .contains("zo gelaten (Ann Aerts)")
                .contains("Automatisch goedgekeurd (0)");
        assertThat(admin.post("/admin/jobs/arrears", Map.of("choice", "ANDERS")).status())
                .isEqualTo(400);
    }

    @Test
    void where_the_partnership_escalates_no_page_says_approved_automatically() {
        portal.sql(
                "UPDATE portal.partnership_policy SET automatic_approval = false WHERE partnership_code = 'automotive'");
        TestBrowser handler = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        assertThat(handler.get("/recognitions/A3").text())
                .contains("bij het hoofd van het team sinds 16 november 2026")
                .contains("sinds 16 november 2026 beslist het hoofd van het team")
                .doesNotContain("utomatisch goedgekeurd sinds");
        assertThat(handler.get("/handler").text()).contains("1 te laat, bij het hoofd van het team");
        assertThat(handler.get("/recognitions?only=BY_LAW").text()).doesNotContain("A3");
        assertThat(handler.get("/recognitions?only=ESCALATED").text()).contains("Baan 2, Mechelen");
        TestBrowser garage = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        assertThat(garage.get("/company").text())
                .contains("bij het hoofd van het team sinds")
                .doesNotContain("utomatisch goedgekeurd sinds");
        portal.sql("UPDATE portal.application SET decide_by = '2026-12-01' WHERE id = 'A3';"
                + "UPDATE portal.application_event SET at = '2026-11-16 10:00+01' WHERE application_id = 'A3'");
        assertThat(handler.get("/recognitions/A3").text())
                .contains("het hoofd van het team")
                .doesNotContain("automatisch goedgekeurd vanaf");
    }

    private void imported() {
        portal.sql("INSERT INTO portal.import_run (id, started_at, started_by, source, dry_run, state_date, state)"
                + " VALUES ('I1', '2026-11-20 12:00+01', 'admin', 'x.zip', false, '2026-11-10', 'DONE')");
    }
}
