package be.leermeester.portal.evidence;

import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads evidence, for whoever may see it: the callers say which.
final class EvidenceQueries {

    private EvidenceQueries() {}

    private static final String RULE = """
            LEFT JOIN LATERAL (
              SELECT minimum_hours, maximum_age_years, source FROM learning.acceptance_rule r
              WHERE r.partnership_code = p.code AND r.valid_from <= %1$s AND (r.valid_to IS NULL OR r.valid_to >= %1$s)
              ORDER BY valid_from DESC LIMIT 1) r ON true
            """;

    private static final String SELECT =
            """
            SELECT e.*, w.first_name, w.last_name, p.name, f.media_type,
                   o.due_on, o.first_approved_on, r.minimum_hours, r.maximum_age_years, r.source,
                   (SELECT coalesce(json_agg(s ORDER BY s.seq), '[]') FROM (
                      SELECT s.seq, s.at, coalesce(k.first_name || ' ' || k.last_name, '') AS who, s.state, s.refusal,
                             s.motivation, s.themes, s.warnings
                      FROM portal.evidence_step s LEFT JOIN kernel.person k ON k.id = s.actor
                      WHERE s.evidence_id = e.id) s) AS steps,
                   (SELECT coalesce(json_agg(l ORDER BY l.first_at), '[]') FROM (
                      SELECT k.first_name || ' ' || k.last_name AS who, l.first_at, l.last_at
                      FROM portal.evidence_look l JOIN kernel.person k ON k.id = l.person_id
                      WHERE l.evidence_id = e.id) l) AS looks
            FROM learning.evidence e
            JOIN kernel.person w ON w.id = e.person_id
            JOIN portal.partnership p ON p.code = e.partnership_code
            LEFT JOIN kernel.file f ON f.hash = e.file_hash
            LEFT JOIN learning.obligation o ON o.person_id = e.person_id AND o.partnership_code = e.partnership_code
            """ + RULE.formatted("(coalesce(e.decided_at, now()) AT TIME ZONE 'Europe/Brussels')::date");

    /// @param where `learning.evidence` is `e`
    static Future<List<Evidence>> list(SqlClient client, Where where, String order, int limit, int offset) {
        return client.preparedQuery(SELECT + "WHERE " + where.sql() + " ORDER BY " + order + " LIMIT " + limit
                        + " OFFSET " + offset)
                .execute(where.tuple())
                .map(rows -> all(rows, EvidenceQueries::evidence));
    }

    static Future<@Nullable Evidence> one(SqlClient client, String id) {
        return list(client, new Where().and("e.id = ?", id), "e.id", 1, 0)
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    /// All that was ever handed in for one person, the last first.
    static Future<List<Evidence>> ofPerson(SqlClient client, String personId) {
        return list(client, new Where().and("e.person_id = ?", personId), "e.handed_in_at DESC, e.id", 200, 0);
    }

    private static Evidence evidence(Row row) {
        return new Evidence(
                row.getString("id"),
                new Evidence.Person(
                        row.getString("person_id"), row.getString("first_name"), row.getString("last_name")),
                Statement.Kind.valueOf(row.getString("kind")),
                row.getString("exemption_ground"),
                row.getString("provider"),
                row.getString("course"),
                row.getLocalDate("followed_from"),
                row.getLocalDate("followed_to"),
                row.getBigDecimal("hours"),
                row.getString("remark"),
                row.getString("file_hash"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getOffsetDateTime("handed_in_at"),
                row.getString("handed_in_by"),
                row.getString("state"),
                row.getString("refusal"),
                row.getString("motivation"),
                row.getOffsetDateTime("decided_at"),
                duty(row, row.getString("partnership_code"), false),
                all(row.getJsonArray("steps"), EvidenceQueries::step),
                all(row.getJsonArray("looks"), EvidenceQueries::look));
    }

    private static Duty duty(Row row, String partnership, boolean waits) {
        return new Duty(
                partnership,
                row.getString("name"),
                row.getLocalDate("due_on"),
                row.getLocalDate("first_approved_on"),
                row.getBigDecimal("minimum_hours"),
                row.getInteger("maximum_age_years"),
                row.getString("source"),
                waits);
    }

    private static Evidence.Step step(JsonObject row) {
        return new Evidence.Step(
                row.getInteger("seq"),
                moment(row, "at"),
                row.getString("who"),
                row.getString("state"),
                row.getString("refusal"),
                row.getString("motivation"),
                words(row.getJsonArray("themes")),
                words(row.getJsonArray("warnings")));
    }

    private static Evidence.Look look(JsonObject row) {
        return new Evidence.Look(row.getString("who"), moment(row, "first_at"), moment(row, "last_at"));
    }

    private static Instant moment(JsonObject row, String name) {
        return OffsetDateTime.parse(row.getString(name)).toInstant();
    }

    private static List<String> words(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }

    private static final String DUTIES = """
            SELECT o.partnership_code, p.name, o.due_on, o.first_approved_on, r.minimum_hours, r.maximum_age_years, r.source,
                   EXISTS (SELECT FROM learning.evidence e WHERE e.person_id = o.person_id
                     AND e.partnership_code = o.partnership_code AND e.state IN ('WAITING', 'COPY_ASKED')) AS waits
            FROM learning.obligation o JOIN portal.partnership p ON p.code = o.partnership_code
            """ + RULE.formatted("$2::date") + """
            WHERE o.person_id = $1 AND o.status IN ('TO_FOLLOW', 'NOT_FOLLOWED')
            ORDER BY o.due_on NULLS LAST, p.name
            """;

    /// What a person still has to meet, the first deadline first.
    static Future<List<Duty>> duties(SqlClient client, String personId, LocalDate today) {
        return client.preparedQuery(DUTIES)
                .execute(Tuple.of(personId, today))
                .map(rows -> all(rows, row -> duty(row, row.getString("partnership_code"), row.getBoolean("waits"))));
    }

    static Future<Evidence.@Nullable Person> person(SqlClient client, String id) {
        return client.preparedQuery("SELECT first_name, last_name FROM kernel.person WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Evidence.Person(id, row.getString(0), row.getString(1));
                    }
                    return null;
                });
    }

