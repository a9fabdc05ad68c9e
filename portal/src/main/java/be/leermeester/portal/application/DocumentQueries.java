package be.leermeester.portal.application;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The papers of dossiers.
final class DocumentQueries {

    private DocumentQueries() {}

    /// A paper as a dossier lists it.
    ///
    /// @param person whose it is, `""` for one of the company
    /// @param seenAt when somebody of the partnership first read it
    /// @param removedAt when the file was deleted, after the decision
    record Line(
            String id,
            String kind,
            String person,
            String name,
            @Nullable LocalDate datedOn,
            Instant uploadedAt,
            @Nullable Instant seenAt,
            @Nullable Instant removedAt) {
        public String termKey() {
            return "application.paper." + kind;
        }
    }

    static Future<List<Line>> of(SqlClient client, String application) {
        return client.preparedQuery("""
                        SELECT d.*, concat_ws(' ', w.first_name, w.last_name) AS person
                        FROM portal.application_document d LEFT JOIN kernel.person w ON w.id = d.person_id
                        WHERE d.application_id = $1 ORDER BY d.uploaded_at, d.id
                        """).execute(Tuple.of(application)).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(new Line(
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("person"),
                    row.getString("name"),
                    row.getLocalDate("dated_on"),
                    row.getOffsetDateTime("uploaded_at").toInstant(),
                    instant(row, "seen_at"),
                    instant(row, "removed_at"))));
            return lines;
        });
    }

    private static @Nullable Instant instant(Row row, String column) {
        return row.getValue(column) == null
                ? null
                : row.getOffsetDateTime(column).toInstant();
    }

    /// A file with whose it is.
    ///
    /// @param application `""` where it is still a draft's
    /// @param filedAs the holder of the mandate under which it was handed in
    /// @param hash null where it was deleted
    record Kept(
            String application,
            String enterprise,
            String partnership,
            @Nullable String filedAs,
            String kind,
            String name,
            @Nullable String hash,
            String mediaType) {}

    static @Nullable Kept one(SqlClient client, String id) {
        for (Row row : client.preparedQuery("""
                        SELECT a.id AS application, e.enterprise_number, a.partnership_code, a.filed_as, d.kind, d.name,
                          d.file_hash, coalesce(f.media_type, '') AS media_type
                        FROM portal.application_document d
                        JOIN portal.application a ON a.id = d.application_id
                        JOIN portal.establishment e USING (establishment_number)
                        LEFT JOIN kernel.file f ON f.hash = d.file_hash
                        WHERE d.id = $1
                        UNION ALL
                        SELECT '', w.enterprise_number, '', w.holder, d.kind, d.name, d.file_hash, f.media_type
                        FROM portal.draft_document d
                        JOIN portal.application_draft w ON w.id = d.draft_id
                        JOIN kernel.file f ON f.hash = d.file_hash
                        WHERE d.id = $1
                        """).execute(Tuple.of(id)).await()) {
            return new Kept(
                    row.getString("application"),
                    row.getString("enterprise_number"),
                    row.getString("partnership_code"),
                    row.getString("filed_as"),
                    row.getString("kind"),
                    row.getString("name"),
                    row.getString("file_hash"),
                    row.getString("media_type"));
        }
        return null;
    }

    /// Keeps who of the partnership saw it first.
    static void seen(SqlConnection connection, String id, String personId, Instant now) {
        connection
                .preparedQuery("""
                        UPDATE portal.application_document SET seen_at = $2, seen_by = $3
                        WHERE id = $1 AND seen_at IS NULL
                        """)
                .execute(Tuple.of(id, DraftQueries.utc(now), personId))
                .await();
    }

    /// Takes the criminal records out of a dossier; only that they were there, and who saw them, stays (9.11).
    static List<String> removeCriminalRecords(SqlConnection connection, String application, Instant now) {
        List<String> hashes = new ArrayList<>();
        connection
                .preparedQuery("""
                        WITH gone AS (
                          SELECT id, file_hash FROM portal.application_document
                          WHERE application_id = $1 AND kind = 'CRIMINAL_RECORD' AND file_hash IS NOT NULL FOR UPDATE)
                        UPDATE portal.application_document d SET file_hash = NULL, removed_at = $2
                        FROM gone WHERE d.id = gone.id RETURNING gone.file_hash
                        """)
                .execute(Tuple.of(application, DraftQueries.utc(now)))
                .await()
                .forEach(row -> hashes.add(row.getString(0)));
        return hashes;
    }
}
