package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolYearTest {

    @Test
    void a_school_year_begins_on_the_first_of_september_in_brussels() {
        assertThat(SchoolYear.of(LocalDate.of(2021, 8, 31)).code()).isEqualTo("2020-2021");
        assertThat(SchoolYear.of(LocalDate.of(2021, 9, 1)).code()).isEqualTo("2021-2022");
        assertThat(new SchoolYear(2020).begins()).hasToString("2020-09-01T00:00+02:00");
    }

    @Test
    void a_school_year_is_over_at_the_end_of_its_last_day() {
        assertThat(SchoolYear.lastFinished(LocalDate.of(2021, 8, 30)).code()).isEqualTo("2019-2020");
        assertThat(SchoolYear.lastFinished(LocalDate.of(2021, 8, 31)).code()).isEqualTo("2020-2021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2020-2022", "2021-2020", "1820-1821", "20-21", "2020-2021 ", "2020–2021"})
    void anything_but_two_years_in_a_row_is_not_a_school_year(String code) {
        assertThat(SchoolYear.parse(code)).isEmpty();
    }
}
