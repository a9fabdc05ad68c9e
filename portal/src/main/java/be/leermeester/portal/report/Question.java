package be.leermeester.portal.report;

import be.leermeester.kernel.Params;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What is asked of a report.
///
/// @param at the reference date; everything known by the end of it counts
/// @param period the school year that the report is about
/// @param partnership the code of the only partnership counted, or null for all
record Question(LocalDate at, SchoolYear period, @Nullable String partnership) {

    /// From `at` (default today), `period` (default the last school year that is over on that day) and `partnership`.
    /// Throws [Problem.BadRequest] for what cannot be read, a date that is still to come, and a period that is.
    static Question of(Params params, Time time, Names names) {
        LocalDate at = params.date("at").orElse(time.today());
        if (at.isAfter(time.today())) {
            throw new Problem.BadRequest("report.problem.future", "at");
        }
        SchoolYear period = params.optional("period")
                .map(code -> SchoolYear.parse(code).orElseThrow(() -> badPeriod()))
                .orElse(SchoolYear.lastFinished(at));
        if (period.from().isAfter(at)) {
            throw badPeriod();
        }
        String partnership = params.optional("partnership").orElse(null);
        if (partnership != null && !names.isPartnership(partnership)) {
            throw new Problem.BadRequest("report.problem.partnership", "partnership");
        }
        return new Question(at, period, partnership);
    }

    /// The first moment that no longer counts: the end of the reference date in Brussels.
    OffsetDateTime moment() {
        return at.plusDays(1).atStartOfDay(Time.ZONE).toOffsetDateTime();
    }

    /// Whether the period still runs on the reference date, so that its figures will grow.
    boolean unfinished() {
        return period.to().isAfter(at);
    }

    /// As a query string, to ask the same again.
    String query() {
        return "at=" + at + "&period=" + period.code() + (partnership == null ? "" : "&partnership=" + partnership);
    }

    private static Problem badPeriod() {
        return new Problem.BadRequest("report.problem.period", "period");
    }
}
