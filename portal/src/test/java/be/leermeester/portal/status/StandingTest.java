package be.leermeester.portal.status;

import static be.leermeester.portal.status.RecognitionStatus.APPROVED;
import static be.leermeester.portal.status.RecognitionStatus.EXPIRED;
import static be.leermeester.portal.status.RecognitionStatus.IN_REVIEW;
import static be.leermeester.portal.status.RecognitionStatus.REJECTED;
import static be.leermeester.portal.status.RecognitionStatus.REVOKED;
import static be.leermeester.portal.status.RecognitionStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void an_open_dossier_has_a_day_to_decide_by_and_no_decision() {
        Standing standing = Standing.of(List.of(on("2021-08-31", SUBMITTED), on("2021-09-01", IN_REVIEW)));
        assertThat(standing.status()).isEqualTo(IN_REVIEW);
        assertThat(standing.since()).isEqualTo("2021-09-01T10:00:00Z");
        assertThat(standing.decideBy()).isEqualTo("2021-09-15");
        assertThat(standing.firstDecision()).isNull();
        assertThat(standing.validUntil()).isNull();
    }

    @Test
    void a_recognition_holds_until_the_anniversary_five_years_on() {
        Standing standing = Standing.of(
                List.of(on("2016-07-01", SUBMITTED), on("2016-07-04", APPROVED), on("2021-07-04", EXPIRED)));
        assertThat(standing.status()).isEqualTo(EXPIRED);
        assertThat(standing.firstDecision()).isEqualTo(APPROVED);
        assertThat(standing.validUntil()).isEqualTo("2021-07-04");
        assertThat(standing.decideBy()).isNull();
    }

    @Test
    void an_annulled_revocation_leaves_the_first_approval_standing() {
        Standing standing = Standing.of(List.of(
                on("2016-10-14", SUBMITTED),
                on("2016-10-28", APPROVED),
                on("2020-04-14", REVOKED),
                on("2020-05-28", APPROVED)));
        assertThat(standing.validUntil()).isEqualTo("2021-10-28");
    }

    @Test
    void an_annulled_refusal_counts_from_the_new_decision() {
        Standing standing = Standing.of(
                List.of(on("2016-12-12", SUBMITTED), on("2016-12-19", REJECTED), on("2017-01-21", APPROVED)));
        assertThat(standing.firstDecision()).isEqualTo(REJECTED);
        assertThat(standing.validUntil()).isEqualTo("2022-01-21");
    }

    @Test
    void only_the_first_decision_makes_it_automatic() {
        var approved = new StatusChange(Instant.parse("2021-01-16T00:00:00Z"), APPROVED, true);
        var expired = new StatusChange(Instant.parse("2026-01-16T00:00:00Z"), EXPIRED, true);
        assertThat(Standing.of(List.of(on("2021-01-01", SUBMITTED), approved)).automatic())
                .isTrue();
        assertThat(Standing.of(List.of(on("2021-01-01", SUBMITTED), on("2021-01-02", APPROVED), expired))
                        .automatic())
                .isFalse();
    }

    private static StatusChange on(String day, RecognitionStatus status) {
        return new StatusChange(Instant.parse(day + "T10:00:00Z"), status);
    }
}
