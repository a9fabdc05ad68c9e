package be.leermeester.portal.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterNumbersTest {

    @ParameterizedTest
    @CsvSource({"0442239628, 0442.239.628", "0900001137, 0900.001.137", "0442.239.628, 0442.239.628"})
    void an_enterprise_number_with_right_check_digits_is_one(String typed, String written) {
        assertThat(EnterpriseNumber.parse(typed).orElseThrow().written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0442239629",
                "442239628",
                "04422396280",
                "8000000764",
                "O442239628",
                "",
                "٠٤٤٢٢٣٩٦٢٨",
                "0442-239-628"
            })
    void anything_else_is_no_enterprise_number(String typed) {
        assertThat(EnterpriseNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8000000764, 8.000.000.764", "8.000.003.635, 8.000.003.635"})
    void an_establishment_number_with_right_check_digits_is_one(String typed, String written) {
        assertThat(EstablishmentNumber.parse(typed).orElseThrow().written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000000765", "0442239628", "9000000797", "80000007640", "8000 0007 6x"})
    void anything_else_is_no_establishment_number(String typed) {
        assertThat(EstablishmentNumber.parse(typed)).isEmpty();
    }

    @Test
    void numbers_are_equal_however_they_were_written() {
        assertThat(new EnterpriseNumber("0442 239 628")).isEqualTo(new EnterpriseNumber("0442.239.628"));
    }
}
