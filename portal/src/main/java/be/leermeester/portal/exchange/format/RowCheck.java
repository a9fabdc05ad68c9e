package be.leermeester.portal.exchange.format;

import be.leermeester.kernel.Time;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What has to hold between the cells of a row, and between it and others.
@FunctionalInterface
public interface RowCheck {

    /// Null where nothing is wrong.
    @Nullable
    Flaw flaw(Row row, Known known);

    /// An end does not lie before its start; both are days, or both moments.
    static RowCheck inOrder(String start, String end) {
        return (row, _) -> before(row.get(end), row.get(start)) ? new Flaw(end, Reason.END_BEFORE_START, start) : null;
    }

    /// As [#inOrder], where the end has to be later than the start.
    static RowCheck later(String start, String end) {
        return (row, _) -> before(row.get(start), row.get(end)) ? null : new Flaw(end, Reason.END_BEFORE_START, start);
    }

    /// Nothing happens to an application before it was submitted.
    static RowCheck notBeforeSubmission(String column) {
        return (row, known) -> {
            Instant submitted = known.submittedAt(row.text("application_id"));
            boolean early = switch (row.get(column)) {
                case Instant moment when submitted != null -> moment.isBefore(submitted);
                case LocalDate day when submitted != null -> day.isBefore(Time.dateOf(submitted));
                case null, default -> false;
            };
            return early ? new Flaw(column, Reason.BEFORE_SUBMISSION) : null;
        };
    }

    /// Two columns together name a row of another table.
    static RowCheck refersTo(String table, String first, String second) {
        return (row, known) -> known.has(table, row.text(first) + " " + row.text(second))
                ? null
                : new Flaw(second, Reason.UNKNOWN_REFERENCE);
    }

    private static boolean before(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case LocalDate day when other instanceof LocalDate that -> day.isBefore(that);
            case Instant moment when other instanceof Instant that -> moment.isBefore(that);
            case LocalDate day when other instanceof Instant that -> day.isBefore(Time.dateOf(that));
            case null, default -> false;
        };
    }
}
