package be.leermeester.portal.treatment;

import be.leermeester.portal.treatment.TreatmentQueries.Lists;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who gets letters about a dossier, and which were sent.
final class LetterQueries {

    private LetterQueries() {}

    /// The people of the company, and who filed under a mandate.
    static Future<List<Receiver>> receivers(SqlClient client, Treated dossier) {
        return Lists.of(
                        client,
                        """
                        SELECT id, concat_ws(' ', first_name, last_name) AS name, nullif(email, '') AS email, language
                        FROM kernel.person
                        WHERE id IN (SELECT person_id FROM kernel.person_role WHERE role = 'COMPANY' AND scope = $1)
                           OR ($3::text IS NOT NULL AND id = $2)
                        ORDER BY last_name, first_name, id
                        """,
                        Tuple.of(dossier.company().number(), dossier.filedBy(), dossier.filedAs()),
                        row -> new Receiver(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("language")))
                .map(found -> found.isEmpty()
                        ? List.of(new Receiver(null, dossier.company().name(), null, "nl"))
                        : found);
    }

    /// @param sentAs MAIL or PRINT
    record Sent(
            String id,
            int seq,
            @Nullable String personId,
            String receiver,
            String sentAs,
            String language,
            String subject,
            String fileHash,
            Instant at) {}

    static void keep(SqlConnection connection, String applicationId, Sent letter, long size) {
        connection
                .preparedQuery("""
                        INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at)
                        VALUES ($1, $2, 'application/pdf', $3) ON CONFLICT (hash) DO NOTHING
                        """)
                .execute(Tuple.of(letter.fileHash(), size, DeedQueries.utc(letter.at())))
                .await();
        connection
                .preparedQuery("""
                        INSERT INTO portal.decision_letter (id, application_id, seq, person_id, receiver, sent_as,
                          language, subject, file_hash, made_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """)
                .execute(Tuple.of(letter.id(), applicationId, letter.seq(), letter.personId(), letter.receiver())
                        .addString(letter.sentAs())
                        .addString(letter.language())
                        .addString(letter.subject())
                        .addString(letter.fileHash())
                        .addOffsetDateTime(DeedQueries.utc(letter.at())))
                .await();
    }

    static Future<List<Sent>> sent(SqlClient client, String applicationId) {
        return Lists.of(
                client,
                """
                SELECT id, seq, person_id, receiver, sent_as, language, subject, file_hash, made_at
                FROM portal.decision_letter WHERE application_id = $1 ORDER BY made_at DESC, receiver
                """,
                Tuple.of(applicationId),
                row -> new Sent(
                        row.getString("id"),
                        row.getInteger("seq"),
                        row.getString("person_id"),
                        row.getString("receiver"),
                        row.getString("sent_as"),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("file_hash"),
                        row.getOffsetDateTime("made_at").toInstant()));
    }
}
