package be.leermeester.portal.trainer;

import be.leermeester.kernel.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads a trainer's sessions: those that name the person by id or, as imports may, by full name.
final class TrainerQueries {

    private TrainerQueries() {}

    /// @param participants how many [#participants] has
    record Session(
            String id,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            @Nullable String place,
            String course,
            String component,
            String kind,
            long participants,
            int minimum,
            int maximum) {

        public long free() {
            return Math.max(0, maximum - participants);
        }

        public boolean tooFew() {
            return participants < minimum;
        }
    }

    /// @param presence null while not registered
    record Participant(
            String name, @Nullable String email, @Nullable String presence) {}

    /// Whoever's presence is registered; before that, whoever is enrolled in the course and had not completed it.
    private static final String PARTICIPANTS = """
            (SELECT person_id, presence FROM learning.attendance WHERE session_id = s.id
             UNION ALL
             SELECT e.person_id, NULL FROM learning.enrolment e
             WHERE e.course_code = s.course_code AND NOT EXISTS (SELECT FROM learning.attendance WHERE session_id = s.id)
               AND (e.completed_on IS NULL OR e.completed_on >= (s.starts_at AT TIME ZONE 'Europe/Brussels')::date))
            """;

    private static final String SESSIONS = """
            SELECT s.id, s.starts_at, s.ends_at, s.place, c.title, k.title, k.kind,
                   (SELECT count(*) FROM %s participant), s.min_participants, s.max_participants
            FROM kernel.person me
            JOIN learning.course_session s ON s.trainer IN (me.id, me.first_name || ' ' || me.last_name)
            JOIN learning.course c ON c.code = s.course_code
            JOIN learning.course_component k ON k.course_code = s.course_code AND k.position = s.position
            WHERE me.id = $1 AND
            """.formatted(PARTICIPANTS);

    /// Those that have not ended yet, the nearest first; at most 100.
    static Future<List<Session>> coming(SqlClient client, String personId, Instant now) {
        return sessions(client, "s.ends_at >= $2 ORDER BY s.starts_at, s.id LIMIT 100", personId, now);
    }

    /// Those that have ended, the latest first; at most 100.
    static Future<List<Session>> past(SqlClient client, String personId, Instant now) {
        return sessions(client, "s.ends_at < $2 ORDER BY s.starts_at DESC, s.id LIMIT 100", personId, now);
    }

    private static Future<List<Session>> sessions(SqlClient client, String which, String personId, Instant now) {
        return client.preparedQuery(SESSIONS + which)
                .execute(Tuple.of(personId, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TrainerQueries::session)
                        .toList());
    }

    /// One of the person's own sessions; anybody else's is not found.
    static Future<Session> session(SqlClient client, String personId, String sessionId) {
        return client.preparedQuery(SESSIONS + "s.id = $2")
                .execute(Tuple.of(personId, sessionId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TrainerQueries::session)
                        .findFirst()
                        .orElseThrow(Problem.NotFound::new));
    }

    static Future<List<Participant>> participants(SqlClient client, String sessionId) {
        return client.preparedQuery("""
                        SELECT p.first_name || ' ' || p.last_name, p.email, participant.presence
                        FROM learning.course_session s, LATERAL %s participant
                        JOIN kernel.person p ON p.id = participant.person_id
                        WHERE s.id = $1
                        ORDER BY p.last_name, p.first_name, p.id
                        """.formatted(PARTICIPANTS))
                .execute(Tuple.of(sessionId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Participant(row.getString(0), row.getString(1), row.getString(2)))
                        .toList());
    }

    private static Session session(Row row) {
        return new Session(
                row.getString(0),
                row.getOffsetDateTime(1),
                row.getOffsetDateTime(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getInteger(8),
                row.getInteger(9));
    }
}
