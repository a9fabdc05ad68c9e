package be.leermeester.portal.advice;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R12: the pages of the advice lists")
class AdvicePagesTest {

    private static final String WHY = "De onderneming staat onder toezicht van de inspectie.";

    private TestPortal portal;
    private TestBrowser handler;
    private TestBrowser advisor;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('union', 'Els', 'Bond');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('union', 'ADVISOR', 'food_industry');
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, decide_by)
                VALUES ('A7', '8000003635', 'D3', 'automotive', '2026-11-20 10:00+01', 'COMPANY', 'SUBMITTED',
                  '2026-11-20 10:00+01', '2026-12-05');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at)
                VALUES ('A7', 1, '2026-11-20 10:00+01', 'SUBMITTED', '2026-11-20 10:00+01');
                INSERT INTO portal.contact (id, partnership_code, enterprise_number, application_id, kind, happened_on,
                  remark, recorded_at)
                VALUES ('K7', 'automotive', '0900001137', 'A7', 'SITE_VISIT', '2026-11-21', 'Nota voor ons', '2026-11-21');
                """);
        handler = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        advisor = portal.browser().signedInAs("advisor", Role.ADVISOR, "automotive");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void from_the_dossier_to_the_list_to_the_objection_and_its_handling() {
        assertThat(handler.get("/recognitions/A7").text()).contains("Op de volgende advieslijst zetten");
        assertThat(handler.post("/recognitions/A7/advice", Map.of("note", "Bezocht, ziet er goed uit."))
                        .status())
                .isEqualTo(303);
        assertThat(handler.get("/advice").text()).contains("Volgende lijst", "donderdag 26 november 2026, 12:00");
        assertThat(handler.post("/advice/automotive/send", Map.of("closing", "2026-11-26T11:00:00Z"))
                        .status())
                .isEqualTo(303);
        assertThat(advisor.get("/advisor").text())
                .contains("Antwoord vóór donderdag 26 november 2026, 12:00", "Garage O'Peeters");
        String page = listOf(advisor.get("/advisor"));
        assertThat(advisor.get(page).text())
                .contains("Bezocht, ziet er goed uit.", "Plaatsbezoek", "Metselaar duaal")
                .doesNotContain("Nota voor ons");
        assertThat(advisor.post(page, Map.of("voice", "OBJECT", "reason", WHY)).status())
                .isEqualTo(303);
        assertThat(handler.get("/recognitions/A7").text()).contains("In wacht", WHY, "Er is een bezwaar", "Ad Ade");
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                        .get("/recognitions/A7")
                        .text())
                .contains("In wacht", "sociale partner")
                .doesNotContain("Ad Ade");
        TestBrowser.Page tooShort =
                handler.post("/recognitions/A7/advice/objections", Map.of("answer", "Ok.", "objections", objection()));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.text())
                .contains("Leg het uit in minstens 20 tekens")
                .contains("Ok.");
        handler.post(
                "/recognitions/A7/advice/objections",
                Map.of("answer", "De inspectie hief het toezicht op.", "objections", objection(), "resume", "yes"));
        assertThat(handler.get("/recognitions/A7").text()).contains("In behandeling", "Behandeld door Hugo Haas");
        assertThat(advisor.get(page).text()).contains("Zo is uw bezwaar behandeld");
    }

    @Test
    void an_objection_without_a_reason_keeps_what_was_chosen() {
        String page = running("2026-11-26 12:00+01");
        TestBrowser.Page again = advisor.post(page, Map.of("voice", "OBJECT", "reason", "Neen"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"OBJECT\" checked", ">Neen</textarea>");
        assertThat(advisor.post(page, Map.of()).status()).isEqualTo(422);
        assertThat(advisor.post(page, Map.of("voice", "MAYBE")).status()).isEqualTo(422);
    }

    @Test
    void who_objects_too_late_sees_that_it_closed_and_keeps_the_text() {
        String page = running("2026-11-22 10:00+01");
        TestBrowser.Page late = advisor.post(page, Map.of("voice", "OBJECT", "reason", WHY));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Deze lijst is intussen gesloten", WHY);
        assertThat(handler.get("/advice").text()).contains("Gesloten op zondag 22 november 2026, 10:00", "Akkoord");
        assertThat(handler.get("/recognitions/A7").text())
                .contains("Advies sociale partners", "geen bericht, dus akkoord: Ad Ade");
    }

    @ParameterizedTest
    @DisplayName("R12: a closing moment that cannot be is refused in words")
    @CsvSource({
        "own, '', ''",
        "own, 2026-02-30, 12:00",
        "own, 2026-11-21, 12:00",
        "own, 2027-11-21, 12:00",
        "own, 2026-11-23, 25:00",
        "yesterday, '', ''",
        "2020-01-01T00:00:00Z, '', ''",
    })
    void an_impossible_closing_moment(String closing, String day, String clock) {
        handler.get("/recognitions/A7");
        handler.post("/recognitions/A7/advice", Map.of());
        TestBrowser.Page again =
                handler.post("/advice/automotive/send", Map.of("closing", closing, "day", day, "clock", clock));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Er is iets niet in orde");
    }

    @Test
    void a_dossier_can_be_taken_off_until_the_list_is_sent() {
        handler.get("/recognitions/A7");
        handler.post("/recognitions/A7/advice", Map.of());
        assertThat(handler.post("/advice/automotive/remove", Map.of("dossier", "A7"))
                        .status())
                .isEqualTo(303);
        assertThat(handler.post("/advice/automotive/remove", Map.of("dossier", "A7"))
                        .status())
                .isEqualTo(409);
        assertThat(handler.get("/advice").text()).contains("Er staat nog niets op de volgende lijst");
    }

    @ParameterizedTest
    @DisplayName("P1: only the voting members of the partnership see its list, only its handlers keep it")
    @CsvSource({
        "advisor, ADVISOR, automotive, 200, 403, 403",
        "union, ADVISOR, food_industry, 404, 403, 403",
        "auto, HANDLER, automotive, 403, 200, 200",
        "everything, HANDLER, '', 403, 200, 200",
        "admin, ADMIN, '', 403, 200, 200",
        "food, HANDLER, food_industry, 403, 200, 404",
        "garage, COMPANY, 0900001137, 403, 403, 403",
        "school, SCHOOL, P1, 403, 403, 403",
        "M1, MENTOR, '', 403, 403, 403",
        "monitor, MONITOR, '', 403, 403, 403",
        "teacher, TEACHER, P1, 403, 403, 403",
        "trainer, TRAINER, automotive, 403, 403, 403",
    })
    void who_sees_what(String person, Role role, String scope, int voice, int lists, int dossier) {
        String page = running("2026-11-26 12:00+01");
        TestBrowser browser = portal.browser().signedInAs(person, role, scope);
        assertThat(browser.get(page).status()).isEqualTo(voice);
        assertThat(browser.get("/advice").status()).isEqualTo(lists);
        assertThat(browser.get("/advice").text().contains("Metselaar duaal")).isEqualTo(dossier == 200);
        assertThat(browser.get("/recognitions/A7/advice").status()).isEqualTo(dossier);
        browser.get("/");
        if (voice != 200) {
            assertThat(browser.post(page, Map.of("voice", "OBJECT", "reason", WHY))
                            .status())
                    .isEqualTo(voice);
        }
        if (dossier != 200) {
            assertThat(browser.post("/advice/automotive/send", Map.of("closing", "own"))
                            .status())
                    .isEqualTo(dossier);
        }
    }

    @Test
    void an_approval_while_the_members_can_still_speak_asks_for_a_confirmation() {
        running("2026-11-26 12:00+01");
        assertThat(handler.get("/recognitions/A7/approve").text())
                .contains("De sociale partners kunnen nog advies geven tot 26 november 2026, 12:00");
        TestBrowser.Page asked = handler.post("/recognitions/A7/approve", Map.of("seen", "1"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("De advieslijst loopt nog.");
        assertThat(handler.post("/recognitions/A7/approve", Map.of("seen", "1", "despite-advice", "yes"))
                        .status())
                .isEqualTo(303);
        assertThat(advisor.post("/advisor/lists/L1/A7", Map.of("voice", "OBJECT", "reason", WHY))
                        .text())
                .contains("Dit dossier is intussen goedgekeurd", WHY);
    }

    @Test
    void a_company_sees_neither_the_voices_nor_the_list_on_its_dossier() {
        running("2026-11-26 12:00+01");
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, "0900001137")
                        .get("/recognitions/A7")
                        .text())
                .doesNotContain("Advies van de sociale partners", "Ad Ade");
    }

    /// A sent list with A7, put there as it would be.
    private String running(String closesAt) {
        portal.sql("""
                INSERT INTO portal.advice_list (id, partnership_code, created_at, sent_at, sent_by, closes_at)
                VALUES ('L1', 'automotive', '2026-11-21', '2026-11-21', 'auto', '%s');
                INSERT INTO portal.advice_item (list_id, application_id, added_at, added_by)
                VALUES ('L1', 'A7', '2026-11-21', 'auto');
                INSERT INTO portal.advice_voter (list_id, person_id, mailed) VALUES ('L1', 'advisor', true);
                """.formatted(closesAt));
        advisor.get("/advisor/lists/L1/A7");
        return "/advisor/lists/L1/A7";
    }

    private static String listOf(TestBrowser.Page page) {
        return page.body().replaceAll("(?s).*?(/advisor/lists/[A-Za-z0-9-]+/A7).*", "$1");
    }

    private String objection() {
        return handler.get("/recognitions/A7")
                .body()
                .replaceAll("(?s).*?name=\"objections\" value=\"([^\"]+)\".*", "$1");
    }
}
