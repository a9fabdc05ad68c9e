package be.leermeester.portal.lapse;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Writes what lapses did.
final class RecordQueries {

    private RecordQueries() {}

    static Future<Void> lapse(SqlConnection connection, Late late, LocalDate day, boolean waits, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.lapse (person_id, partnership_code, lapsed_on, policy, state, recorded_at)
                        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(
                        late.personId(),
                        late.partnership(),
                        day,
                        late.policy().name(),
                        waits ? "WAITING" : "DONE",
                        utc(now)))
                .mapEmpty();
    }

    static Future<Void> keep(SqlConnection connection, Consequence.Kept kept, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.kept_recognition (application_id, kept_on, revoke_on, person_id, recorded_at)
                        VALUES ($1, $2, $3, $4, $5)
                        """)
                .execute(Tuple.of(kept.recognition().id(), kept.day(), kept.revokeOn(), kept.personId(), utc(now)))
                .mapEmpty();
    }

    /// Ends the keeping of a recognition; nothing where it is not kept.
    static Future<Void> endKeeping(SqlConnection connection, String applicationId, String outcome, Instant now) {
        return connection
                .preparedQuery("UPDATE portal.kept_recognition SET ended_at = $2, outcome = $3"
                        + " WHERE application_id = $1 AND ended_at IS NULL")
                .execute(Tuple.of(applicationId, utc(now), outcome))
                .mapEmpty();
    }

    /// The handler's answer to a lapse that waits; false where none waits (any more).
    static Future<Boolean> answer(
            SqlConnection connection, WaitingLapse.Key key, WaitingLapse.Answer answer, String by, Instant now) {
        LocalDate until = answer.putOffUntil();
        return connection
                .preparedQuery("""
                        UPDATE portal.lapse SET state = $4, decided_by = $5, decided_at = $6, put_off_until = $7, reason = $8
                         WHERE person_id = $1 AND partnership_code = $2 AND lapsed_on = $3 AND state = 'WAITING'
                        """)
                .execute(Tuple.of(key.personId(), key.partnership(), key.lapsedOn())
                        .addString(until == null ? "DONE" : "WAITING")
                        .addString(by)
                        .addOffsetDateTime(utc(now))
                        .addLocalDate(until)
                        .addString(answer.reason()))
                .map(rows -> rows.rowCount() == 1);
    }

    /// Ends the last lapse of a mentor in a partnership: undone or cured.
    static Future<Void> end(SqlConnection connection, String personId, String partnership, String state, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.lapse SET state = $3, ended_at = $4
                         WHERE person_id = $1 AND partnership_code = $2 AND state IN ('WAITING', 'DONE')
                        """)
                .execute(Tuple.of(personId, partnership, state, utc(now)))
                .mapEmpty();
    }

    /// Closes the item with which a handler would have confirmed the striking off.
    static Future<Void> closeItem(
            SqlConnection connection, String personId, String partnership, String by, String outcome, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.follow_up SET closed_at = $5, closed_by = $3, outcome = $4
                         WHERE partnership_code = $2 AND kind = 'LAPSE_CONFIRM' AND subject = 'person:' || $1
                           AND closed_at IS NULL
                        """)
                .execute(Tuple.of(personId, partnership, by, outcome, utc(now)))
                .mapEmpty();
    }

    /// Lets that item rest until a day.
    static Future<Void> putOffItem(SqlConnection connection, WaitingLapse.Key key, WaitingLapse.Answer answer) {
        return connection
                .preparedQuery("""
                        UPDATE portal.follow_up SET snoozed_until = $3, remark = $4
                         WHERE partnership_code = $2 AND kind = 'LAPSE_CONFIRM' AND subject = 'person:' || $1
                           AND closed_at IS NULL
                        """)
                .execute(Tuple.of(key.personId(), key.partnership())
                        .addLocalDate(answer.putOffUntil())
                        .addString(answer.reason()))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
