package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsApiTest {

    private static final String STATUSES = "/api/v1/reports/table-03-recognitions-by-year-and-status";
    private static final String STANDING = "/api/v1/reports/table-11-recognitions-companies-establishments-mentors";
    static final List<String> IDS = Catalogue.ALL.stream().map(Report::id).toList();

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
        SmallWorld.tell(portal);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static TestBrowser monitor() {
        return portal.browser().signedInAs("MON", Role.MONITOR);
    }

    @Test
    void the_list_names_every_report_with_its_definition() {
        JsonObject list = new JsonObject(monitor().get("/api/v1/reports").body());
        assertThat(list.getJsonArray("reports")).hasSize(Catalogue.ALL.size());
        assertThat(list.getJsonArray("reports").getJsonObject(0).getString("definition"))
                .startsWith("Ingediend:");
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void every_report_answers_as_json_csv_and_page(String id) {
        assertThat(monitor().get("/api/v1/reports/" + id).status()).isEqualTo(200);
        assertThat(monitor().get("/api/v1/reports/" + id + ".csv?at=2021-09-02").body())
                .startsWith("row_type,");
        assertThat(monitor()
                        .get("/reports/" + id + "?at=2021-09-02&partnership=construction")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_csv_has_one_observation_per_row_with_the_published_codes() {
        String csv =
                monitor().get(STATUSES + ".csv?at=2021-09-02&period=2020-2021").body();
        assertThat(csv.lines())
                .contains(
                        "row_type,status_code,school_year,measure_code,unit,value",
                        "subtotal,submitted,2020-2021,n_recognitions,count,4",
                        "subtotal,handled,2020-2021,n_recognitions,count,3",
                        "data,approved,2020-2021,n_recognitions,count,2",
                        "data,revoked,total,n_recognitions,count,1");
    }

    @Test
    void accept_chooses_the_form_too() {
        var csv = monitor()
                .send(HttpRequest.newBuilder(URI.create(portal.browser().origin() + STATUSES))
                        .header("accept", "text/csv"));
        assertThat(csv.header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    }

    @Test
    void a_report_counts_as_known_at_the_end_of_the_reference_date_in_brussels() {
        assertThat(value(STATUSES + "?at=2020-10-05&period=2020-2021", "approved"))
                .isEqualTo(1);
        assertThat(value(STATUSES + "?at=2020-10-06&period=2020-2021", "approved"))
                .isEqualTo(2);
        assertThat(value(STATUSES + "?at=2021-08-30&period=2020-2021", "submitted"))
                .isEqualTo(3);
        assertThat(value(STATUSES + "?at=2021-08-31&period=2020-2021", "submitted"))
                .isEqualTo(4);
    }

    @Test
    void one_partnership_can_be_asked_for() {
        assertThat(value(STATUSES + "?at=2021-09-02&period=2020-2021&partnership=hospitality", "approved"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=2021-02-30",
                "at=gisteren",
                "at=2999-01-01",
                "at=2027-01-01",
                "period=2020-2022",
                "period=2020",
                "at=2019-01-01&period=2020-2021",
                "partnership=bakkers",
                "partnership=vp_other",
                "partnership=%27%3B%20DROP%20TABLE"
            })
    void a_parameter_that_cannot_be_read_is_refused(String query) {
        assertThat(monitor().get(STATUSES + "?" + query).status()).isEqualTo(400);
    }

    @Test
    void an_unknown_report_is_not_found() {
        assertThat(monitor().get("/api/v1/reports/table-99").status()).isEqualTo(404);
        assertThat(monitor().get("/reports/table-99").status()).isEqualTo(404);
    }

    @Test
    void a_mentor_may_not_read_reports() {
        assertThat(portal.browser()
                        .signedInAs("M1", Role.MENTOR)
                        .get("/api/v1/reports")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_name_that_looks_like_a_formula_stays_text_in_the_workbook(@TempDir Path folder)
            throws IOException, InterruptedException {
        portal.sql("UPDATE portal.partnership SET name = '=HYPERLINK(\"http://x\")' WHERE code = 'textile'");
        String workbook = sheets(STANDING + ".xlsx?at=2021-09-02", folder);
        portal.sql("UPDATE portal.partnership SET name = 'Textiel' WHERE code = 'textile'");
        assertThat(workbook)
                .contains("HYPERLINK")
                .doesNotContain("<f>")
                .contains("Stand op 2 september 2021")
                .contains("Aanvragen die op het meetmoment goedgekeurd zijn");
    }

    /// All parts of a workbook, one after the other.
    private static String sheets(String path, Path folder) throws IOException, InterruptedException {
        TestBrowser browser = monitor();
        Path file = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(browser.origin() + path))
                                .header("cookie", "session=" + browser.cookies().get("session"))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("report.xlsx")))
                .body();
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static long value(String path, String status) {
        JsonObject report = new JsonObject(monitor().get(path).body());
        return report.getJsonArray("observations").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("status_code").equals(status))
                .filter(each -> each.getString("school_year").equals("2020-2021"))
                .findFirst()
                .orElseThrow()
                .getLong("value");
    }
}
