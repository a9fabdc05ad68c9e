package be.leermeester.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Attendance lists over HTTP: tried first, applied once.
class AttendancePagesTest {

    private static final String LIST = """
            name;birth_date;national_number;email;course;date;hours
            ;;;nele@example.be;Mentor op de werf;06/10/2026;16
            Nele Claes;;;;Mentor op de werf;2026-10-07;8,5
            Niemand Nergens;1980-01-01;85.07.30-033.28;;Mentor op de werf;2026-10-06;16
            =cmd;;;;Mentor op de werf;morgen;16
            """;

    private TestPortal portal;
    private TestBrowser handler;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql(EvidenceWorld.SQL);
        handler = portal.browser().signedInAs("bouw", Role.HANDLER, "construction");
        handler.get("/evidence/lists");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("C8: a dry run says matched, ambiguous, unknown; applied once; the same file twice does nothing")
    void a_list_is_tried_first_and_applied_once() {
        String sheet = upload();
        assertThat(handler.get(sheet).text()).contains("1 herkend, 1 te kiezen, 2 niet herkend", "Dit is een proef");
        assertThat(rows("SELECT status FROM learning.mentor_training WHERE status = 'FOLLOWED_SECTOR'"))
                .isEmpty();

        handler.post(sheet, Map.of("line-3", "M3"));
        handler.post(sheet, Map.of("line-3", "M1"));

        assertThat(upload()).isEqualTo(sheet);
        assertThat(rows("SELECT since || ' ' || hours FROM learning.mentor_training WHERE status = 'FOLLOWED_SECTOR'"
                        + " ORDER BY 1"))
                .containsExactly("2026-10-06 16.00", "2026-10-07 8.50");
        assertThat(rows("SELECT status FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("FOLLOWED_SECTOR");
        assertThat(handler.get(sheet + "/result.csv").body()).contains("Toegepast", "Overgeslagen", "Nele Claes");
    }

    @Test
    @DisplayName("P2: no national number is written down anywhere")
    void national_numbers_are_not_kept() {
        upload();

        assertThat(rows("SELECT l::text FROM portal.attendance_line l"))
                .noneMatch(line -> line.contains("85.07.30") || line.contains("85073003328"));
    }

    @Test
    void another_partnership_sees_nothing_of_it_and_nonsense_is_refused_in_words() {
        String sheet = upload();
        TestBrowser other = portal.browser().signedInAs("food", Role.HANDLER, "food_industry");

        assertThat(other.get(sheet).status()).isEqualTo(404);
        assertThat(other.get(sheet + "/result.csv").status()).isEqualTo(404);
        TestBrowser.Page nonsense =
                handler.upload("/evidence/lists", Map.of(), "source", "x.csv", new byte[] {0, 1, 2});
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.text()).contains("geen CSV-lijst");
    }

    private String upload() {
        TestBrowser.Page sent = handler.upload(
                "/evidence/lists", Map.of(), "source", "lijst.csv", LIST.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        return sent.header("location").orElseThrow();
    }

    private List<String> rows(String sql) {
        return EvidenceWorld.rows(portal, sql);
    }
}
