package be.leermeester.learning.deadline;

import static be.leermeester.learning.deadline.TrainingStatus.DISCONTINUED;
import static be.leermeester.learning.deadline.TrainingStatus.EXEMPT;
import static be.leermeester.learning.deadline.TrainingStatus.FOLLOWED_ELSEWHERE;
import static be.leermeester.learning.deadline.TrainingStatus.FOLLOWED_SECTOR;
import static be.leermeester.learning.deadline.TrainingStatus.NOT_FOLLOWED;
import static be.leermeester.learning.deadline.TrainingStatus.NOT_HANDLED;
import static be.leermeester.learning.deadline.TrainingStatus.TO_FOLLOW;
import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.learning.deadline.Explanation.Reason;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingObligationTest {

    @DisplayName("M1 M3 M4: filed, approved, partnership -> due")
    @ParameterizedTest(name = "{0}, {1}, {2} -> {3}")
    @CsvSource({
        // twelve months by the calendar
        "2020-05-01, 2020-05-04, construction, 2021-05-04",
        "2024-03-01, 2024-03-12, construction, 2025-03-12",
        "2023-12-20, 2023-12-31, construction, 2024-12-31",
        "2022-12-31, 2023-01-01, automotive, 2024-01-01",
        // leap days
        "2024-02-20, 2024-02-29, construction, 2025-02-28",
        "2023-02-20, 2023-02-28, construction, 2024-02-28",
        "2027-02-20, 2027-02-28, construction, 2028-02-28",
        "2023-02-20, 2023-03-01, construction, 2024-03-01",
        // six months more for approvals from 1 September 2019 to 31 March 2020 (S4:693)
        "2019-09-01, 2019-09-01, construction, 2021-03-01",
        "2019-09-02, 2019-09-16, hospitality, 2021-03-16",
        "2019-10-20, 2019-10-31, construction, 2021-04-30",
        "2019-08-31, 2019-09-14, construction, none",
        "2019-09-05, 2019-12-31, construction, 2021-06-30",
        "2020-02-15, 2020-02-29, construction, 2021-08-29",
        "2020-03-20, 2020-03-30, construction, 2021-09-30",
        "2020-03-20, 2020-03-31, construction, 2021-09-30",
        "2020-03-20, 2020-04-01, construction, 2021-04-01",
        "2019-12-01, 2020-04-01, construction, 2021-04-01",
        // the shorter terms of the 2017-2018 report ended on 31 August 2019 (S2:1398, S2:1438, S2:1527)
        "2019-09-01, 2019-09-02, clothing, 2021-03-02",
        "2019-09-01, 2019-09-02, wood, 2021-03-02",
        "2019-09-01, 2019-09-02, hospitality, 2021-03-02",
        "2020-09-01, 2020-09-10, clothing, 2021-09-10",
        "2020-09-01, 2020-09-10, wood, 2021-09-10",
        "2020-09-01, 2020-09-10, hospitality, 2021-09-10",
        "2019-08-20, 2019-08-31, clothing, none",
        "2018-01-10, 2018-01-20, wood, none",
        // filed before the obligation, decided after it began: not obliged
        "2019-08-31, 2019-09-01, hospitality, none",
        "2019-08-31, 2020-01-15, construction, none",
        // a partnership that shortens its term: the rule of the day of the approval counts
        "2024-12-20, 2024-12-31, spoed, 2025-12-31",
        "2024-12-20, 2025-01-01, spoed, 2025-10-01",
        "2025-05-20, 2025-05-31, spoed, 2026-02-28",
        "2027-05-20, 2027-05-31, spoed, 2028-02-29",
        // no rule of its own: the decree's year
        "2024-05-20, 2024-05-31, unheard_of, 2025-05-31",
    })
    void the_term_runs_from_the_approval(String filed, String approved, String partnership, String due) {
        Facts facts = new Facts().approved("A1", partnership, filed, approved);
        if (due.equals("none")) {
            assertThat(facts.obligations()).isEmpty();
        } else {
            assertThat(facts.of(partnership).dueOn()).isEqualTo(LocalDate.parse(due));
            assertThat(facts.of(partnership).status()).isEqualTo(TO_FOLLOW);
            assertThat(facts.of(partnership).statusSince()).isEqualTo(LocalDate.parse(approved));
        }
    }

    @Test
    void six_months_from_31_august_end_on_the_last_of_february() {
        assertThat(explanation("2026-08-31", 6).dueOn()).isEqualTo(LocalDate.parse("2027-02-28"));
        assertThat(explanation("2027-08-31", 6).dueOn()).isEqualTo(LocalDate.parse("2028-02-29"));
        assertThat(explanation("2019-08-31", 3).dueOn()).isEqualTo(LocalDate.parse("2019-11-30"));
        assertThat(explanation("2019-10-31", 4).dueOn()).isEqualTo(LocalDate.parse("2020-02-29"));
    }

    @Test
    void the_early_terms_stay_on_record_for_their_own_days() {
        assertThat(Facts.rules()
                        .termOn("clothing", LocalDate.parse("2019-08-31"))
                        .months())
                .isEqualTo(3);
        assertThat(Facts.rules().termOn("wood", LocalDate.parse("2019-08-31")).months())
                .isEqualTo(4);
        assertThat(Facts.rules()
                        .termOn("hospitality", LocalDate.parse("2018-05-01"))
                        .months())
                .isEqualTo(6);
        assertThat(Facts.rules()
                        .termOn("hospitality", LocalDate.parse("2019-09-01"))
                        .months())
                .isEqualTo(12);
    }

    @DisplayName("M1: the explanation holds the rule and every input")
    @Test
    void the_explanation_says_why() {
        Explanation why = new Facts()
                .approved("A7", "wood", "2020-03-01", "2020-03-31")
                .of("wood")
                .why();
        assertThat(why.start().applicationId()).isEqualTo("A7");
        assertThat(why.start().approvedOn()).isEqualTo(LocalDate.parse("2020-03-31"));
        assertThat(why.start().reason()).isEqualTo(Reason.FIRST_APPROVAL);
        assertThat(why.partnership()).isEqualTo("wood");
        assertThat(why.termMonths()).isEqualTo(12);
        assertThat(why.ruleSource()).isEqualTo("source of wood");
        assertThat(why.extensionMonths()).isEqualTo(6);
        assertThat(why.extensionSource()).isEqualTo("S4:693");
    }

    @Test
    void without_an_extension_the_explanation_names_none() {
        Explanation why = new Facts()
                .approved("A7", "wood", "2020-04-01", "2020-04-02")
                .of("wood")
                .why();
        assertThat(why.extensionMonths()).isZero();
        assertThat(why.extensionSource()).isNull();
    }

    @DisplayName("M2: the first approval starts the term, later ones do not restart it")
    @Test
    void later_approvals_do_not_restart_the_term() {
        Facts facts = new Facts()
                .approved("A2", "construction", "2022-01-05", "2022-01-17")
                .approved("A1", "construction", "2020-09-01", "2020-09-10");
        assertThat(facts.of("construction").dueOn()).isEqualTo("2021-09-10");
        assertThat(facts.of("construction").statusSince()).isEqualTo("2020-09-10");
    }

    @DisplayName("M2: rejected first, approved for another recognition later (S4:730, footnote 3)")
    @Test
    void a_rejection_starts_nothing() {
        Facts facts = new Facts()
                .rejected("A1", "construction", "2019-11-01", "2019-11-12")
                .approved("A2", "construction", "2021-01-05", "2021-01-17");
        assertThat(facts.of("construction").dueOn()).isEqualTo("2022-01-17");
        assertThat(facts.of("construction", "2020-12-31").status()).isEqualTo(NOT_HANDLED);
        assertThat(facts.of("construction", "2021-01-17").status()).isEqualTo(TO_FOLLOW);
    }

    @Test
    void an_approval_of_an_application_from_before_the_obligation_does_not_start_the_term() {
        Facts facts = new Facts()
                .approved("A1", "construction", "2019-08-20", "2019-09-03")
                .approved("A2", "construction", "2021-05-03", "2021-05-10");
        assertThat(facts.of("construction").dueOn()).isEqualTo("2022-05-10");
    }

    @Test
    void approvals_of_one_day_start_the_same_term_in_any_order() {
        Facts one = new Facts()
                .approved("A1", "wood", "2021-01-01", "2021-01-10")
                .approved("A2", "wood", "2021-01-02", "2021-01-10");
        Facts other = new Facts()
                .approved("A2", "wood", "2021-01-02", "2021-01-10")
                .approved("A1", "wood", "2021-01-01", "2021-01-10");
        assertThat(one.obligations()).isEqualTo(other.obligations());
    }

    @DisplayName("M12: every partnership with an approval has the date of the first approval")
    @Test
    void partnerships_share_the_first_approval() {
        Facts facts = new Facts()
                .approved("A1", "construction", "2020-09-01", "2020-09-10")
                .approved("A2", "wood", "2021-03-01", "2021-03-09");
        assertThat(facts.obligations())
                .extracting(TrainingObligation::partnership)
                .containsExactly("construction", "wood");
        assertThat(facts.of("construction").dueOn()).isEqualTo("2021-09-10");
        assertThat(facts.of("wood").dueOn()).isEqualTo("2021-09-10");
        assertThat(facts.of("wood").why().start().applicationId()).isEqualTo("A1");
        assertThat(facts.of("wood").statusSince()).isEqualTo("2021-03-09");
    }

    @DisplayName("M12: a training followed for one partnership counts for the next, which adds nothing")
    @Test
    void a_training_followed_elsewhere_counts() {
        Facts facts = new Facts()
                .approved("A1", "construction", "2020-09-01", "2020-09-10")
                .training("construction", "2021-02-01", FOLLOWED_SECTOR)
                .approved("A2", "wood", "2024-03-01", "2024-03-09");
        assertThat(facts.of("wood").status()).isEqualTo(FOLLOWED_ELSEWHERE);
        assertThat(facts.of("wood").statusSince()).isEqualTo("2021-02-01");
        assertThat(facts.of("wood").acceptedFrom()).isEqualTo("construction");
        assertThat(facts.of("construction").acceptedFrom()).isNull();
    }

    @Test
    void an_exemption_does_not_travel() {
        Facts facts = new Facts()
                .approved("A1", "construction", "2020-09-01", "2020-09-10")
                .exempt("construction", "2020-10-01", "PEDAGOGICAL_DIPLOMA")
                .approved("A2", "wood", "2020-12-01", "2020-12-09");
        assertThat(facts.of("construction").status()).isEqualTo(EXEMPT);
        assertThat(facts.of("construction").exemptionGround()).isEqualTo("PEDAGOGICAL_DIPLOMA");
        assertThat(facts.of("wood").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.of("wood").dueOn()).isEqualTo("2021-09-10");
    }

    @Test
    void a_partnership_that_has_not_decided_has_no_date_yet() {
        Facts facts = new Facts()
                .approved("A1", "construction", "2020-09-01", "2020-09-10")
                .filed("A2", "wood", "2020-12-01");
        assertThat(facts.of("wood").status()).isEqualTo(NOT_HANDLED);
        assertThat(facts.of("wood").statusSince()).isEqualTo("2020-12-01");
        assertThat(facts.of("wood").dueOn()).isNull();
    }

    @DisplayName("M5: a recorded status stands")
    @ParameterizedTest
    @EnumSource(TrainingStatus.class)
    void a_recorded_status_stands(TrainingStatus status) {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2020-09-10", TO_FOLLOW)
                .training("wood", "2021-05-01", status);
        assertThat(facts.of("wood").status()).isEqualTo(status);
        assertThat(facts.of("wood").statusSince()).isEqualTo("2021-05-01");
        assertThat(facts.of("wood", "2021-04-30").status()).isEqualTo(TO_FOLLOW);
    }

    @Test
    void of_two_statuses_of_one_day_the_later_recorded_one_holds() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-05-01", FOLLOWED_SECTOR, "2021-05-02")
                .training("wood", "2021-05-01", TO_FOLLOW, "2021-05-03");
        assertThat(facts.of("wood").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.of("wood", "2021-05-02").status()).isEqualTo(FOLLOWED_SECTOR);
    }

    @Test
    void of_two_statuses_recorded_together_the_better_one_holds() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-05-01", NOT_FOLLOWED)
                .training("wood", "2021-05-01", FOLLOWED_ELSEWHERE);
        assertThat(facts.of("wood").status()).isEqualTo(FOLLOWED_ELSEWHERE);
    }

    @Test
    void a_status_recorded_as_not_handled_gives_way_to_a_later_approval() {
        Facts facts = new Facts()
                .rejected("A1", "wood", "2019-11-01", "2019-11-12")
                .training("wood", "2019-11-12", NOT_HANDLED)
                .approved("A2", "wood", "2021-01-05", "2021-01-17");
        assertThat(facts.of("wood").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.of("wood").dueOn()).isEqualTo("2022-01-17");
        assertThat(facts.of("wood", "2020-06-01").dueOn()).isNull();
    }

    @DisplayName("9.16: stopped, approved again after the old date: a full new term")
    @Test
    void approved_again_after_a_stop_and_past_the_date_gives_a_new_term() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-02-01", DISCONTINUED)
                .approved("A2", "wood", "2022-06-01", "2022-06-08");
        assertThat(facts.of("wood", "2022-06-07").status()).isEqualTo(DISCONTINUED);
        assertThat(facts.of("wood").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.of("wood").dueOn()).isEqualTo("2023-06-08");
        assertThat(facts.of("wood").why().start().reason()).isEqualTo(Reason.APPROVED_AGAIN_AFTER_STOP);
    }

    @Test
    void the_new_term_outlives_the_status_that_is_recorded_with_it() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-02-01", DISCONTINUED)
                .approved("A2", "wood", "2022-06-01", "2022-06-08")
                .training("wood", "2022-06-08", TO_FOLLOW);
        assertThat(facts.of("wood").dueOn()).isEqualTo("2023-06-08");
    }

    @Test
    void approved_again_after_a_stop_but_before_the_date_keeps_the_date() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-02-01", DISCONTINUED)
                .approved("A2", "wood", "2021-09-01", "2021-09-10");
        assertThat(facts.of("wood").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.of("wood").dueOn()).isEqualTo("2021-09-10");
    }

    @Test
    void stopped_for_one_partnership_and_approved_for_another_past_the_date_gives_a_new_term_there() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-02-01", DISCONTINUED)
                .approved("A2", "construction", "2022-06-01", "2022-06-08");
        assertThat(facts.of("construction").dueOn()).isEqualTo("2023-06-08");
        assertThat(facts.of("wood").status()).isEqualTo(DISCONTINUED);
    }

    @Test
    void stopping_twice_gives_a_new_term_twice() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-02-01", DISCONTINUED)
                .approved("A2", "wood", "2022-06-01", "2022-06-08")
                .training("wood", "2022-12-01", DISCONTINUED)
                .approved("A3", "wood", "2024-06-01", "2024-06-08");
        assertThat(facts.of("wood").dueOn()).isEqualTo("2025-06-08");
    }

    @Test
    void not_followed_stays_not_followed_after_another_approval() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-09-11", NOT_FOLLOWED)
                .approved("A2", "wood", "2022-06-01", "2022-06-08");
        assertThat(facts.of("wood").status()).isEqualTo(NOT_FOLLOWED);
        assertThat(facts.of("wood").dueOn()).isEqualTo("2021-09-10");
    }

    @Test
    void struck_off_for_the_training_says_not_followed_where_nothing_else_was_recorded() {
        Facts facts =
                new Facts().approved("A1", "wood", "2020-09-01", "2020-09-10").struck("A1", "2021-09-11", true);
        assertThat(facts.of("wood").status()).isEqualTo(NOT_FOLLOWED);
        assertThat(facts.of("wood").statusSince()).isEqualTo("2021-09-11");
        assertThat(facts.of("wood", "2021-09-10").status()).isEqualTo(TO_FOLLOW);
    }

    @Test
    void struck_off_everywhere_for_another_reason_stops_the_follow_up() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .approved("A2", "wood", "2020-10-01", "2020-10-10")
                .struck("A1", "2020-11-11", false);
        assertThat(facts.of("wood").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.struck("A2", "2020-12-01", false).of("wood").status()).isEqualTo(DISCONTINUED);
        assertThat(facts.of("wood").statusSince()).isEqualTo("2020-12-01");
    }

    @Test
    void a_training_of_somebody_who_is_not_obliged_is_kept_without_a_date() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2018-09-01", "2018-09-10")
                .training("wood", "2018-12-01", FOLLOWED_SECTOR);
        assertThat(facts.of("wood").status()).isEqualTo(FOLLOWED_SECTOR);
        assertThat(facts.of("wood").why()).isNull();
    }

    @Test
    void what_was_recorded_later_was_not_known_before() {
        Facts facts = new Facts()
                .approved("A1", "wood", "2020-09-01", "2020-09-10")
                .training("wood", "2021-05-01", FOLLOWED_ELSEWHERE, "2021-08-20");
        assertThat(facts.of("wood", "2021-08-19").status()).isEqualTo(TO_FOLLOW);
        assertThat(facts.of("wood", "2021-08-20").status()).isEqualTo(FOLLOWED_ELSEWHERE);
        assertThat(facts.of("wood", "2021-08-20").statusSince()).isEqualTo("2021-05-01");
    }

    private static Explanation explanation(String approvedOn, int months) {
        var start = new Explanation.Start("A1", LocalDate.parse(approvedOn), Reason.FIRST_APPROVAL);
        return new Explanation("wood", start, months, "S2", 0, null, 0, null);
    }
}
