package be.leermeester.portal.lapse;

import be.leermeester.learning.deadline.Lapses;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads recognitions as lapses find them.
final class LapseQueries {

    private LapseQueries() {}

    /// What passed on this day or before, and is not the arrears of an import (domain.md 9.13), is the job's: that lies
    /// after the answer. A job that never ran begins with its day.
    static Future<LocalDate> doneBefore(SqlClient client, LocalDate day) {
        return client.preparedQuery("""
                        SELECT least($1::date - 1, greatest(
                          (SELECT max((coalesce(ended_at, started_at) AT TIME ZONE 'Europe/Brussels')::date)
                             FROM portal.import_run WHERE state = 'DONE' AND NOT dry_run),
                          (SELECT min(business_date) - 1 FROM kernel.job_run WHERE job = $2 AND ended_at IS NOT NULL)))
                        """)
                .execute(Tuple.of(day, LapseJob.NAME))
                .map(rows -> rows.iterator().next().getLocalDate(0));
    }

    /// The recognitions on which a person is a valid mentor.
    static Future<List<String>> ofMentor(SqlClient client, String personId) {
        return client.preparedQuery("""
                        SELECT m.application_id FROM learning.mentor_application m
                          JOIN portal.application a ON a.id = m.application_id
                         WHERE m.person_id = $1 AND m.decision = 'APPROVED' AND a.status = 'APPROVED'
                           AND NOT EXISTS (SELECT FROM learning.struck_mentor s
                                            WHERE s.application_id = m.application_id AND s.person_id = m.person_id)
                         ORDER BY 1
                        """).execute(Tuple.of(personId)).map(LapseQueries::words);
    }

