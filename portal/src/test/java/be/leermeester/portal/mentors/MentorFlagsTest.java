package be.leermeester.portal.mentors;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list's flags, written in SQL, against those of the engine behind `GET /api/v1/mentors`.
class MentorFlagsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\"?(Mentor-\\d+) .*$");

    private static TestPortal portal;

    /// A mentor for every day around the moments at which a flag turns, month ends among them, and for every status.
    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name)
                SELECT 'F' || n, 'Mentor-' || n, 'Test' FROM generate_series(100, 420) n;
                INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, first_approved_on,
                  first_application_id, start_reason, term_months, due_on, rule_source)
                SELECT 'F' || n, 'wood', 'TO_FOLLOW', date '2026-01-01', date '2026-01-01', 'A1', 'FIRST_APPROVAL', 12, date '2026-11-17' + (n - 100), 'S4'
                FROM generate_series(100, 400) n
                UNION ALL
                SELECT 'F' || (400 + s.place), 'wood', s.status, date '2026-01-01', date '2026-01-01', 'A1', 'FIRST_APPROVAL', 12, date '2026-12-01', 'S4'
                FROM unnest(ARRAY['FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT', 'NOT_FOLLOWED', 'NOT_HANDLED',
                                  'DISCONTINUED']) WITH ORDINALITY s (status, place);
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREEN", "AMBER", "RED", "OVERDUE"})
    void the_list_and_the_engine_say_the_same(String flag) {
        List<String> listed = ROW.matcher(admin().get("/mentors.csv?partnership=wood&flag=" + flag)
                        .body())
                .results()
                .map(row -> row.group(1).replace("Mentor-", "F"))
                .sorted()
                .toList();
        List<String> answered = new JsonObject(admin().get("/api/v1/mentors?partnership=wood&size=1000&flag=" + flag)
                        .body())
                .getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("personId"))
                        .sorted(Comparator.naturalOrder())
                        .toList();

        assertThat(listed).isNotEmpty().isEqualTo(answered);
    }

    @Test
    void all_of_them_are_listed() {
        assertThat(admin().get("/mentors?partnership=wood").text()).contains("307 mentoren, dringendste eerst, van");
    }

    private static TestBrowser admin() {
        return portal.browser().signedInAs("admin", Role.ADMIN);
    }
}
