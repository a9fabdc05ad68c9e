package be.leermeester.portal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {

    @ParameterizedTest
    @DisplayName("N1: the moment is so many calendar months before the deadline, also at month ends and leap days")
    @CsvSource({
        "2027-03-14, 6, 2026-09-14",
        "2027-03-14, 3, 2026-12-14",
        "2027-08-31, 6, 2027-02-28",
        "2028-08-31, 6, 2028-02-29",
        "2028-08-30, 6, 2028-02-29",
        "2027-05-31, 3, 2027-02-28",
        "2028-02-29, 3, 2027-11-29",
        "2028-02-29, 12, 2027-02-28",
        "2027-02-28, 6, 2026-08-28",
        "2027-07-31, 1, 2027-06-30",
    })
    void moments(LocalDate dueOn, int months, LocalDate moment) {
        assertThat(Reminder.momentOf(dueOn, months)).isEqualTo(moment);
    }

    @ParameterizedTest
    @DisplayName("O2: after a standstill a moment is made up for until the deadline, unless a later one has come")
    @CsvSource({
        "6, 2026-09-14, true",
        "6, 2026-12-13, true",
        "6, 2026-12-14, false",
        "3, 2026-12-14, true",
        "3, 2027-03-14, true",
        "3, 2027-03-15, false",
        "6, 2027-03-15, false",
    })
    void what_still_makes_sense(int months, LocalDate today, boolean sent) {
        assertThat(Reminder.makesSense(LocalDate.of(2027, 3, 14), months, List.of(6, 3), today))
                .isEqualTo(sent);
    }
}
