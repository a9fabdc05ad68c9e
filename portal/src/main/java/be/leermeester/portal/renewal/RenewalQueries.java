package be.leermeester.portal.renewal;

import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recognitions that end, with what was asked and answered.
final class RenewalQueries {

    /// What a link opens: the recognitions of a company that end in a time.
    record Link(String personId, String enterpriseNumber, LocalDate from, LocalDate before, Instant expiresAt) {}

    private static final String ENDING = """
            SELECT a.id, coalesce(r.ends_on, a.valid_until) AS ends_on, e.enterprise_number, c.name AS company,
                   p.name AS programme, ps.code AS partnership_code, ps.name AS partnership,
                   concat_ws(', ', nullif(e.name, ''),
                     nullif(concat_ws(' ', nullif(e.street, ''), nullif(e.house_number, '')), ''),
                     nullif(e.municipality, '')) AS place,
                   r.asked_on, r.reminded_on, r.answer, r.reason, coalesce(r.remark, '') AS remark, r.answered_at,
                   coalesce(r.by_link, false) AS by_link, n.id AS renewal, n.status AS renewal_status,
                   a.status = 'APPROVED' AND a.valid_until > %1$s AS recognised
            """;
    private static final String OF = """
            FROM portal.application a
            JOIN portal.establishment e USING (establishment_number)
            JOIN portal.company c USING (enterprise_number)
            JOIN portal.programme p ON p.code = a.programme_code
            JOIN portal.partnership ps ON ps.code = a.partnership_code
            LEFT JOIN portal.renewal r ON r.application_id = a.id AND r.ends_on = a.valid_until
            LEFT JOIN LATERAL (
              SELECT id, status FROM portal.application later WHERE later.renews_application_id = a.id
                AND later.status NOT IN ('REJECTED', 'CANCELLED') ORDER BY submitted_at DESC LIMIT 1) n ON true
            WHERE\s""";

    private RenewalQueries() {}

    /// At most `most`, those that end first coming first.
    static Future<List<Ending>> list(SqlClient client, Where where, LocalDate today, int most) {
        String sql = ENDING.formatted(where.bind(today) + "::date") + OF + where.sql()
                + " ORDER BY a.valid_until, a.id LIMIT " + most;
        return client.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<Ending> found = new ArrayList<>();
            rows.forEach(row -> found.add(ending(row)));
            return found;
        });
    }

    /// How many of those asked about answered what; `FILED` and `NONE` stand for themselves.
    static Future<Map<String, Long>> counts(SqlClient client, Where where) {
        return client.preparedQuery(
                        "SELECT CASE WHEN n.id IS NOT NULL THEN 'FILED' ELSE coalesce(r.answer, 'NONE') END,"
                                + " count(*) " + OF + where.sql() + " GROUP BY 1")
                .execute(where.tuple())
                .map(rows -> {
                    Map<String, Long> counts = new HashMap<>();
                    rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
                    return counts;
                });
    }

    private static Ending ending(Row row) {
        OffsetDateTime answered = row.getOffsetDateTime("answered_at");
        return new Ending(
                row.getString("id"),
                row.getLocalDate("ends_on"),
                row.getString("enterprise_number"),
                row.getString("company"),
                row.getString("programme"),
                row.getString("place"),
                row.getString("partnership_code"),
                row.getString("partnership"),
                row.getLocalDate("asked_on"),
                row.getLocalDate("reminded_on"),
                row.getString("answer"),
                row.getString("reason"),
                row.getString("remark"),
                answered == null ? null : be.leermeester.kernel.Time.dateOf(answered.toInstant()),
                row.getBoolean("by_link"),
                row.getString("renewal"),
                row.getString("renewal_status"),
                row.getBoolean("recognised"));
    }

    /// Holds the dossier, so that two answers at once follow each other; false where it is not there.
    static boolean lock(SqlConnection connection, String id) {
        return connection
                        .preparedQuery("SELECT FROM portal.application WHERE id = $1 FOR NO KEY UPDATE")
                        .execute(Tuple.of(id))
                        .await()
                        .size()
                == 1;
    }

    static void answer(SqlConnection connection, Ending ending, Answer answer, Instant now, LocalDate today) {
        Answer.Reason reason = answer.reason();
        connection
                .preparedQuery("""
                        INSERT INTO portal.renewal (application_id, ends_on, asked_on, answer, reason, remark, answered_at,
                          answered_by, by_link)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        ON CONFLICT (application_id, ends_on) DO UPDATE SET answer = $4, reason = $5, remark = $6,
                          answered_at = $7, answered_by = $8, by_link = $9
                        """)
                .execute(Tuple.of(
                                ending.id(),
                                ending.endsOn(),
                                today,
                                answer.kind().name())
                        .addString(reason == null ? null : reason.name())
                        .addString(answer.remark())
                        .addOffsetDateTime(utc(now))
                        .addString(answer.personId())
                        .addBoolean(answer.byLink()))
                .await();
    }

    static Future<@Nullable Link> link(SqlClient client, byte[] hash) {
        return client.preparedQuery("""
                        SELECT person_id, enterprise_number, ends_from, ends_before, expires_at
                        FROM portal.renewal_link WHERE code_hash = $1
                        """)
                .execute(Tuple.tuple().addBuffer(io.vertx.core.buffer.Buffer.buffer(hash)))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Link(
                                row.getString("person_id"),
                                row.getString("enterprise_number"),
                                row.getLocalDate("ends_from"),
                                row.getLocalDate("ends_before"),
                                row.getOffsetDateTime("expires_at").toInstant());
                    }
                    return null;
                });
    }

    static void keepLink(SqlConnection connection, byte[] hash, Link link, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.renewal_link
                          (code_hash, person_id, enterprise_number, ends_from, ends_before, made_at, expires_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.tuple()
                        .addBuffer(io.vertx.core.buffer.Buffer.buffer(hash))
                        .addString(link.personId())
                        .addString(link.enterpriseNumber())
                        .addLocalDate(link.from())
                        .addLocalDate(link.before())
                        .addOffsetDateTime(utc(now))
                        .addOffsetDateTime(utc(link.expiresAt())))
                .await();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
