package be.leermeester.learning.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagTest {

    @DisplayName("M7: due, day -> flag, days left")
    @ParameterizedTest(name = "{0} on {1} -> {2}, {3} days")
    @CsvSource({
        "2027-03-14, 2026-09-13, GREEN, 182",
        "2027-03-14, 2026-09-14, AMBER, 181",
        "2027-03-14, 2026-12-13, AMBER, 91",
        "2027-03-14, 2026-12-14, RED, 90",
        "2027-03-14, 2027-03-13, RED, 1",
        "2027-03-14, 2027-03-14, RED, 0",
        "2027-03-14, 2027-03-15, OVERDUE, -1",
        // the flag turns on the day of the reminder, also at the end of a short month
        "2027-08-31, 2027-02-27, GREEN, 185",
        "2027-08-31, 2027-02-28, AMBER, 184",
        "2027-08-31, 2027-05-30, AMBER, 93",
        "2027-08-31, 2027-05-31, RED, 92",
        "2028-08-29, 2028-02-28, GREEN, 183",
        "2028-08-31, 2028-02-29, AMBER, 184",
        "2024-05-31, 2024-02-28, AMBER, 93",
        "2024-05-31, 2024-02-29, RED, 92",
    })
    void turns_at_six_and_three_months(String due, String day, Flag flag, long daysLeft) {
        TrainingObligation obligation = due(due);
        assertThat(obligation.flag(LocalDate.parse(day), Facts.SIX_AND_THREE)).isEqualTo(flag);
        assertThat(obligation.daysLeft(LocalDate.parse(day))).isEqualTo(daysLeft);
    }

    @Test
    void thresholds_are_the_partnerships_own() {
        Flag.Thresholds late = new Flag.Thresholds(4, 2);
        assertThat(due("2027-03-14").flag(LocalDate.parse("2026-11-13"), late)).isEqualTo(Flag.GREEN);
        assertThat(due("2027-03-14").flag(LocalDate.parse("2026-11-14"), late)).isEqualTo(Flag.AMBER);
        assertThat(due("2027-03-14").flag(LocalDate.parse("2027-01-14"), late)).isEqualTo(Flag.RED);
    }

    @ParameterizedTest
    @CsvSource({
        "FOLLOWED_SECTOR, GREEN",
        "FOLLOWED_ELSEWHERE, GREEN",
        "EXEMPT, GREEN",
        "NOT_FOLLOWED, OVERDUE",
        "TO_FOLLOW, OVERDUE",
        "NOT_HANDLED,",
        "DISCONTINUED,",
    })
    void long_after_the_date_the_status_decides(TrainingStatus status, Flag flag) {
        TrainingObligation obligation = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2020-12-01", status)
                .of("wood");
        assertThat(obligation.flag(LocalDate.parse("2026-11-22"), Facts.SIX_AND_THREE))
                .isEqualTo(flag);
    }

    @Test
    void evidence_handed_in_on_the_last_day_is_being_checked() {
        Facts facts =
                new Facts().approved("A1", "wood", "2020-09-01", "2020-09-10").evidence("wood", "2021-09-10");
        assertThat(facts.of("wood").flag(LocalDate.parse("2021-10-01"), Facts.SIX_AND_THREE))
                .isEqualTo(Flag.CHECKING);
    }

    @Test
    void evidence_handed_in_a_day_late_or_for_another_partnership_is_not() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .evidence("wood", "2021-09-11")
                .evidence("construction", "2021-09-01");
        assertThat(facts.of("wood").flag(LocalDate.parse("2021-10-01"), Facts.SIX_AND_THREE))
                .isEqualTo(Flag.OVERDUE);
    }

    @Test
    void somebody_who_must_follow_without_an_approval_has_no_light() {
        TrainingObligation obligation = new Facts()
                .filed("A1", "wood", "2020-09-01")
                .training("wood", "2020-09-01", TrainingStatus.TO_FOLLOW)
                .of("wood");
        assertThat(obligation.dueOn()).isNull();
        assertThat(obligation.flag(LocalDate.parse("2026-11-22"), Facts.SIX_AND_THREE))
                .isNull();
        assertThat(obligation.daysLeft(LocalDate.parse("2026-11-22"))).isNull();
    }

    @Test
    void the_ranges_that_lists_ask_for_agree_with_the_flag_on_every_day() {
        LocalDate due = LocalDate.parse("2027-01-01");
        for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() < 2029; day = day.plusDays(1)) {
            for (int ahead = 0; ahead < 250; ahead++) {
                due = day.plusDays(ahead);
                Flag flag = Flag.ofTerm(due, day, Facts.SIX_AND_THREE);
                boolean red = !due.isAfter(Facts.SIX_AND_THREE.redUntil(day));
                boolean amber = !due.isAfter(Facts.SIX_AND_THREE.amberUntil(day));
                assertThat(flag).isEqualTo(red ? Flag.RED : amber ? Flag.AMBER : Flag.GREEN);
            }
        }
    }

    private static TrainingObligation due(String due) {
        String approved = LocalDate.parse(due).minusYears(1).toString();
        TrainingObligation obligation =
                new Facts().approved("A1", "wood", approved, approved).of("wood");
        assertThat(obligation.dueOn()).isEqualTo(due);
        return obligation;
    }
}
