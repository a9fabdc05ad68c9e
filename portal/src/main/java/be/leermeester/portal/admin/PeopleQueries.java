package be.leermeester.portal.admin;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People as the administrator sees them. Never their national numbers.
final class PeopleQueries {

    static final int SIZE = 50;

    record Line(String id, String name, @Nullable String email, List<Grant> grants, boolean hasAccount) {}

    record Found(List<Line> people, long total) {}

    record Account(String issuer, String subject, Instant linkedAt) {}

    /// @param state OPEN, ACCEPTED, DECLINED or EXPIRED
    record Invited(Instant createdAt, String inviter, String reason, Instant expiresAt, String state) {}

    private static final String LINE = """
            p.id, p.first_name || ' ' || p.last_name AS name, p.email,
            coalesce((SELECT jsonb_agg(jsonb_build_array(role, scope) ORDER BY role, scope)
                        FROM kernel.person_role r WHERE r.person_id = p.id), '[]')
            || CASE WHEN EXISTS (SELECT FROM learning.mentor_application m WHERE m.person_id = p.id)
                     AND NOT EXISTS (SELECT FROM kernel.person_role r WHERE r.person_id = p.id AND r.role = 'MENTOR')
                    THEN '[["MENTOR", ""]]'::jsonb ELSE '[]' END AS grants,
            EXISTS (SELECT FROM kernel.sign_in_identity s WHERE s.person_id = p.id) AS has_account
            """;

    private PeopleQueries() {}

    /// @param words part of a name, or a whole id; `""` for everybody
    /// @param role null for any
    static Future<Found> search(SqlClient db, String words, @Nullable Role role, int page) {
        return db.preparedQuery("""
                        WITH found AS (
                            SELECT id, last_name, first_name, email FROM kernel.person p
                             WHERE ($1 = '' OR id = $1 OR first_name || ' ' || last_name ILIKE '%%' || $2 || '%%')
                               AND ($3::text IS NULL OR EXISTS (
                                   SELECT FROM kernel.person_role r WHERE r.person_id = p.id AND r.role = $3)
                                OR $3 = 'MENTOR' AND EXISTS (
                                   SELECT FROM learning.mentor_application m WHERE m.person_id = p.id))),
                        p AS (SELECT * FROM found ORDER BY last_name, first_name, id LIMIT $4 OFFSET $5)
                        SELECT %s, (SELECT count(*) FROM found) AS total FROM p ORDER BY p.last_name, p.first_name, p.id
                        """.formatted(LINE))
                .execute(Tuple.of(words, words.replaceAll("([\\\\%_])", "\\\\$1"))
                        .addString(role == null ? null : role.name())
                        .addInteger(SIZE)
                        .addInteger((page - 1) * SIZE))
                .map(rows -> {
                    List<Line> people = new ArrayList<>();
                    long total = 0;
                    for (Row row : rows) {
                        people.add(line(row));
                        total = row.getLong("total");
                    }
                    return new Found(people, total);
                });
    }

    static Future<@Nullable Line> find(SqlClient db, String id) {
        return db.preparedQuery("SELECT %s FROM kernel.person p WHERE p.id = $1".formatted(LINE))
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : line(rows.iterator().next()));
    }

    static Future<List<Account>> accounts(SqlClient db, String personId) {
        return db.preparedQuery("""
                        SELECT issuer, subject, linked_at FROM kernel.sign_in_identity WHERE person_id = $1 ORDER BY linked_at
                        """).execute(Tuple.of(personId)).map(rows -> {
            List<Account> accounts = new ArrayList<>();
            for (Row row : rows) {
                accounts.add(new Account(
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getOffsetDateTime("linked_at").toInstant()));
            }
            return accounts;
        });
    }

    static Future<List<Invited>> invitations(SqlClient db, String personId, OffsetDateTime now) {
        return db.preparedQuery("""
                        SELECT i.created_at, coalesce(b.first_name || ' ' || b.last_name, i.invited_by) AS inviter, i.reason,
                               i.expires_at,
                               CASE WHEN accepted_at IS NOT NULL THEN 'ACCEPTED' WHEN declined_at IS NOT NULL THEN 'DECLINED'
                                    WHEN expires_at <= $2 THEN 'EXPIRED' ELSE 'OPEN' END AS state
                          FROM kernel.invitation i LEFT JOIN kernel.person b ON b.id = i.invited_by
                         WHERE i.person_id = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT 20
                        """).execute(Tuple.of(personId, now)).map(rows -> {
            List<Invited> invited = new ArrayList<>();
            for (Row row : rows) {
                invited.add(new Invited(
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getString("inviter"),
                        row.getString("reason"),
                        row.getOffsetDateTime("expires_at").toInstant(),
                        row.getString("state")));
            }
            return invited;
        });
    }

    private static Line line(Row row) {
        List<Grant> grants = new ArrayList<>();
        for (Object pair : (JsonArray) row.getJson("grants")) {
            JsonArray grant = (JsonArray) pair;
            grants.add(new Grant(Role.valueOf(grant.getString(0)), grant.getString(1)));
        }
        return new Line(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                grants,
                row.getBoolean("has_account"));
    }
}
