package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({"1, 200, 1", "1, 201, 0", "199, 200, 100", "1, 3, 33", "2, 3, 67", "5, 8, 63", "0, 0, 0", "0, 5, 0"})
    void percentages_round_half_up(long part, long whole, long percent) {
        assertThat(Measure.percent(part, whole)).isEqualTo(percent);
    }
}
