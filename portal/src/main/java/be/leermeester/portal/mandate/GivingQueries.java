package be.leermeester.portal.mandate;

import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Mandates as they are given, limited and revoked, and what there is to choose from.
final class GivingQueries {

    private static final int FOUND = 30;

    private GivingQueries() {}

    /// Schools and partnerships with a word in their name.
    record Found(String code, String name, String place, boolean school) {}

    static Future<List<Found>> holders(SqlClient client, String words) {
        String sql = """
                SELECT code, name, municipality AS place, true AS school FROM portal.training_provider
                WHERE name ILIKE $1 OR municipality ILIKE $1
                UNION ALL
                SELECT code, name, organisation, false FROM portal.partnership WHERE name ILIKE $1 OR organisation ILIKE $1
                ORDER BY name LIMIT $2
                """;
        return list(
                client,
                sql,
                Tuple.of(Where.containing(words), FOUND),
                row -> new Found(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("place"),
                        row.getBoolean("school")));
    }

    /// The holder by kind and code; null where there is none.
    static Future<Mandate.@Nullable Holder> holder(SqlClient client, String kind, String code) {
        String table = kind.equals(Mandate.Holder.SCHOOL) ? "training_provider" : "partnership";
        return client.preparedQuery("SELECT name FROM portal." + table + " WHERE code = $1")
                .execute(Tuple.of(code))
                .map(rows -> rows.size() == 0
                        ? null
                        : new Mandate.Holder(kind, code, rows.iterator().next().getString("name")));
    }

    static Future<Mandate.@Nullable Company> company(SqlClient client, String enterprise) {
        return client.preparedQuery("SELECT name FROM portal.company WHERE enterprise_number = $1")
                .execute(Tuple.of(enterprise))
                .map(rows -> rows.size() == 0
                        ? null
                        : new Mandate.Company(enterprise, rows.iterator().next().getString("name")));
    }

    static Future<List<Mandate.Named>> establishments(SqlClient client, String enterprise) {
        return named(client, """
                SELECT establishment_number AS code, concat_ws(', ', nullif(name, ''),
                         nullif(concat_ws(' ', street, house_number), ''), nullif(municipality, '')) AS name
                FROM portal.establishment WHERE enterprise_number = $1 AND ceased_on IS NULL
                ORDER BY municipality, establishment_number LIMIT 200
                """, Tuple.of(enterprise));
    }

    /// The programmes for which the company ever asked a recognition.
    static Future<List<Mandate.Named>> ownProgrammes(SqlClient client, String enterprise) {
        return named(client, """
                SELECT DISTINCT p.code, p.name FROM portal.establishment es
                JOIN portal.application a USING (establishment_number)
                JOIN portal.programme p ON p.code = a.programme_code
                WHERE es.enterprise_number = $1 ORDER BY p.name, p.code LIMIT 100
                """, Tuple.of(enterprise));
    }

    static Future<List<Mandate.Named>> programmes(SqlClient client) {
        return named(client, "SELECT code, name FROM portal.programme ORDER BY name, code", Tuple.tuple());
    }

    private static Future<List<Mandate.Named>> named(SqlClient client, String sql, Tuple values) {
        return list(client, sql, values, row -> new Mandate.Named(row.getString("code"), row.getString("name")));
    }

    /// Until the end of the transaction nobody else changes this company's mandates.
    static Future<RowSet<Row>> lock(SqlConnection connection, String enterprise) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("mandates:" + enterprise));
    }

    static Future<RowSet<Row>> insert(SqlConnection connection, String id, Terms terms, String by, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.mandate (id, enterprise_number, kind, holder, starts_on, ends_on,
                          establishments, programmes, acts, given_by, given_at, file_hash, file_name)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                        """)
                .execute(Tuple.of(id, terms.enterprise(), terms.holder().kind())
                        .addString(terms.holder().code())
                        .addLocalDate(terms.startsOn())
                        .addLocalDate(terms.endsOn())
                        .addArrayOfString(terms.establishments().toArray(String[]::new))
                        .addArrayOfString(terms.programmes().toArray(String[]::new))
                        .addArrayOfString(terms.acts().toArray(String[]::new))
                        .addString(by)
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addString(terms.paper() == null ? null : terms.paper().hash())
                        .addString(terms.paper() == null ? null : terms.paper().name()));
    }

    /// The same mandate given a moment ago: a form that was sent twice. Null where there is none.
    static Future<@Nullable String> twin(SqlConnection connection, Terms terms) {
        return connection
                .preparedQuery("""
                        SELECT id FROM portal.mandate
                        WHERE enterprise_number = $1 AND kind = $2 AND holder = $3 AND starts_on = $4
                          AND ends_on IS NOT DISTINCT FROM $5 AND revoked_at IS NULL
                          AND establishments = $6 AND programmes = $7 AND acts = $8
                        """)
                .execute(Tuple.of(
                                terms.enterprise(),
                                terms.holder().kind(),
                                terms.holder().code())
                        .addLocalDate(terms.startsOn())
                        .addLocalDate(terms.endsOn())
                        .addArrayOfString(terms.establishments().toArray(String[]::new))
                        .addArrayOfString(terms.programmes().toArray(String[]::new))
                        .addArrayOfString(terms.acts().toArray(String[]::new)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("id"));
    }

    static Future<RowSet<Row>> limit(SqlConnection connection, String id, Terms terms) {
        return connection
                .preparedQuery("""
                        UPDATE portal.mandate SET ends_on = $2, establishments = $3, programmes = $4, acts = $5 WHERE id = $1
                        """)
                .execute(Tuple.of(id)
                        .addLocalDate(terms.endsOn())
                        .addArrayOfString(terms.establishments().toArray(String[]::new))
                        .addArrayOfString(terms.programmes().toArray(String[]::new))
                        .addArrayOfString(terms.acts().toArray(String[]::new)));
    }

    /// False where it was revoked already.
    static Future<Boolean> revoke(SqlConnection connection, String id, String by, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE portal.mandate SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL
                        """)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), by))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<RowSet<Row>> keepFile(
            SqlConnection connection, String hash, long size, String mediaType, Instant now) {
        return connection.preparedQuery("""
                        INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT DO NOTHING
                        """).execute(Tuple.of(hash, size, mediaType, now.atOffset(ZoneOffset.UTC)));
    }

    static Future<String> mediaType(SqlClient client, String hash) {
        return client.preparedQuery("SELECT media_type FROM kernel.file WHERE hash = $1")
                .execute(Tuple.of(hash))
                .map(rows -> rows.size() == 0
                        ? "application/octet-stream"
                        : rows.iterator().next().getString("media_type"));
    }

    /// Everybody with a role in a scope who can be mailed.
    static Future<List<Addressee>> people(SqlClient client, String role, String scope) {
        return list(
                client,
                """
                SELECT p.id, p.first_name || ' ' || p.last_name AS name, p.email, p.language
                FROM kernel.person_role r JOIN kernel.person p ON p.id = r.person_id
                WHERE r.role = $1 AND r.scope = $2 AND p.email IS NOT NULL ORDER BY p.id LIMIT 100
                """,
                Tuple.of(role, scope),
                row -> new Addressee(
                        row.getString("id"), row.getString("name"), row.getString("email"), row.getString("language")));
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> reading) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            List<T> found = new ArrayList<>();
            rows.forEach(row -> found.add(reading.apply(row)));
            return List.copyOf(found);
        });
    }
}
