package be.leermeester.portal.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The work list of the food industry: `N1` with two days left, `N2` with eleven, `A2` incomplete.
class WorkPagesTest {

    private final TestPortal portal = SmallWorld.in(TestPortal.start());

    WorkPagesTest() {
        portal.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, decide_by) VALUES
                  ('N1', '2123456789', 'D3', 'food_industry', '2026-11-10 10:00+01', 'COMPANY', 'SUBMITTED',
                   '2026-11-10 10:00+01', '2026-11-25'),
                  ('N2', '2123456789', 'D2', 'food_industry', '2026-11-19 10:00+01', 'COMPANY', 'SUBMITTED',
                   '2026-11-19 10:00+01', '2026-12-04');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES
                  ('N1', 1, '2026-11-10 10:00+01', 'SUBMITTED', '2026-11-10 10:00+01'),
                  ('N2', 1, '2026-11-19 10:00+01', 'SUBMITTED', '2026-11-19 10:00+01');
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('food2', 'Greet', 'Goos');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('food2', 'HANDLER', 'food_industry');
                """);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("U4, R4: fewest days left first, with the automatic approval announced")
    void the_list_is_in_order_of_urgency() {
        assertThat(handler("food").get("/handler/work").text())
                .containsSubsequence(
                        "3 open dossiers",
                        "Metselaar duaal",
                        "Wordt vanzelf goedgekeurd op 25 november 2026",
                        "Onderhoudsmechanica",
                        "nog 11 dagen",
                        "De termijn staat stil");
    }

    @Test
    @DisplayName("U4: several at once, with what went and what did not and why")
    void bulk_review_and_assignment() {
        TestBrowser hilde = handler("food");
        hilde.get("/handler/work");
        assertThat(hilde.post(
                                "/handler/work",
                                Map.of("act", "review", "pick-N1", "yes", "pick-A2", "yes", "list", "~~"))
                        .text())
                .containsSubsequence(
                        "In behandeling genomen", "(N1)", "Niet gelukt", "(A2)", "zolang het dossier onvolledig is");
        assertThat(hilde.post("/handler/work", Map.of("act", "assign", "to", "food2", "pick-N2", "yes", "list", "~~"))
                        .text())
                .contains("Toegewezen", "(N2)");
        assertThat(hilde.get("/handler/work?who=mine").text())
                .contains("1 open dossier,", "Metselaar")
                .doesNotContain("Onderhoudsmechanica");
        assertThat(hilde.post("/handler/work", Map.of("act", "assign", "to", "auto", "pick-N2", "yes"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("U4: while I stand in for a colleague, those dossiers are among mine")
    void holiday_cover() {
        portal.sql("UPDATE portal.application SET handler_id = 'food2' WHERE id = 'N2'");
        TestBrowser hilde = handler("food");
        hilde.get("/handler/work");
        assertThat(hilde.post("/handler/cover", Map.of("absent", "food2", "until", "2026-11-21"))
                        .status())
                .isEqualTo(422);
        hilde.post("/handler/cover", Map.of("absent", "food2", "until", "2026-12-05"));
        assertThat(hilde.get("/handler/work?who=mine").text())
                .contains("U vervangt Greet Goos tot en met 5 december 2026", "Onderhoudsmechanica");
        portal.sql("UPDATE portal.holiday_cover SET until = '2026-11-21'");
        assertThat(hilde.get("/handler/work?who=mine").text()).doesNotContain("Onderhoudsmechanica");
    }

    @Test
    @DisplayName("U4: what changed since I looked is marked, what I did myself is not")
    void changed_since_you_looked() {
        TestBrowser hilde = handler("food");
        assertThat(hilde.get("/handler/work").text()).contains("Nieuw");
        hilde.get("/recognitions/N1");
        assertThat(hilde.get("/handler/work?changed=yes").text()).contains("Geen open dossiers");
        portal.sql("UPDATE portal.dossier_seen SET seen_at = '2026-11-21'");
        TestBrowser greet = handler("food2");
        greet.get("/recognitions/N1");
        greet.post("/recognitions/N1/review", Map.of("seen", "1"));
        assertThat(hilde.get("/handler/work?changed=yes").text()).contains("1 open dossier,", "Veranderd");
        assertThat(greet.get("/handler/work?changed=yes").text()).contains("Geen open dossiers");
    }

    @Test
    @DisplayName("U4: next and previous of the list I came from, and lists of my own")
    void neighbours_and_saved_lists() {
        TestBrowser hilde = handler("food");
        assertThat(hilde.get("/recognitions/N2?list=~SUBMITTED~").body())
                .contains("data-key=\"k\" href=\"/recognitions/N1?list")
                .doesNotContain("data-key=\"j\"");
        assertThat(hilde.get("/recognitions/N1?list=~SUBMITTED~").text())
                .contains("Dossier 1 van 2 in uw lijst", "Volgende");
        hilde.post("/handler/lists", Map.of("name", "Nieuw binnen", "list", "nobody~SUBMITTED~"));
        assertThat(hilde.get("/handler/work").text()).contains("Uw lijsten: Nieuw binnen");
        assertThat(handler("food2").get("/handler/work").text()).doesNotContain("Nieuw binnen");
    }

    @Test
    @DisplayName("P1: another partnership's dossiers are neither listed nor reached by a bulk act")
    void another_partnership() {
        TestBrowser hugo = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        assertThat(hugo.get("/handler/work").text()).doesNotContain("Bakkerij");
        assertThat(hugo.post("/handler/work", Map.of("act", "assign", "pick-N1", "yes"))
                        .text())
                .contains("U hebt geen dossier gekozen");
    }

    private TestBrowser handler(String person) {
        return portal.browser().signedInAs(person, Role.HANDLER, "food_industry");
    }
}
