package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportPagesTest {

    private static final String STANDING =
            "/reports/table-11-recognitions-companies-establishments-mentors?at=2021-09-02";

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
    void the_list_says_what_each_report_counts() {
        assertThat(monitor().get("/reports").text())
                .contains("Erkenningen per schooljaar en status")
                .contains("Klachten en beroepen");
    }

    @Test
    void a_report_shows_its_message_its_table_and_its_definition() {
        TestBrowser.Page page = monitor().get(STANDING);
        assertThat(page.text())
                .contains("2 erkenningen bij 2 ondernemingen, met 2 mentoren")
                .contains("Bouw 1 1 1 1")
                .contains("Wat tellen we?")
                .contains("Stand op 2 september 2021");
        assertThat(page.body())
                .contains("<svg")
                .contains("table-11-recognitions-companies-establishments-mentors.xlsx?at");
    }

    @Test
    void who_monitors_sees_figures_and_no_way_to_the_rows() {
        assertThat(monitor().get(STANDING).body())
                .doesNotContain("/recognitions?")
                .doesNotContain("/mentors?");
    }

    @Test
    void a_handler_gets_to_the_rows_of_the_own_partnership_only() {
        String body = portal.browser()
                .signedInAs("HAN", Role.HANDLER, "construction")
                .get(STANDING)
                .body();
        assertThat(body)
                .contains("/recognitions?status&#x3D;APPROVED&amp;partnership&#x3D;construction&amp;on&#x3D;2021-09-02")
                .doesNotContain("partnership&#x3D;hospitality&amp;on");
    }

    @Test
    void a_running_school_year_is_marked_as_unfinished() {
        assertThat(monitor()
                        .get("/reports/table-09-running-agreements?at=2021-03-01&period=2020-2021")
                        .text())
                .contains("dat nog loopt");
    }

    @Test
    void the_chart_can_be_kept_as_a_drawing() {
        TestBrowser.Page chart = monitor().get("/reports/table-12-mentor-training-status.svg?at=2021-09-02");
        assertThat(chart.header("content-type")).hasValue("image/svg+xml");
        assertThat(chart.body()).startsWith("<svg").contains("<pattern");
    }

    @Test
    void the_start_page_of_who_monitors_leads_from_every_figure_to_its_report() {
        TestBrowser.Page page = monitor().get("/monitor");
        assertThat(page.text())
                .contains("2 erkenningen nu")
                .contains("1 open dossiers, oudste van 31 augustus 2021")
                .contains("Te laat");
        assertThat(page.body())
                .contains("href=\"/reports/table-11-recognitions-companies-establishments-mentors?at=2026-11-22\"");
    }

    @Test
    void it_reads_in_english_too() {
        assertThat(monitor().in("en").get(STANDING).text()).contains("2 recognitions at 2 companies, with 2 mentors");
    }
}
