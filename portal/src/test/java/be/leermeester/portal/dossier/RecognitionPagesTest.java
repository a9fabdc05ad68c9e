package be.leermeester.portal.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionPagesTest {

    private static final Pattern ROW = Pattern.compile("href=\"/recognitions/(A\\d)\"");

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
    @CsvSource({
        "'', A2 A3 A5 A1 A4 A6",
        "status=APPROVED, A1 A4",
        "status=approved&status=REJECTED, A5 A1 A4",
        "sort=OLDEST, A6 A4 A1 A5 A3 A2",
        "sort=COMPANY, A1 A2 A3 A4 A5 A6",
        "sort=URGENT&only=BY_LAW, A3",
        "sort=ENDING&status=APPROVED, A4 A1",
        "only=ENDING, A4",
        "only=LASTING, A1",
        "only=DUE_SOON, ''",
        "only=WITHOUT_MENTOR, ''",
        "partnership=construction, A5",
        "programme=D2, A3 A4 A6",
        "programme=bakker, A1",
        "province=Antwerpen, A3",
        "province=Limburg, ''",
        "enterprise=0442.239.628, A2 A1",
        "q=koren, A2 A1",
        "q=Werkplaats, A3 A5 A4 A6",
        "q=%25, ''",
        "q=nergens, ''",
    })
    void a_list_shows_what_is_asked_in_the_order_asked(String query, String expected) {
        assertThat(rows(admin().get("/recognitions?" + query))).isEqualTo(ids(expected));
    }

    @ParameterizedTest
    @DisplayName("I6: the numbers of company and establishment find the same dossiers")
    @CsvSource({"0900001137", "0900.001.137", "BE 0900 001 137", "8000000764", "8.000.003.635", "80000"})
    void either_number_finds_all_dossiers_of_the_company(String number) {
        assertThat(rows(admin().get("/recognitions?q=" + number.replace(" ", "%20"))))
                .isEqualTo(ids("A3 A5 A4 A6"));
    }

    @ParameterizedTest
    @DisplayName("D3: the list as on a day")
    @CsvSource({
        "2026-11-18&status=SUBMITTED, A2 A3",
        "2026-10-09&status=SUBMITTED, A5",
        "2022-02-28&status=APPROVED, A6",
        "2022-03-01&status=APPROVED, A4",
        "2022-03-01&status=EXPIRED, A6",
        "2016-01-01, ''",
        "2030-01-01&status=INCOMPLETE, A2",
    })
    void as_on_a_day_the_history_tells(String on, String expected) {
        assertThat(rows(admin().get("/recognitions?on=" + on))).isEqualTo(ids(expected));
    }

    @Test
    void a_sentence_says_what_is_shown() {
        assertThat(admin().get("/recognitions?partnership=automotive&sort=OLDEST")
                        .text())
                .contains("3 dossiers, oudste eerst, van Autosector en aanverwante sectoren");
        assertThat(admin().in("en").get("/recognitions?q=zz").text())
                .contains("No dossiers, submitted last first, with \"zz\" in name or number")
                .contains("Clear all filters");
    }

    @Test
    @DisplayName("D5: the file says the filter and the moment, and runs no formula")
    void the_list_is_kept_as_a_file() {
        portal.sql("UPDATE portal.company SET name = '=1+1' WHERE enterprise_number = '0442239628'");
        try {
            TestBrowser.Page csv = admin().get("/recognitions.csv?status=APPROVED");
            assertThat(csv.header("content-disposition").orElse("")).contains("erkenningen-2026-11-22.csv");
            assertThat(csv.body())
                    .startsWith("#Erkenningen: 2 dossiers, laatst ingediend eerst, Goedgekeurd\r\n")
                    .contains("#Gemaakt op 22 november 2026, 10:00\r\n")
                    .contains("A1,Goedgekeurd,2026-01-10,nee,2025-12-30,De onderneming,,2031-01-10,'=1+1,0442.239.628");
            assertThat(admin().get("/recognitions.xlsx").status()).isEqualTo(200);
        } finally {
            portal.sql(
                    "UPDATE portal.company SET name = 'Bakkerij De Koren BV' WHERE enterprise_number = '0442239628'");
        }
    }

    @Test
    @DisplayName("P1: lists, files and answers hold the same rows")
    void each_sees_the_own_rows_everywhere() {
        assertThat(rows(company().get("/recognitions"))).isEqualTo(ids("A2 A1"));
        assertThat(company().get("/recognitions.csv").body()).contains("A1,").doesNotContain("A3,");
        assertThat(items(company().get("/api/v1/recognitions"))).isEqualTo(ids("A1 A2"));
        assertThat(rows(company().get("/recognitions?q=garage"))).isEmpty();
    }

    @Test
    @DisplayName("I1: programs page through by cursor")
    void a_program_reads_everything_page_by_page() {
        List<String> read = new ArrayList<>();
        String next = "/api/v1/recognitions?size=4";
        while (next != null) {
            JsonObject answer = new JsonObject(admin().get(next).body());
            answer.getJsonArray("items").forEach(item -> read.add(((JsonObject) item).getString("applicationId")));
            assertThat(answer.getLong("total")).isEqualTo(6);
            next = answer.getString("next");
        }
        assertThat(read).isEqualTo(ids("A1 A2 A3 A4 A5 A6"));
    }

    @Test
    void a_program_reads_what_the_interface_promises() {
        JsonArray items = new JsonObject(admin().get("/api/v1/recognitions?status=APPROVED&enterprise=0442239628")
                        .body())
                .getJsonArray("items");

        assertThat(items.getJsonObject(0).encode())
                .isEqualTo("{\"applicationId\":\"A1\",\"status\":\"APPROVED\",\"enterpriseNumber\":\"0442239628\","
                        + "\"establishmentNumber\":\"2123456789\",\"programmeCode\":\"D1\","
                        + "\"partnershipCode\":\"food_industry\",\"submittedAt\":\"2025-12-30T09:00:00Z\","
                        + "\"decidedAt\":\"2026-01-10T09:00:00Z\",\"validUntil\":\"2031-01-10\",\"mentors\":["
                        + "{\"personId\":\"M1\",\"decision\":\"APPROVED\","
                        + "\"decidedAt\":\"2026-01-10T09:00:00Z\",\"struckOn\":null}]}");
        assertThat(new JsonObject(admin().get("/api/v1/recognitions?on=2026-01-05")
                                .body())
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .encode())
                .contains("\"status\":\"SUBMITTED\"", "\"decidedAt\":null", "\"decision\":\"PENDING\"");
    }

    @ParameterizedTest
    @CsvSource({"status=NONE", "only=x", "sort=DROP", "on=2021-02-30", "page=0", "page=-1", "page=x", "q=%00"})
    void what_cannot_be_read_is_said(String query) {
        assertThat(admin().get("/recognitions?" + query).status()).isEqualTo(400);
    }

    private static List<String> rows(TestBrowser.Page page) {
        assertThat(page.status()).isEqualTo(200);
        return ROW.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static List<String> items(TestBrowser.Page page) {
        return new JsonObject(page.body())
                .getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("applicationId"))
                        .toList();
    }

    private static List<String> ids(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private static TestBrowser admin() {
        return portal.browser().signedInAs("admin", Role.ADMIN);
    }

    private static TestBrowser company() {
        return portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
    }
}
