package be.leermeester.portal.mail;

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
import org.jspecify.annotations.Nullable;

/// The queue of mails.
final class MailQueries {

    /// How often it is tried, over about two days.
    static final int MOST_ATTEMPTS = 12;

    record NewMail(String id, String key, Addressee to, String subject, String text, String html, String reason) {}

    record Outgoing(String id, String recipient, String subject, String text, String html) {}

    /// A mail whose turn it is.
    record Claimed(
            Outgoing mail,
            String reason,
            String key,
            @Nullable String personId) {}

    record Line(
            String id,
            String recipient,
            String subject,
            Instant dueAt,
            @Nullable Instant sentAt) {}

    private MailQueries() {}

    static Future<Boolean> insert(SqlConnection connection, NewMail mail, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.mail (id, unique_key, person_id, recipient, subject, text_body, html_body, reason,
                                                 due_at, next_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT (unique_key) DO NOTHING
                        """)
                .execute(Tuple.of(
                                mail.id(),
                                mail.key(),
                                mail.to().personId(),
                                mail.to().email())
                        .addString(mail.subject())
                        .addString(mail.text())
                        .addString(mail.html())
                        .addString(mail.reason())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /// Takes one that is due and books the next attempt at once, after a pause that doubles up to twelve hours: whoever
    /// dies while sending has not blocked it, and no transaction stays open while a mail server thinks.
    static Future<@Nullable Claimed> claim(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery("""
                        UPDATE kernel.mail SET attempts = attempts + 1,
                               next_at = $1::timestamptz + least(720, 2 ^ attempts) * interval '1 minute'
                         WHERE id = (SELECT id FROM kernel.mail
                                      WHERE sent_at IS NULL AND next_at <= $1 AND attempts < $2
                                        AND refused_at IS NULL AND withdrawn_at IS NULL
                                      ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, recipient, subject, text_body, html_body, reason, unique_key, person_id
                        """)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), MOST_ATTEMPTS))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    Row row = rows.iterator().next();
                    Outgoing mail = new Outgoing(
                            row.getString("id"),
                            row.getString("recipient"),
                            row.getString("subject"),
                            row.getString("text_body"),
                            row.getString("html_body"));
                    return new Claimed(
                            mail, row.getString("reason"), row.getString("unique_key"), row.getString("person_id"));
                });
    }

    /// An invitation's code opens an account, that of a renewal answers for a company: once it has left, only its
    /// receiver
    /// keeps it.
    static Future<RowSet<Row>> sent(SqlConnection connection, String id, Instant now, boolean keepsCodes) {
        return connection.preparedQuery("""
                        UPDATE kernel.mail SET sent_at = $2, last_error = NULL,
                               text_body = CASE WHEN $3 OR reason NOT IN ('INVITATION', 'RENEWAL') THEN text_body ELSE '' END,
                               html_body = CASE WHEN $3 OR reason NOT IN ('INVITATION', 'RENEWAL') THEN html_body ELSE '' END
                         WHERE id = $1
                        """).execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC), keepsCodes));
    }

    static Future<RowSet<Row>> failed(SqlConnection connection, String id, String error) {
        return connection
                .preparedQuery("UPDATE kernel.mail SET last_error = left($2, 500) WHERE id = $1")
                .execute(Tuple.of(id, error));
    }

    /// The receiver does not exist, says the mail server: it is not tried again. False where that was known.
    static Future<Boolean> refused(SqlConnection connection, String id, String error, Instant now) {
        return connection
                .preparedQuery("UPDATE kernel.mail SET refused_at = $3, last_error = left($2, 500)"
                        + " WHERE id = $1 AND refused_at IS NULL")
                .execute(Tuple.of(id, error, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    static Future<RowSet<Row>> withdraw(SqlConnection connection, String id, Instant now) {
        return connection
                .preparedQuery("UPDATE kernel.mail SET withdrawn_at = $2 WHERE id = $1")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)));
    }

    static Future<List<Line>> latest(SqlClient db, int most) {
        return db.preparedQuery("""
                        SELECT id, recipient, subject, due_at, sent_at FROM kernel.mail ORDER BY due_at DESC, id DESC LIMIT $1
                        """).execute(Tuple.of(most)).map(rows -> {
            List<Line> lines = new ArrayList<>();
            for (Row row : rows) {
                lines.add(new Line(
                        row.getString("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getOffsetDateTime("due_at").toInstant(),
                        row.getOffsetDateTime("sent_at") == null
                                ? null
                                : row.getOffsetDateTime("sent_at").toInstant()));
            }
            return lines;
        });
    }

    static Future<@Nullable Outgoing> find(SqlClient db, String id) {
        return db.preparedQuery("SELECT recipient, subject, text_body, html_body FROM kernel.mail WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    Row row = rows.iterator().next();
                    return new Outgoing(
                            id,
                            row.getString("recipient"),
                            row.getString("subject"),
                            row.getString("text_body"),
                            row.getString("html_body"));
                });
    }
}
