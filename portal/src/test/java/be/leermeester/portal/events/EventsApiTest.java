package be.leermeester.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsApiTest {

    private TestPortal portal;
    private TestBrowser admin;

    @BeforeEach
    void start() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('ADM', 'Ada', 'Beheer');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('ADM', 'ADMIN', '');
                """);
        admin = portal.browser().signedInAs("ADM", Role.ADMIN);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void every_event_comes_once_page_by_page() {
        for (int i = 1; i <= 5; i++) {
            portal.sql(event(i, "Told", "2026-11-2" + i));
        }
        JsonObject first = feed("/api/v1/events?size=2");
        assertThat(subjects(first)).containsExactly("s:1", "s:2");
        assertThat(first.getLong("total")).isEqualTo(5);
        JsonObject second = feed(first.getString("next"));
        assertThat(subjects(second)).containsExactly("s:3", "s:4");
        JsonObject last = feed(second.getString("next"));
        assertThat(subjects(last)).containsExactly("s:5");
        assertThat(last.getString("next")).isNull();
        assertThat(subjects(feed("/api/v1/events?after=" + last.getString("cursor"))))
                .isEmpty();
    }

    @Test
    void what_is_committed_late_is_not_skipped_though_its_moment_lies_before_what_was_read() throws SQLException {
        try (Connection slow = DriverManager.getConnection(portal.database().jdbcUrl())) {
            slow.setAutoCommit(false);
            slow.createStatement().execute(event(1, "Slow", "2026-11-01"));
            portal.sql(event(2, "Fast", "2026-11-02"));
            JsonObject early = feed("/api/v1/events");
            assertThat(subjects(early)).isEmpty();
            slow.commit();
            assertThat(subjects(feed("/api/v1/events?after=" + early.getString("cursor"))))
                    .containsExactly("s:1", "s:2");
        }
    }

    @Test
    void types_can_be_chosen() {
        portal.sql(event(1, "Told", "2026-11-01"));
        portal.sql(event(2, "Asked", "2026-11-02"));
        assertThat(subjects(feed("/api/v1/events?type=Asked"))).containsExactly("s:2");
        assertThat(subjects(feed("/api/v1/events?type=Asked&type=Told"))).hasSize(2);
    }

    @Test
    void a_place_or_type_that_cannot_be_is_refused() {
        for (String wrong : List.of("after=x", "after=1-2", "after=-1", "type=a%00", "size=0", "size=1001")) {
            assertThat(admin.get("/api/v1/events?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void the_trail_is_filtered_and_paged() {
        for (int i = 1; i <= 60; i++) {
            portal.sql(event(i, "Told", "2026-11-01"));
        }
        TestBrowser.Page page = admin.get("/admin/events?type=Told");
        assertThat(page.text()).contains("Ouder");
        String older = page.body()
                .replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&")
                .replace("&#x3D;", "=");
        assertThat(admin.get(older).body().split("data-label=\"Wat\"")).hasSize(11);
        assertThat(admin.get("/admin/events?subject=s:7").text())
                .contains("s:7")
                .doesNotContain("s:8");
        assertThat(admin.get("/admin/events?actor=NIEMAND").text()).contains("Er is niets dat hierbij past");
        assertThat(admin.get("/admin/events?before=x").status()).isEqualTo(400);
    }

    private static String event(int number, String type, String day) {
        return """
                INSERT INTO kernel.event (id, at, actor, type, subject, audience, payload)
                VALUES ('00000000-0000-7000-8000-%012d', '%s', 'ADM', '%s', 's:%d', '{}', '{"n": %4$d}')
                """.formatted(100 - number, day, type, number);
    }

    private JsonObject feed(String address) {
        TestBrowser.Page page = admin.get(address);
        assertThat(page.status()).isEqualTo(200);
        return new JsonObject(page.body());
    }

    private static List<String> subjects(JsonObject feed) {
        return feed.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("subject"))
                .toList();
    }
}
