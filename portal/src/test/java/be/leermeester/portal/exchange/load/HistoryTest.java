package be.leermeester.portal.exchange.load;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Time;
import be.leermeester.portal.exchange.format.Reason;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.status.StatusChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final String SUBMITTED_ON = "2021-03-01";

    @Test
    void a_submission_that_nobody_wrote_down_is_implied() {
        History history = imported("2021-03-02 IN_REVIEW", "2021-03-10 APPROVED");
        assertThat(history.submissionIsImplied()).isTrue();
        assertThat(history.rejected()).isEmpty();
        assertThat(history.standing().status()).isEqualTo(RecognitionStatus.APPROVED);
    }

    @Test
    void a_submission_that_is_written_down_is_not_implied() {
        assertThat(imported("2021-03-01 SUBMITTED", "2021-03-02 IN_REVIEW").submissionIsImplied())
                .isFalse();
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        History history = imported("2021-03-10 APPROVED", "2021-03-01 SUBMITTED", "2021-03-02 IN_REVIEW");
        assertThat(history.rejected()).isEmpty();
        assertThat(history.standing().approvedOn()).isEqualTo("2021-03-10");
    }

    @Test
    void changes_of_one_moment_take_the_order_that_is_allowed() {
        History history = imported("2021-03-02 ON_HOLD", "2021-03-02 IN_REVIEW");
        assertThat(history.rejected()).isEmpty();
        assertThat(history.standing().status()).isEqualTo(RecognitionStatus.ON_HOLD);
        assertThat(history.moved()).containsEntry(2, 3).containsEntry(3, 2);
    }

    @Test
    void a_change_that_is_not_allowed_is_left_out_and_the_next_is_judged_without_it() {
        History history = imported("2021-03-02 EXPIRED", "2021-03-10 APPROVED");
        assertThat(history.rejected().keySet()).extracting(History.Line::number).containsExactly(2);
        assertThat(history.standing().status()).isEqualTo(RecognitionStatus.APPROVED);
    }

    @Test
    void after_a_refusal_only_an_appeal_approves() {
        List<History.Line> lines = lines("2021-03-10 REJECTED", "2021-04-10 APPROVED");
        History refused = History.of(day(SUBMITTED_ON), List.of(), lines, (_, _) -> false);
        assertThat(refused.rejected().values())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).isEqualTo(Reason.RESTORED_WITHOUT_DECISION));
        assertThat(History.of(day(SUBMITTED_ON), List.of(), lines, (_, _) -> true)
                        .rejected())
                .isEmpty();
    }

    @Test
    void what_the_database_holds_stands_and_what_does_not_fit_before_it_goes() {
        List<StatusChange> existing = List.of(
                new StatusChange(day(SUBMITTED_ON), RecognitionStatus.SUBMITTED),
                new StatusChange(day("2021-03-10"), RecognitionStatus.APPROVED));
        History history = History.of(
                day(SUBMITTED_ON),
                existing,
                lines("2021-03-05 INCOMPLETE", "2021-03-10 APPROVED", "2021-06-01 REVOKED"),
                (_, _) -> false);
        assertThat(history.rejected().keySet()).extracting(History.Line::number).containsExactly(2);
        assertThat(history.standing().status()).isEqualTo(RecognitionStatus.REVOKED);
    }

    private static History imported(String... changes) {
        return History.of(day(SUBMITTED_ON), List.of(), lines(changes), (_, _) -> false);
    }

    /// "2021-03-02 IN_REVIEW", on the lines from 2 on.
    private static List<History.Line> lines(String... changes) {
        List<History.Line> lines = new ArrayList<>();
        for (String change : changes) {
            String[] words = change.split(" ", 2);
            lines.add(new History.Line(
                    new StatusChange(day(words[0]), RecognitionStatus.valueOf(words[1])), lines.size() + 2));
        }
        return lines;
    }

    private static java.time.Instant day(String date) {
        return Time.startOf(LocalDate.parse(date));
    }
}
