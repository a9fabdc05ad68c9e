package be.leermeester.portal.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R12: when a list closes")
class AdviceMomentTest {

    private static final AdviceMoment TUESDAY = new AdviceMoment(DayOfWeek.TUESDAY, LocalTime.NOON);
    private static final AdviceMoment THURSDAY = new AdviceMoment(DayOfWeek.THURSDAY, LocalTime.NOON);

    @Test
    void a_list_of_monday_morning_closes_on_thursday_at_noon() {
        assertThat(AdviceMoment.next(List.of(THURSDAY), Instant.parse("2026-11-23T08:00:00Z")))
                .startsWith(Instant.parse("2026-11-26T11:00:00Z"), Instant.parse("2026-12-03T11:00:00Z"));
    }

    @Test
    void twice_a_week_the_soonest_comes_first() {
        assertThat(AdviceMoment.next(List.of(THURSDAY, TUESDAY), Instant.parse("2026-11-23T08:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-11-24T11:00:00Z"),
                        Instant.parse("2026-11-26T11:00:00Z"),
                        Instant.parse("2026-12-01T11:00:00Z"));
    }

    @Test
    void voters_have_a_day_at_least() {
        Instant closing = Instant.parse("2026-11-26T11:00:00Z");
        assertThat(AdviceMoment.next(List.of(THURSDAY), closing.minus(AdviceMoment.NOTICE)))
                .startsWith(closing);
        assertThat(AdviceMoment.next(
                        List.of(THURSDAY), closing.minus(AdviceMoment.NOTICE).plusMillis(1)))
                .startsWith(Instant.parse("2026-12-03T11:00:00Z"));
    }

    @Test
    void noon_stays_noon_when_summer_time_begins_and_ends() {
        AdviceMoment sunday = new AdviceMoment(DayOfWeek.SUNDAY, LocalTime.NOON);
        assertThat(AdviceMoment.next(List.of(sunday), Instant.parse("2027-03-16T08:00:00Z")))
                .containsExactly(
                        Instant.parse("2027-03-21T11:00:00Z"),
                        Instant.parse("2027-03-28T10:00:00Z"),
                        Instant.parse("2027-04-04T10:00:00Z"));
        assertThat(AdviceMoment.next(List.of(sunday), Instant.parse("2026-10-19T08:00:00Z")))
                .startsWith(Instant.parse("2026-10-25T11:00:00Z"));
    }

    @Test
    void a_time_that_the_clock_skips_is_the_hour_after_it() {
        AdviceMoment night = new AdviceMoment(DayOfWeek.SUNDAY, LocalTime.of(2, 30));
        assertThat(AdviceMoment.next(List.of(night), Instant.parse("2027-03-23T08:00:00Z")))
                .startsWith(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void without_regular_moments_there_is_only_a_moment_of_ones_own() {
        assertThat(AdviceMoment.next(List.of(), Instant.parse("2026-11-23T08:00:00Z")))
                .isEmpty();
    }
}
