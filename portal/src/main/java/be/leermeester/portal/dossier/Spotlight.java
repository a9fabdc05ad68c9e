package be.leermeester.portal.dossier;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.Outlook;
import java.time.LocalDate;

/// Dossiers that ask for attention, as lists and numbers single them out; the conditions say in SQL what [Outlook]
/// says of one dossier. `portal.application` is `a`.
public enum Spotlight {
    /// Undecided within the fourteen days: approved by law.
    BY_LAW,
    /// Undecided within the fourteen days where the law does not approve: before the head of the team.
    ESCALATED,
    /// Three days or fewer are left to decide.
    DUE_SOON,
    /// A recognition that ends within nine months, or ended and was not recorded as such yet.
    ENDING,
    /// A recognition that holds for longer than nine months.
    LASTING,
    /// A recognition whose mentors were all struck off, or that never had one.
    WITHOUT_MENTOR,
    /// Filed by the asker's own school under a mandate that still holds.
    FILED;

    private static final String TOO_LATE = "a.status IN ('SUBMITTED', 'IN_REVIEW') AND a.decide_by <= ?";
    private static final String ESCALATES = "portal.escalates(a.partnership_code, a.decide_by)";

    public void apply(Where where, Scope scope, LocalDate today) {
        switch (this) {
            case FILED -> scope.filed(where, today);
            case BY_LAW -> where.and(TOO_LATE + " AND NOT " + ESCALATES, today);
            case ESCALATED -> where.and(TOO_LATE + " AND " + ESCALATES, today);
            case DUE_SOON ->
                where.and(
                        "a.status IN ('SUBMITTED', 'IN_REVIEW') AND a.decide_by > ? AND a.decide_by <= ?",
                        today,
                        today.plusDays(Outlook.WARNING_DAYS));
            case ENDING -> where.and("a.status = 'APPROVED' AND a.valid_until <= ?", soon(today));
            case LASTING ->
                where.and("a.status = 'APPROVED' AND (a.valid_until IS NULL OR a.valid_until > ?)", soon(today));
            // NOT IN is looked up in a hash; as a join it can be planned for far fewer rows than there are.
            case WITHOUT_MENTOR -> where.and("""
                        a.status = 'APPROVED' AND a.id NOT IN (
                          SELECT ma.application_id FROM learning.mentor_application ma
                          LEFT JOIN learning.struck_mentor USING (application_id, person_id)
                          WHERE ma.decision = 'APPROVED' AND struck_on IS NULL)""");
        }
    }

    /// The last day that counts as near for the end of a recognition.
    public static LocalDate soon(LocalDate today) {
        return today.plusMonths(Outlook.ENDING_MONTHS);
    }
}
