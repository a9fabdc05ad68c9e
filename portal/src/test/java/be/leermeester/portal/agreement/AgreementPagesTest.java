package be.leermeester.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @DisplayName("P1: who sees which agreement")
    @CsvSource({
        "bakery, COMPANY, 0442239628, ''",
        "garage, COMPANY, 0900001137, O1 O2",
        "food, HANDLER, food_industry, ''",
        "auto, HANDLER, automotive, O1 O2",
        "school, SCHOOL, P1, O1",
        "otherSchool, SCHOOL, P2, O2",
        "admin, ADMIN, '', O1 O2",
    })
    void each_sees_the_own_agreements(String person, Role role, String scope, String expected) {
        TestBrowser browser = portal.browser().signedInAs(person, role, scope);

        assertThat(ids(browser.get("/api/v1/agreements"))).isEqualTo(words(expected));
        assertThat(browser.get("/agreements").text().contains("Lotte Leers")).isEqualTo(expected.contains("O1"));
        assertThat(browser.get("/agreements.csv").body().contains("Omar Oud")).isEqualTo(expected.contains("O2"));
    }

    @ParameterizedTest
    @CsvSource({
        "status=RUNNING, O1",
        "status=TERMINATED_EARLY, O2",
        "status=RUNNING&on=2024-10-01, O2",
        "on=2024-10-01, O2",
        "on=2024-01-01, ''",
        "on=2025-01-15&status=RUNNING, O2",
        "on=2025-01-16&status=RUNNING, ''",
        "type=OAO, O1 O2",
        "type=SAO, ''",
        "partnership=automotive, O1 O2",
        "partnership=wood, ''",
        "provider=P1, O1",
        "q=lotte, O1",
        "q=bos, O1 O2",
        "q=garage, O1 O2",
        "q=0900.001, O1 O2",
        "enterprise=0442239628, ''",
    })
    void the_list_shows_what_is_asked(String query, String expected) {
        assertThat(ids(admin().get("/api/v1/agreements?" + query))).isEqualTo(words(expected));
        assertThat(admin().get("/agreements?" + query).text())
                .contains(words(expected).isEmpty() ? "Geen overeenkomsten" : "overeenkomst");
    }

    @Test
    @DisplayName("U3: a learner whose only mentor is late may lose the place")
    void the_mentors_flag_shows_beside_the_learner() {
        assertThat(admin().get("/agreements?status=RUNNING").text())
                .contains("1 overeenkomst, laatst gestart eerst, Lopend")
                .containsSubsequence(
                        "Lotte Leers", "Kan de werkplek verliezen", "Bart Bos", "Te laat", "Technisch Atheneum");
    }

    @Test
    void the_statuses_in_sql_are_those_of_the_rule() {
        for (LocalDate day = LocalDate.of(2024, 8, 30);
                day.isBefore(LocalDate.of(2025, 7, 3));
                day = day.plusDays(45)) {
            AgreementStatus expected = AgreementStatus.on(
                    day, LocalDate.of(2024, 9, 1), LocalDate.of(2025, 6, 30), LocalDate.of(2025, 1, 15), null);
            assertThat(ids(admin().get("/api/v1/agreements?on=" + day + "&status=" + expected)))
                    .as(day.toString())
                    .contains("O2");
        }
    }

    @Test
    @DisplayName("I1: programs page through by cursor")
    void a_program_reads_page_by_page() {
        JsonObject first =
                new JsonObject(admin().get("/api/v1/agreements?size=1").body());
        JsonObject second = new JsonObject(admin().get(first.getString("next")).body());

        assertThat(first.getLong("total")).isEqualTo(2);
        assertThat(first.getJsonArray("items").getJsonObject(0).encode())
                .isEqualTo("{\"agreementId\":\"O1\",\"applicationId\":\"A4\",\"status\":\"RUNNING\",\"type\":\"OAO\","
                        + "\"enterpriseNumber\":\"0900001137\",\"establishmentNumber\":\"8000003635\","
                        + "\"programmeCode\":\"D2\",\"partnershipCode\":\"automotive\",\"providerCode\":\"P1\","
                        + "\"learnerPersonId\":\"L1\",\"mentorPersonId\":\"M2\",\"startsOn\":\"2026-09-01\","
                        + "\"endsOn\":\"2027-06-30\",\"registeredAt\":\"2026-08-19T22:00:00Z\",\"endedOn\":null,"
                        + "\"endReason\":null,\"cancelledAt\":null}");
        assertThat(second.getJsonArray("items").getJsonObject(0).getString("endedOn"))
                .isEqualTo("2025-01-15");
        assertThat(second.getValue("next")).isNull();
    }

    private static List<String> ids(TestBrowser.Page page) {
        return new JsonObject(page.body())
                .getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("agreementId"))
                        .toList();
    }

    private static List<String> words(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private static TestBrowser admin() {
        return portal.browser().signedInAs("admin", Role.ADMIN);
    }
}
