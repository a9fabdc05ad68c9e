package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and writes what lapses.
final class LapseQueries {

    private LapseQueries() {}

    /// `after` and `until` bound the day, the last one included; null for a person or partnership means all.
    static Future<List<Lapses.Due>> due(
            SqlClient client,
            LocalDate after,
            LocalDate until,
            @Nullable String personId,
            @Nullable Collection<String> partnerships) {
        Tuple values = Tuple.of(after, until)
                .addString(personId)
                .addArrayOfString(partnerships == null ? null : partnerships.toArray(String[]::new));
        return client.preparedQuery("""
                        SELECT person_id, partnership_code, lapses_on FROM learning.obligation
                         WHERE lapses_on > $1 AND lapses_on <= $2
                           AND ($3::text IS NULL OR person_id = $3)
                           AND ($4::text[] IS NULL OR partnership_code = ANY ($4))
                         ORDER BY lapses_on, person_id, partnership_code
                        """).execute(values).map(rows -> {
            List<Lapses.Due> found = new ArrayList<>(rows.size());
            for (Row row : rows) {
                found.add(new Lapses.Due(row.getString(0), row.getString(1), row.getLocalDate(2)));
            }
            return found;
        });
    }

    static Future<Boolean> notFollowed(
            SqlConnection connection, String personId, String partnership, LocalDate day, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at)
                        VALUES ($1, $2, $3, 'NOT_FOLLOWED', $4) ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(personId, partnership, day, utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<Boolean> strike(
            SqlConnection connection, String personId, String applicationId, LocalDate day, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO learning.struck_mentor (application_id, person_id, struck_on, reason, recorded_at)
                        VALUES ($1, $2, $3, 'TRAINING_NOT_FOLLOWED', $4) ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(applicationId, personId, day, utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<Void> giveBack(
            SqlConnection connection, String personId, Collection<String> applicationIds, String because, Instant now) {
        return connection
                .preparedQuery("""
                        WITH back AS (
                            DELETE FROM learning.struck_mentor
                             WHERE person_id = $1 AND application_id = ANY ($2::text[])
                               AND reason = 'TRAINING_NOT_FOLLOWED'
                            RETURNING *)
                        INSERT INTO learning.struck_undone
                          (application_id, person_id, struck_on, reason, recorded_at, undone_at, undone_because)
                        SELECT application_id, person_id, struck_on, reason, recorded_at, $3, $4 FROM back
                        """)
                .execute(Tuple.of(personId, applicationIds.toArray(String[]::new), utc(now), because))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
