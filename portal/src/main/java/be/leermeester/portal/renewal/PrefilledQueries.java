package be.leermeester.portal.renewal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a renewal takes over from the recognition that ends.
final class PrefilledQueries {

    record Place(
            String establishmentNumber,
            String programmeCode,
            String partnershipCode,
            @Nullable String sectorCode) {}

    record Mentor(String id, String name) {}

    private PrefilledQueries() {}

    static Future<@Nullable Place> place(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT establishment_number, programme_code, partnership_code, sector_code
                        FROM portal.application WHERE id = $1
                        """).execute(Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                return new Place(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
            }
            return null;
        });
    }

    /// The mentors who are approved and were not struck off.
    static Future<List<Mentor>> mentors(SqlClient client, String id) {
        return client.preparedQuery("""
                        SELECT w.id, w.first_name || ' ' || w.last_name AS name
                        FROM learning.mentor_application m JOIN kernel.person w ON w.id = m.person_id
                        WHERE m.application_id = $1 AND m.decision = 'APPROVED' AND NOT EXISTS (
                          SELECT FROM learning.struck_mentor s
                          WHERE s.application_id = m.application_id AND s.person_id = m.person_id)
                        ORDER BY 2
                        """).execute(Tuple.of(id)).map(rows -> {
            List<Mentor> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Mentor(row.getString(0), row.getString(1))));
            return found;
        });
    }

    private static final String DOCUMENTS = """
            FROM portal.application_document
            WHERE application_id = $1 AND kind <> 'CRIMINAL_RECORD' AND removed_at IS NULL AND file_hash IS NOT NULL""";

    /// The names of the documents that go along; an extract of the criminal record has to be shown anew (9.11).
    static Future<List<String>> documents(SqlClient client, String id) {
        return client.preparedQuery("SELECT name " + DOCUMENTS + " ORDER BY name")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<String> found = new ArrayList<>();
                    rows.forEach(row -> found.add(row.getString(0)));
                    return found;
                });
    }

    static void takeDocuments(SqlConnection connection, String from, String to, String by, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.application_document
                          (id, application_id, person_id, kind, name, file_hash, dated_on, uploaded_at, uploaded_by)
                        SELECT gen_random_uuid()::text, $2, person_id, kind, name, file_hash, dated_on, $3, $4
                        """ + DOCUMENTS)
                .execute(Tuple.of(from, to, RenewalQueries.utc(now), by))
                .await();
    }
}
