package be.leermeester.learning.deadline;

import be.leermeester.learning.deadline.Explanation.Reason;
import be.leermeester.learning.deadline.Explanation.Start;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [TrainingObligation] as a row of `learning.obligation`, both ways.
final class ObligationRow {

    private ObligationRow() {}

    /// In the order of [#values] and [#read].
    static final String COLUMNS = """
            person_id, partnership_code, status, status_since, exemption_ground, accepted_from, first_application_id,
            first_approved_on, start_reason, term_months, rule_source, extension_months, extension_source, due_on,
            single_months, single_reason, under_review, lapses_on""";

    /// How many columns that is.
    static final int WIDTH = 18;

    static final String INSERT = """
            INSERT INTO learning.obligation (%s)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """.formatted(COLUMNS);

    static List<@Nullable Object> values(TrainingObligation obligation) {
        Explanation why = obligation.why();
        return Arrays.asList(
                obligation.personId(),
                obligation.partnership(),
                obligation.status().name(),
                obligation.statusSince(),
                obligation.exemptionGround(),
                obligation.acceptedFrom(),
                why == null ? null : why.start().applicationId(),
                why == null ? null : why.start().approvedOn(),
                why == null ? null : why.start().reason().name(),
                why == null ? null : why.termMonths(),
                why == null ? null : why.ruleSource(),
                why == null ? 0 : why.extensionMonths(),
                why == null ? null : why.extensionSource(),
                why == null ? null : why.dueOn(),
                why == null ? 0 : why.singleMonths(),
                why == null ? null : why.singleReason(),
                obligation.underReview(),
                obligation.lapsesOn());
    }

    static Tuple tuple(TrainingObligation obligation) {
        return Tuple.wrap(values(obligation));
    }

    static TrainingObligation read(Cells row) {
        return new TrainingObligation(
                row.text(0),
                row.text(1),
                TrainingStatus.valueOf(row.text(2)),
                row.day(3),
                row.textOrNull(4),
                row.textOrNull(5),
                why(row),
                row.truth(16),
                row.dayOrNull(17));
    }

    private static @Nullable Explanation why(Cells row) {
        LocalDate approvedOn = row.dayOrNull(7);
        if (approvedOn == null) {
            return null;
        }
        Start start = new Start(row.text(6), approvedOn, Reason.valueOf(row.text(8)));
        return new Explanation(
                row.text(1),
                start,
                row.number(9),
                row.text(10),
                row.number(11),
                row.textOrNull(12),
                row.number(14),
                row.textOrNull(15));
    }
}