    /// The recognitions on which one of these persons is a valid mentor, and those kept until a day, among all of some
    /// partnerships or of one company.
    static Future<List<String>> concerned(
            SqlClient client, Collection<String> persons, LocalDate keptUntil, Reach reach) {
        return client.preparedQuery("""
                        SELECT a.id FROM portal.application a
                          JOIN portal.establishment e USING (establishment_number)
                         WHERE a.status = 'APPROVED'
                           AND ($3::text[] IS NULL OR a.partnership_code = ANY ($3))
                           AND ($4::text IS NULL OR e.enterprise_number = $4)
                           AND a.id = ANY (ARRAY(
                             SELECT application_id FROM learning.mentor_application
                              WHERE person_id = ANY ($1) AND decision = 'APPROVED'
                             UNION SELECT application_id FROM portal.kept_recognition
                              WHERE ended_at IS NULL AND revoke_on <= $2))
                         ORDER BY 1
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(persons.toArray(String[]::new))
                        .addLocalDate(keptUntil)
                        .addArrayOfString(reach.codes())
                        .addString(reach.enterprise()))
                .map(LapseQueries::words);
    }

    /// The deadlines of a company's mentors that pass after one day, up to and with another.
    static Future<List<Lapses.Due>> dueAt(SqlClient client, String enterprise, LocalDate after, LocalDate until) {
        return client.preparedQuery("""
                        SELECT person_id, partnership_code, lapses_on FROM learning.obligation
                         WHERE lapses_on > $2 AND lapses_on <= $3 AND person_id IN (
                           SELECT m.person_id FROM portal.establishment e
                             JOIN portal.application a USING (establishment_number)
                             JOIN learning.mentor_application m ON m.application_id = a.id
                            WHERE e.enterprise_number = $1 AND a.status = 'APPROVED' AND m.decision = 'APPROVED')
                         ORDER BY lapses_on, person_id, partnership_code
                        """)
                .execute(Tuple.of(enterprise, after, until))
                .map(rows -> {
                    List<Lapses.Due> found = new ArrayList<>(rows.size());
                    rows.forEach(
                            row -> found.add(new Lapses.Due(row.getString(0), row.getString(1), row.getLocalDate(2))));
                    return found;
                });
    }

    /// Kept until this day or before.
    static Future<List<String>> keptUntil(SqlClient client, LocalDate day) {
        return client.preparedQuery("SELECT application_id FROM portal.kept_recognition"
                        + " WHERE ended_at IS NULL AND revoke_on <= $1 ORDER BY revoke_on, application_id")
                .execute(Tuple.of(day))
                .map(LapseQueries::words);
    }

    /// Holds the dossiers until the transaction ends, in an order that all keep.
    static Future<List<String>> lock(SqlConnection connection, Collection<String> ids) {
        return connection
                .preparedQuery(
                        "SELECT id FROM portal.application WHERE id = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE")
                .execute(array(ids))
                .map(LapseQueries::words);
    }

    /// Holds the person: of two who do the same mentor the second one waits, and finds it done.
    static Future<Boolean> lockPerson(SqlConnection connection, String personId) {
        return connection
                .preparedQuery("SELECT FROM kernel.person WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(personId))
                .map(rows -> rows.size() == 1);
    }

    /// Those of the dossiers that are recognitions, with what runs at their place on or after a day.
    static Future<List<Recognised>> recognitions(SqlClient client, Collection<String> ids, LocalDate day) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return agreements(client, ids, day)
                .compose(agreements ->
                        client.preparedQuery("""
                                SELECT a.id, e.enterprise_number, a.partnership_code, a.valid_until, k.revoke_on,
                                       ARRAY(SELECT m.person_id FROM learning.mentor_application m
                                              WHERE m.application_id = a.id AND m.decision = 'APPROVED' AND NOT EXISTS (
                                                SELECT FROM learning.struck_mentor s WHERE s.application_id = a.id
                                                                                       AND s.person_id = m.person_id))
                                         AS mentors
                                  FROM portal.application a
                                  JOIN portal.establishment e USING (establishment_number)
                                  LEFT JOIN portal.kept_recognition k ON k.application_id = a.id AND k.ended_at IS NULL
                                 WHERE a.id = ANY ($1::text[]) AND a.status = 'APPROVED' ORDER BY a.id
                                """).execute(array(ids)).map(rows -> recognitions(rows, agreements)));
    }

    private static List<Recognised> recognitions(RowSet<Row> rows, Map<String, List<Recognised.Agreement>> agreements) {
        List<Recognised> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new Recognised(
                    row.getString("id"),
                    row.getString("enterprise_number"),
                    row.getString("partnership_code"),
                    row.getLocalDate("valid_until"),
                    Set.of(row.getArrayOfStrings("mentors")),
                    agreements.getOrDefault(row.getString("id"), List.of()),
                    row.getLocalDate("revoke_on")));
        }
        return found;
    }

    private static Future<Map<String, List<Recognised.Agreement>>> agreements(
            SqlClient client, Collection<String> ids, LocalDate day) {
        return client.preparedQuery("""
                        SELECT a.id, g.starts_on, g.provider_code, last.day
                          FROM portal.application a
                          JOIN portal.application x ON x.establishment_number = a.establishment_number
                                                   AND x.programme_code = a.programme_code
                          JOIN portal.agreement g ON g.application_id = x.id
                          CROSS JOIN LATERAL (SELECT least(coalesce(g.ended_on, g.ends_on),
                            (g.cancelled_at AT TIME ZONE 'Europe/Brussels')::date - 1) AS day) last
                         WHERE a.id = ANY ($1::text[]) AND last.day >= $2
                         ORDER BY a.id, g.id
                        """).execute(array(ids).addLocalDate(day)).map(rows -> {
            Map<String, List<Recognised.Agreement>> found = new HashMap<>();
            for (Row row : rows) {
                found.computeIfAbsent(row.getString("id"), _ -> new ArrayList<>())
                        .add(new Recognised.Agreement(
                                row.getLocalDate("starts_on"),
                                row.getLocalDate("day"),
                                row.getString("provider_code")));
            }
            return found;
        });
    }

    private static Tuple array(Collection<String> ids) {
        return Tuple.tuple().addArrayOfString(ids.toArray(String[]::new));
    }

    private static List<String> words(RowSet<Row> rows) {
        List<String> words = new ArrayList<>(rows.size());
        rows.forEach(row -> words.add(row.getString(0)));
        return words;
    }
}
