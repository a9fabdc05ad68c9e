package be.leermeester.learning.deadline;

import static be.leermeester.learning.deadline.TrainingStatus.FOLLOWED_ELSEWHERE;
import static be.leermeester.learning.deadline.TrainingStatus.NOT_FOLLOWED;
import static be.leermeester.learning.deadline.TrainingStatus.TO_FOLLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// On which day a deadline lapses, what puts it off and what undoes it (domain.md sections 3 and 9.3). The mentor of
/// these examples was approved on 12 March 2024, so the last day is 12 March 2025.
class LapseDayTest {

    private static final String BOUW = "construction";

    private static Facts mentor() {
        return new Facts().approved("A1", BOUW, "2024-03-01", "2024-03-12");
    }

    @Test
    void the_deadline_day_itself_is_still_in_time() {
        assertThat(lapse(mentor())).isEqualTo("2025-03-13");
    }

    @Test
    @DisplayName("C4: an upload on or before the last day protects until it is decided")
    void evidence_that_waits_puts_it_off() {
        assertThat(lapse(mentor().evidence(BOUW, "2025-03-12"))).isNull();
        assertThat(mentor().evidence(BOUW, "2025-03-12").of(BOUW).flag(day("2025-06-01"), Facts.SIX_AND_THREE))
                .isEqualTo(Flag.CHECKING);
    }

    @Test
    void evidence_handed_in_after_the_last_day_protects_nobody() {
        assertThat(lapse(mentor().evidence(BOUW, "2025-03-13"))).isEqualTo("2025-03-13");
        assertThat(mentor().evidence(BOUW, "2025-03-13").of(BOUW).underReview()).isFalse();
    }

    @Test
    @DisplayName("9.3: refused after the last day, it lapses the day after the refusal")
    void a_late_refusal_moves_the_lapse() {
        assertThat(lapse(mentor().refused(BOUW, "2025-03-01", "2025-04-20"))).isEqualTo("2025-04-21");
        assertThat(lapse(mentor().refused(BOUW, "2025-03-12", "2025-03-12"))).isEqualTo("2025-03-13");
        assertThat(lapse(mentor().refused(BOUW, "2025-02-01", "2025-02-10"))).isEqualTo("2025-03-13");
        assertThat(lapse(mentor().refused(BOUW, "2025-03-13", "2025-05-01"))).isEqualTo("2025-03-13");
    }

    @Test
    void a_second_upload_still_waits_when_the_first_is_refused() {
        assertThat(lapse(mentor().refused(BOUW, "2025-02-01", "2025-03-20").evidence(BOUW, "2025-03-11")))
                .isNull();
    }

    @Test
    void evidence_for_another_partnership_protects_nothing_here() {
        assertThat(lapse(mentor().evidence("wood", "2025-03-01"))).isEqualTo("2025-03-13");
    }

    @Test
    @DisplayName("M4: more months for one mentor move the last day, with the reason")
    void a_single_extension_moves_the_last_day() {
        TrainingObligation obligation =
                mentor().prolonged(BOUW, 3, "2025-02-01").of(BOUW);
        assertThat(obligation.dueOn()).isEqualTo(day("2025-06-12"));
        assertThat(obligation.lapsesOn()).isEqualTo(day("2025-06-13"));
        assertThat(obligation.why()).isNotNull();
        assertThat(obligation.why().singleReason()).isEqualTo("ziekte");
    }

    @Test
    void an_extension_of_an_earlier_term_does_not_count_for_a_new_one() {
        assertThat(lapse(mentor().prolonged(BOUW, 3, "2024-03-11"))).isEqualTo("2025-03-13");
    }

    @Test
    void training_followed_in_time_and_accepted_after_the_lapse_undoes_it() {
        TrainingObligation restored = mentor().training(BOUW, "2025-03-13", NOT_FOLLOWED)
                .training(BOUW, "2025-03-10", FOLLOWED_ELSEWHERE, "2025-05-02")
                .of(BOUW);
        assertThat(restored.status()).isEqualTo(FOLLOWED_ELSEWHERE);
        assertThat(restored.statusSince()).isEqualTo(day("2025-03-10"));
    }

    @Test
    void a_lapse_recorded_after_an_older_training_stands() {
        TrainingObligation lapsed = mentor().training(BOUW, "2025-03-01", FOLLOWED_ELSEWHERE)
                .training(BOUW, "2025-03-13", NOT_FOLLOWED)
                .of(BOUW);
        assertThat(lapsed.status()).isEqualTo(NOT_FOLLOWED);
    }

    @Test
    void what_is_met_or_over_does_not_lapse() {
        assertThat(lapse(mentor().training(BOUW, "2024-10-01", FOLLOWED_ELSEWHERE)))
                .isNull();
        assertThat(lapse(mentor().training(BOUW, "2025-03-13", NOT_FOLLOWED))).isNull();
        assertThat(lapse(mentor().training(BOUW, "2024-06-01", TrainingStatus.DISCONTINUED)))
                .isNull();
        assertThat(lapse(mentor().training(BOUW, "2024-03-12", TO_FOLLOW))).isEqualTo("2025-03-13");
    }

    @Test
    @DisplayName("9.14: as on the day before the refusal it was still waiting")
    void a_refusal_is_not_known_before_it_was_given() {
        Facts facts = mentor().refused(BOUW, "2025-03-01", "2025-04-20");
        TrainingObligation then = TrainingObligation.derive(facts.known().knownOn(day("2025-04-19")), Facts.rules())
                .getFirst();
        assertThat(then.underReview()).isTrue();
        assertThat(then.lapsesOn()).isNull();
    }

    private static String lapse(Facts facts) {
        LocalDate on = facts.of(BOUW).lapsesOn();
        return on == null ? null : on.toString();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
