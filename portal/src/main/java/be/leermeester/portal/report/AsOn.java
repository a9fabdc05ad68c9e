package be.leermeester.portal.report;

/// Pieces of SQL that read the history as it was known on the reference date; `$1` is the end of that day. An event
/// counts when it had happened and was recorded by then (domain.md 9.14), so that a later correction changes no
/// earlier report.
final class AsOn {

    /// `first_decision (application_id, status, automatic, at)`: the first approval or rejection, whatever followed.
    static final String FIRST_DECISION = """
            first_decision AS (
                SELECT DISTINCT ON (application_id) application_id, status, automatic, at
                FROM portal.application_event
                WHERE status IN ('APPROVED', 'REJECTED') AND at < $1 AND recorded_at < $1
                ORDER BY application_id, at, seq
            )""";

    /// `standing (application_id, status, approved)`: the latest event. `approved` is a column because the planner
    /// takes half of a boolean to be true, and a two-hundredth of a text to be equal.
    static final String STANDING = """
            standing AS (
                SELECT DISTINCT ON (application_id) application_id, status, status = 'APPROVED' AS approved
                FROM portal.application_event
                WHERE at < $1 AND recorded_at < $1
                ORDER BY application_id DESC, at DESC, seq DESC
            )""";

    /// A condition on `m`, a mentor application: approved, and not struck off, as it was known then.
    static final String MENTOR_HOLDS = """
            m.decision = 'APPROVED' AND m.decided_at < $1 AND m.recorded_at < $1
            AND NOT EXISTS (
                SELECT FROM learning.struck_mentor k
                WHERE k.application_id = m.application_id AND k.person_id = m.person_id
                    AND k.struck_on < ($1 AT TIME ZONE 'Europe/Brussels')::date AND k.recorded_at < $1
            )
            AND NOT EXISTS (
                SELECT FROM learning.struck_undone k
                WHERE k.application_id = m.application_id AND k.person_id = m.person_id
                    AND k.struck_on < ($1 AT TIME ZONE 'Europe/Brussels')::date AND k.recorded_at < $1
                    AND k.undone_at >= $1
            )""";

    /// A condition on `g`, an agreement.
    static final String AGREEMENT_KNOWN = "g.registered_at < $1 AND g.recorded_at < $1";

    private AsOn() {}
}
