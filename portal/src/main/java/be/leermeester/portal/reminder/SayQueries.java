package be.leermeester.portal.reminder;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who stands behind the link in a reminder.
final class SayQueries {

    record Said(String personId, String name, Instant expiresAt) {}

    private SayQueries() {}

    static Future<@Nullable Said> find(SqlClient client, byte[] hash) {
        return client.preparedQuery("""
                        SELECT p.id, p.first_name, p.last_name, l.expires_at
                        FROM portal.reminder_link l JOIN kernel.person p ON p.id = l.person_id WHERE l.code_hash = $1
                        """)
                .execute(Tuple.tuple().addBuffer(Buffer.buffer(hash)))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Said(
                                row.getString("id"),
                                row.getString("first_name") + " " + row.getString("last_name"),
                                row.getOffsetDateTime("expires_at").toInstant());
                    }
                    return null;
                });
    }

    /// The deadlines of which the person was reminded, whatever became of them, with a company where one is known.
    static Future<List<Ladder.Case>> cases(SqlClient client, String personId) {
        return client.preparedQuery("""
                        SELECT DISTINCT ON (r.partnership_code) r.partnership_code, r.due_on,
                               (SELECT min(e.enterprise_number) FROM learning.mentor_application ma
                                 JOIN portal.application a ON a.id = ma.application_id AND a.status = 'APPROVED'
                                 JOIN portal.establishment e USING (establishment_number)
                                 WHERE ma.person_id = r.person_id AND ma.partnership_code = r.partnership_code) AS enterprise
                        FROM portal.reminder r WHERE r.person_id = $1
                        ORDER BY r.partnership_code, r.due_on DESC
                        """).execute(Tuple.of(personId)).map(rows -> {
            List<Ladder.Case> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Ladder.Case(
                    personId,
                    row.getString("partnership_code"),
                    row.getLocalDate("due_on"),
                    row.getString("enterprise"))));
            return found;
        });
    }
}
