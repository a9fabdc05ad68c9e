package be.leermeester.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementStatusTest {

    @ParameterizedTest
    @CsvSource({
        // day, ended on, cancelled on, status; agreed from 1 September 2020 to 30 June 2021
        "2020-08-31, , , NOT_STARTED",
        "2020-09-01, , , RUNNING",
        "2021-06-30, , , RUNNING",
        "2021-07-01, , , ENDED",
        "2021-01-15, 2021-01-15, , RUNNING",
        "2021-01-16, 2021-01-15, , TERMINATED_EARLY",
        "2021-07-01, 2021-01-15, , TERMINATED_EARLY",
        "2021-07-01, 2021-06-30, , ENDED",
        "2020-08-30, 2020-08-25, , TERMINATED_EARLY",
        "2020-08-24, , 2020-08-25, NOT_STARTED",
        "2020-08-25, , 2020-08-25, CANCELLED",
        "2021-07-01, 2021-01-15, 2020-08-25, CANCELLED",
    })
    void the_status_follows_from_the_dates(
            LocalDate day, LocalDate endedOn, LocalDate cancelledOn, AgreementStatus expected) {
        assertThat(AgreementStatus.on(day, LocalDate.of(2020, 9, 1), LocalDate.of(2021, 6, 30), endedOn, cancelledOn))
                .isEqualTo(expected);
    }
}
