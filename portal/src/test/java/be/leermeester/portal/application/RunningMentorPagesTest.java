package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestBrowser.Page;
import be.leermeester.portal.testing.TestPortal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunningMentorPagesTest {

    private TestPortal portal;
    private TestBrowser bakery;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        bakery = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        bakery.get("/recognitions/A1/mentors");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("M11: a new mentor is named on a running recognition and waits for the handler")
    void a_new_mentor_waits() {
        Map<String, String> nora =
                ApplicationFixture.newcomer(ApplicationFixture.national(LocalDate.of(1985, 2, 3), 31));
        assertThat(bakery.post("/recognitions/A1/mentors", nora).status()).isEqualTo(303);
        assertThat(bakery.get("/recognitions/A1/mentors?told=named").text())
                .contains("De mentor is voorgesteld", "Nora Nieuw Nog niet beslist");
        assertThat(portal.rows("SELECT kind FROM portal.follow_up WHERE application_id = 'A1' AND closed_at IS NULL"))
                .containsExactly("NEW_MENTOR");

        Page again = bakery.post("/recognitions/A1/mentors", nora);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Deze persoon is al als mentor genoemd");
    }

    @Test
    @DisplayName("M11: colleagues whose training is in order are proposed first")
    void trained_colleagues_first() {
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('M3', 'Zoe', 'Zwart');
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at)
                VALUES ('A1', 'M3', 'food_industry', '2025-12-30Z', 'APPROVED', '2026-01-10Z', '2026-01-10Z');
                INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, rule_source)
                VALUES ('M3', 'food_industry', 'FOLLOWED_SECTOR', '2026-02-01', 'S4:693');
                """);
        assertThat(bakery.get("/recognitions/A1/mentors").text())
                .containsSubsequence(
                        "Wie is het?", "Zoe Zwart mentoropleiding in orde", "Mia Mertens", "Iemand anders");
    }

    @Test
    @DisplayName("M6: the same checks hold for a mentor who is added later")
    void the_checks_hold_here_too() {
        Map<String, String> young =
                ApplicationFixture.newcomer(ApplicationFixture.national(LocalDate.of(2004, 2, 3), 33));
        Page page = bakery.post("/recognitions/A1/mentors", young);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Leeftijd: de mentor is 22 jaar");
        assertThat(page.body()).doesNotContain(young.get("number")).contains("nora@example.be");
    }

    @Test
    void that_a_mentor_left_reaches_the_partnership_once() {
        for (int i = 0; i < 2; i++) {
            assertThat(bakery.post("/recognitions/A1/mentors/left", Map.of("person", "M1"))
                            .status())
                    .isEqualTo(303);
        }
        assertThat(portal.rows("SELECT kind || ' ' || subject FROM portal.follow_up"))
                .containsExactly("MENTOR_LEFT mentor:A1:M1");
        assertThat(bakery.post("/recognitions/A1/mentors/left", Map.of("person", "M2"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("9.16: who was struck off for the training is not named again before a training was accepted")
    void a_struck_mentor_is_not_named_again() {
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('M3', 'Zoe', 'Zwart');
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at)
                VALUES ('A2', 'M3', 'food_industry', '2024-12-30Z', 'APPROVED', '2025-01-10Z', '2025-01-10Z');
                INSERT INTO learning.struck_mentor (application_id, person_id, struck_on, reason, recorded_at)
                VALUES ('A2', 'M3', '2026-01-11', 'TRAINING_NOT_FOLLOWED', '2026-01-11Z');
                """);
        Map<String, String> zoe = Map.of("who", "M3", "practice", "7");
        Page refused = bakery.post("/recognitions/A1/mentors", zoe);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("geschrapt omdat de mentoropleiding niet op tijd gevolgd is");

        portal.sql("""
                INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, rule_source)
                VALUES ('M3', 'food_industry', 'FOLLOWED_ELSEWHERE', '2026-10-01', 'S4:693');
                """);
        assertThat(bakery.post("/recognitions/A1/mentors", zoe).status()).isEqualTo(303);
    }

    @Test
    void mentors_change_only_on_a_recognition_that_runs() {
        Page page = bakery.post("/recognitions/A2/mentors", Map.of("who", "M1", "practice", "7"));
        assertThat(page.status()).isEqualTo(409);
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                        .get("/recognitions/A1/mentors")
                        .status())
                .isEqualTo(404);
    }
}
