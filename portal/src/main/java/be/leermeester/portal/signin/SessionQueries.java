package be.leermeester.portal.signin;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sessions, and what their holders may be.
final class SessionQueries {

    /// The roles of a person: those given, and MENTOR for whoever is named on an application (domain.md 9.20).
    private static final String GRANTS = """
            coalesce((SELECT jsonb_agg(jsonb_build_array(role, scope)) FROM kernel.person_role WHERE person_id = p.id), '[]')
            || CASE WHEN EXISTS (SELECT FROM learning.mentor_application WHERE person_id = p.id)
                    THEN '[["MENTOR", ""]]'::jsonb ELSE '[]' END""";

    private SessionQueries() {}

    static Future<@Nullable Session> find(SqlClient db, byte[] idHash, Instant now) {
        return db.preparedQuery("""
                        SELECT s.person_id, s.name, s.active_role, s.active_scope, s.last_seen_at, s.issuer, s.subject,
                               p.first_name || ' ' || p.last_name AS person_name, %s AS grants
                          FROM kernel.session s LEFT JOIN kernel.person p ON p.id = s.person_id
                         WHERE s.id_hash = $1 AND s.expires_at > $2
                        """.formatted(GRANTS))
                .execute(Tuple.of(Buffer.buffer(idHash), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0 ? null : session(rows.iterator().next()));
    }

    static Future<@Nullable Identity> identityOf(SqlClient db, String issuer, String subject) {
        return db.preparedQuery("""
                        SELECT p.id AS person_id, p.first_name || ' ' || p.last_name AS person_name,
                               '' AS active_role, '' AS active_scope, %s AS grants
                          FROM kernel.sign_in_identity i JOIN kernel.person p ON p.id = i.person_id
                         WHERE i.issuer = $1 AND i.subject = $2
                        """.formatted(GRANTS))
                .execute(Tuple.of(issuer, subject))
                .map(rows -> rows.size() == 0 ? null : identity(rows.iterator().next()));
    }

    static Future<RowSet<Row>> insert(
            SqlConnection connection, byte[] idHash, NewSession session, Instant now, Instant expires) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.session (id_hash, person_id, issuer, subject, name, active_role, active_scope,
                                                    created_at, last_seen_at, expires_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
                        """)
                .execute(Tuple.of(
                                Buffer.buffer(idHash),
                                session.personId(),
                                session.issuer(),
                                session.subject(),
                                session.name())
                        .addString(
                                session.active() == null
                                        ? ""
                                        : session.active().role().name())
                        .addString(
                                session.active() == null ? "" : session.active().scope())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(expires.atOffset(ZoneOffset.UTC)));
    }

    static Future<RowSet<Row>> activate(SqlConnection connection, byte[] idHash, Grant grant) {
        return connection
                .preparedQuery("UPDATE kernel.session SET active_role = $2, active_scope = $3 WHERE id_hash = $1")
                .execute(Tuple.of(Buffer.buffer(idHash), grant.role().name(), grant.scope()));
    }

    static Future<RowSet<Row>> touch(SqlClient db, byte[] idHash, Instant now, Instant expires) {
        return db.preparedQuery("""
                        UPDATE kernel.session SET last_seen_at = $2, expires_at = least($3, created_at + interval '12 hours')
                         WHERE id_hash = $1
                        """)
                .execute(Tuple.of(
                        Buffer.buffer(idHash), now.atOffset(ZoneOffset.UTC), expires.atOffset(ZoneOffset.UTC)));
    }

    static Future<RowSet<Row>> delete(SqlConnection connection, byte[] idHash) {
        return connection
                .preparedQuery("DELETE FROM kernel.session WHERE id_hash = $1")
                .execute(Tuple.of(Buffer.buffer(idHash)));
    }

    static Future<RowSet<Row>> deleteExpired(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery("DELETE FROM kernel.session WHERE expires_at <= $1")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)));
    }

    /// The sessions that an account has open are the person's from now on.
    static Future<RowSet<Row>> become(SqlConnection connection, Accounts.Account account, String personId) {
        return connection
                .preparedQuery("UPDATE kernel.session SET person_id = $3 WHERE issuer = $1 AND subject = $2")
                .execute(Tuple.of(account.issuer(), account.subject(), personId));
    }

    static Future<RowSet<Row>> deleteOf(SqlConnection connection, Accounts.Account account) {
        return connection
                .preparedQuery("DELETE FROM kernel.session WHERE issuer = $1 AND subject = $2")
                .execute(Tuple.of(account.issuer(), account.subject()));
    }

    /// Tells every server to forget what it remembers of a session.
    static Future<RowSet<Row>> announce(SqlConnection connection, String key) {
        return connection.preparedQuery("SELECT pg_notify($1, $2)").execute(Tuple.of(Sessions.CHANNEL, key));
    }

    private static Session session(Row row) {
        return new Session(
                row.getString("person_id") == null
                        ? new Identity("", row.getString("name"), List.of(), null)
                        : identity(row),
                row.getString("issuer"),
                row.getString("subject"),
                row.getOffsetDateTime("last_seen_at").toInstant());
    }

    private static Identity identity(Row row) {
        List<Grant> grants = new ArrayList<>();
        for (Object pair : (JsonArray) row.getJson("grants")) {
            JsonArray grant = (JsonArray) pair;
            grants.add(new Grant(Role.valueOf(grant.getString(0)), grant.getString(1)));
        }
        grants.sort(Comparator.comparing(Grant::role).thenComparing(Grant::scope));
        List<Grant> distinct = grants.stream().distinct().toList();
        Grant active = distinct.stream()
                .filter(grant -> grant.role().name().equals(row.getString("active_role"))
                        && grant.scope().equals(row.getString("active_scope")))
                .findFirst()
                .orElse(distinct.isEmpty() ? null : distinct.getFirst());
        return new Identity(row.getString("person_id"), row.getString("person_name"), distinct, active);
    }

    /// A session to begin; `personId` and `active` are null while the sign-in is not linked to a person.
    record NewSession(
            @Nullable String personId,
            String issuer,
            String subject,
            String name,
            @Nullable Grant active) {}
}