    /// A company that named the person, and for which partnership.
    record Named(String enterprise, String partnership) {}

    /// @param partnership null for all of them
    static Future<List<Named>> named(SqlClient client, String personId, @Nullable String partnership) {
        return client.preparedQuery("""
                        SELECT DISTINCT e.enterprise_number, m.partnership_code
                        FROM learning.mentor_application m
                        JOIN portal.application a ON a.id = m.application_id
                        JOIN portal.establishment e USING (establishment_number)
                        WHERE m.person_id = $1 AND ($2::text IS NULL OR m.partnership_code = $2)
                        ORDER BY 1, 2
                        """)
                .execute(Tuple.of(personId).addString(partnership))
                .map(rows -> all(rows, row -> new Named(row.getString(0), row.getString(1))));
    }

    /// A mentor for whom a company or school can hand in.
    record Candidate(
            String id,
            String name,
            String partnership,
            @Nullable LocalDate dueOn) {}

    /// @param where `learning.obligation` is `o`
    static Future<List<Candidate>> candidates(SqlClient client, Where where) {
        return client.preparedQuery(
                        """
                        SELECT o.person_id, w.first_name || ' ' || w.last_name, p.name, o.due_on
                        FROM learning.obligation o JOIN kernel.person w ON w.id = o.person_id
                        JOIN portal.partnership p ON p.code = o.partnership_code
                        WHERE o.status IN ('TO_FOLLOW', 'NOT_FOLLOWED')
                        """ + " AND " + where.sql() + " ORDER BY o.due_on NULLS LAST, w.last_name LIMIT 200")
                .execute(where.tuple())
                .map(rows -> all(
                        rows,
                        row -> new Candidate(
                                row.getString(0), row.getString(1), row.getString(2), row.getLocalDate(3))));
    }

    /// Notes that somebody of the partnership looked (P3).
    static Future<Integer> looked(SqlConnection connection, String id, String handler, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.evidence_look (evidence_id, person_id, first_at, last_at) VALUES ($1, $2, $3, $3)
                        ON CONFLICT (evidence_id, person_id) DO UPDATE SET last_at = excluded.last_at
                        """)
                .execute(Tuple.of(id, handler, now.atOffset(java.time.ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    static <T> List<T> all(RowSet<Row> rows, java.util.function.Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false).map(reader).toList();
    }

    private static <T> List<T> all(JsonArray rows, java.util.function.Function<JsonObject, T> reader) {
        List<T> read = new ArrayList<>();
        rows.forEach(row -> read.add(reader.apply((JsonObject) row)));
        return read;
    }
}
