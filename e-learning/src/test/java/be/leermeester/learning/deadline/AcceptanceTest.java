package be.leermeester.learning.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Trainings between partnerships (M12): from 2024 to 2025 "wood" refuses what was followed under "construction".
class AcceptanceTest {

    private static final TrainingRules RULES = new TrainingRules(
            List.of(),
            List.of(),
            List.of(new TrainingRules.Refusal(
                    "wood", LocalDate.parse("2024-01-01"), LocalDate.parse("2025-12-31"), Set.of("construction"))));

    @ParameterizedTest
    @DisplayName("M12: the rule of the day of the approval says whether training from elsewhere counts")
    @CsvSource({
        "wood, construction, 2023-12-31, true",
        "wood, construction, 2024-01-01, false",
        "wood, construction, 2025-12-31, false",
        "wood, construction, 2026-01-01, true",
        "wood, clothing, 2024-06-01, true",
        "clothing, construction, 2024-06-01, true",
    })
    void what_is_not_refused_counts(String here, String elsewhere, String approved, boolean counts) {
        TrainingObligation obligation = obligation(here, elsewhere, approved);
        assertThat(obligation.status())
                .isEqualTo(counts ? TrainingStatus.FOLLOWED_ELSEWHERE : TrainingStatus.TO_FOLLOW);
        assertThat(obligation.acceptedFrom()).isEqualTo(counts ? elsewhere : null);
        assertThat(obligation.lapsesOn() == null).isEqualTo(counts);
    }

    @Test
    void a_refusal_without_end_holds_for_ever() {
        var refusal = new TrainingRules.Refusal("wood", LocalDate.parse("2024-01-01"), null, Set.of("construction"));
        assertThat(refusal.holdsFor("wood", LocalDate.parse("2099-01-01"))).isTrue();
        assertThat(refusal.holdsFor("wood", LocalDate.parse("2023-12-31"))).isFalse();
    }

    @Test
    @DisplayName("M3: a new version of a rule ends the one before it, and no other")
    void a_new_version() {
        TrainingRules changed = Facts.rules()
                .with(new TrainingRules.Term(
                        "spoed",
                        LocalDate.parse("2026-01-01"),
                        null,
                        6,
                        Facts.SIX_AND_THREE,
                        "besluit",
                        LapsePolicy.AUTOMATIC_AT_ONCE));
        assertThat(months(changed, "2024-12-31")).isEqualTo(12);
        assertThat(months(changed, "2025-01-01")).isEqualTo(9);
        assertThat(months(changed, "2025-12-31")).isEqualTo(9);
        assertThat(months(changed, "2026-01-01")).isEqualTo(6);
        assertThat(changed.policyOn("spoed", LocalDate.parse("2026-01-01"))).isEqualTo(LapsePolicy.AUTOMATIC_AT_ONCE);
        assertThat(changed.termOn("wood", LocalDate.parse("2026-01-01")).source())
                .isEqualTo("source of wood");
    }

    private static int months(TrainingRules rules, String day) {
        return rules.termOn("spoed", LocalDate.parse(day)).months();
    }

    @Test
    @DisplayName("9.5: without a rule of its own a partnership confirms before 20 August 2021, and not from then on")
    void the_policy_of_the_day() {
        assertThat(RULES.policyOn("wood", LocalDate.parse("2021-08-19"))).isEqualTo(LapsePolicy.HANDLER_CONFIRMS);
        assertThat(RULES.policyOn("wood", LocalDate.parse("2021-08-20")))
                .isEqualTo(LapsePolicy.AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT);
    }

    private static TrainingObligation obligation(String here, String elsewhere, String approved) {
        MentorFacts facts = new Facts()
                .approved("A1", here, "2023-12-01", approved)
                .training(elsewhere, "2023-11-01", TrainingStatus.FOLLOWED_SECTOR)
                .known();
        return TrainingObligation.derive(facts, RULES).stream()
                .filter(each -> each.partnership().equals(here))
                .findFirst()
                .orElseThrow();
    }
}
