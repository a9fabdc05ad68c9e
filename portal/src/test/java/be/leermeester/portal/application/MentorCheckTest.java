package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentorCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final MentorPolicy HORECA = new MentorPolicy(25, 23, 5, true);

    @ParameterizedTest
    @DisplayName("M6: 25 years on the day of filing, 23 with proof of prior training")
    @CsvSource({
        "2001-11-22, false, ''",
        "2001-11-23, false, application.check.young",
        "2001-11-23, true, ''",
        "2003-11-22, true, ''",
        "2003-11-23, true, application.check.too-young",
        "2003-11-23, false, application.check.too-young",
    })
    void age_is_that_of_the_day(LocalDate birth, boolean proof, String failed) {
        assertFailed(failed, new MentorCheck(Optional.of(birth), 5, proof, null), MentorPolicy.USUAL);
    }

    @ParameterizedTest
    @DisplayName("M6: five years' practice, waived with proof of prior training")
    @CsvSource({"5, false, ''", "4, false, application.check.practice", "0, true, ''"})
    void practice_is_asked(int years, boolean proof, String failed) {
        assertFailed(failed, new MentorCheck(old(), years, proof, null), MentorPolicy.USUAL);
    }

    @ParameterizedTest
    @DisplayName("M6: the criminal-record extract is at most one year old")
    @CsvSource({
        "2025-11-22, ''",
        "2025-11-21, application.check.extract-old",
        "2026-11-22, ''",
        "2026-11-23, application.check.extract-future",
        ", application.check.extract-missing",
    })
    void the_extract_is_recent(@Nullable LocalDate date, String failed) {
        assertFailed(failed, new MentorCheck(old(), 5, false, date), HORECA);
    }

    @Test
    void where_it_is_not_asked_an_extract_may_lack_but_not_be_old() {
        assertFailed("", new MentorCheck(old(), 5, false, null), MentorPolicy.USUAL);
        assertFailed(
                "application.check.extract-old",
                new MentorCheck(old(), 5, false, TODAY.minusYears(2)),
                MentorPolicy.USUAL);
    }

    @Test
    @DisplayName("M6: each check that fails is named, with what is and what is asked")
    void all_of_them_are_named() {
        assertThat(new MentorCheck(Optional.of(LocalDate.of(2002, 1, 1)), 2, false, null).against(HORECA, TODAY))
                .containsExactly(
                        new MentorCheck.Failed("proof", "application.check.young", 24, 25),
                        new MentorCheck.Failed("practice", "application.check.practice", 2, 5),
                        new MentorCheck.Failed("extractOn", "application.check.extract-missing", 0, 1));
    }

    @Test
    void of_several_partnerships_the_strictest_counts() {
        assertThat(new MentorPolicy(25, 23, 5, false).and(new MentorPolicy(21, 24, 3, true)))
                .isEqualTo(new MentorPolicy(25, 24, 5, true));
    }

    private static Optional<LocalDate> old() {
        return Optional.of(LocalDate.of(1980, 1, 1));
    }

    private static void assertFailed(String key, MentorCheck check, MentorPolicy policy) {
        assertThat(check.against(policy, TODAY))
                .extracting(MentorCheck.Failed::key)
                .isEqualTo(key.isEmpty() ? List.of() : List.of(key));
    }
}
