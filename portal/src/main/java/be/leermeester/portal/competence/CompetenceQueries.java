package be.leermeester.portal.competence;

import be.leermeester.portal.rows.Scope;
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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class CompetenceQueries {

    private CompetenceQueries() {}

    /// What is asked of a dossier before anything is done to it.
    record Head(String id, String partnership, String company, String status) {}

    static Future<@Nullable Head> head(SqlClient client, String dossier) {
        return list(
                        client,
                        """
                        SELECT a.id, a.partnership_code, c.name, a.status FROM portal.application a
                        JOIN portal.establishment e USING (establishment_number) JOIN portal.company c USING (enterprise_number)
                        WHERE a.id = $1
                        """,
                        Tuple.of(dossier),
                        row -> new Head(row.getString(0), row.getString(1), row.getString(2), row.getString(3)))
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    record Transfer(String from, String to, String reason, Instant at, String by) {}

    static Future<List<Transfer>> transfers(SqlClient client, String dossier) {
        return list(
                client,
                """
                SELECT f.name AS from_name, t.name AS to_name, x.reason, x.at, concat_ws(' ', p.first_name, p.last_name) AS by
                FROM portal.transfer x JOIN portal.partnership f ON f.code = x.from_code
                JOIN portal.partnership t ON t.code = x.to_code JOIN kernel.person p ON p.id = x.by_whom
                WHERE x.application_id = $1 ORDER BY x.at DESC, x.id DESC
                """,
                Tuple.of(dossier),
                row -> new Transfer(
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("reason"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("by")));
    }

    record Request(
            String id,
            String dossier,
            String company,
            String programme,
            String asking,
            String askedCode,
            String asked,
            String question,
            LocalDate dueOn,
            Instant askedAt,
            String by,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy,
            @Nullable String answer) {}

    private static final String REQUEST = """
            SELECT r.*, c.name AS company, g.name AS programme, f.name AS asking, t.name AS asked,
                   concat_ws(' ', p.first_name, p.last_name) AS by, concat_ws(' ', w.first_name, w.last_name) AS answerer
            FROM portal.advice_request r JOIN portal.application a ON a.id = r.application_id
            JOIN portal.establishment e USING (establishment_number) JOIN portal.company c USING (enterprise_number)
            JOIN portal.programme g ON g.code = a.programme_code
            JOIN portal.partnership f ON f.code = r.asking_code JOIN portal.partnership t ON t.code = r.asked_code
            JOIN kernel.person p ON p.id = r.asked_by LEFT JOIN kernel.person w ON w.id = r.answered_by
            WHERE\s""";

    static Future<List<Request>> requests(SqlClient client, String dossier) {
        return list(
                client,
                REQUEST + "r.application_id = $1 ORDER BY r.asked_at DESC, r.id",
                Tuple.of(dossier),
                CompetenceQueries::request);
    }

    /// What waits for an answer of the person's partnerships, soonest first.
    static Future<List<Request>> askedOf(SqlClient client, Scope scope) {
        Where where = new Where().and("r.answered_at IS NULL");
        if (!scope.everything()) {
            where.and("r.asked_code = ANY (?)", scope.partnerships());
        }
        return list(
                client,
                REQUEST + where.sql() + " ORDER BY r.due_on, r.id LIMIT 200",
                where.tuple(),
                CompetenceQueries::request);
    }

    private static Request request(Row row) {
        OffsetDateTime answered = row.getOffsetDateTime("answered_at");
        return new Request(
                row.getString("id"),
                row.getString("application_id"),
                row.getString("company"),
                row.getString("programme"),
                row.getString("asking"),
                row.getString("asked_code"),
                row.getString("asked"),
                row.getString("question"),
                row.getLocalDate("due_on"),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getString("by"),
                answered == null ? null : answered.toInstant(),
                row.getString("answerer"),
                row.getString("answer"));
    }

    /// A dossier that another partnership handed over and that is still open.
    record Received(
            String dossier,
            String company,
            String programme,
            String status,
            @Nullable LocalDate lastDay,
            String from,
            String reason,
            Instant at) {}

    static Future<List<Received>> received(SqlClient client, Scope scope) {
        Where where = new Where().and("a.status IN ('SUBMITTED', 'INCOMPLETE', 'IN_REVIEW', 'ON_HOLD')");
        where.and("x.to_code = a.partnership_code");
        if (!scope.everything()) {
            where.and("x.to_code = ANY (?)", scope.partnerships());
        }
        return list(
                client,
                """
                SELECT DISTINCT ON (a.decide_by, a.id) a.id, c.name AS company, g.name AS programme, a.status,
                       a.decide_by - 1 AS last_day, f.name AS from_name, x.reason, x.at
                FROM portal.transfer x JOIN portal.application a ON a.id = x.application_id
                JOIN portal.establishment e USING (establishment_number) JOIN portal.company c USING (enterprise_number)
                JOIN portal.programme g ON g.code = a.programme_code JOIN portal.partnership f ON f.code = x.from_code
                WHERE\s""" + where.sql() + " ORDER BY a.decide_by, a.id, x.at DESC LIMIT 200",
                where.tuple(),
                row -> new Received(
                        row.getString("id"),
                        row.getString("company"),
                        row.getString("programme"),
                        row.getString("status"),
                        row.getLocalDate("last_day"),
                        row.getString("from_name"),
                        row.getString("reason"),
                        row.getOffsetDateTime("at").toInstant()));
    }

    /// The persons whose mentor applications follow the dossier.
    static List<String> move(
            SqlConnection connection,
            String id,
            String dossier,
            String from,
            String to,
            String reason,
            String by,
            Instant now) {
        connection
                .preparedQuery(
                        "UPDATE portal.application SET partnership_code = $2, sector_code = NULL, handler_id = NULL WHERE id = $1")
                .execute(Tuple.of(dossier, to))
                .await();
        connection
                .preparedQuery("""
                        INSERT INTO portal.transfer (id, application_id, from_code, to_code, reason, at, by_whom)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.of(id, dossier, from, to, reason, utc(now)).addString(by))
                .await();
        List<String> mentors = new ArrayList<>();
        connection
                .preparedQuery(
                        "UPDATE learning.mentor_application SET partnership_code = $2 WHERE application_id = $1 RETURNING person_id")
                .execute(Tuple.of(dossier, to))
                .await()
                .forEach(row -> mentors.add(row.getString(0)));
        // What was not sent yet is the new partnership's to ask or not.
        connection.preparedQuery("""
                        DELETE FROM portal.advice_item i USING portal.advice_list l
                        WHERE l.id = i.list_id AND l.sent_at IS NULL AND i.application_id = $1
                        """).execute(Tuple.of(dossier)).await();
        return mentors;
    }

    static boolean isPartnership(SqlConnection connection, String code) {
        return connection
                        .preparedQuery("SELECT FROM portal.partnership WHERE code = $1")
                        .execute(Tuple.of(code))
                        .await()
                        .size()
                == 1;
    }

    /// False where that partnership has an open question about the dossier already.
    static boolean ask(
            SqlConnection connection, String id, Competence.Question question, String asking, String by, Instant now) {
        return connection
                        .preparedQuery("""
                                INSERT INTO portal.advice_request
                                  (id, application_id, asking_code, asked_code, question, due_on, asked_at, asked_by)
                                VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
                                """)
                        .execute(Tuple.of(
                                        id,
                                        question.dossier(),
                                        asking,
                                        question.asked(),
                                        question.text(),
                                        question.dueOn())
                                .addOffsetDateTime(utc(now))
                                .addString(by))
                        .await()
                        .rowCount()
                == 1;
    }

    /// Who asked; null where it was answered already or nothing was asked.
    static @Nullable String answer(
            SqlConnection connection, String dossier, String asked, String answer, String by, Instant now) {
        for (Row row : connection
                .preparedQuery("""
                        UPDATE portal.advice_request SET answered_at = $3, answered_by = $4, answer = $5
                        WHERE application_id = $1 AND asked_code = $2 AND answered_at IS NULL RETURNING asking_code
                        """)
                .execute(Tuple.of(dossier, asked, utc(now), by, answer))
                .await()) {
            return row.getString(0);
        }
        return null;
    }

    /// The answer among the dossier's contacts, dated today.
    static void log(
            SqlConnection connection, String id, String dossier, String by, String remark, LocalDate on, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number,
                          application_id, kind, happened_on, by_whom, purpose, remark, recorded_at)
                        SELECT $1, a.partnership_code, e.enterprise_number, e.establishment_number, a.id, 'EXTERNAL_ADVICE', $3,
                               $4, 'ADMISSION', $5, $6
                        FROM portal.application a JOIN portal.establishment e USING (establishment_number) WHERE a.id = $2
                        """)
                .execute(Tuple.of(id, dossier, on, by, remark, utc(now)))
                .await();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> as) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            List<T> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(as.apply(row)));
            return found;
        });
    }
}
