package be.leermeester.portal.mentors;

import be.leermeester.portal.rows.Where;
import java.time.LocalDate;

/// The flag of a mentor in SQL, for lists and numbers: the same that
/// [be.leermeester.learning.deadline.TrainingObligation#flag] gives one by one (a test compares the two).
/// `learning.obligation` is `o`.
public final class MentorFlags {

    /// The deadline, as long as it matters.
    public static final String DUE_ON = "CASE WHEN o.status IN ('TO_FOLLOW', 'NOT_FOLLOWED') THEN o.due_on END";

    private static final String FLAG = """
            CASE WHEN o.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT') THEN 'GREEN'
                 WHEN o.status = 'NOT_FOLLOWED' THEN 'OVERDUE'
                 WHEN o.status <> 'TO_FOLLOW' OR o.due_on IS NULL THEN NULL
                 WHEN o.under_review THEN 'CHECKING'
                 WHEN o.due_on < %1$s THEN 'OVERDUE'
                 WHEN o.due_on - make_interval(months => coalesce(r.red_months, 3)) <= %1$s THEN 'RED'
                 WHEN o.due_on - make_interval(months => coalesce(r.amber_months, 6)) <= %1$s THEN 'AMBER'
                 ELSE 'GREEN' END""";

    private static final String RULE = """
            LEFT JOIN learning.training_rule r
              ON r.partnership_code = o.partnership_code AND r.valid_from <= %1$s
              AND (r.valid_to IS NULL OR r.valid_to >= %1$s)
            """;

    private MentorFlags() {}

    /// To be joined; gives the thresholds that hold on a day.
    public static String rule(Where where, LocalDate day) {
        return RULE.formatted(where.bind(day) + "::date");
    }

    /// The flag on a day; null where nothing lights up.
    public static String flag(Where where, LocalDate day) {
        return FLAG.formatted(where.bind(day) + "::date");
    }

    /// Most urgent first, for a column that holds the flag.
    public static String urgency(String column) {
        return "array_position('{OVERDUE,RED,AMBER,CHECKING}'::text[], " + column + ") NULLS LAST";
    }
}
