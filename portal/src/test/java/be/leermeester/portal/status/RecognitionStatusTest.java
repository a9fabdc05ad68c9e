package be.leermeester.portal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecognitionStatusTest {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED,  INCOMPLETE IN_REVIEW CANCELLED APPROVED REJECTED",
        "INCOMPLETE, SUBMITTED CANCELLED",
        "IN_REVIEW,  INCOMPLETE ON_HOLD CANCELLED APPROVED REJECTED",
        "ON_HOLD,    IN_REVIEW CANCELLED",
        "CANCELLED,  ''",
        "APPROVED,   REVOKED CEASED EXPIRED DUPLICATED",
        "REJECTED,   APPROVED",
        "REVOKED,    APPROVED",
        "CEASED,     ''",
        "EXPIRED,    ''",
        "DUPLICATED, ''"
    })
    void a_status_leads_to_these_and_no_others(RecognitionStatus from, String next) {
        String allowed = Arrays.stream(RecognitionStatus.values())
                .filter(from::allows)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
        assertThat(allowed).isEqualTo(next);
    }

    @Test
    void an_approval_after_a_refusal_or_revocation_needs_an_appeal_or_late_evidence() {
        assertThat(RecognitionStatus.REJECTED.isRestoredBy(RecognitionStatus.APPROVED))
                .isTrue();
        assertThat(RecognitionStatus.REVOKED.isRestoredBy(RecognitionStatus.APPROVED))
                .isTrue();
        assertThat(RecognitionStatus.IN_REVIEW.isRestoredBy(RecognitionStatus.APPROVED))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(RecognitionStatus.class)
    void the_applicant_can_cancel_exactly_what_is_open(RecognitionStatus status) {
        assertThat(status.allows(RecognitionStatus.CANCELLED)).isEqualTo(status.isOpen());
    }

    @ParameterizedTest
    @EnumSource(RecognitionStatus.class)
    void what_can_be_decided_for_the_first_time_is_on_the_clock(RecognitionStatus status) {
        assertThat(status.allows(RecognitionStatus.REJECTED)).isEqualTo(status.isOnTheClock());
    }
}
