package be.leermeester.portal.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Fingerprint;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answering with and without signing in; A4 of [SmallWorld] ends on 1 March 2027.
class RenewalPagesTest {

    private TestPortal portal;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("INSERT INTO portal.renewal (application_id, ends_on, asked_on)"
                + " VALUES ('A4', '2027-03-01', '2026-07-01')");
        portal.sql("INSERT INTO portal.renewal_link VALUES (decode('"
                + HexFormat.of().formatHex(Fingerprint.ofSecret("geheim"))
                + "', 'hex'), 'garage', '0900001137', '2026-10-01', '2027-04-01', '2026-07-01', '2027-04-01')");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void whoever_has_the_link_answers_without_signing_in_and_reading_changes_nothing() {
        TestBrowser anyone = portal.browser();
        TestBrowser.Page page = anyone.get("/renewal/geheim");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Onderhoudsmechanica auto duaal")
                .contains("Loopt af op 1 maart 2027")
                .doesNotContain("Bart Bos");
        assertThat(rows("SELECT answer FROM portal.renewal")).containsExactly((String) null);
        assertThat(anyone.post("/renewal/geheim", Map.of("dossier", "A4", "answer", "NEEDS_SUPPORT"))
                        .header("location"))
                .contains("/renewal/geheim?saved=A4#r-A4");
        assertThat(anyone.get("/renewal/geheim?saved=A4").text()).contains("Uw antwoord is bewaard");
        assertThat(rows("SELECT answer || ' ' || answered_by || ' ' || by_link FROM portal.renewal"))
                .containsExactly("NEEDS_SUPPORT garage true");
        assertThat(followUps()).containsExactly("RENEWAL_SUPPORT open");
    }

    @Test
    void another_answer_closes_the_item_of_the_first_and_opens_its_own() {
        TestBrowser garage = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        assertThat(garage.get("/renewals").text()).contains("Onderhoudsmechanica auto duaal");
        garage.post("/renewals", Map.of("dossier", "A4", "answer", "RENEW"));
        garage.post("/renewals", Map.of("dossier", "A4", "answer", "RENEW"));
        garage.post("/renewals", Map.of("dossier", "A4", "answer", "NOT_RENEW", "reason", "BAD_EXPERIENCE"));
        assertThat(followUps()).containsExactlyInAnyOrder("RENEWAL_FILE ANSWER_CHANGED", "RENEWAL_CALL open");
        TestBrowser handler = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        assertThat(handler.get("/handler/renewals?answer=NOT_RENEW").text())
                .contains("Niet hernieuwen: Slechte ervaring")
                .contains("1 maart 2027");
        assertThat(handler.get("/handler/renewals?answer=NONE").text()).doesNotContain("Onderhoudsmechanica");
    }

    @Test
    void a_reason_is_asked_and_nothing_typed_is_lost() {
        TestBrowser anyone = portal.browser();
        anyone.get("/renewal/geheim");
        TestBrowser.Page page = anyone.post(
                "/renewal/geheim", Map.of("dossier", "A4", "answer", "NOT_RENEW", "remark", "Bel in de namiddag"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Bel in de namiddag").contains("Kies waarom u niet hernieuwt");
        assertThat(followUps()).isEmpty();
    }

    @Test
    void a_renewal_is_filed_prefilled_and_only_by_the_company_itself() {
        TestBrowser bakery = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        assertThat(bakery.get("/renewals/A4/file").status()).isEqualTo(404);
        assertThat(bakery.post("/renewals/A4/file", Map.of("declared", "true")).status())
                .isEqualTo(404);
        TestBrowser garage = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        assertThat(garage.get("/renewals/A4/file").text()).contains("Bart Bos").contains("Steenweg 3");
        assertThat(garage.post("/renewals/A4/file", Map.of()).status()).isEqualTo(422);
        assertThat(garage.post("/renewals/A4/file", Map.of("declared", "true"))
                        .header("location")
                        .orElse(""))
                .startsWith("/recognitions/D2026-");
        assertThat(rows("SELECT renews_application_id || ' ' || status || ' ' || programme_code || ' ' || filed_by"
                        + " FROM portal.application WHERE id LIKE 'D2026-%'"))
                .containsExactly("A4 SUBMITTED D2 garage");
        assertThat(rows("SELECT person_id FROM learning.mentor_application WHERE application_id LIKE 'D2026-%'"))
                .containsExactly("M2");
        assertThat(followUps()).containsExactly("RENEWAL_FILE FILED");
        TestBrowser.Page late = answered(portal.browser());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("al ingediend als dossier D2026-");
    }

    @Test
    void what_has_ended_or_is_another_company_s_is_not_answered() {
        TestBrowser anyone = portal.browser();
        anyone.get("/renewal/geheim");
        assertThat(anyone.post("/renewal/geheim", Map.of("dossier", "A1", "answer", "RENEW"))
                        .status())
                .isEqualTo(404);
        portal.sql("UPDATE portal.application SET status = 'CEASED' WHERE id = 'A4'");
        assertThat(answered(portal.browser()).status()).isEqualTo(409);
        portal.sql("UPDATE portal.renewal_link SET expires_at = '2026-11-22 09:59+01'");
        assertThat(anyone.get("/renewal/geheim").status()).isEqualTo(409);
        assertThat(anyone.get("/renewal/anders").status()).isEqualTo(404);
        assertThat(followUps()).isEmpty();
    }

    @Test
    void a_letter_can_be_printed() {
        TestBrowser handler = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        assertThat(handler.get("/handler/renewals/A4/letter").text()).contains("loopt af op 1 maart 2027");
        TestBrowser other = portal.browser().signedInAs("food", Role.HANDLER, "food_industry");
        assertThat(other.get("/handler/renewals/A4/letter").status()).isEqualTo(404);
        assertThat(other.get("/handler/renewals?partnership=automotive").status())
                .isEqualTo(404);
    }

    private static TestBrowser.Page answered(TestBrowser browser) {
        browser.get("/renewal/geheim");
        return browser.post("/renewal/geheim", Map.of("dossier", "A4", "answer", "RENEW"));
    }

    private List<String> followUps() {
        return rows("SELECT kind || ' ' || coalesce(nullif(outcome, ''), 'open') FROM portal.follow_up"
                + " WHERE kind LIKE 'RENEWAL%'");
    }

    private List<String> rows(String sql) {
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
