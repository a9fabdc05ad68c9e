package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of the published report, cell by cell, from the facts that were made to fit them.
class FlandersReportsTest {

    private static FlandersData flanders;

    @BeforeAll
    static void load() {
        flanders = FlandersData.load();
    }

    @AfterAll
    static void close() {
        if (flanders != null) {
            flanders.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "table-03-recognitions-by-year-and-status, table_03_recognitions_by_year_and_status",
        "figure-07-applications-per-month, figure_07_monthly_applications",
        "table-02-actions-by-partnership, table_02_actions_by_partnership",
        "table-04-automatic-approvals, table_04_auto_approvals",
        "table-05-company-size, table_05_by_company_size",
        "table-07-agreements-by-type-and-year, table_07_agreements_by_type_and_year",
        "table-08-agreements-by-type-and-partnership, table_08_agreements_by_type_and_partnership",
        "table-09-running-agreements, table_09_running_agreements_by_year",
        "table-10-early-termination, table_10_early_termination_reasons",
        "table-11-recognitions-companies-establishments-mentors, table_11_mentors_by_partnership",
        "table-12-mentor-training-status, table_12_mentor_training_status",
        "table-13-mentor-training-by-partnership, table_13_mentor_training_by_partnership",
        "table-14-complaints, table_14_complaints",
        "table-15-appeals-by-year, table_15_appeals_by_year",
        "table-16-appeals-by-decision, table_16_appeals_by_decision",
        "table-21-recognitions-dual-and-lw, table_21_recognitions_dual_vs_lw",
        "table-22-agreements-dual-and-lw, table_22_agreements_dual_vs_lw",
    })
    void a_table_equals_the_published_one(String id, String file) {
        PublishedTable published = flanders.published("jaarrapport_2020_2021_" + file + ".csv");
        assertThat(published.rows()).isNotEmpty();
        assertThat(published.differences(flanders.ask(id, LocalDate.of(2021, 9, 2))))
                .isEmpty();
    }

    @Test
    void the_visits_equal_the_published_ones_but_for_the_subtotal_that_contradicts_its_rows() {
        PublishedTable published = flanders.published("jaarrapport_2020_2021_table_06_visits_after_recognition.csv");
        assertThat(published
                        .where(row -> row.get("row_type").equals("data"))
                        .differences(flanders.ask("table-06-visits-after-recognition", LocalDate.of(2021, 9, 2))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mandate-2020-2021, n_with_mandate n_mandate_training_provider n_mandate_sector_consultant"
                + " n_mandate_workplace_supervisor n_without_mandate share_with_mandate",
        "prose-regions-2020-2021, n_approved_antwerp n_approved_brussels",
        "prose-mentors-2020-2021, n_unique_mentors",
        "prose-revocations-2020-2021, n_discontinued n_revoked",
        "prose-per-system, n_companies_lw n_companies_dual n_companies_lw_since_2015 n_companies_dual_since_2015"
                + " n_mentors_lw n_mentors_dual n_mentors_both",
    })
    void a_figure_equals_the_one_in_the_published_sentences(String id, String metrics) {
        List<String> wanted = List.of(metrics.split(" "));
        PublishedTable published = flanders.published("jaarrapport_2020_2021_prose_figures.csv")
                .where(row -> wanted.contains(row.get("metric_code")));
        assertThat(published.rows()).hasSameSizeAs(wanted);
        assertThat(published.differences(flanders.ask(id, LocalDate.of(2021, 9, 2))))
                .isEmpty();
    }
}
