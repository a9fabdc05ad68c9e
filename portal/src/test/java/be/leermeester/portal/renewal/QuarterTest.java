package be.leermeester.portal.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of domain.md section 2, "Renewal", over the turn of years.
class QuarterTest {

    @ParameterizedTest(name = "mailed from {0}: asks {1} to {2}, reminds {3} to {4}")
    @CsvSource({
        "2026-01-01, 2026-07-01, 2026-09-30, 2026-04-01, 2026-06-30",
        "2026-04-01, 2026-10-01, 2026-12-31, 2026-07-01, 2026-09-30",
        "2026-07-01, 2027-01-01, 2027-03-31, 2026-10-01, 2026-12-31",
        "2026-10-01, 2027-04-01, 2027-06-30, 2027-01-01, 2027-03-31",
        "2027-01-01, 2027-07-01, 2027-09-30, 2027-04-01, 2027-06-30",
        "2027-10-01, 2028-04-01, 2028-06-30, 2028-01-01, 2028-03-31",
    })
    @DisplayName(
            "R9: Q1 mails Jul-Sep; Q2 Oct-Dec and reminds Jul-Sep; Q3 Jan-Mar, reminds Oct-Dec; Q4 Apr-Jun, Jan-Mar")
    void a_quarter_asks_about_the_one_after_next_and_reminds_of_the_next(
            LocalDate first, LocalDate askedFrom, LocalDate askedTo, LocalDate remindedFrom, LocalDate remindedTo) {
        Quarter quarter = Quarter.of(first);
        assertThat(quarter.first()).isEqualTo(first);
        assertThat(quarter.asks().first()).isEqualTo(askedFrom);
        assertThat(quarter.asks().next().first()).isEqualTo(askedTo.plusDays(1));
        assertThat(quarter.reminds().first()).isEqualTo(remindedFrom);
        assertThat(quarter.reminds().next().first()).isEqualTo(remindedTo.plusDays(1));
        assertThat(quarter.next().reminds()).isEqualTo(quarter.asks());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, true",
        "2026-01-07, true",
        "2026-01-08, false",
        "2026-03-31, false",
        "2026-10-07, true",
        "2026-12-31, false",
    })
    void mails_leave_in_the_first_week(LocalDate day, boolean mails) {
        assertThat(Quarter.of(day).firstWeekHolds(day)).isEqualTo(mails);
    }
}
