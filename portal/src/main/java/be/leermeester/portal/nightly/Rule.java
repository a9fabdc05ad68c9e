package be.leermeester.portal.nightly;

/// What the portal does with a dossier by itself, and when: the condition under which, and the day on which it falls
/// due. In the SQL `a` is the dossier and `$1` the day on which one looks.
enum Rule {
    /// R4: undecided for fourteen days, approved by law.
    APPROVAL("approve-by-law", "a.decide_by", Sql.UNDECIDED + " AND NOT " + Sql.ESCALATES),
    /// R4: undecided for fourteen days where the partnership wants the head of the team to decide: brought there once.
    ESCALATION("escalate-undecided", "a.decide_by", Sql.UNDECIDED + " AND " + Sql.ESCALATES + """
             AND NOT EXISTS (SELECT FROM portal.follow_up f WHERE f.application_id = a.id
                              AND f.kind = 'ESCALATION' AND f.due_on = a.decide_by)"""),
    /// R4: approved by law in three days or sooner; the handler is told, once for each such day.
    WARNING("warn-handlers", "a.decide_by - 3", Sql.UNDECIDED + " AND a.decide_by > $1 AND NOT " + Sql.ESCALATES + """
             AND NOT EXISTS (SELECT FROM portal.dossier_told t WHERE t.application_id = a.id
                              AND t.rule = 'WARNING' AND t.moment = a.decide_by)"""),
    /// R10: the five years are over.
    EXPIRY("expire-recognitions", "a.valid_until", "a.status = 'APPROVED'");

    private final String job;
    private final String moment;
    private final String condition;

    Rule(String job, String moment, String condition) {
        this.job = job;
        this.moment = moment;
        this.condition = condition;
    }

    /// The name under which runs are kept.
    String job() {
        return job;
    }

    /// The day on which it falls due, in SQL.
    String moment() {
        return moment;
    }

    String condition() {
        return condition;
    }

    /// Whether what fell due before an import waits for an administrator: telling somebody never happens late.
    boolean waitsAfterImport() {
        return this == APPROVAL || this == ESCALATION || this == EXPIRY;
    }

    private static final class Sql {
        static final String UNDECIDED = "a.status IN ('SUBMITTED', 'IN_REVIEW')";
        static final String ESCALATES = "portal.escalates(a.partnership_code, a.decide_by)";
    }
}
