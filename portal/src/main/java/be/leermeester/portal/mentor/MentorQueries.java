package be.leermeester.portal.mentor;

import be.leermeester.kernel.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one person only: the id is always the visitor's own.
final class MentorQueries {

    private MentorQueries() {}

    /// One row, so that the page asks once; `$1` the person, `$2` today.
    private static final String FILE = """
            SELECT first_name,
              (SELECT json_object_agg(code, name) FROM portal.partnership),
              (SELECT coalesce(json_agg(r ORDER BY r.since DESC, r.id DESC), '[]') FROM (
                 SELECT a.id, c.name AS company, concat_ws(', ', nullif(e.name, ''), nullif(e.municipality, '')) AS place,
                        p.name AS programme, s.name AS partnership, a.status, a.valid_until, m.decision,
                        (coalesce(a.status_since, a.submitted_at) AT TIME ZONE 'Europe/Brussels')::date AS since,
                        x.struck_on, x.reason
                 FROM learning.mentor_application m
                 JOIN portal.application a ON a.id = m.application_id
                 JOIN portal.establishment e USING (establishment_number)
                 JOIN portal.company c USING (enterprise_number)
                 JOIN portal.programme p ON p.code = a.programme_code
                 JOIN portal.partnership s ON s.code = a.partnership_code
                 LEFT JOIN learning.struck_mentor x USING (application_id, person_id)
                 WHERE m.person_id = $1) r),
              (SELECT coalesce(json_agg(r ORDER BY r.enrolled_on DESC), '[]') FROM (
                 SELECT c.title, (e.enrolled_at AT TIME ZONE 'Europe/Brussels')::date AS enrolled_on, e.completed_on,
                        next.starts_at, next.ends_at, next.place
                 FROM learning.enrolment e
                 JOIN learning.course c ON c.code = e.course_code
                 LEFT JOIN LATERAL (
                     SELECT starts_at, ends_at, place FROM learning.course_session
                     WHERE course_code = c.code AND e.completed_on IS NULL
                       AND starts_at >= ($2::date)::timestamp AT TIME ZONE 'Europe/Brussels'
                     ORDER BY starts_at LIMIT 1) next ON true
                 WHERE e.person_id = $1) r),
              (SELECT coalesce(json_agg(r ORDER BY r.since DESC), '[]') FROM (
                 SELECT s.name AS partnership, since, status, exemption_ground, provider, course, hours
                 FROM learning.mentor_training t JOIN portal.partnership s ON s.code = t.partnership_code
                 WHERE person_id = $1 AND since <= $2
                   AND status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT')) r),
              (SELECT coalesce(json_agg(r ORDER BY r.starts_on, r.name), '[]') FROM (
                 SELECT l.first_name || ' ' || l.last_name AS name, p.name AS programme, c.name AS company,
                        t.name AS provider, g.starts_on, g.ends_on,
                        CASE WHEN g.starts_on > $2 THEN 'NOT_STARTED' ELSE 'RUNNING' END AS status
                 FROM portal.agreement g
                 JOIN kernel.person l ON l.id = g.learner_person_id
                 JOIN portal.application a ON a.id = g.application_id
                 JOIN portal.establishment e USING (establishment_number)
                 JOIN portal.company c USING (enterprise_number)
                 JOIN portal.programme p ON p.code = a.programme_code
                 LEFT JOIN portal.training_provider t ON t.code = g.provider_code
                 WHERE g.mentor_person_id = $1 AND g.cancelled_at IS NULL
                   AND g.ends_on >= $2 AND (g.ended_on IS NULL OR g.ended_on >= $2)) r),
              (SELECT coalesce(json_agg(r ORDER BY r.handed_in DESC), '[]') FROM (
                 SELECT e.kind, exemption_ground, course, p.name AS partnership, state,
                        (handed_in_at AT TIME ZONE 'Europe/Brussels')::date AS handed_in
                 FROM learning.evidence e JOIN portal.partnership p ON p.code = e.partnership_code
                 WHERE e.person_id = $1 AND e.state <> 'WITHDRAWN') r)
            FROM kernel.person WHERE id = $1
            """;

    static Future<MentorFile> file(SqlClient client, String personId, LocalDate today) {
        return client.preparedQuery(FILE)
                .execute(Tuple.of(personId, today))
                .map(rows -> one(rows))
                .map(row -> MentorFile.of(
                        row.getString(0),
                        row.getJsonObject(1),
                        row.getJsonArray(2),
                        row.getJsonArray(3),
                        row.getJsonArray(4),
                        row.getJsonArray(5),
                        row.getJsonArray(6)));
    }

    /// A session that the person could still follow, or follows.
    record Offer(
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            @Nullable String place,
            @Nullable String province,
            String course,
            String component,
            String kind,
            String partnershipCode,
            String partnership,
            boolean enrolled) {}

    private static final String OFFERS = """
            SELECT s.starts_at, s.ends_at, s.place, s.province, c.title, k.title, k.kind, c.partnership_code, p.name,
                   EXISTS (SELECT FROM learning.enrolment e WHERE e.person_id = $1 AND e.course_code = c.code)
            FROM learning.course c
            JOIN portal.partnership p ON p.code = c.partnership_code
            JOIN learning.course_session s ON s.course_code = c.code
            JOIN learning.course_component k ON k.course_code = c.code AND k.position = s.position
            WHERE c.partnership_code IN (SELECT partnership_code FROM learning.mentor_application WHERE person_id = $1)
              AND s.starts_at >= ($2::date)::timestamp AT TIME ZONE 'Europe/Brussels'
            ORDER BY s.starts_at, s.id
            LIMIT 200
            """;

    /// The coming sessions of the courses of the person's partnerships, the nearest first, at most 200.
    static Future<List<Offer>> offers(SqlClient client, String personId, LocalDate today) {
        return client.preparedQuery(OFFERS)
                .execute(Tuple.of(personId, today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Offer(
                                row.getOffsetDateTime(0),
                                row.getOffsetDateTime(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getBoolean(9)))
                        .toList());
    }

    private static Row one(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new Problem.NotFound();
        }
        return rows.iterator().next();
    }
}
