package be.leermeester.portal.evidence;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was typed and not yet handed in; only its maker sees it.
final class DraftQueries {

    private DraftQueries() {}

    /// @param replaces the evidence of which a better copy was asked; null for something new
    /// @param mediaType of the file, null where there is none
    record Draft(
            String id,
            String madeBy,
            String personId,
            Statement statement,
            @Nullable String replaces,
            @Nullable String fileHash,
            @Nullable String fileName,
            @Nullable String mediaType,
            List<String> warnings,
            boolean handedIn) {

        /// Whether the form was in order when it was kept.
        boolean complete() {
            return !statement.partnerships().isEmpty();
        }
    }

    /// Notes a file that was put in the store.
    static Future<Void> keepFile(SqlConnection connection, String hash, EvidenceFile file, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (hash) DO NOTHING
                        """)
                .execute(Tuple.of(hash, file.size(), file.type().mediaType(), now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /// Writes it, or writes it anew while it is not handed in.
    static Future<Void> save(SqlConnection connection, Draft draft, Instant now) {
        return connection
                .preparedQuery("""
                        INSERT INTO portal.evidence_draft
                          (id, made_by, person_id, kind, given, replaces, file_hash, file_name, warnings, made_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        ON CONFLICT (id) DO UPDATE SET given = excluded.given, file_hash = excluded.file_hash,
                          file_name = excluded.file_name, warnings = excluded.warnings
                        WHERE evidence_draft.handed_in_at IS NULL AND evidence_draft.made_by = excluded.made_by
                        """)
                .execute(Tuple.of(
                                draft.id(),
                                draft.madeBy(),
                                draft.personId(),
                                draft.statement().kind().name(),
                                draft.statement().json())
                        .addString(draft.replaces())
                        .addString(draft.fileHash())
                        .addString(draft.fileName())
                        .addArrayOfString(draft.warnings().toArray(String[]::new))
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static final String SELECT = """
            SELECT d.*, f.media_type FROM portal.evidence_draft d LEFT JOIN kernel.file f ON f.hash = d.file_hash
            WHERE d.id = $1 AND d.made_by = $2
            """;

    static Future<@Nullable Draft> one(SqlClient client, String id, String madeBy) {
        return client.preparedQuery(SELECT).execute(Tuple.of(id, madeBy)).map(rows -> {
            for (Row row : rows) {
                return draft(row);
            }
            return null;
        });
    }

    /// As [#one]; a second handing in waits for the first.
    static Future<@Nullable Draft> lock(SqlConnection connection, String id, String madeBy) {
        return connection
                .preparedQuery(SELECT + "FOR UPDATE OF d")
                .execute(Tuple.of(id, madeBy))
                .map(rows -> {
                    for (Row row : rows) {
                        return draft(row);
                    }
                    return null;
                });
    }

    static Future<Void> handedIn(SqlConnection connection, String id, Instant now) {
        return connection
                .preparedQuery("UPDATE portal.evidence_draft SET handed_in_at = $2 WHERE id = $1")
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /// Takes away what was never handed in: nobody misses it after a month. Files stay, by their content.
    static Future<Integer> forget(SqlConnection connection, LocalDate before) {
        return connection
                .preparedQuery("DELETE FROM portal.evidence_draft WHERE handed_in_at IS NULL AND made_at < $1")
                .execute(Tuple.of(be.leermeester.kernel.Time.startOf(before).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    private static Draft draft(Row row) {
        JsonObject given = row.getJsonObject("given");
        return new Draft(
                row.getString("id"),
                row.getString("made_by"),
                row.getString("person_id"),
                Statement.of(Statement.Kind.valueOf(row.getString("kind")), given),
                row.getString("replaces"),
                row.getString("file_hash"),
                row.getString("file_name"),
                row.getString("media_type"),
                List.of(row.getArrayOfStrings("warnings")),
                row.getOffsetDateTime("handed_in_at") != null);
    }
}
