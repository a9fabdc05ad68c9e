package be.leermeester.portal.status;

import static be.leermeester.portal.status.RecognitionStatus.APPROVED;
import static be.leermeester.portal.status.RecognitionStatus.INCOMPLETE;
import static be.leermeester.portal.status.RecognitionStatus.IN_REVIEW;
import static be.leermeester.portal.status.RecognitionStatus.ON_HOLD;
import static be.leermeester.portal.status.RecognitionStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionClockTest {

    @ParameterizedTest
    @CsvSource({
        "2021-08-31T15:50, 2021-09-15, an ordinary day",
        "2024-02-14T09:00, 2024-02-29, it is too late from 29 February on",
        "2024-02-15T09:00, 2024-03-01, over 29 February",
        "2023-02-15T09:00, 2023-03-02, over the end of a short February",
        "2021-12-20T09:00, 2022-01-04, over the end of a year",
        "2021-04-16T00:00, 2021-05-01, submitted at midnight",
        "2021-04-16T23:59, 2021-05-01, submitted in the last minute of the same day",
        "2021-03-20T12:00, 2021-04-04, over the night on which summer time begins",
        "2021-10-25T12:00, 2021-11-09, over the night on which summer time ends",
        "2021-03-13T12:00, 2021-03-28, too late from the day on which summer time begins"
    })
    void a_dossier_is_too_late_from_the_fifteenth_day_after_submission(
            LocalDateTime submitted, LocalDate decideBy, String why) {
        DecisionClock clock = DecisionClock.after(List.of(new StatusChange(moment(submitted), SUBMITTED)));
        assertThat(clock.decideBy()).as(why).isEqualTo(decideBy);
    }

    @Test
    void the_day_is_the_one_in_brussels_and_not_in_greenwich() {
        var halfPastMidnight = new StatusChange(Instant.parse("2021-06-30T22:30:00Z"), SUBMITTED);
        assertThat(DecisionClock.after(List.of(halfPastMidnight)).decideBy()).isEqualTo("2021-07-16");
        assertThat(Time.startOf(LocalDate.parse("2021-07-16"))).isEqualTo("2021-07-15T22:00:00Z");
    }

    @Test
    void taking_a_dossier_in_review_changes_nothing() {
        assertThat(decideBy("2021-09-01 SUBMITTED, 2021-09-03 IN_REVIEW")).isEqualTo("2021-09-16");
    }

    @Test
    void on_hold_there_is_no_day_to_decide_by() {
        assertThat(decideBy("2021-09-01 SUBMITTED, 2021-09-03 IN_REVIEW, 2021-09-10 ON_HOLD"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-10, 2021-09-10, 2021-09-16, held and resumed on one day",
        "2021-09-10, 2021-09-20, 2021-09-26, held ten days",
        "2021-09-15, 2021-10-01, 2021-10-02, held on the last day",
        "2021-09-10, 2022-02-27, 2022-03-05, resumed just before a month end",
        "2021-09-20, 2021-10-01, 2021-10-01, held too late: nothing was left"
    })
    void after_a_hold_the_days_that_were_left_count_from_the_day_it_resumes(
            String held, String resumed, LocalDate decideBy, String why) {
        assertThat(decideBy(
                        "2021-09-01 SUBMITTED, 2021-09-03 IN_REVIEW, " + held + " ON_HOLD, " + resumed + " IN_REVIEW"))
                .as(why)
                .isEqualTo(decideBy);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-29 SUBMITTED | 2024-03-15 | submitted on 29 February",
                "2024-02-29 SUBMITTED, 2024-02-29 IN_REVIEW, 2024-03-14 ON_HOLD, 2024-03-31 IN_REVIEW | 2024-04-01"
                        + " | submitted on 29 February, held on the last day, resumed on the last of March",
                "2023-01-25 SUBMITTED, 2023-01-26 IN_REVIEW, 2023-01-30 ON_HOLD, 2023-02-28 IN_REVIEW | 2023-03-10"
                        + " | on hold over a month end: ten days were left",
                "2023-01-25 SUBMITTED, 2023-01-26 IN_REVIEW, 2023-01-31 ON_HOLD, 2023-03-01 IN_REVIEW | 2023-03-10"
                        + " | on hold over the whole of February",
                "2022-12-28 SUBMITTED, 2022-12-29 IN_REVIEW, 2022-12-31 ON_HOLD, 2023-01-01 IN_REVIEW | 2023-01-13"
                        + " | on hold over the turn of the year costs one day",
                "2021-09-01 SUBMITTED, 2021-09-15 INCOMPLETE, 2021-09-15 SUBMITTED | 2021-09-30"
                        + " | incomplete and resubmitted on day 14 starts anew",
                "2021-09-01 SUBMITTED, 2021-09-05 INCOMPLETE, 2021-09-15 SUBMITTED | 2021-09-30"
                        + " | resubmitted on day 14",
                "2021-03-20 SUBMITTED, 2021-03-22 IN_REVIEW, 2021-03-27 ON_HOLD, 2021-03-29 IN_REVIEW | 2021-04-06"
                        + " | held over the night on which summer time begins",
                "2021-10-25 SUBMITTED, 2021-10-26 IN_REVIEW, 2021-10-30 ON_HOLD, 2021-11-01 IN_REVIEW | 2021-11-11"
                        + " | held over the night on which summer time ends",
                "2021-03-14 SUBMITTED | 2021-03-29 | approved by law the day after summer time began",
                "2021-10-17 SUBMITTED | 2021-11-01 | approved by law the day after summer time ended"
            })
    void dated_examples(String history, LocalDate decideBy, String why) {
        assertThat(decideBy(history)).as(why).isEqualTo(decideBy);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-28, 2021-03-27T23:00:00Z",
        "2021-03-29, 2021-03-28T22:00:00Z",
        "2021-10-31, 2021-10-30T22:00:00Z",
        "2021-11-01, 2021-10-31T23:00:00Z"
    })
    void the_law_approves_at_midnight_in_brussels_on_both_sides_of_summer_time(LocalDate day, Instant midnight) {
        assertThat(Time.startOf(day)).isEqualTo(midnight);
    }

    @Test
    void two_holds_add_up() {
        assertThat(decideBy("2021-09-01 SUBMITTED, 2021-09-02 IN_REVIEW, 2021-09-03 ON_HOLD, 2021-09-05 IN_REVIEW,"
                        + " 2021-09-07 ON_HOLD, 2021-09-10 IN_REVIEW"))
                .isEqualTo("2021-09-21");
    }

    @Test
    void incomplete_stops_the_clock_and_resubmission_starts_it_anew() {
        assertThat(decideBy("2021-09-01 SUBMITTED, 2021-09-10 INCOMPLETE")).isNull();
        assertThat(decideBy("2021-09-01 SUBMITTED, 2021-09-10 INCOMPLETE, 2021-10-01 SUBMITTED"))
                .isEqualTo("2021-10-16");
    }

    @Test
    void a_decided_dossier_has_no_clock() {
        assertThat(decideBy("2021-09-01 SUBMITTED, 2021-09-10 APPROVED")).isNull();
        assertThat(DecisionClock.after(List.of()).decideBy()).isNull();
        assertThat(new StatusChange(Instant.EPOCH, APPROVED).automatic()).isFalse();
    }

    @Test
    void days_left_go_from_fourteen_to_zero_on_the_last_day() {
        var clock = new DecisionClock.Running(LocalDate.parse("2021-09-16"));
        assertThat(clock.daysLeft(LocalDate.parse("2021-09-01"))).isEqualTo(14);
        assertThat(clock.daysLeft(LocalDate.parse("2021-09-15"))).isZero();
        assertThat(clock.daysLeft(LocalDate.parse("2021-09-16"))).isEqualTo(-1);
    }

    @Test
    void a_hold_shows_the_days_it_will_resume_with() {
        assertThat(DecisionClock.after(history("2021-09-01 SUBMITTED, 2021-09-03 IN_REVIEW, 2021-09-10 ON_HOLD")))
                .isEqualTo(new DecisionClock.Paused(6));
        assertThat(DecisionClock.after(history("2021-09-01 SUBMITTED, 2021-09-03 INCOMPLETE")))
                .isEqualTo(new DecisionClock.Stopped());
        assertThat(INCOMPLETE.isOpen() && IN_REVIEW.isOpen() && ON_HOLD.isOpen())
                .isTrue();
    }

    private static LocalDate decideBy(String history) {
        return DecisionClock.after(history(history)).decideBy();
    }

    /// "2021-09-01 SUBMITTED, 2021-09-03 IN_REVIEW", each at ten in the morning.
    private static List<StatusChange> history(String text) {
        return Arrays.stream(text.split(", *"))
                .map(line -> line.split(" "))
                .map(words -> new StatusChange(
                        moment(LocalDate.parse(words[0]).atTime(10, 0)), RecognitionStatus.valueOf(words[1])))
                .toList();
    }

    private static Instant moment(LocalDateTime time) {
        return time.atZone(Time.ZONE).toInstant();
    }
}
