package be.leermeester.portal.mentors;

import be.leermeester.portal.rows.Where;
import java.time.LocalDate;

/// The flag of a mentor in SQL, for lists and numbers: the same that
/// [be.leermeester.learning.deadline.TrainingObligation#flag] gives one by one (a test compares the two).
/// `learning.obligation` is `o`.
public final class MentorFlags {

    /// To be joined; gives the thresholds.
    public static final String RULE = """
            LEFT JOIN learning.training_rule r
              ON r.partnership_code = o.partnership_code AND r.valid_from <= o.first_approved_on
              AND (r.valid_to IS NULL OR r.valid_to >= o.first_approved_on)
            """;

    /// The deadline, as long as it matters.
    public static final String DUE_ON = "CASE WHEN o.status IN ('TO_FOLLOW', 'NOT_FOLLOWED') THEN o.due_on END";

    private static final String FLAG = """
            CASE WHEN %2$s IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT') THEN 'GREEN'
                 WHEN %2$s = 'NOT_FOLLOWED' THEN 'OVERDUE'
                 WHEN %2$s <> 'TO_FOLLOW' OR o.due_on IS NULL THEN NULL
                 WHEN o.due_on < %1$s THEN 'OVERDUE'
                 WHEN o.due_on - make_interval(months => coalesce(r.red_months, 3)) <= %1$s THEN 'RED'
                 WHEN o.due_on - make_interval(months => coalesce(r.amber_months, 6)) <= %1$s THEN 'AMBER'
                 ELSE 'GREEN' END""";

    private MentorFlags() {}

    /// The flag on a day; null where nothing lights up.
    public static String flag(Where where, LocalDate day) {
        return flag(where, day, "o.status");
    }

    /// As [#flag], with the status from somewhere else.
    static String flag(Where where, LocalDate day, String status) {
        return FLAG.formatted(where.bind(day) + "::date", status);
    }

    /// Most urgent first, for a column that holds the flag.
    public static String urgency(String column) {
        return "array_position('{OVERDUE,RED,AMBER,CHECKING}'::text[], " + column + ") NULLS LAST";
    }
}
