package be.leermeester.portal.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On Sunday 22 November 2026.
class MentorsApiTest {

    private static TestPortal portal;

    @BeforeAll
    static void mentors_in_every_state() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            MentorFixture rows = new MentorFixture(connection);
            for (String id : List.of("M1", "M2", "M3", "M4", "M5", "M6", "M7", "H1", "H2", "D1", "B1", "C1")) {
                rows.person(id, "Voornaam", id);
            }
            rows.mentor("M1", "A1", "wood", "2026-03-10", "APPROVED", "2026-03-14")
                    .mentor("M2", "A2", "wood", "2026-06-20", "APPROVED", "2026-06-30")
                    .mentor("M3", "A3", "wood", "2026-01-02", "APPROVED", "2026-01-10")
                    .mentor("M4", "A4", "wood", "2025-10-20", "APPROVED", "2025-11-21")
                    .mentor("M5", "A5", "wood", "2025-03-02", "APPROVED", "2025-03-10")
                    .training("M5", "wood", "2025-09-01", "FOLLOWED_SECTOR")
                    .mentor("M6", "A6", "construction", "2026-11-20", "PENDING", "NULL")
                    .mentor("M7", "A7", "construction", "2025-11-10", "APPROVED", "2025-11-22")
                    .execute("""
                            INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('H1', 'HANDLER', 'wood'),
                                ('H2', 'HANDLER', 'construction'), ('D1', 'MONITOR', ''), ('B1', 'ADMIN', ''),
                                ('C1', 'COMPANY', '0442239628'), ('M1', 'MENTOR', '')
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

    @ParameterizedTest
    @CsvSource({
        "flag=GREEN, 'M2,M5'",
        "flag=amber, M1",
        "flag=RED, 'M3,M7'",
        "flag=OVERDUE, M4",
        "flag=CHECKING, ''",
        "status=NOT_HANDLED, M6",
        "status=TO_FOLLOW, 'M1,M2,M3,M4,M7'",
        "partnership=construction, 'M6,M7'",
        "flag=RED&partnership=wood, M3",
        "on=2026-12-20&flag=RED, 'M1,M3'",
        "on=2027-07-01&flag=OVERDUE, 'M1,M2,M3,M4,M7'",
        "on=2025-08-31&status=TO_FOLLOW, M5",
        "on=2025-09-01&status=FOLLOWED_SECTOR, M5",
        "on=2025-11-22, 'M4,M5,M7'",
        "on=2025-11-21, 'M4,M5,M7'",
        "on=2026-03-13&flag=GREEN, 'M3,M4,M5,M7'",
        "on=2019-08-31, ''",
    })
    void answers_by_flag_status_partnership_and_day(String query, String persons) {
        assertThat(String.join(",", persons(get("D1", Role.MONITOR, "", query))))
                .isEqualTo(persons);
    }

    @Test
    void tells_the_date_and_why() {
        JsonObject item = get("H1", Role.HANDLER, "wood", "flag=AMBER")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(item).isEqualTo(new JsonObject("""
                {"personId": "M1", "partnershipCode": "wood", "dueOn": "2027-03-14", "daysLeft": 112, "flag": "AMBER",
                 "status": "TO_FOLLOW", "statusSince": "2026-03-14", "exemptionGround": null, "acceptedFrom": null,
                 "rule": {"source": "S4:693", "start": "2026-03-14", "startReason": "FIRST_APPROVAL",
                    "applicationId": "A1", "termMonths": 12, "extensionMonths": 0, "extensionSource": null,
                    "partnership": "wood"}}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on=2026-11-21"})
    void pages_follow_each_other_by_cursor(String query) {
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/mentors?size=3&" + query;
        while (next != null) {
            JsonObject page = new JsonObject(
                    portal.browser().signedInAs("B1", Role.ADMIN).get(next).body());
            assertThat(page.getInteger("total")).isEqualTo(7);
            seen.addAll(persons(page));
            next = page.getString("next");
        }
        assertThat(seen).containsExactly("M1", "M2", "M3", "M4", "M5", "M6", "M7");
    }

    @Test
    void a_handler_sees_the_own_partnership_only() {
        assertThat(persons(get("H1", Role.HANDLER, "wood", ""))).containsExactly("M1", "M2", "M3", "M4", "M5");
        assertThat(persons(get("H2", Role.HANDLER, "construction", ""))).containsExactly("M6", "M7");
        assertThat(persons(get("H2", Role.HANDLER, "construction", "on=2026-11-21")))
                .containsExactly("M6", "M7");
        assertThat(page("H2", Role.HANDLER, "construction", "partnership=wood").status())
                .isEqualTo(403);
    }

    @Test
    void companies_and_mentors_have_no_business_here() {
        assertThat(page("C1", Role.COMPANY, "0442239628", "").status()).isEqualTo(403);
        assertThat(page("M1", Role.MENTOR, "", "").status()).isEqualTo(403);
        assertThat(portal.browser().get("/api/v1/mentors").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag=BLUE",
                "status=SLEEPING",
                "partnership=bakers",
                "on=2026-02-30",
                "on=yesterday",
                "size=0",
                "size=1001",
                "size=-1",
                "after=nowhere",
            })
    void what_it_does_not_know_is_a_bad_request(String query) {
        TestBrowser.Page page = page("B1", Role.ADMIN, "", query);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("content-type").orElse("")).contains("application/problem+json");
    }

    private static JsonObject get(String person, Role role, String scope, String query) {
        TestBrowser.Page page = page(person, role, scope, query);
        assertThat(page.status()).isEqualTo(200);
        return new JsonObject(page.body());
    }

    private static TestBrowser.Page page(String person, Role role, String scope, String query) {
        return portal.browser().signedInAs(person, role, scope).get("/api/v1/mentors?" + query);
    }

    private static List<String> persons(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("personId"))
                .toList();
    }
}
