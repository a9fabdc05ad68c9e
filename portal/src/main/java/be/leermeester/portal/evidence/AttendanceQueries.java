package be.leermeester.portal.evidence;

import be.leermeester.portal.rows.Where;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Attendance lists and their lines.
final class AttendanceQueries {

    private AttendanceQueries() {}

    /// Somebody whom a line may mean.
    ///
    /// @param sealed the national number, to tell the birth date; null where it is not known
    record Found(String id, String name, @Nullable Buffer sealed) {}

    /// Mentors of the partnership only: a list says nothing about other people.
    private static final String FIND = """
            SELECT w.id, w.first_name || ' ' || w.last_name, w.national_number_sealed
            FROM learning.obligation o JOIN kernel.person w ON w.id = o.person_id
            WHERE o.partnership_code = $1 AND CASE
              WHEN $2::bytea IS NOT NULL THEN w.national_number_hash = $2
              WHEN $3 <> '' THEN lower(w.email) = $3
              ELSE lower($4) IN (lower(w.first_name || ' ' || w.last_name), lower(w.last_name || ' ' || w.first_name)) END
            ORDER BY 2, 1 LIMIT 20
            """;

    static Future<List<Found>> find(
            SqlClient client, String partnership, byte @Nullable [] hash, String email, String name) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(partnership)
                        .addBuffer(hash == null ? null : Buffer.buffer(hash))
                        .addString(email)
                        .addString(name))
                .map(rows -> EvidenceQueries.all(
                        rows, row -> new Found(row.getString(0), row.getString(1), row.getBuffer(2))));
    }

    record Attendance(
            String id,
            String partnership,
            String partnershipName,
            String fileName,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime appliedAt) {}

    static Future<Boolean> insert(
            SqlConnection connection, String id, String partnership, String name, String hash, String by, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.attendance_list (id, partnership_code, file_name, content_hash, made_by, made_at)
                        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (partnership_code, content_hash) DO NOTHING
                        """)
                .execute(Tuple.of(id, partnership, name, hash, by, utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<@Nullable String> known(SqlClient client, String partnership, String hash) {
        return client.preparedQuery(
                        "SELECT id FROM portal.attendance_list WHERE partnership_code = $1 AND content_hash = $2")
                .execute(Tuple.of(partnership, hash))
                .map(rows -> {
                    for (Row row : rows) {
                        return row.getString(0);
                    }
                    return null;
                });
    }

    static Future<List<Attendance>> lists(SqlClient client, Where where) {
        return client.preparedQuery("""
                        SELECT l.id, l.partnership_code, p.name, l.file_name, l.made_at, l.applied_at
                        FROM portal.attendance_list l JOIN portal.partnership p ON p.code = l.partnership_code
                        WHERE\s""" + where.sql() + " ORDER BY l.made_at DESC LIMIT 50")
                .execute(where.tuple())
                .map(rows -> EvidenceQueries.all(
                        rows,
                        row -> new Attendance(
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getOffsetDateTime(4),
                                row.getOffsetDateTime(5))));
    }

    record Line(
            int line,
            String written,
            String course,
            @Nullable LocalDate followedOn,
            @Nullable BigDecimal hours,
            String match,
            List<String> candidates,
            @Nullable String chosen,
            @Nullable String chosenName,
            @Nullable String outcome) {}

    static Future<Void> line(SqlConnection connection, String list, Line line) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.attendance_line
                          (list_id, line, written, course, followed_on, hours, match, candidates, chosen)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        """)
                .execute(Tuple.of(list, line.line(), line.written(), line.course())
                        .addLocalDate(line.followedOn())
                        .addValue(line.hours())
                        .addString(line.match())
                        .addArrayOfString(line.candidates().toArray(String[]::new))
                        .addString(line.chosen()))
                .mapEmpty();
    }

    static Future<List<Line>> lines(SqlClient client, String list) {
        return client.preparedQuery("""
                        SELECT l.*, w.first_name || ' ' || w.last_name AS chosen_name
                        FROM portal.attendance_line l LEFT JOIN kernel.person w ON w.id = l.chosen
                        WHERE list_id = $1 ORDER BY line
                        """)
                .execute(Tuple.of(list))
                .map(rows -> EvidenceQueries.all(
                        rows,
                        row -> new Line(
                                row.getInteger("line"),
                                row.getString("written"),
                                row.getString("course"),
                                row.getLocalDate("followed_on"),
                                row.getBigDecimal("hours"),
                                row.getString("match"),
                                List.of(row.getArrayOfStrings("candidates")),
                                row.getString("chosen"),
                                row.getString("chosen_name"),
                                row.getString("outcome"))));
    }

    /// True for the one who may apply it: it is applied once.
    static Future<Boolean> begin(SqlConnection connection, String list, Instant now) {
        return connection
                .preparedQuery("UPDATE portal.attendance_list SET applied_at = $2 WHERE id = $1 AND applied_at IS NULL")
                .execute(Tuple.of(list, utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<Void> outcome(
            SqlConnection connection, String list, int line, @Nullable String chosen, String outcome) {
        return connection
                .preparedQuery(
                        "UPDATE portal.attendance_line SET chosen = $3, outcome = $4 WHERE list_id = $1 AND line = $2")
                .execute(Tuple.of(list, line).addString(chosen).addString(outcome))
                .mapEmpty();
    }

    private static OffsetDateTime utc(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }
}
