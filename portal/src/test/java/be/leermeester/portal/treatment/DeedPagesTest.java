package be.leermeester.portal.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a handler does with dossiers of the bakery: `N1` is submitted, four days ago, with Mia and Bart as mentors.
class DeedPagesTest {

    private static final String WHY = "De werkplaats heeft geen rijskast en geen oven.";

    private final TestPortal portal = SmallWorld.in(TestPortal.start());

    DeedPagesTest() {
        portal.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, decide_by, filed_by) VALUES
                  ('N1', '2123456789', 'D3', 'food_industry', '2026-11-18 10:00+01', 'COMPANY', 'SUBMITTED',
                   '2026-11-18 10:00+01', '2026-12-03', 'bakery');
                INSERT INTO portal.application_event (application_id, seq, at, status, actor, recorded_at) VALUES
                  ('N1', 1, '2026-11-18 10:00+01', 'SUBMITTED', 'bakery', '2026-11-18 10:00+01');
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, recorded_at) VALUES
                  ('N1', 'M1', 'food_industry', '2026-11-18 10:00+01', 'PENDING', '2026-11-18 10:00+01'),
                  ('N1', 'M2', 'food_industry', '2026-11-18 10:00+01', 'PENDING', '2026-11-18 10:00+01');
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('food2', 'Greet', 'Goos');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('food2', 'HANDLER', 'food_industry');
                """);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("U4: one press takes the dossier into review, on the handler's own name")
    void the_obvious_next_act_stands_on_the_dossier() {
        TestBrowser hilde = handler("food");
        TestBrowser.Page page = hilde.get("/recognitions/N1");
        assertThat(page.text())
                .containsSubsequence(
                        "Wat u nu doet",
                        "Nog niemand behandelt dit dossier",
                        "In behandeling nemen",
                        "Of:",
                        "Goedkeuren",
                        "Onvolledig verklaren",
                        "Afkeuren")
                .doesNotContain("Erkenning opheffen");

        TestBrowser.Page done = hilde.post("/recognitions/N1/review", Map.of("seen", "1"));

        assertThat(done.header("location")).contains("/recognitions/N1?done=review");
        assertThat(hilde.get("/recognitions/N1?done=review").text())
                .contains("Het dossier is in behandeling, op uw naam.", "U behandelt dit dossier.");
        assertThat(rows("SELECT status || ' ' || handler_id FROM portal.application WHERE id = 'N1'"))
                .containsExactly("IN_REVIEW food");
    }

    @Test
    @DisplayName("R5: incomplete names each missing item, at least one")
    void what_is_missing_is_asked_item_by_item() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/incomplete");
        TestBrowser.Page nothing =
                hilde.post("/recognitions/N1/incomplete", Map.of("seen", "1", "remark", "Even kijken"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("Duid minstens één ontbrekend punt aan.", "Even kijken");

        TestBrowser.Page asked = hilde.post(
                "/recognitions/N1/incomplete",
                Map.of(
                        "seen", "1",
                        "item-C450", "yes",
                        "remark-C450", "Van dit kwartaal",
                        "item-EQUIPMENT", "yes",
                        "remark-OTHER", "niet aangeduid"));

        assertThat(asked.status()).isEqualTo(303);
        assertThat(rows("SELECT item || ' ' || seq || ' ' || remark FROM portal.missing_item ORDER BY item"))
                .containsExactly("C450 2 Van dit kwartaal", "EQUIPMENT 2 ");
        assertThat(
                        rows(
                                "SELECT status || ' ' || coalesce(decide_by::text, '-') FROM portal.application WHERE id = 'N1'"))
                .containsExactly("INCOMPLETE -");
    }

    @Test
    @DisplayName("R2: on hold says why, stops the clock, and resuming gives the days that were left")
    void on_hold_and_resumed() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1");
        hilde.post("/recognitions/N1/review", Map.of("seen", "1"));
        assertThat(hilde.get("/recognitions/N1/hold").text()).contains("Er blijven daarna nog 10 dagen over");
        assertThat(hilde.post("/recognitions/N1/hold", Map.of("seen", "2")).text())
                .contains("Schrijf waarop u wacht.");
        hilde.post("/recognitions/N1/hold", Map.of("seen", "2", "remark", "Advies van de sociale partners"));
        assertThat(hilde.get("/recognitions/N1").text())
                .contains("Behandeling hervatten", "Advies van de sociale partners")
                .doesNotContain("Gedeeltelijk goedkeuren");

        assertThat(hilde.get("/recognitions/N1/resume").text()).contains("Vanaf vandaag hebt u nog 10 dagen");
        hilde.post("/recognitions/N1/resume", Map.of("seen", "3"));
        assertThat(rows("SELECT status || ' ' || decide_by FROM portal.application WHERE id = 'N1'"))
                .containsExactly("IN_REVIEW 2026-12-03");
    }

    @Test
    @DisplayName("R6: a rejection takes a reason and twenty characters; what was typed stays")
    void a_rejection_is_motivated() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/reject");
        TestBrowser.Page refused = hilde.post(
                "/recognitions/N1/reject", Map.of("seen", "1", "reason-CONVICTION", "yes", "remark", "Te kort"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Leg uit in minstens 20 tekens. U hebt er nu 7.", "Te kort");
        assertThat(refused.body()).contains("value=\"yes\" checked");
        assertThat(rows("SELECT status FROM portal.application WHERE id = 'N1'"))
                .containsExactly("SUBMITTED");

        hilde.post(
                "/recognitions/N1/reject",
                Map.of("seen", "1", "reason-INSUFFICIENT_EQUIPMENT", "yes", "reason-CONVICTION", "yes", "remark", WHY));
        assertThat(rows("SELECT array_to_string(reasons, ' ') || ' ' || remark || ' ' || actor"
                        + " FROM portal.application_event WHERE application_id = 'N1' AND seq = 2"))
                .containsExactly("INSUFFICIENT_EQUIPMENT CONVICTION " + WHY + " food");
        assertThat(rows("SELECT DISTINCT decision FROM learning.mentor_application WHERE application_id = 'N1'"))
                .containsExactly("REJECTED");
    }

    @Test
    @DisplayName("R6: a mentor is refused with a code and a motivation, the others get their year")
    void one_mentor_is_approved_and_one_refused() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/approve");
        Map<String, String> typed =
                new LinkedHashMap<>(Map.of("seen", "1", "mentor-M1", "approve", "mentor-M2", "refuse"));
        TestBrowser.Page refused = hilde.post("/recognitions/N1/approve", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Kies waarom Bart Bos niet goedgekeurd wordt.")
                .contains("Leg voor Bart Bos uit in minstens 20 tekens.");

        typed.put("refusal-M2", "INSUFFICIENT_PRACTICE");
        typed.put("motivation-M2", "Werkt pas twee jaar als bakker, zonder opleiding.");
        assertThat(hilde.post("/recognitions/N1/approve", typed).status()).isEqualTo(303);

        assertThat(rows("SELECT person_id || ' ' || decision FROM learning.mentor_application"
                        + " WHERE application_id = 'N1' ORDER BY 1"))
                .containsExactly("M1 APPROVED", "M2 REJECTED");
        assertThat(rows("SELECT person_id || ' ' || reason || ' ' || refused_by FROM portal.mentor_refusal"))
                .containsExactly("M2 INSUFFICIENT_PRACTICE food");
        assertThat(rows("SELECT due_on FROM learning.obligation WHERE person_id = 'M1'"
                        + " AND partnership_code = 'food_industry'"))
                .containsExactly("2027-01-10");
    }

    @Test
    void a_recognition_without_any_mentor_is_not_given() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/approve");
        Map<String, String> typed = new LinkedHashMap<>(Map.of("seen", "1"));
        for (String mentor : List.of("M1", "M2")) {
            typed.put("mentor-" + mentor, "refuse");
            typed.put("refusal-" + mentor, "CONDUCT");
            typed.put("motivation-" + mentor, "Het uittreksel toont een veroordeling.");
        }
        assertThat(hilde.post("/recognitions/N1/approve", typed).text()).contains("Keur minstens één mentor goed.");
    }

    @Test
    @DisplayName("R7: a partial approval says by activity what is covered, and company and school see the gaps")
    void the_gaps_are_listed_and_shown() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/partial");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "seen",
                "1",
                "rows",
                "4",
                "mentor-M1",
                "approve",
                "mentor-M2",
                "approve",
                "activity-0",
                "Deeg kneden",
                "cover-0",
                "YES"));
        assertThat(hilde.post("/recognitions/N1/partial", typed).text())
                .contains("Duid minstens één activiteit aan die de werkplek niet aanbiedt.");
        typed.putAll(
                Map.of("activity-1", "Chocolade tempereren", "cover-1", "PLAN", "activity-3", "IJs", "cover-3", "NO"));
        assertThat(hilde.post("/recognitions/N1/partial", typed).text()).contains("Schrijf wie deze activiteit invult");
        Map<String, String> more = new LinkedHashMap<>(typed);
        more.put("more", "yes");
        assertThat(hilde.post("/recognitions/N1/partial", more).body())
                .contains("Chocolade tempereren", "name=\"rows\" value=\"9\"");
        typed.put("plan-1", "Technisch Atheneum");
        assertThat(hilde.post("/recognitions/N1/partial", typed).status()).isEqualTo(303);

        assertThat(
                        rows(
                                "SELECT activity || ' ' || covered || ' ' || plan FROM portal.application_activity ORDER BY position"))
                .containsExactly("Deeg kneden true ", "Chocolade tempereren false Technisch Atheneum", "IJs false ");
        assertThat(portal.browser()
                        .signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY)
                        .get("/recognitions/N1")
                        .text())
                .contains("Chocolade tempereren : ingevuld door Technisch Atheneum", "IJs : wordt niet aangeboden")
                .doesNotContain("Wat u nu doet");
    }

    @Test
    void the_next_partial_approval_of_a_programme_begins_with_the_same_activities() {
        portal.sql(
                "INSERT INTO portal.application_activity (application_id, position, activity, covered)"
                        + " VALUES ('A1', 0, 'Deeg kneden', true); UPDATE portal.application SET programme_code = 'D3' WHERE id = 'A1'");
        assertThat(handler("food").get("/recognitions/N1/partial").body()).contains("value=\"Deeg kneden\"");
    }

    @Test
    @DisplayName("R6: before a recognition is revoked, the running agreements that it hits are named")
    void revoking_shows_what_it_hits() {
        TestBrowser hugo = handler("auto");
        assertThat(hugo.get("/recognitions/A4").text()).contains("Erkenning opheffen");
        assertThat(hugo.get("/recognitions/A4/revoke").text())
                .contains("1 lopende overeenkomst wordt geraakt", "Lotte Leers , Technisch Atheneum")
                .doesNotContain("Omar Oud");
        assertThat(hugo.post("/recognitions/A4/revoke", Map.of("seen", "2", "remark", WHY))
                        .status())
                .isEqualTo(422);
        hugo.post(
                "/recognitions/A4/revoke", Map.of("seen", "2", "remark", WHY, "reason-INSUFFICIENT_EQUIPMENT", "yes"));
        assertThat(rows("SELECT status FROM portal.application WHERE id = 'A4'"))
                .containsExactly("REVOKED");
    }

    @Test
    @DisplayName(
            "U4: of two handlers who decide at once one wins; the other reads what happened and keeps what was typed")
    void two_handlers_decide_at_once() {
        TestBrowser hilde = handler("food");
        TestBrowser greet = handler("food2");
        hilde.get("/recognitions/N1/approve");
        greet.get("/recognitions/N1/reject");

        assertThat(hilde.post(
                                "/recognitions/N1/approve",
                                Map.of("seen", "1", "mentor-M1", "approve", "mentor-M2", "approve"))
                        .status())
                .isEqualTo(303);
        TestBrowser.Page late = greet.post(
                "/recognitions/N1/reject", Map.of("seen", "1", "reason-INSUFFICIENT_EQUIPMENT", "yes", "remark", WHY));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .containsSubsequence(
                        "Intussen gebeurde er iets met dit dossier",
                        "Intussen is dit dossier goedgekeurd",
                        "Goedgekeurd 22 november 2026, 10:00 Hilde Hens",
                        "kan nu niet meer verstuurd worden",
                        WHY);
        assertThat(late.body()).contains("value=\"yes\" checked").doesNotContain("govuk-button--warning");
        assertThat(rows("SELECT status FROM portal.application WHERE id = 'N1'"))
                .containsExactly("APPROVED");
    }

    @Test
    void a_colleague_who_only_took_it_into_review_does_not_stop_the_decision_for_good() {
        TestBrowser hilde = handler("food");
        TestBrowser greet = handler("food2");
        hilde.get("/recognitions/N1/reject");
        greet.get("/recognitions/N1");
        greet.post("/recognitions/N1/review", Map.of("seen", "1"));
        Map<String, String> typed = Map.of("seen", "1", "reason-CONVICTION", "yes", "remark", WHY);

        TestBrowser.Page late = hilde.post("/recognitions/N1/reject", typed);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("name=\"seen\" value=\"2\"", "govuk-button--warning");

        Map<String, String> again = new LinkedHashMap<>(typed);
        again.put("seen", "2");
        assertThat(hilde.post("/recognitions/N1/reject", again).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("R2: the company cancels while the handler rejects: one wins, nothing typed is lost")
    void the_company_cancels_while_the_handler_rejects() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/reject");
        portal.sql("INSERT INTO portal.application_event (application_id, seq, at, status, actor, recorded_at) VALUES"
                + " ('N1', 2, '2026-11-22 09:59+01', 'CANCELLED', 'bakery', '2026-11-22 09:59+01');"
                + " UPDATE portal.application SET status = 'CANCELLED', decide_by = NULL WHERE id = 'N1'");
        TestBrowser.Page late =
                hilde.post("/recognitions/N1/reject", Map.of("seen", "1", "reason-CONVICTION", "yes", "remark", WHY));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Intussen heeft de aanvrager dit dossier geannuleerd", "Karel Koren", WHY);
    }

    @Test
    @DisplayName("R4: who opens a form after the fourteen days hears that the law approved")
    void the_law_comes_first() {
        TestBrowser hugo = handler("auto");
        assertThat(hugo.get("/recognitions/A3").text())
                .contains("Dit dossier is automatisch goedgekeurd")
                .doesNotContain("In behandeling nemen");
        assertThat(hugo.get("/recognitions/A3/reject").status()).isEqualTo(409);
        assertThat(rows("SELECT status || ' ' || automatic FROM portal.application WHERE id = 'A3'"))
                .containsExactly("APPROVED true");
    }

    @Test
    @DisplayName("M11, R6: a mentor named on a recognition later is decided on alone, once")
    void a_mentor_who_came_later_is_decided_on() {
        portal.sql("INSERT INTO learning.mentor_application"
                + " (application_id, person_id, partnership_code, submitted_at, decision, recorded_at) VALUES"
                + " ('A1', 'garage', 'food_industry', '2026-11-20', 'PENDING', '2026-11-20')");
        TestBrowser hilde = handler("food");
        assertThat(hilde.get("/recognitions/A1").text()).contains("Mentor Petra Peeters beoordelen");
        String path = "/recognitions/A1/mentor-decision/garage";
        hilde.get(path);
        assertThat(hilde.post(path, Map.of("mentor-garage", "refuse")).status()).isEqualTo(422);
        assertThat(hilde.post(path, Map.of("mentor-garage", "approve")).status())
                .isEqualTo(303);
        assertThat(rows("SELECT due_on FROM learning.obligation WHERE person_id = 'garage'"))
                .containsExactly("2027-11-22");
        assertThat(hilde.post(path, Map.of("mentor-garage", "approve")).status())
                .isEqualTo(409);
        assertThat(handler("auto").get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    @DisplayName("P1: no deed on a dossier of another partnership, and none by who is no handler")
    void only_handlers_of_the_partnership(Deed deed) {
        String path = "/recognitions/N1/" + deed.path();
        TestBrowser hugo = handler("auto");
        hugo.get("/handler");
        assertThat(hugo.get(path).status()).isEqualTo(404);
        assertThat(hugo.post(path, Map.of("seen", "1")).status()).isEqualTo(404);
        TestBrowser company = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        company.get("/recognitions/N1");
        assertThat(company.post(path, Map.of("seen", "1")).status()).isEqualTo(403);
        assertThat(rows("SELECT count(*) FROM portal.application_event WHERE application_id = 'N1'"))
                .containsExactly("1");
    }

    private TestBrowser handler(String person) {
        return portal.browser()
                .signedInAs(person, Role.HANDLER, person.equals("auto") ? "automotive" : "food_industry");
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
