package be.leermeester.portal.agreement;

import be.leermeester.portal.rows.Where;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where an agreement stands on a day; it follows from its dates (domain.md section 5).
public enum AgreementStatus {
    NOT_STARTED,
    RUNNING,
    ENDED,
    TERMINATED_EARLY,
    CANCELLED;

    /// @param endsOn last day as agreed
    /// @param endedOn last day where it ended otherwise
    public static AgreementStatus on(
            LocalDate day,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate cancelledOn) {
        if (cancelledOn != null && !cancelledOn.isAfter(day)) {
            return CANCELLED;
        }
        if (endedOn != null && endedOn.isBefore(endsOn) && endedOn.isBefore(day)) {
            return TERMINATED_EARLY;
        }
        if (day.isBefore(startsOn)) {
            return NOT_STARTED;
        }
        return day.isAfter(endedOn == null ? endsOn : endedOn) ? ENDED : RUNNING;
    }

    private static final String STATUS = """
            CASE WHEN (g.cancelled_at AT TIME ZONE 'Europe/Brussels')::date <= %1$s THEN 'CANCELLED'
                 WHEN g.ended_on < g.ends_on AND g.ended_on < %1$s THEN 'TERMINATED_EARLY'
                 WHEN g.starts_on > %1$s THEN 'NOT_STARTED'
                 WHEN coalesce(g.ended_on, g.ends_on) < %1$s THEN 'ENDED'
                 ELSE 'RUNNING' END""";

    /// The same in SQL; `portal.agreement` is `g`.
    public static String sql(Where where, LocalDate day) {
        return STATUS.formatted(where.bind(day) + "::date");
    }

    /// Whether one runs, written so that an index on its start can be used; `portal.agreement` is `g`.
    public static String running(Where where, LocalDate day) {
        String on = where.bind(day) + "::date";
        return "g.starts_on <= " + on + " AND coalesce(g.ended_on, g.ends_on) >= " + on
                + " AND (g.cancelled_at IS NULL OR (g.cancelled_at AT TIME ZONE 'Europe/Brussels')::date > " + on
                + ")";
    }
}
