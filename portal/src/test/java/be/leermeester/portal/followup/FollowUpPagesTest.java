package be.leermeester.portal.followup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Three things for the food industry (one of them late, one put off) and one for the car trade.
class FollowUpPagesTest {

    private TestPortal portal;
    private TestBrowser hilde;
    private TestBrowser greet;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('food2', 'Greet', 'Goos');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('food2', 'HANDLER', 'food_industry');
                INSERT INTO portal.follow_up (id, partnership_code, kind, subject, enterprise_number, application_id, remark,
                  opened_at, due_on, snoozed_until) VALUES
                  ('F1', 'food_industry', 'RENEWAL_CALL', 'dossier:A1', '0442239628', 'A1', 'Geen tijd meer',
                   '2026-11-01 10:00+01', '2026-12-20', NULL),
                  ('F2', 'food_industry', 'ESCALATION', 'dossier:A2', '0442239628', 'A2', '', '2026-11-19 10:00+01',
                   '2026-11-20', NULL),
                  ('F3', 'food_industry', 'LAPSE_CONFIRM', 'person:M1', '0442239628', 'A1', 'NO_ADDRESS',
                   '2026-11-19 10:00+01', NULL, '2026-12-01'),
                  ('F4', 'automotive', 'CONTACT', 'dossier:A4', '0900001137', 'A4', '', '2026-11-19 10:00+01', NULL, NULL)
                """);
        hilde = portal.browser().signedInAs("food", Role.HANDLER, "food_industry");
        greet = portal.browser().signedInAs("food2", Role.HANDLER, "food_industry");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("U4: the most urgent first, in words that say what to do, of the own partnership only")
    void the_list() {
        assertThat(hilde.get("/follow-ups").text())
                .containsSubsequence(
                        "2 punten, dringendste eerst",
                        "Te laat: het hoofd van het team beslist",
                        "beslis over het dossier",
                        "Bakkerij De Koren",
                        "te laat: 20 november 2026",
                        "sinds 19 november 2026",
                        "Ik neem dit",
                        "Bellen voor de erkenning afloopt",
                        "Geen tijd meer",
                        "20 december 2026")
                .doesNotContain("Schrapping te bevestigen (", "O'Peeters");
        assertThat(hilde.in("en").get("/follow-ups").text())
                .contains("2 items, most urgent first", "decide on the dossier", "Everything");
        TestBrowser admin = portal.browser().signedInAs("admin", Role.ADMIN);
        assertThat(admin.get("/follow-ups").text()).contains("3 punten");
        assertThat(portal.browser()
                        .signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY)
                        .get("/follow-ups")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("U4: filtered by kind, by whose it is, by company, and what was put off")
    void the_filters() {
        assertThat(hilde.get("/follow-ups?kind=RENEWAL_CALL").text()).contains("1 punt,");
        assertThat(hilde.get("/follow-ups?who=mine").text()).contains("Niets op te volgen");
        assertThat(hilde.get("/follow-ups?who=nobody").text()).contains("2 punten");
        assertThat(hilde.get("/follow-ups?company=koren").text()).contains("2 punten");
        assertThat(hilde.get("/follow-ups?company=0442.239").text()).contains("2 punten");
        assertThat(hilde.get("/follow-ups?company=garage").text()).contains("Niets op te volgen");
        assertThat(hilde.get("/follow-ups?resting=yes").text())
                .contains("1 punt, uitgesteld tot later", "Mia Mertens", "uitgesteld tot 1 december 2026")
                .doesNotContain("NO_ADDRESS");
        assertThat(hilde.get("/follow-ups?kind=KING").status()).isEqualTo(400);
        assertThat(hilde.get("/follow-ups?who=king").status()).isEqualTo(400);
        assertThat(hilde.get("/follow-ups?partnership=automotive").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("U4: the tile on the start page counts the rows that it leads to")
    void the_tile() {
        String start = hilde.get("/handler").text();
        assertThat(start).contains("2 punten op te volgen");
        assertThat(hilde.get("/handler").typed()).contains("href=\"/follow-ups?partnership=food_industry\"");
        assertThat(hilde.get("/follow-ups?partnership=food_industry").text()).contains("2 punten, dringendste eerst");
    }

    @Test
    @DisplayName("U4: of two handlers at once one takes it, the other sees who and keeps what was typed")
    void two_at_once() {
        hilde.get("/follow-ups/F1");
        greet.get("/follow-ups/F1");
        assertThat(hilde.post("/follow-ups/F1/take", Map.of("seen", "0")).status())
                .isEqualTo(303);
        TestBrowser.Page late = greet.post("/follow-ups/F1/close", Map.of("seen", "0", "outcome", "Gebeld met Karel"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("nu heeft Hilde Hens het", "Gebeld met Karel", "Ik neem dit over");
        assertThat(hilde.get("/follow-ups?who=mine").text()).contains("1 punt,");
        assertThat(greet.post("/follow-ups/F1/close", Map.of("seen", "1", "outcome", "Gebeld met Karel"))
                        .status())
                .isEqualTo(303);
        assertThat(hilde.get("/follow-ups/F1").text())
                .contains("Afgesloten door Greet Goos", "Gebeld met Karel", "Hilde Hens nam dit")
                .doesNotContain("Ik neem dit over");
        assertThat(hilde.post("/follow-ups/F1/note", Map.of("seen", "2", "note", "Nog iets"))
                        .text())
                .contains("Dit punt is intussen afgesloten");
    }

    @Test
    @DisplayName("U4: given to a colleague, put off with a reason, noted about")
    void given_put_off_and_noted() {
        hilde.get("/follow-ups/F1");
        assertThat(hilde.post("/follow-ups/F1/give", Map.of("seen", "0", "to", "auto"))
                        .status())
                .isEqualTo(404);
        hilde.post("/follow-ups/F1/give", Map.of("seen", "0", "to", "food2", "word", "Jij kent Karel"));
        assertThat(greet.get("/follow-ups?who=mine").text()).contains("1 punt,");
        greet.get("/follow-ups/F1");
        TestBrowser.Page wrong =
                greet.post("/follow-ups/F1/snooze", Map.of("seen", "1", "until", "2026-11-22", "reason", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"until-error\"", "id=\"reason-error\"", "value=\"2026-11-22\"");
        greet.post("/follow-ups/F1/note", Map.of("seen", "1", "note", "Niet bereikt"));
        greet.post("/follow-ups/F1/snooze", Map.of("seen", "2", "until", "2026-12-01", "reason", "Met verlof"));
        assertThat(greet.get("/follow-ups").text()).contains("1 punt,").doesNotContain("Bellen voor de erkenning");
        assertThat(greet.get("/follow-ups/F1").text())
                .containsSubsequence(
                        "Hilde Hens gaf dit aan Greet Goos",
                        "Jij kent Karel",
                        "schreef",
                        "Niet bereikt",
                        "stelde dit uit tot 1 december 2026",
                        "Met verlof");
    }

    @Test
    @DisplayName("U4: what only a decision ends cannot be closed by hand, and another partnership's does not exist")
    void not_by_hand_and_not_others() {
        assertThat(hilde.get("/follow-ups/F2").text()).contains("Dit punt sluit vanzelf");
        assertThat(hilde.post("/follow-ups/F2/close", Map.of("seen", "0", "outcome", "Weg ermee"))
                        .status())
                .isEqualTo(409);
        assertThat(hilde.get("/follow-ups/F3").body()).contains("href=\"/lapses/M1\"");
        assertThat(hilde.get("/follow-ups/F4").status()).isEqualTo(404);
        assertThat(hilde.post("/follow-ups/F4/take", Map.of("seen", "0")).status())
                .isEqualTo(404);
    }
}
