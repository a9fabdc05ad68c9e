package be.leermeester.portal.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The pages about passed deadlines and rules, on Sunday 22 November 2026; see [SmallWorld].
class RulePagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("UPDATE learning.obligation SET lapses_on = '2027-01-11' WHERE person_id = 'M1'");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @DisplayName("M3: a change shows who moves from which date to which before it is saved, and keeps what was typed")
    void a_change_is_shown_first() {
        TestBrowser admin = portal.browser().signedInAs("admin", Role.ADMIN);
        assertThat(admin.get("/admin/training-rules").text()).contains("Voedingsindustrie");
        admin.get("/admin/training-rules/food_industry");
        TestBrowser.Page shown = admin.post("/admin/training-rules/food_industry", form("11", "preview"));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("Eén mentor verschuift", "Mia Mertens", "10 januari 2027", "10 december 2026")
                .contains("Bewaar deze regel");
        assertThat(rule()).doesNotContain("11");
    }

    @Test
    void a_rule_that_makes_somebody_late_at_once_is_refused() {
        TestBrowser admin = portal.browser().signedInAs("admin", Role.ADMIN);
        admin.get("/admin/training-rules/food_industry");
        TestBrowser.Page refused = admin.post("/admin/training-rules/food_industry", form("6", "save"));
        assertThat(refused.text())
                .contains("Eén mentor zou meteen te laat zijn")
                .doesNotContain("Bewaar deze regel");
        assertThat(rule()).doesNotContain(" 6 ");
    }

    @Test
    void two_administrators_at_once_one_wins() {
        TestBrowser admin = portal.browser().signedInAs("admin", Role.ADMIN);
        admin.get("/admin/training-rules/wood");
        Map<String, String> form = form("10", "save");
        assertThat(admin.post("/admin/training-rules/wood", form).status()).isEqualTo(303);
        TestBrowser.Page second = admin.post("/admin/training-rules/wood", form);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("Iemand anders bewaarde ondertussen een nieuwe versie");
        assertThat(rows("SELECT count(*) FROM learning.training_rule WHERE partnership_code = 'wood'"
                        + " AND valid_to IS NULL"))
                .containsExactly("1");
    }

    @Test
    void what_is_wrong_is_said_in_words() {
        TestBrowser admin = portal.browser().signedInAs("admin", Role.ADMIN);
        admin.get("/admin/training-rules/food_industry");
        Map<String, String> form = form("13", "save");
        form.put("from", "2019-01-01");
        form.put("reminders", "6, soon");
        TestBrowser.Page page = admin.post("/admin/training-rules/food_industry", form);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("van 1 tot 12", "later beginnen", "gescheiden door een komma");
    }

    @Test
    @DisplayName("M4: a handler gives one mentor more time, and the mentor reads the new date with the reason")
    void more_time_for_one() {
        TestBrowser handler = portal.browser().signedInAs("food", Role.HANDLER, "food_industry");
        assertThat(handler.get("/extend/M1/food_industry").text()).contains("Mia Mertens", "10 januari 2027");
        assertThat(handler.post("/extend/M1/food_industry", Map.of("months", "0", "reason", ""))
                        .status())
                .isEqualTo(422);
        assertThat(handler.post("/extend/M1/food_industry", Map.of("months", "2", "reason", "Lang ziek geweest"))
                        .status())
                .isEqualTo(303);
        TestBrowser.Page mentor = portal.browser().signedInAs("M1", Role.MENTOR).get("/mentor");
        assertThat(mentor.text()).contains("10 maart 2027", "Extra tijd voor u", "Lang ziek geweest");
        portal.sql("DELETE FROM learning.single_extension; UPDATE learning.obligation SET due_on = '2027-01-10',"
                + " lapses_on = '2027-01-11', single_months = 0 WHERE person_id = 'M1'");
        assertThat(portal.browser()
                        .signedInAs("auto", Role.HANDLER, "automotive")
                        .get("/extend/M1/food_industry")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("M10: a handler foresees what is lost in the own partnership, a company what it loses itself")
    void the_forecast_shows() {
        TestBrowser food = portal.browser().signedInAs("food", Role.HANDLER, "food_industry");
        assertThat(food.get("/forecast").text()).contains("10 januari 2027", "Mia Mertens", "Bakkerij De Koren");
        assertThat(portal.browser()
                        .signedInAs("auto", Role.HANDLER, "automotive")
                        .get("/forecast")
                        .text())
                .doesNotContain("Mia Mertens");
        TestBrowser company = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        assertThat(company.get("/company").text()).contains("Wat u verliest en wanneer", "10 januari 2027");
    }

    @Test
    @DisplayName("9.18: a handler sees what was tried and what confirming does, puts off with a reason, or confirms")
    void a_handler_confirms_or_not_now() {
        portal.sql("INSERT INTO portal.lapse (person_id, partnership_code, lapsed_on, policy, state, recorded_at)"
                + " VALUES ('M2', 'automotive', '2023-03-02', 'HANDLER_CONFIRMS', 'WAITING', '2023-03-02')");
        TestBrowser auto = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        assertThat(auto.get("/lapses").text()).contains("Bart Bos");
        assertThat(auto.get("/lapses/M2").text())
                .contains(
                        "Bart Bos schrappen",
                        "19 oktober 2026",
                        "blijft door een lopende overeenkomst tot en met dinsdag" + " 31 augustus 2027");
        assertThat(portal.browser()
                        .signedInAs("food", Role.HANDLER, "food_industry")
                        .get("/lapses/M2")
                        .status())
                .isEqualTo(404);
        assertThat(auto.post("/lapses/M2", Map.of("answer", "later", "reason", "", "until", ""))
                        .status())
                .isEqualTo(422);
        auto.post("/lapses/M2", Map.of("answer", "later", "reason", "Examen op 1 december", "until", "2026-12-02"));
        assertThat(auto.get("/lapses").text()).contains("2 december 2026: Examen op 1 december");
        assertThat(auto.post("/lapses/M2", Map.of("answer", "confirm")).status())
                .isEqualTo(303);
        assertThat(auto.get("/lapses").text()).doesNotContain("Bart Bos");
        assertThat(rows("SELECT application_id || ' ' || struck_on FROM learning.struck_mentor"))
                .containsExactly("A4 2026-11-22");
        assertThat(auto.post("/lapses/M2", Map.of("answer", "confirm")).status())
                .isEqualTo(404);
    }

    private static Map<String, String> form(String months, String step) {
        Map<String, String> form = new HashMap<>(
                Map.of("seen", "2021-08-20", "from", "2026-01-01", "months", months, "amber", "6", "red", "3"));
        form.putAll(Map.of("reminders", "6, 3", "policy", "HANDLER_CONFIRMS", "source", "Besluit", "step", step));
        return form;
    }

    private static List<String> rows(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(portal.database().jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String rule() {
        return String.join(
                "; ",
                rows("SELECT valid_from || ' ' || term_months || ' ' FROM"
                        + " learning.training_rule WHERE partnership_code = 'food_industry'"));
    }
}
