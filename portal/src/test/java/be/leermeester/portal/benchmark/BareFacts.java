package be.leermeester.portal.benchmark;

/// What the two comparable bare pages ask: the facts that the measured page shows, in the one query that comes to mind
/// first. Names are joined, lists come as JSON, nothing is kept in memory.
final class BareFacts {

    private BareFacts() {}

    /// `$1` the person, `$2` today.
    static final String MENTOR = """
            SELECT json_build_object(
              'firstName', p.first_name,
              'person', p.first_name || ' ' || p.last_name,
              'deadlines', (
                SELECT json_agg(d ORDER BY d.due_on) FROM (
                  SELECT s.name AS partnership, o.status, o.due_on, o.due_on - $2::date AS days_left,
                         o.first_approved_on, o.term_months, o.rule_source, r.amber_months, r.red_months,
                         (o.due_on - make_interval(months => r.amber_months))::date AS amber_on,
                         (o.due_on - make_interval(months => r.red_months))::date AS red_on
                  FROM learning.obligation o
                  JOIN portal.partnership s ON s.code = o.partnership_code
                  LEFT JOIN learning.training_rule r ON r.partnership_code = o.partnership_code
                    AND $2 BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
                  WHERE o.person_id = p.id) d),
              'recognitions', (
                SELECT json_agg(r ORDER BY r.since DESC) FROM (
                  SELECT c.name AS company, e.name AS establishment, e.municipality, g.name AS programme,
                         s.name AS partnership, a.status, a.status_since::date AS since, a.valid_until, m.decision,
                         x.struck_on, x.reason
                  FROM learning.mentor_application m
                  JOIN portal.application a ON a.id = m.application_id
                  JOIN portal.establishment e USING (establishment_number)
                  JOIN portal.company c USING (enterprise_number)
                  JOIN portal.programme g ON g.code = a.programme_code
                  JOIN portal.partnership s ON s.code = a.partnership_code
                  LEFT JOIN learning.struck_mentor x USING (application_id, person_id)
                  WHERE m.person_id = p.id) r),
              'courses', (
                SELECT json_agg(c ORDER BY c.enrolled_on DESC) FROM (
                  SELECT c.title, e.enrolled_at::date AS enrolled_on, e.completed_on, n.starts_at, n.ends_at, n.place
                  FROM learning.enrolment e
                  JOIN learning.course c ON c.code = e.course_code
                  LEFT JOIN LATERAL (
                    SELECT starts_at, ends_at, place FROM learning.course_session
                    WHERE course_code = c.code AND e.completed_on IS NULL AND starts_at >= $2
                    ORDER BY starts_at LIMIT 1) n ON true
                  WHERE e.person_id = p.id) c),
              'trainings', (
                SELECT json_agg(t ORDER BY t.since DESC) FROM (
                  SELECT s.name AS partnership, t.since, t.status, t.exemption_ground, t.provider, t.course, t.hours
                  FROM learning.mentor_training t
                  JOIN portal.partnership s ON s.code = t.partnership_code
                  WHERE t.person_id = p.id AND t.since <= $2
                    AND t.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT')) t),
              'learners', (
                SELECT json_agg(l ORDER BY l.starts_on) FROM (
                  SELECT l.first_name, l.last_name, g.name AS programme, c.name AS company, t.name AS provider,
                         a.starts_on, a.ends_on
                  FROM portal.agreement a
                  JOIN kernel.person l ON l.id = a.learner_person_id
                  JOIN portal.application d ON d.id = a.application_id
                  JOIN portal.establishment e USING (establishment_number)
                  JOIN portal.company c USING (enterprise_number)
                  JOIN portal.programme g ON g.code = d.programme_code
                  LEFT JOIN portal.training_provider t ON t.code = a.provider_code
                  WHERE a.mentor_person_id = p.id AND a.cancelled_at IS NULL
                    AND coalesce(a.ended_on, a.ends_on) >= $2) l))
            FROM kernel.person p
            WHERE p.id = $1
            """;

