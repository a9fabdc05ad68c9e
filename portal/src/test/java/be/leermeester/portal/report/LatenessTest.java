package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.report.Layout.Word;
import org.junit.jupiter.api.Test;

class LatenessTest {

    @Test
    void nine_hundred_twenty_five_of_nearly_three_thousand_is_one_in_three() {
        Lateness lateness = new Lateness("2019-2020", 925 + 1832 + 159, 925);
        assertThat(lateness.sentence().arguments()).containsExactly(new Word("numeral", "3"), "2019-2020");
        assertThat(lateness.inTime()).isEqualTo(68);
    }

    @Test
    void two_in_five_is_no_simple_fraction_and_is_said_as_a_percentage() {
        assertThat(new Lateness("2019-2020", 100, 40).sentence().key()).isEqualTo("report.headline.late");
    }

    @Test
    void nobody_late_and_nobody_due_are_said_so() {
        assertThat(new Lateness("2019-2020", 10, 0).sentence().key()).isEqualTo("report.headline.nobody-late");
        assertThat(new Lateness("2019-2020", 0, 0).sentence().key()).isEqualTo("report.headline.nobody");
    }
}
