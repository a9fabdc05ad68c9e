package be.leermeester.portal.materials;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO kernel.person (id, first_name, last_name) VALUES ('T1', 'Tine', 'Teacher'), ('H1', 'Hans', 'Handler');
                    INSERT INTO kernel.person_role (person_id, role, scope) VALUES
                      ('T1', 'TEACHER', 'P1'), ('H1', 'HANDLER', 'construction');
                    INSERT INTO portal.programme (code, name, system) VALUES ('D270', 'Lasser duaal', 'DUAL');
                    INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES
                      ('aa', 2048, 'application/pdf', now());
                    INSERT INTO search.material (id, title, description, language, kind, audience, level, programme_codes,
                      partnership_code, keywords, licence, author, version, review_by, visibility, visible_to, changed_at,
                      file_hash, file_name, extracted_hash)
                    VALUES
                      ('weld', 'Veilig lassen', 'Over <b>rook</b> & licht', 'nl', 'LEARNING_CARD', 'LEARNER', 'THIRD_GRADE',
                       '{D270}', 'construction', '{lassen,lasrook}', 'CC0-1.0', 'Jan', '1.0', '2026-01-01', 'PUBLIC', '{}',
                       now(), 'aa', 'lassen.pdf', 'aa'),
                      ('team', 'Lassen in team', '', 'nl', 'SLIDES', 'TEACHER', 'ALL', '{}', NULL, '{samenwerken}', '', 'An',
                       '1', NULL, 'SIGNED_IN', '{}', now(), NULL, NULL, NULL),
                      ('handlers', 'Lassen beoordelen', '', 'nl', 'LEGAL', 'TEACHER', 'ALL', '{}', NULL, '{geheimwoord}', '',
                       'An', '1', NULL, 'ROLES', '{HANDLER}', now(), NULL, NULL, NULL);
                    INSERT INTO search.passage (material_id, position, page, text) VALUES
                      ('weld', 0, 1, 'Lees eerst dit.'),
                      ('weld', 1, 2, 'De lasrook <script>alert(1)</script> is schadelijk.');
                    """);
        }
        portal = TestPortal.start(database, TestPortal.NOW);
        int tries = 0;
        while (portal.browser().get("/health/ready").status() != 200 && tries++ < 20_000) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static TestBrowser visitor() {
        return portal.browser();
    }

    private static TestBrowser teacher() {
        return portal.browser().signedInAs("T1", Role.TEACHER, "P1");
    }

    private static TestBrowser handler() {
        return portal.browser().signedInAs("H1", Role.HANDLER, "construction");
    }

    private static JsonObject api(TestBrowser browser, String query) {
        return new JsonObject(browser.get("/api/v1/materials" + query).body());
    }

    private static List<String> ids(JsonObject answer) {
        return answer.getJsonArray("hits").stream()
                .map(hit -> ((JsonObject) hit).getString("id"))
                .toList();
    }

    @Test
    void a_program_reads_hits_with_page_snippet_and_counts() {
        JsonObject answer = api(visitor(), "?q=lasrook");

        JsonObject hit = answer.getJsonArray("hits").getJsonObject(0);
        assertThat(answer.getInteger("total")).isEqualTo(1);
        assertThat(hit.getString("id")).isEqualTo("weld");
        assertThat(hit.getInteger("page")).isEqualTo(2);
        assertThat(hit.getString("url")).isEqualTo("/materials/weld?q=lasrook#page-2");
        assertThat(hit.getString("snippet")).contains("<mark>lasrook</mark>", "&lt;script&gt;");
        assertThat(answer.getJsonObject("facets").getJsonArray("kind").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("value", "LEARNING_CARD")
                        .put("label", "Leerfiche")
                        .put("count", 1));
        assertThat(answer.getJsonObject("facets").getJsonArray("programme").encode())
                .contains("Lasser duaal");
    }

    @Test
    void everybody_finds_and_counts_what_they_may_see() {
        assertThat(ids(api(visitor(), "?q=lassen"))).containsExactly("weld");
        assertThat(ids(api(teacher(), "?q=lassen"))).containsExactlyInAnyOrder("weld", "team");
        assertThat(ids(api(handler(), "?q=lassen"))).containsExactlyInAnyOrder("weld", "team", "handlers");
        assertThat(api(teacher(), "").getJsonObject("facets").encode()).doesNotContain("LEGAL");
        assertThat(visitor().get("/api/v1/materials/suggest?q=geheim").body()).isEqualTo("{\"suggestions\":[]}");
        assertThat(handler().get("/api/v1/materials/suggest?q=geheim").body()).contains("geheimwoord");
    }

    @Test
    void what_one_may_not_see_is_not_there() {
        assertThat(visitor().get("/materials/team").status()).isEqualTo(404);
        assertThat(teacher().get("/materials/team").status()).isEqualTo(200);
        assertThat(teacher().get("/materials/handlers").status()).isEqualTo(404);
        assertThat(teacher().get("/materials/handlers/file").status()).isEqualTo(404);
        assertThat(visitor().get("/materials/nothing").status()).isEqualTo(404);
    }

    @Test
    void the_results_say_in_words_what_they_are() {
        String text = visitor().get("/materials?q=lassen&kind=LEARNING_CARD").text();

        assertThat(text).contains("Eén leermiddel voor “lassen” (Leerfiche).", "Veilig lassen", "Na te kijken");
    }

    @Test
    void nothing_found_comes_with_advice() {
        String text = visitor().get("/materials?q=xqzvwk&kind=VIDEO").text();

        assertThat(text).contains("Geen leermiddelen voor “xqzvwk”", "Zoek zonder de filters.");
    }

    @Test
    void the_material_shows_its_text_by_page_with_the_words_marked() {
        TestBrowser.Page page = visitor().get("/materials/weld?q=lasrook");

        assertThat(page.body())
                .contains("id=\"page-2\"", "<mark>lasrook</mark>", "&lt;script&gt;alert")
                .doesNotContain("<script>alert", "<b>rook</b>");
        assertThat(page.text()).contains("Bladzijde 2", "Lasser duaal", "lassen.pdf", "1 januari 2026");
    }

    @Test
    void the_file_comes_as_an_attachment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "inhoud");
        String hash = new FolderFileStore(portal.folder().resolve("files")).keep(file);
        portal.sql("""
                INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES ('%1$s', 6, 'text/plain', now());
                INSERT INTO search.material (id, title, language, kind, visibility, changed_at, file_hash, file_name)
                VALUES ('text', 'Tekst', 'nl', 'DOCUMENT', 'PUBLIC', now(), '%1$s', 'x.txt');
                """.formatted(hash));

        TestBrowser.Page page = visitor().get("/materials/text/file");

        assertThat(page.body()).isEqualTo("inhoud");
        assertThat(page.header("content-disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    }

    @Test
    void the_teacher_starts_at_the_search_box() {
        TestBrowser.Page page = teacher().get("/teacher");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("action=\"/materials\"", "/materials?kind&#x3D;LEARNING_CARD");
        assertThat(visitor().get("/teacher").status()).isEqualTo(303);
        assertThat(handler().get("/teacher").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=101", "q=%00", "q=%0A"})
    void a_parameter_that_cannot_be_read_is_refused(String query) {
        assertThat(visitor().get("/api/v1/materials?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%22", "q=%F0%9F%98%80", "q=%3Cscript%3E", "q=O%27Brien", "kind=nothing", "q=%E2%80%8F"})
    void anything_typed_gets_an_answer(String query) {
        assertThat(visitor().get("/materials?" + query).status()).isEqualTo(200);
        assertThat(visitor().get("/api/v1/materials?" + query).status()).isEqualTo(200);
    }
}
