package be.leermeester.portal.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// On Sunday 22 November 2026.
class MentorPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void mentors_in_every_state() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            MentorFixture rows = new MentorFixture(connection);
            for (String id :
                    List.of("open", "last", "over", "met", "two", "exempt", "late", "wait", "old", "new", "stop")) {
                rows.person(id, "Voornaam-" + id, "Achternaam");
                rows.execute("INSERT INTO kernel.person_role (person_id, role) VALUES ('" + id + "', 'MENTOR')");
            }
            rows.person("learner", "Lotte", "O''Brien <script>")
                    .mentor("open", "A1", "wood", "2026-03-10", "APPROVED", "2026-03-14")
                    .mentor("last", "A2", "wood", "2025-11-10", "APPROVED", "2025-11-22")
                    .mentor("over", "A3", "wood", "2020-03-20", "APPROVED", "2020-03-31")
                    .mentor("met", "A4", "wood", "2025-03-02", "APPROVED", "2025-03-10")
                    .training("met", "wood", "2025-09-01", "FOLLOWED_SECTOR")
                    .mentor("two", "A5", "wood", "2026-02-02", "APPROVED", "2026-02-10")
                    .mentor("two", "A6", "construction", "2026-03-02", "PENDING", "NULL")
                    .mentor("exempt", "A7", "wood", "2025-03-02", "APPROVED", "2025-03-10")
                    .mentor("late", "A8", "wood", "2024-03-02", "APPROVED", "2024-03-10")
                    .training("late", "wood", "2025-03-11", "NOT_FOLLOWED")
                    .mentor("wait", "A9", "wood", "2026-11-20", "PENDING", "NULL")
                    .mentor("old", "A10", "wood", "2018-11-20", "APPROVED", "2018-11-25")
                    .mentor("stop", "A11", "wood", "2026-03-02", "APPROVED", "2026-03-10")
                    .training("stop", "wood", "2026-06-01", "DISCONTINUED")
                    .execute("""
                            INSERT INTO learning.mentor_training (person_id, partnership_code, since, status,
                                exemption_ground, recorded_at)
                            VALUES ('exempt', 'wood', '2025-04-01', 'EXEMPT', 'PEDAGOGICAL_DIPLOMA', '2025-04-01');
                            INSERT INTO learning.struck_mentor
                            VALUES ('A8', 'late', '2025-03-11', 'TRAINING_NOT_FOLLOWED', '2025-03-11');
                            INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, type,
                                starts_on, ends_on, registered_at, recorded_at)
                            VALUES ('O1', 'A1', 'open', 'learner', 'OAO', '2026-09-01', '2027-06-30', now(), now()),
                                ('O2', 'A1', 'open', 'learner', 'OAO', '2025-09-01', '2026-06-30', now(), now());
                            INSERT INTO learning.course (code, partnership_code, title, hours)
                            VALUES ('C1', 'wood', 'Mentor in de houtsector', 16), ('C2', 'automotive', 'Mentor auto', 16);
                            INSERT INTO learning.course_component VALUES ('C1', 1, 'CLASSROOM', true, 8, 'Dag 1'),
                                ('C2', 1, 'CLASSROOM', true, 8, 'Dag 1');
                            INSERT INTO learning.course_session (id, course_code, position, starts_at, ends_at, place)
                            VALUES ('S1', 'C1', 1, '2026-12-10 09:00+01', '2026-12-10 17:00+01', 'Leuven'),
                                ('S2', 'C1', 1, '2027-03-14 09:00+01', '2027-03-14 17:00+01', 'Gent'),
                                ('S3', 'C1', 1, '2027-03-15 09:00+01', '2027-03-15 17:00+01', 'Hasselt'),
                                ('S4', 'C1', 1, '2026-11-20 09:00+01', '2026-11-20 17:00+01', 'Voorbij'),
                                ('S5', 'C2', 1, '2026-12-01 09:00+01', '2026-12-01 17:00+01', 'Brussel');
                            INSERT INTO learning.enrolment VALUES ('two', 'C1', '2026-11-01', NULL);
                            """);
            connection.setAutoCommit(false);
            DeriveObligations.all(connection);
            connection.commit();
        }
        portal = TestPortal.start(database, TestPortal.NOW);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @DisplayName("M1: the date in words, the days left, and why")
    @Test
    void an_open_deadline_says_when_how_long_and_why() {
        assertThat(start("open"))
                .contains("Volg uw mentoropleiding ten laatste op zondag 14 maart 2027")
                .contains("Nog 112 dagen Nog zes maanden of minder")
                .contains("Waarom deze datum?")
                .contains("Uw eerste goedkeuring als mentor zaterdag 14 maart 2026")
                .contains("Schrijnwerkerij Peeters, Atelier, Mol")
                .contains("12 maanden (Houtsectoren)")
                .contains("Jaarrapport 2020-2021")
                .contains("Zoek een sessie")
                .doesNotContain("corona")
                .doesNotContain("S4:693");
    }

    @Test
    void the_bar_shows_the_term_its_marks_and_today() {
        String body = page("open", "/mentor").body();
        assertThat(body).contains("<svg class=\"bar-track\"").contains("class=\"bar-track__today\" x=\"415\"");
        assertThat(body).contains("14 september 2026").contains("14 december 2026");
    }

    @Test
    void the_last_day_is_still_in_time() {
        assertThat(start("last")).contains("Vandaag is de laatste dag").contains("zondag 22 november 2026");
    }

    @DisplayName("M4: the extension of 2020 is told")
    @Test
    void a_passed_deadline_says_so_kindly_and_tells_the_extension() {
        assertThat(start("over"))
                .contains("Uw termijn is voorbij. U had tijd tot en met donderdag 30 september 2021")
                .contains("dagen geleden")
                .contains("Verlenging door de coronamaatregelen 6 maanden extra")
                .contains("Neem contact op");
    }

    @Test
    void who_followed_the_training_is_reassured() {
        assertThat(start("met"))
                .contains("U bent in orde")
                .contains("U volgde de mentoropleiding van uw sector op maandag 1 september 2025")
                .contains("Mijn attesten en vrijstellingen Bij sector gevolgd");
    }

    @Test
    void who_is_exempt_reads_on_what_ground() {
        assertThat(start("exempt"))
                .contains("U bent vrijgesteld")
                .contains("dinsdag 1 april 2025")
                .contains("Reden: Pedagogisch diploma");
    }

    @Test
    void who_was_late_reads_what_is_still_possible() {
        assertThat(start("late"))
                .contains("U volgde de mentoropleiding niet op tijd maandag 10 maart 2025")
                .contains("U werd geschrapt op 11 maart 2025: Opleiding niet gevolgd");
    }

    @Test
    void who_waits_is_not_obliged_or_stopped_reads_that() {
        assertThat(start("wait")).contains("Uw termijn loopt nog niet").contains("Ingediend");
        assertThat(start("old"))
                .contains("U hoeft geen mentoropleiding te volgen")
                .contains("1 september 2019");
        assertThat(start("new")).contains("Er staat nog geen aanvraag op uw naam");
        assertThat(start("stop")).contains("Uw opvolging is stopgezet").contains("maandag 1 juni 2026");
    }

    @Test
    void several_partnerships_show_the_nearest_first_and_the_others_below() {
        assertThat(start("two"))
                .contains("ten laatste op woensdag 10 februari 2027")
                .contains("Uw andere partnerschappen")
                .contains("Bouw Niet behandeld")
                .contains("Volgende sessie van uw opleiding: donderdag 10 december 2026, 09:00");
    }

    @Test
    void recognitions_and_running_learners_are_listed() {
        assertThat(start("open"))
                .contains("Houtbewerking duaal Houtsectoren Goedgekeurd 14 maart 2026 14 maart 2031")
                .contains("Lotte O'Brien <script> Lopend")
                .contains("Van 1 september 2026 tot en met 30 juni 2027")
                .doesNotContain("30 juni 2026");
        assertThat(page("open", "/mentor").body()).doesNotContain("Brien <script>");
    }

    @DisplayName("B6: sessions before my deadline are marked, nearest first")
    @Test
    void courses_of_my_partnerships_come_nearest_first_and_say_whether_they_fit() {
        String text = page("open", "/mentor/courses").text();
        assertThat(text)
                .contains("Uw laatste dag is zondag 14 maart 2027")
                .contains("3 sessies van uw partnerschappen, de eerstvolgende bovenaan. 2 vallen nog op tijd.")
                .containsSubsequence("donderdag 10 december 2026", "Nog op tijd", "zondag 14 maart 2027", "Nog op tijd")
                .containsSubsequence("maandag 15 maart 2027", "Na uw laatste dag")
                .doesNotContain("Brussel")
                .doesNotContain("Voorbij");
        assertThat(page("two", "/mentor/courses").text()).contains("Ingeschreven");
        assertThat(page("met", "/mentor/courses").text()).doesNotContain("uw laatste dag");
        assertThat(page("new", "/mentor/courses").text()).contains("Er zijn nu geen sessies gepland");
    }

    @Test
    void it_speaks_english_too() {
        String text = portal.browser()
                .signedInAs("open", Role.MENTOR)
                .in("en")
                .get("/mentor")
                .text();
        assertThat(text)
                .contains("Follow your mentor training by Sunday 14 March 2027 112 days left")
                .contains("Why this date?")
                .doesNotContain("mentor.");
    }

    @Test
    void only_mentors_come_here() {
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('c', 'C', 'C');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('c', 'COMPANY', '0442239628')
                """);
        assertThat(portal.browser()
                        .signedInAs("c", Role.COMPANY, "0442239628")
                        .get("/mentor")
                        .status())
                .isEqualTo(403);
        assertThat(portal.browser().get("/mentor").status()).isEqualTo(303);
    }

    private static String start(String person) {
        String text = page(person, "/mentor").text();
        assertThat(text).doesNotContainPattern("mentor\\.[a-z]");
        return text;
    }

    private static TestBrowser.Page page(String person, String path) {
        TestBrowser.Page page = portal.browser().signedInAs(person, Role.MENTOR).get(path);
        assertThat(page.status()).isEqualTo(200);
        return page;
    }
}
