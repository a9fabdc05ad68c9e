package be.leermeester.learning.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why a deadline is what it is: the rule and its inputs, so that page, API and mail tell the same.
///
/// @param termMonths by the partnership's rule that held on the day of the approval
/// @param extensionMonths more for everybody approved in a period, 0 where none
/// @param ruleSource where the rule stands, `S4:693`
/// @param singleMonths more for this person only, 0 where none (M4)
public record Explanation(
        String partnership,
        Start start,
        int termMonths,
        String ruleSource,
        int extensionMonths,
        @Nullable String extensionSource,
        int singleMonths,
        @Nullable String singleReason) {

    /// The approval from which the term runs.
    ///
    /// @param approvedOn the day of the decision in Brussels
    public record Start(String applicationId, LocalDate approvedOn, Reason reason) {}

    /// Why that approval.
    public enum Reason {
        /// The person's first approval as mentor under the obligation (S4:730).
        FIRST_APPROVAL,
        /// The mentor had stopped and was approved again after the old deadline (domain.md 9.16).
        APPROVED_AGAIN_AFTER_STOP
    }

    /// The same with more months for this person.
    Explanation prolonged(int months, @Nullable String reason) {
        return new Explanation(
                partnership, start, termMonths, ruleSource, extensionMonths, extensionSource, months, reason);
    }

    /// The last day that is in time, by calendar months: 31 August and six months is the last day of February.
    public LocalDate dueOn() {
        return start.approvedOn().plusMonths((long) termMonths + extensionMonths + singleMonths);
    }
}
