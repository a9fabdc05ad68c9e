package be.leermeester.portal.application;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The mentors of a recognition that runs. On a virtual thread.
final class MentorChangeQueries {

    private MentorChangeQueries() {}

    /// @param decision PENDING, APPROVED or REJECTED
    /// @param struck whether he was struck off
    record Named(String personId, String name, String decision, boolean struck) {}

    static List<Named> named(SqlClient client, String application) {
        List<Named> named = new ArrayList<>();
        client.preparedQuery("""
                        SELECT m.person_id, concat_ws(' ', w.first_name, w.last_name) AS name, m.decision,
                          s.person_id IS NOT NULL AS struck
                        FROM learning.mentor_application m
                        JOIN kernel.person w ON w.id = m.person_id
                        LEFT JOIN learning.struck_mentor s USING (application_id, person_id)
                        WHERE m.application_id = $1 ORDER BY m.submitted_at, m.person_id
                        """)
                .execute(Tuple.of(application))
                .await()
                .forEach(row -> named.add(new Named(
                        row.getString("person_id"),
                        row.getString("name"),
                        row.getString("decision"),
                        row.getBoolean("struck"))));
        return named;
    }

    /// False where he is named already and was not refused.
    static boolean name(SqlConnection connection, String application, String personId, Instant now) {
        return connection
                        .preparedQuery("""
                                INSERT INTO learning.mentor_application
                                  (application_id, person_id, partnership_code, submitted_at, decision, recorded_at)
                                SELECT $1, $2, partnership_code, $3, 'PENDING', $3 FROM portal.application WHERE id = $1
                                ON CONFLICT (application_id, person_id) DO NOTHING
                                """)
                        .execute(Tuple.of(application, personId, DraftQueries.utc(now)))
                        .await()
                        .rowCount()
                == 1;
    }
}
