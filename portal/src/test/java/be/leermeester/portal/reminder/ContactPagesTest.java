package be.leermeester.portal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactPagesTest {

    private static final String CODE = "c".repeat(43);
    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO portal.reminder (person_id, partnership_code, due_on, months, moment, decided_at, way) VALUES
                  ('M1', 'food_industry', '2027-01-10', 6, '2026-07-10', '2026-07-10Z', 'MAILED'),
                  ('M1', 'food_industry', '2027-01-10', 3, '2026-10-10', '2026-10-10Z', 'MAILED');
                INSERT INTO kernel.mail (id, unique_key, person_id, recipient, subject, text_body, html_body, reason, due_at,
                  next_at, sent_at, refused_at) VALUES
                  ('E1', 'k1', 'M1', 'mia@example.be', 'x', 'x', 'x', 'TRAINING_REMINDER', '2026-07-10Z', '2026-07-10Z',
                   '2026-07-10 10:00Z', NULL),
                  ('E2', 'k2', 'M1', 'mia@example.be', 'x', 'x', 'x', 'TRAINING_REMINDER', '2026-10-10Z', '2026-10-10Z',
                   NULL, '2026-10-10 10:00Z');
                INSERT INTO portal.reminder_mail
                  (person_id, partnership_code, due_on, months, receiver_id, mail_key) VALUES
                  ('M1', 'food_industry', '2027-01-10', 6, 'M1', 'k1'),
                  ('M1', 'food_industry', '2027-01-10', 3, 'M1', 'k2');
                INSERT INTO portal.follow_up (id, partnership_code, kind, subject, opened_at) VALUES
                  ('F1', 'food_industry', 'CALL_MENTOR', 'person:M1', '2026-10-17Z');
                INSERT INTO portal.reminder_link (code_hash, person_id, made_at, expires_at) VALUES
                  (sha256('%s'), 'M1', '2026-10-10Z', '2027-03-10Z')""".formatted(CODE));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @DisplayName("N3: the handler sees every step, adds a call and so closes what was asked")
    void the_proof_of_each_step() {
        TestBrowser handler = portal.browser()
                .signedInAs("food", Role.HANDLER, "food_industry")
                .in("nl");
        assertThat(open()).contains("CALL_MENTOR ");
        String page = handler.get("/handler/mentors/M1/contacts").text();
        assertThat(page)
                .contains("E-mail vertrokken")
                .contains("E-mail geweigerd: het adres bestaat niet")
                .contains("Eén poging");
        assertThat(handler.post("/handler/mentors/M1/contacts", Map.of("partnership", "food_industry"))
                        .status())
                .isEqualTo(422);
        handler.post(
                "/handler/mentors/M1/contacts",
                Map.of("kind", "CALLED", "partnership", "food_industry", "remark", "Volgt in maart"));
        assertThat(handler.get("/handler/mentors/M1/contacts").text())
                .contains("2 pogingen")
                .contains("Gebeld en gesproken")
                .contains("Volgt in maart")
                .contains("Hilde Hens");
        assertThat(open()).doesNotContain("CALL_MENTOR ");
        assertThat(handler.get("/handler/mentors/M1/letter").text()).contains("Volg uw mentoropleiding uiterlijk op");
    }

    @Test
    @DisplayName("P1: another partnership does not see the mentor, the mentor sees what was sent")
    void who_sees_it() {
        TestBrowser other = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        assertThat(other.get("/handler/mentors/M1/contacts").status()).isEqualTo(404);
        assertThat(other.get("/handler/mentors/M1/letter").status()).isEqualTo(404);
        TestBrowser mentor = portal.browser().signedInAs("M1", Role.MENTOR).in("nl");
        assertThat(mentor.get("/mentor").text()).contains("Welke herinneringen kreeg ik?");
        assertThat(mentor.get("/mentor/contacts").text()).contains("E-mail vertrokken");
    }

    @Test
    @DisplayName(
            "U1: 'I left this company' reaches the partnership without signing in; reading the link changes nothing")
    void the_link_reaches_somebody() {
        TestBrowser anybody = portal.browser().in("nl");
        assertThat(anybody.get("/reminder/" + CODE + "?why=LEFT").text()).contains("Klopt er iets niet, Mia Mertens?");
        assertThat(open()).noneMatch(item -> item.startsWith("MENTOR_WRONG"));
        assertThat(anybody.post("/reminder/" + CODE, Map.of("why", "LEFT", "remark", "Sinds mei"))
                        .status())
                .isIn(200, 303);
        assertThat(open()).contains("MENTOR_WRONG De mentor zegt dat hij vertrokken is. Sinds mei");
        assertThat(anybody.get("/reminder/" + "e".repeat(43)).status()).isEqualTo(404);
    }

    private static List<String> open() {
        try (TestBackground beside = TestBackground.beside(portal.database())) {
            return beside.rows("SELECT kind || ' ' || remark FROM portal.follow_up WHERE closed_at IS NULL");
        }
    }
}