    /// `$1` the enterprise, `$2` today.
    static final String COMPANY = """
            WITH dossier AS (
              SELECT a.id, a.status, a.status_since::date AS since, a.decide_by, a.decide_by - $2::date AS days_left,
                     a.valid_until, p.name AS programme, e.name AS establishment, e.municipality, v.reasons, v.remark,
                     CASE WHEN a.status = 'INCOMPLETE' THEN 1
                          WHEN a.status IN ('SUBMITTED', 'IN_REVIEW', 'ON_HOLD') THEN 2
                          WHEN a.status = 'APPROVED' AND a.valid_until <= $2 + 270 THEN 3
                          WHEN a.status = 'APPROVED' THEN 4
                          ELSE 5 END AS kind,
                     (SELECT count(*) FROM learning.mentor_application m
                      LEFT JOIN learning.struck_mentor x USING (application_id, person_id)
                      WHERE m.application_id = a.id AND m.decision = 'APPROVED' AND x.person_id IS NULL) AS mentors
              FROM portal.establishment e
              JOIN portal.application a USING (establishment_number)
              JOIN portal.programme p ON p.code = a.programme_code
              LEFT JOIN LATERAL (
                SELECT reasons, remark FROM portal.application_event
                WHERE application_id = a.id ORDER BY at DESC, seq DESC LIMIT 1) v ON true
              WHERE e.enterprise_number = $1
            ), mentor AS (
              SELECT DISTINCT p.first_name, p.last_name, o.status, o.due_on,
                     CASE WHEN o.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT') THEN 'green'
                          WHEN o.due_on < $2 THEN 'overdue'
                          WHEN o.due_on - make_interval(months => r.red_months) <= $2 THEN 'red'
                          WHEN o.due_on - make_interval(months => r.amber_months) <= $2 THEN 'amber'
                          ELSE 'green' END AS flag
              FROM portal.establishment e
              JOIN portal.application a USING (establishment_number)
              JOIN learning.mentor_application m ON m.application_id = a.id
              JOIN kernel.person p ON p.id = m.person_id
              LEFT JOIN learning.obligation o ON o.person_id = m.person_id AND o.partnership_code = m.partnership_code
              LEFT JOIN learning.training_rule r ON r.partnership_code = m.partnership_code
                AND $2 BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
              WHERE e.enterprise_number = $1 AND m.decision <> 'REJECTED'
                AND a.status IN ('SUBMITTED', 'IN_REVIEW', 'INCOMPLETE', 'ON_HOLD', 'APPROVED'))
            SELECT json_build_object(
              'company', c.name,
              'number', c.enterprise_number,
              'running', (
                SELECT count(*) FROM portal.establishment e
                JOIN portal.application a USING (establishment_number)
                JOIN portal.agreement g ON g.application_id = a.id
                WHERE e.enterprise_number = $1 AND g.cancelled_at IS NULL
                  AND $2 BETWEEN g.starts_on AND coalesce(g.ended_on, g.ends_on)),
              'ending', (SELECT count(*) FROM dossier WHERE kind = 3),
              'overdue', (SELECT count(*) FROM mentor WHERE flag = 'overdue'),
              'red', (SELECT count(*) FROM mentor WHERE flag = 'red'),
              'all_mentors', (SELECT count(*) FROM mentor),
              'columns', (
                SELECT json_agg(k ORDER BY k.kind) FROM (
                  SELECT kind, count(*), json_agg(d ORDER BY d.decide_by, d.valid_until) AS cards
                  FROM dossier d GROUP BY kind) k),
              'mentors', (
                SELECT json_agg(m) FROM (SELECT * FROM mentor ORDER BY due_on LIMIT 12) m))
            FROM portal.company c
            WHERE c.enterprise_number = $1
            """;
}
