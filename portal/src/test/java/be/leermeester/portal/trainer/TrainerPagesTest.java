package be.leermeester.portal.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On Sunday 22 November 2026.
class TrainerPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void two_trainers() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name, email) VALUES ('T1', 'Griet', 'Claes', NULL),
                    ('T2', 'Joris', 'Wouters', NULL), ('M1', 'An', 'Aerts', 'an@voorbeeld.example'),
                    ('M2', 'Bo', 'Baert <b>', NULL), ('M3', 'Cis', 'Cools', NULL);
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('T1', 'TRAINER', 'wood'),
                    ('T2', 'TRAINER', 'wood');
                INSERT INTO learning.course VALUES ('C1', 'wood', 'Mentor in de houtsector', 16);
                INSERT INTO learning.course_component VALUES ('C1', 1, 'CLASSROOM', true, 8, 'Dag 1');
                INSERT INTO learning.course_session (id, course_code, position, starts_at, ends_at, place, trainer,
                    max_participants)
                VALUES ('S1', 'C1', 1, '2026-12-10 09:00+01', '2026-12-10 17:00+01', 'Leuven', 'T1', 12),
                    ('S2', 'C1', 1, '2026-11-10 09:00+01', '2026-11-10 17:00+01', 'Gent', 'Griet Claes', 12),
                    ('S3', 'C1', 1, '2026-12-11 09:00+01', '2026-12-11 17:00+01', 'Hasselt', 'T2', 12);
                INSERT INTO learning.enrolment VALUES ('M1', 'C1', '2026-10-01', NULL), ('M2', 'C1', '2026-10-02', NULL),
                    ('M3', 'C1', '2026-06-02', '2026-09-01');
                INSERT INTO learning.attendance VALUES ('S2', 'M1', 'PRESENT');
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_own_sessions_come_first_by_id_or_by_name() {
        assertThat(page("T1", "/trainer").text())
                .containsSubsequence(
                        "Komende sessies",
                        "donderdag 10 december 2026",
                        "2 deelnemers , ten hoogste 12",
                        "Voorbije sessies",
                        "dinsdag 10 november 2026",
                        "1 deelnemer")
                .doesNotContain("Hasselt")
                .doesNotContain("trainer.");
    }

    @Test
    void the_number_of_participants_leads_to_their_names() {
        TestBrowser.Page list = page("T1", "/trainer");
        assertThat(list.body()).contains("href=\"/trainer/sessions/S1#participants\"");
        TestBrowser.Page session = page("T1", "/trainer/sessions/S1");
        assertThat(session.text())
                .contains("2 deelnemers")
                .contains("An Aerts an@voorbeeld.example Nog niet geregistreerd")
                .contains("Bo Baert <b>")
                .contains("Nog 10 plaatsen vrij van 12")
                .contains("minstens 6 deelnemers")
                .doesNotContain("Cools")
                .doesNotContain("trainer.");
        assertThat(session.body()).doesNotContain("Baert <b>");
    }

    @Test
    void a_past_session_shows_who_was_there() {
        assertThat(page("T1", "/trainer/sessions/S2").text())
                .contains("1 deelnemer")
                .contains("An Aerts an@voorbeeld.example Aanwezig")
                .doesNotContain("Bo Baert");
    }

    @Test
    void somebody_elses_session_or_none_at_all_is_not_found() {
        assertThat(get("T2", "/trainer/sessions/S1").status()).isEqualTo(404);
        assertThat(get("T1", "/trainer/sessions/S9").status()).isEqualTo(404);
        assertThat(get("T1", "/trainer/sessions/%3Cscript%3E").status()).isEqualTo(404);
        assertThat(portal.browser().get("/trainer").status()).isEqualTo(303);
    }

    @Test
    void it_speaks_english_too() {
        assertThat(portal.browser()
                        .signedInAs("T1", Role.TRAINER, "wood")
                        .in("en")
                        .get("/trainer/sessions/S1")
                        .text())
                .contains("2 participants")
                .contains("10 places left of 12");
    }

    private static TestBrowser.Page page(String person, String path) {
        TestBrowser.Page page = get(person, path);
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    private static TestBrowser.Page get(String person, String path) {
        return portal.browser().signedInAs(person, Role.TRAINER, "wood").get(path);
    }
}
