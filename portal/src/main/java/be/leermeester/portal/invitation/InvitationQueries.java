package be.leermeester.portal.invitation;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Invitations, found by the hash of the code that only the invited person holds.
final class InvitationQueries {

    private static final String SELECT = """
            SELECT i.id, i.person_id, p.first_name || ' ' || p.last_name AS person_name, i.invited_by,
                   coalesce(b.first_name || ' ' || b.last_name, i.invited_by) AS inviter, i.reason,
                   i.created_at, i.expires_at, i.accepted_at, i.declined_at, i.role, i.scope
              FROM kernel.invitation i JOIN kernel.person p ON p.id = i.person_id
              LEFT JOIN kernel.person b ON b.id = i.invited_by
             WHERE i.code_hash = $1
            """;

    /// Who can be invited; `email` is null where none is known.
    record Invitee(String id, String name, @Nullable String email, String language, boolean hasAccount) {}

    private InvitationQueries() {}

    /// @param partnerships null for an administrator, who may invite anybody; else only mentors named on a dossier of
    ///     one of these (all mentors where `""` is among them)
    static Future<@Nullable Invitee> invitee(SqlClient db, String personId, @Nullable List<String> partnerships) {
        return db.preparedQuery("""
                        SELECT id, first_name || ' ' || last_name AS name, email, language,
                               EXISTS (SELECT FROM kernel.sign_in_identity WHERE person_id = p.id) AS has_account
                          FROM kernel.person p
                         WHERE id = $1 AND ($2::text[] IS NULL OR EXISTS (
                               SELECT FROM learning.mentor_application m
                                WHERE m.person_id = p.id AND (m.partnership_code = ANY ($2) OR '' = ANY ($2))))
                        """)
                .execute(Tuple.of(personId)
                        .addArrayOfString(partnerships == null ? null : partnerships.toArray(String[]::new)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    Row row = rows.iterator().next();
                    return new Invitee(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("language"),
                            row.getBoolean("has_account"));
                });
    }

    static Future<RowSet<Row>> changeEmail(SqlConnection connection, String personId, String email) {
        return connection
                .preparedQuery("UPDATE kernel.person SET email = $2 WHERE id = $1")
                .execute(Tuple.of(personId, email));
    }

    /// The codes sent before do not work any more: the newest mail is the one to use.
    static Future<RowSet<Row>> endOpen(SqlConnection connection, String personId, Instant now) {
        return connection.preparedQuery("""
                        UPDATE kernel.invitation SET expires_at = $2
                         WHERE person_id = $1 AND accepted_at IS NULL AND declined_at IS NULL AND expires_at > $2
                        """).execute(Tuple.of(personId, now.atOffset(ZoneOffset.UTC)));
    }

    static Future<RowSet<Row>> insert(SqlConnection connection, Invitation invitation, byte[] codeHash) {
        Grant grant = invitation.grant();
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.invitation
                          (id, code_hash, person_id, invited_by, reason, created_at, expires_at, role, scope)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """)
                .execute(Tuple.of(
                                invitation.id(),
                                Buffer.buffer(codeHash),
                                invitation.personId(),
                                invitation.invitedBy(),
                                invitation.reason())
                        .addOffsetDateTime(invitation.createdAt().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(invitation.expiresAt().atOffset(ZoneOffset.UTC))
                        .addString(grant == null ? null : grant.role().name())
                        .addString(grant == null ? null : grant.scope()));
    }

    static Future<@Nullable Invitation> find(SqlClient db, byte[] codeHash) {
        return db.preparedQuery(SELECT)
                .execute(Tuple.of(Buffer.buffer(codeHash)))
                .map(InvitationQueries::first);
    }

    /// Locks it: the second of two tabs sees what the first did.
    static Future<@Nullable Invitation> lock(SqlConnection connection, byte[] codeHash) {
        return connection
                .preparedQuery(SELECT + " FOR UPDATE OF i")
                .execute(Tuple.of(Buffer.buffer(codeHash)))
                .map(InvitationQueries::first);
    }

    static Future<RowSet<Row>> accept(SqlConnection connection, String id, Instant now) {
        return connection
                .preparedQuery("UPDATE kernel.invitation SET accepted_at = $2 WHERE id = $1")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)));
    }

    static Future<RowSet<Row>> decline(SqlConnection connection, String id, Instant now, String as) {
        return connection
                .preparedQuery("UPDATE kernel.invitation SET declined_at = $2, declined_as = $3 WHERE id = $1")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), as));
    }

    private static @Nullable Invitation first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return null;
        }
        Row row = rows.iterator().next();
        return new Invitation(
                row.getString("id"),
                row.getString("person_id"),
                row.getString("person_name"),
                row.getString("invited_by"),
                row.getString("inviter"),
                row.getString("reason"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                moment(row, "accepted_at"),
                moment(row, "declined_at"),
                grant(row));
    }

    private static @Nullable Grant grant(Row row) {
        String role = row.getString("role");
        return role == null ? null : new Grant(Role.valueOf(role), row.getString("scope"));
    }

    /// Gives a role; false where the person held it already.
    static Future<Boolean> give(SqlConnection connection, String personId, Grant grant) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.person_role (person_id, role, scope) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
                        """)
                .execute(Tuple.of(personId, grant.role().name(), grant.scope()))
                .map(rows -> rows.rowCount() == 1);
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
