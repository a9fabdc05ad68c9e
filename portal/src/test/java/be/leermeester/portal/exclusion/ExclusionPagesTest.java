package be.leermeester.portal.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.FileApplication;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Exclusion (domain.md section 2)")
class ExclusionPagesTest {

    private static final String WHY = "Leerlingen werkten er 's nachts aan onveilige machines.";

    private TestPortal portal;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                UPDATE kernel.person SET email = id || '@example.org' WHERE id IN ('garage', 'school', 'otherSchool', 'bakery');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('garage', 'SCHOOL', 'P1');
                UPDATE portal.application SET decide_by = '2026-12-06' WHERE id = 'A3';
                UPDATE portal.application_event SET at = '2026-11-21 10:00+01' WHERE application_id = 'A3';
                """);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void a_handler_sees_what_is_hit_and_then_ends_it_all_in_one_decision() {
        TestBrowser handler = as("auto", Role.HANDLER, "automotive");
        String page = handler.get("/exclusions/new?number=0900.001.137").text();
        assertThat(page)
                .contains("De hele onderneming", "Erkenning wordt opgeheven", "Aanvraag wordt afgekeurd")
                .contains("1 lopende overeenkomst")
                .doesNotContain("Metselaar duaal");
        assertThat(decide(handler, "0900001137", Map.of("partnership", "automotive", "dossiers", "A3,A4"))
                        .status())
                .isEqualTo(303);
        assertThat(rows("SELECT id || ' ' || status FROM portal.application"
                        + " WHERE establishment_number LIKE '8%' ORDER BY id"))
                .isEqualTo("A3 REJECTED, A4 REVOKED, A5 REJECTED, A6 EXPIRED");
        assertThat(handler.get("/recognitions/A4").text()).contains("Opgeheven", "Uitsluiting", WHY);
        assertThat(rows("SELECT recipient FROM kernel.mail WHERE reason = 'EXCLUSION' ORDER BY 1"))
                .as("who is company and school at once gets one, the school whose agreement ended gets none")
                .isEqualTo("garage@example.org, school@example.org");
        assertThat(rows("SELECT array_to_string(audience, ' ') FROM kernel.event WHERE type = 'CompanyExcluded'"))
                .isEqualTo("company:0900001137 admins partnership:automotive provider:P1");
        assertThat(handler.get("/exclusions").text()).contains("Garage O'Peeters", "Uitgesloten", "voorgoed");
    }

    @Test
    void an_exclusion_of_one_establishment_leaves_the_others() {
        decide(
                as("auto", Role.HANDLER, "automotive"),
                "8000000764",
                Map.of("partnership", "automotive", "dossiers", "A3"));
        assertThat(rows("SELECT status FROM portal.application WHERE id IN ('A3', 'A4') ORDER BY id"))
                .isEqualTo("REJECTED, APPROVED");
    }

    @Test
    void what_changed_since_it_was_seen_is_looked_at_again_and_nothing_typed_is_lost() {
        TestBrowser.Page again = decide(
                as("auto", Role.HANDLER, "automotive"),
                "0900001137",
                Map.of("partnership", "automotive", "dossiers", "A4"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Intussen veranderde wat deze uitsluiting treft", WHY);
        assertThat(rows("SELECT count(*) FROM portal.exclusion")).isEqualTo("0");
    }

    @Test
    void lifting_takes_a_new_decision_and_restores_nothing() {
        TestBrowser handler = as("auto", Role.HANDLER, "automotive");
        String page = decide(handler, "0900001137", Map.of("partnership", "automotive", "dossiers", "A3,A4"))
                .header("location")
                .orElseThrow();
        assertThat(handler.post(page + "/lift", Map.of("because", "Ok")).status())
                .isEqualTo(422);
        assertThat(handler.post(page + "/lift", Map.of("because", "De werkplaats werd volledig vernieuwd."))
                        .status())
                .isEqualTo(303);
        assertThat(handler.post(page + "/lift", Map.of("because", "De werkplaats werd volledig vernieuwd."))
                        .status())
                .isEqualTo(409);
        assertThat(handler.get(page).text()).contains("Ingetrokken", "De werkplaats werd volledig vernieuwd.", WHY);
        assertThat(rows("SELECT status FROM portal.application WHERE id = 'A4'"))
                .isEqualTo("REVOKED");
    }

    @ParameterizedTest
    @DisplayName("Who may exclude: the own partnership, and all of them only who handles them all")
    @CsvSource({
        "auto, HANDLER, automotive, automotive, 'A3,A4', 303",
        "auto, HANDLER, automotive, '', 'A3,A4', 404",
        "auto, HANDLER, automotive, food_industry, '', 404",
        "everything, HANDLER, '', '', 'A3,A4', 303",
        "admin, ADMIN, '', '', 'A3,A4', 303",
        "food, HANDLER, food_industry, food_industry, '', 303",
        "garage, COMPANY, 0900001137, automotive, 'A3,A4', 403",
        "school, SCHOOL, P1, automotive, 'A3,A4', 403",
        "advisor, ADVISOR, automotive, automotive, 'A3,A4', 403",
        "monitor, MONITOR, '', automotive, 'A3,A4', 403",
        "M1, MENTOR, '', automotive, 'A3,A4', 403",
    })
    void who_may(String person, Role role, String scope, String partnership, String seen, int status) {
        TestBrowser browser = as(person, role, scope);
        assertThat(decide(browser, "0900001137", Map.of("partnership", partnership, "dossiers", seen))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'', OTHER, good, ''",
        "Te kort, OTHER, good, ''",
        "Lang genoeg om te mogen beslissen, NOPE, good, ''",
        "Lang genoeg om te mogen beslissen, '', good, ''",
        "Lang genoeg om te mogen beslissen, OTHER, '', ''",
        "Lang genoeg om te mogen beslissen, OTHER, until, ''",
        "Lang genoeg om te mogen beslissen, OTHER, until, 2026-11-22",
        "Lang genoeg om te mogen beslissen, OTHER, until, 2026-02-31",
    })
    void bad_input_is_named_and_changes_nothing(String motivation, String reason, String term, String until) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("partnership", "automotive", "dossiers", "A3,A4"));
        fields.putAll(Map.of("motivation", motivation, "reason", reason, "term", term, "until", until));
        assertThat(decide(as("auto", Role.HANDLER, "automotive"), "0900001137", fields)
                        .status())
                .isEqualTo(422);
        assertThat(rows("SELECT count(*) FROM portal.exclusion")).isEqualTo("0");
    }

    @Test
    void an_unknown_number_is_said() {
        TestBrowser.Page page = as("auto", Role.HANDLER, "automotive").get("/exclusions/new?number=123");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("We kennen geen onderneming of vestiging met dit nummer");
    }

    @Test
    @DisplayName(
            "An excluded place cannot apply, complete nor be approved by law, with the reason, until the last day is over")
    void the_guards() {
        try (TestBackground background = SmallWorld.in(new TestBackground())) {
            ChangeStatus change = new ChangeStatus(
                    new Outbox(background.time(), new Ids(background.time()), List::of), background.time());
            FileApplication filing = new FileApplication(change, background.time());
            background.sql("""
                    INSERT INTO portal.exclusion (id, enterprise_number, partnership_code, reason, motivation, starts_on, until_on,
                      decided_at, decided_by)
                    SELECT number, number, NULL, 'OTHER', 'Onveilige machines, ook na herhaalde vraag.', '2026-11-10', '2026-11-23',
                           '2026-11-10', 'auto' FROM unnest(ARRAY['0900001137', '0442239628']) number
                    """);
            FileApplication.Filing again = new FileApplication.Filing(
                    "8000000764", "D3", "construction", null, "COMPANY", "garage", null, null, List.of("M2"));
            assertThatThrownBy(() -> background.tell(() -> background.db().transact(c -> filing.file(c, again))))
                    .isInstanceOfSatisfying(
                            Problem.Conflict.class,
                            refused -> assertThat(refused.arguments())
                                    .containsExactly("Onveilige machines, ook na herhaalde vraag.", "23/11/2026"));
            Act completed = Act.of("A2", RecognitionStatus.SUBMITTED, Actor.APPLICANT, "bakery");
            assertThatThrownBy(() -> background.tell(() -> background.db().transact(c -> change.apply(c, completed))))
                    .hasMessage("status.excluded.until");
            background.tell(() -> background.db().transact(c -> change.settled(c, "A3")));
            assertThat(background.rows("SELECT status FROM portal.application WHERE id = 'A3'"))
                    .containsExactly("SUBMITTED");
            background.pass(java.time.Duration.ofDays(2));
            assertThat(background.<String>tell(() -> background.db().transact(c -> filing.file(c, again))))
                    .startsWith("D2026-");
        }
    }

    private TestBrowser as(String person, Role role, String scope) {
        return portal.browser().signedInAs(person, role, scope);
    }

    private TestBrowser.Page decide(TestBrowser browser, String number, Map<String, String> more) {
        browser.get("/exclusions");
        browser.get("/exclusions/new?number=" + number);
        browser.get("/recognitions/A4");
        browser.get("/");
        Map<String, String> fields =
                new LinkedHashMap<>(Map.of("number", number, "reason", "SAFETY", "motivation", WHY, "term", "good"));
        fields.putAll(more);
        return browser.post("/exclusions/new", fields);
    }

    private String rows(String sql) {
        try (var connection =
                        java.sql.DriverManager.getConnection(portal.database().jdbcUrl());
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            List<String> rows = new java.util.ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return String.join(", ", rows);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
