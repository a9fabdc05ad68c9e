package be.leermeester.portal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutlookTest {

    private static final LocalDate DECIDE_BY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({"2026-02-14, 14, false", "2026-02-25, 3, false", "2026-02-26, 2, true", "2026-02-28, 0, true"})
    void says_how_many_whole_days_are_left_and_warns_in_the_last_three(LocalDate today, long left, boolean soon) {
        Outlook outlook = Outlook.of(RecognitionStatus.SUBMITTED, DECIDE_BY, null, false, today);

        assertThat(outlook).isEqualTo(new Outlook.Waiting(DECIDE_BY, left));
        assertThat(((Outlook.Waiting) outlook).soon()).isEqualTo(soon);
        assertThat(((Outlook.Waiting) outlook).lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01", "2026-03-02", "2030-01-01"})
    void an_undecided_dossier_is_approved_by_law_whether_or_not_the_job_ran(LocalDate today) {
        assertThat(Outlook.of(RecognitionStatus.IN_REVIEW, DECIDE_BY, null, false, today))
                .isEqualTo(new Outlook.ApprovedByLaw(DECIDE_BY));
    }

    @Test
    void where_the_partnership_escalates_nothing_is_approved_by_law() {
        assertThat(Outlook.of(RecognitionStatus.IN_REVIEW, DECIDE_BY, null, true, DECIDE_BY))
                .isEqualTo(new Outlook.Escalated(DECIDE_BY));
        assertThat(Outlook.of(RecognitionStatus.IN_REVIEW, DECIDE_BY, null, true, DECIDE_BY.minusDays(1)))
                .isInstanceOf(Outlook.Waiting.class);
    }

    @Test
    void on_hold_and_incomplete_have_no_date() {
        assertThat(Outlook.of(RecognitionStatus.ON_HOLD, null, null, false, DECIDE_BY))
                .isEqualTo(new Outlook.OnHold());
        assertThat(Outlook.of(RecognitionStatus.INCOMPLETE, null, null, false, DECIDE_BY))
                .isEqualTo(new Outlook.Incomplete());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, Recognised", "2026-03-02, Ending", "2026-12-01, Ending", "2026-12-02, Over"})
    void a_recognition_ends_soon_within_nine_months_and_is_over_on_its_anniversary(LocalDate today, String expected) {
        assertThat(Outlook.of(RecognitionStatus.APPROVED, null, LocalDate.of(2026, 12, 2), false, today)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void a_recognition_of_which_the_end_is_not_known_holds() {
        assertThat(Outlook.of(RecognitionStatus.APPROVED, null, null, false, DECIDE_BY))
                .isEqualTo(new Outlook.Recognised(null));
    }

    @ParameterizedTest
    @EnumSource(
            value = RecognitionStatus.class,
            names = {"REJECTED", "CANCELLED", "REVOKED", "CEASED", "EXPIRED", "DUPLICATED"})
    void what_is_closed_asks_nothing(RecognitionStatus status) {
        assertThat(Outlook.of(status, DECIDE_BY, DECIDE_BY, false, DECIDE_BY)).isEqualTo(new Outlook.Closed());
    }
}
