package be.leermeester.portal.competence;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R11: the competent partnership")
class CompetencePagesTest {

    private static final String WHY = "De werkplek valt onder paritair comité 118, voedingsindustrie.";

    private TestPortal portal;
    private TestBrowser auto;
    private TestBrowser food;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                UPDATE portal.application SET decide_by = '2026-12-05' WHERE id = 'A3';
                UPDATE portal.application_event SET at = '2026-11-20 10:00+01' WHERE application_id = 'A3';
                """);
        auto = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        food = portal.browser().signedInAs("food", Role.HANDLER, "food_industry");
        auto.get("/recognitions/A3");
        food.get("/exclusions");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void a_transfer_keeps_the_clock_moves_the_mentors_and_says_from_whom_and_why() {
        assertThat(transfer(auto, "food_industry", WHY).status()).isEqualTo(303);
        assertThat(
                        rows(
                                "SELECT partnership_code || ' ' || decide_by || ' ' || status FROM portal.application WHERE id = 'A3'"))
                .containsExactly("food_industry 2026-12-05 SUBMITTED");
        assertThat(rows("SELECT partnership_code FROM learning.mentor_application WHERE application_id = 'A3'"))
                .containsExactly("food_industry");
        assertThat(rows("SELECT array_to_string(audience, ' ') FROM kernel.event WHERE type = 'DossierTransferred'"))
                .containsExactly("partnership:automotive partnership:food_industry company:0900001137");
        assertThat(auto.get("/recognitions/A3").status()).isEqualTo(404);
        assertThat(food.get("/recognitions/A3").text())
                .contains(
                        "Overgedragen van Autosector en aanverwante sectoren aan Voedingsindustrie", WHY, "Hugo Haas");
        assertThat(food.get("/competence").text())
                .contains("Overgedragen door Autosector en aanverwante sectoren", "4 december 2026");
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, "0900001137")
                        .get("/recognitions/A3")
                        .text())
                .contains("Overgedragen van", "Voedingsindustrie", WHY)
                .doesNotContain("Draag het dossier over");
    }

    @Test
    void who_transfers_a_dossier_that_is_gone_already_is_told_so() {
        TestBrowser other = portal.browser().signedInAs("everything", Role.HANDLER);
        other.get("/recognitions/A3");
        transfer(auto, "food_industry", WHY);
        TestBrowser.Page late = transfer(other, "construction", WHY);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Dit dossier is intussen overgedragen", WHY);
    }

    @Test
    void another_partnership_reads_the_dossier_while_it_is_asked_and_not_after() {
        assertThat(food.get("/recognitions/A3").status()).isEqualTo(404);
        assertThat(ask("food_industry", "Past deze werkplek bij de bakkerij?", "2026-11-25")
                        .status())
                .isEqualTo(303);
        assertThat(ask("food_industry", "Past deze werkplek bij de bakkerij?", "2026-11-25")
                        .status())
                .as("asked once")
                .isEqualTo(409);
        assertThat(food.get("/competence").text()).contains("Past deze werkplek bij de bakkerij?");
        assertThat(food.get("/recognitions/A3").text())
                .contains("vraagt uw advies, vóór 25 november 2026", "Past deze werkplek bij de bakkerij?")
                .doesNotContain("Draag het dossier over");
        assertThat(food.post(
                                "/recognitions/A3/competence/answer",
                                Map.of("partnership", "food_industry", "answer", "Ja, hoor."))
                        .status())
                .isEqualTo(422);
        assertThat(answer().status()).isEqualTo(303);
        assertThat(food.get("/recognitions/A3").status()).isEqualTo(404);
        assertThat(answer().status()).isEqualTo(409);
        assertThat(auto.get("/recognitions/A3").text())
                .contains("Ja, de bakkerij is er volledig uitgerust.", "Hilde Hens", "Extern advies");
        assertThat(rows("SELECT kind || ' ' || (closed_at IS NOT NULL) || ' ' || due_on FROM portal.follow_up"))
                .containsExactly("ADVICE_ASKED true 2026-11-25");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Lang genoeg om te mogen overdragen', 422",
        "food_industry, Te kort, 422",
        "food_industry, '', 422",
        "automotive, 'Lang genoeg om te mogen overdragen', 400",
        "nowhere, 'Lang genoeg om te mogen overdragen', 400",
    })
    void bad_input_moves_nothing(String to, String reason, int status) {
        assertThat(transfer(auto, to, reason).status()).isEqualTo(status);
        assertThat(rows("SELECT count(*) FROM portal.transfer")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21", "2028-01-01", "2026-02-30", "''"})
    void a_due_date_that_cannot_be_is_named(String due) {
        assertThat(ask("food_industry", "Past dit?", due).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @DisplayName("R11: who may hand over and ask")
    @CsvSource({
        "food, HANDLER, food_industry, 404",
        "everything, HANDLER, '', 303",
        "admin, ADMIN, '', 303",
        "garage, COMPANY, 0900001137, 403",
        "school, SCHOOL, P1, 403",
        "advisor, ADVISOR, automotive, 403",
        "monitor, MONITOR, '', 403",
        "M2, MENTOR, '', 403",
    })
    void who_may(String person, Role role, String scope, int status) {
        portal.sql("INSERT INTO kernel.person_role (person_id, role) VALUES ('M2', 'MENTOR')");
        TestBrowser browser = portal.browser().signedInAs(person, role, scope);
        browser.get("/exclusions");
        browser.get("/materials");
        assertThat(transfer(browser, "food_industry", WHY).status()).isEqualTo(status);
    }

    @Test
    void a_decided_dossier_stays_where_it_is() {
        assertThat(auto.post(
                                "/recognitions/A4/transfer",
                                Map.of("to", "food_industry", "from", "automotive", "reason", WHY))
                        .status())
                .isEqualTo(409);
    }

    private static TestBrowser.Page transfer(TestBrowser browser, String to, String reason) {
        return browser.post("/recognitions/A3/transfer", Map.of("to", to, "from", "automotive", "reason", reason));
    }

    private TestBrowser.Page ask(String asked, String question, String due) {
        return auto.post("/recognitions/A3/ask", Map.of("asked", asked, "question", question, "due", due));
    }

    private TestBrowser.Page answer() {
        return food.post(
                "/recognitions/A3/competence/answer",
                Map.of("partnership", "food_industry", "answer", "Ja, de bakkerij is er volledig uitgerust."));
    }

    private List<String> rows(String sql) {
        try (var connection = DriverManager.getConnection(portal.database().jdbcUrl());
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
