package be.leermeester.portal.colleague;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// People with the role COMPANY for one enterprise number, and those invited to it.
final class ColleagueQueries {

    private ColleagueQueries() {}

    record Colleague(String id, String name, @Nullable String email) {}

    static Future<List<Colleague>> colleagues(SqlClient client, String enterprise) {
        return list(client, """
                SELECT p.id, p.first_name || ' ' || p.last_name AS name, p.email
                FROM kernel.person_role r JOIN kernel.person p ON p.id = r.person_id
                WHERE r.role = 'COMPANY' AND r.scope = $1 ORDER BY p.last_name, p.first_name, p.id LIMIT 500
                """, Tuple.of(enterprise), ColleagueQueries::colleague);
    }

    static Future<@Nullable Colleague> colleague(SqlClient client, String enterprise, String personId) {
        return list(client, """
                SELECT p.id, p.first_name || ' ' || p.last_name AS name, p.email
                FROM kernel.person_role r JOIN kernel.person p ON p.id = r.person_id
                WHERE r.role = 'COMPANY' AND r.scope = $1 AND r.person_id = $2
                """, Tuple.of(enterprise, personId), ColleagueQueries::colleague)
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    private static Colleague colleague(Row row) {
        return new Colleague(row.getString("id"), row.getString("name"), row.getString("email"));
    }

    /// @param until the last whole day on which it can be accepted
    record Invited(String id, String name, String email, String inviter, LocalDate until) {}

    /// Invitations that wait for an answer.
    static Future<List<Invited>> invited(SqlClient client, String enterprise, Instant now) {
        return list(
                client,
                """
                SELECT i.id, p.first_name || ' ' || p.last_name AS name, coalesce(p.email, '') AS email,
                       coalesce(b.first_name || ' ' || b.last_name, '') AS inviter,
                       (i.expires_at AT TIME ZONE 'Europe/Brussels')::date - 1 AS until
                FROM kernel.invitation i JOIN kernel.person p ON p.id = i.person_id
                LEFT JOIN kernel.person b ON b.id = i.invited_by
                WHERE i.role = 'COMPANY' AND i.scope = $1 AND i.accepted_at IS NULL AND i.declined_at IS NULL
                  AND i.expires_at > $2
                ORDER BY i.created_at, i.id LIMIT 100
                """,
                Tuple.of(enterprise, now.atOffset(ZoneOffset.UTC)),
                row -> new Invited(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("inviter"),
                        row.getLocalDate("until")));
    }

    static Future<@Nullable String> company(SqlClient client, String enterprise) {
        return client.preparedQuery("SELECT name FROM portal.company WHERE enterprise_number = $1")
                .execute(Tuple.of(enterprise))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("name"));
    }

    /// The person that an open invitation of this company was for, by address; null where there is none. Nobody is
    /// looked up among all people: an address makes nobody a person (domain.md 9.20).
    static Future<@Nullable String> invitedAt(SqlConnection connection, String enterprise, String email, Instant now) {
        return connection
                .preparedQuery("""
                        SELECT i.person_id FROM kernel.invitation i JOIN kernel.person p ON p.id = i.person_id
                        WHERE i.role = 'COMPANY' AND i.scope = $1 AND lower(p.email) = lower($2)
                          AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.expires_at > $3
                        ORDER BY i.created_at DESC LIMIT 1
                        """)
                .execute(Tuple.of(enterprise, email, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("person_id"));
    }

    static Future<RowSet<Row>> insertPerson(SqlConnection connection, String id, ColleaguePages.Typed typed) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.person (id, first_name, last_name, email, language) VALUES ($1, $2, $3, $4, $5)
                        """)
                .execute(Tuple.of(id, typed.firstName(), typed.lastName(), typed.email(), typed.language()));
    }

    /// Locks the company's people, so that two of them cannot end each other's access at the same time.
    ///
    /// @return how many they are
    static Future<Integer> lock(SqlConnection connection, String enterprise) {
        return connection
                .preparedQuery(
                        "SELECT person_id FROM kernel.person_role WHERE role = 'COMPANY' AND scope = $1 FOR UPDATE")
                .execute(Tuple.of(enterprise))
                .map(RowSet::size);
    }

    /// False where the person had no access.
    static Future<Boolean> end(SqlConnection connection, String enterprise, String personId) {
        return connection
                .preparedQuery(
                        "DELETE FROM kernel.person_role WHERE role = 'COMPANY' AND scope = $1 AND person_id = $2")
                .execute(Tuple.of(enterprise, personId))
                .map(rows -> rows.rowCount() == 1);
    }

    /// The link in the mail stops working; null where there is no such open invitation, else for whom it was.
    static Future<@Nullable String> withdraw(SqlConnection connection, String enterprise, String id, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE kernel.invitation SET expires_at = $3
                        WHERE id = $2 AND role = 'COMPANY' AND scope = $1 AND accepted_at IS NULL AND declined_at IS NULL
                          AND expires_at > $3
                        RETURNING person_id
                        """)
                .execute(Tuple.of(enterprise, id, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("person_id"));
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> reading) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            List<T> found = new ArrayList<>();
            rows.forEach(row -> found.add(reading.apply(row)));
            return List.copyOf(found);
        });
    }
}
