package be.leermeester.portal.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalNumberTest {

    @ParameterizedTest
    @CsvSource({
        "93051822361, 1993-05-18, the Crossroads Bank's own example",
        "93.05.18-223.61, 1993-05-18, as people write it",
        "92112699837, 1992-11-26, before 2000",
        "00012556777, 2000-01-25, from 2000 on a two stands before the nine digits",
        "93251822307, 1993-05-18, a bis number with 20 added to the month",
        "93451822350, 1993-05-18, a bis number with 40 added to the month"
    })
    void the_day_of_birth_is_in_the_number(String written, LocalDate born, String why) {
        assertThat(new NationalNumber(written).birthDate()).as(why).contains(born);
    }

    @Test
    void a_birthday_that_the_register_does_not_know_is_no_date() {
        assertThat(new NationalNumber(withCheck("930000223")).birthDate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93051822362", "9305182236", "930518223611", "9305182236x", "", "٩٣٠٥١٨٢٢٣٦١"})
    void a_number_with_wrong_check_digits_or_length_is_none(String written) {
        assertThat(NationalNumber.parse(written)).isEmpty();
    }

    @Test
    void a_number_of_an_impossible_date_is_none() {
        assertThat(NationalNumber.parse(withCheck("931318223"))).isEmpty();
        assertThat(NationalNumber.parse(withCheck("930532223"))).isEmpty();
        assertThat(NationalNumber.parse(withCheck("936518223"))).isEmpty();
    }

    @Test
    void it_does_not_tell_itself() {
        assertThat(new NationalNumber("93051822361").toString()).doesNotContain("93");
        assertThatThrownBy(() -> new NationalNumber("93051822362")).hasMessageNotContaining("93");
    }

    private static String withCheck(String nine) {
        return nine + "%02d".formatted(97 - Long.parseLong(nine) % 97);
    }
}
