package be.leermeester.portal.lapse;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the things in a forecast are called, and who could take over.
final class NameQueries {

    /// Where a recognition is.
    record Place(String programme, String enterprise, String company, String municipality) {}

    /// Somebody of a company who has met the training of a partnership.
    record Colleague(String personId, String name) {}

    private NameQueries() {}

    static Future<Map<String, Place>> places(SqlClient client, Collection<String> dossiers) {
        return client.preparedQuery("""
                        SELECT a.id, p.name AS programme, c.enterprise_number, c.name AS company, e.municipality
                          FROM portal.application a
                          JOIN portal.programme p ON p.code = a.programme_code
                          JOIN portal.establishment e USING (establishment_number)
                          JOIN portal.company c USING (enterprise_number)
                         WHERE a.id = ANY ($1::text[])
                        """).execute(array(dossiers)).map(rows -> {
            Map<String, Place> places = new HashMap<>();
            rows.forEach(row -> places.put(
                    row.getString("id"),
                    new Place(
                            row.getString("programme"),
                            row.getString("enterprise_number"),
                            row.getString("company"),
                            row.getString("municipality"))));
            return places;
        });
    }

    static Future<Map<String, String>> persons(SqlClient client, Collection<String> ids) {
        return client.preparedQuery(
                        "SELECT id, first_name || ' ' || last_name FROM kernel.person WHERE id = ANY ($1::text[])")
                .execute(array(ids))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getString(0), row.getString(1)));
                    return names;
                });
    }

    /// Persons named at a company who have met a partnership's training and were not struck off for anything else, by
    /// enterprise number and partnership code with a space between (M11).
    static Future<Map<String, List<Colleague>>> trained(SqlClient client, Collection<String> enterprises) {
        return client.preparedQuery("""
                        SELECT DISTINCT e.enterprise_number || ' ' || o.partnership_code AS place, p.id,
                               p.first_name || ' ' || p.last_name AS name
                          FROM portal.establishment e
                          JOIN portal.application a USING (establishment_number)
                          JOIN learning.mentor_application m ON m.application_id = a.id
                          JOIN learning.obligation o USING (person_id)
                          JOIN kernel.person p ON p.id = m.person_id
                         WHERE e.enterprise_number = ANY ($1::text[]) AND m.decision <> 'REJECTED'
                           AND o.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT')
                           AND NOT EXISTS (SELECT FROM learning.struck_mentor s WHERE s.person_id = m.person_id
                                             AND s.application_id = m.application_id
                                             AND s.reason <> 'TRAINING_NOT_FOLLOWED')
                         ORDER BY 1, 3, 2
                        """).execute(array(enterprises)).map(rows -> {
            Map<String, List<Colleague>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getString("place"), _ -> new ArrayList<>())
                    .add(new Colleague(row.getString("id"), row.getString("name"))));
            return found;
        });
    }

    private static Tuple array(Collection<String> values) {
        return Tuple.tuple().addArrayOfString(values.toArray(String[]::new));
    }
}
