package be.leermeester.portal.application;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The papers of drafts. On a virtual thread.
final class PaperQueries {

    private PaperQueries() {}

    /// A paper that was handed in with a draft.
    record Given(
            String id, String mentor, String kind, String name, String hash, Instant uploadedAt, String uploadedBy) {}

    /// @param required whether it cannot go without
    record Asked(String kind, boolean required) {}

    static List<Asked> asked(SqlClient client, List<String> partnerships) {
        List<Asked> asked = new ArrayList<>();
        client.preparedQuery("""
                        SELECT kind, bool_or(required) AS required FROM portal.required_document
                        WHERE partnership_code = ANY ($1) GROUP BY kind ORDER BY kind
                        """)
                .execute(Tuple.tuple().addArrayOfString(DraftQueries.array(partnerships)))
                .await()
                .forEach(row -> asked.add(new Asked(row.getString(0), row.getBoolean(1))));
        return asked;
    }

    static List<Given> given(SqlClient client, String draftId) {
        List<Given> given = new ArrayList<>();
        rows(client, "draft_id = $1 ORDER BY uploaded_at, id", draftId).forEach(row -> given.add(given(row)));
        return given;
    }

    /// With the draft in whose hands it is; null where there is none.
    static @Nullable String draftOf(SqlClient client, String id) {
        for (Row row : rows(client, "id = $1", id)) {
            return row.getString("draft_id");
        }
        return null;
    }

    private static RowSet<Row> rows(SqlClient client, String which, String value) {
        return client.preparedQuery("SELECT * FROM portal.draft_document WHERE " + which)
                .execute(Tuple.of(value))
                .await();
    }

    private static Given given(Row row) {
        return new Given(
                row.getString("id"),
                row.getString("mentor"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("file_hash"),
                row.getOffsetDateTime("uploaded_at").toInstant(),
                row.getString("uploaded_by"));
    }

    static void insert(SqlConnection connection, String draftId, Given given) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.draft_document
                          (id, draft_id, mentor, kind, name, file_hash, uploaded_at, uploaded_by)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                        """)
                .execute(Tuple.of(given.id(), draftId, given.mentor(), given.kind(), given.name())
                        .addString(given.hash())
                        .addOffsetDateTime(DraftQueries.utc(given.uploadedAt()))
                        .addString(given.uploadedBy()))
                .await();
    }

    /// The hash of what is gone; null where there was none.
    static @Nullable String delete(SqlConnection connection, String draftId, String id) {
        for (Row row : connection
                .preparedQuery("DELETE FROM portal.draft_document WHERE draft_id = $1 AND id = $2 RETURNING file_hash")
                .execute(Tuple.of(draftId, id))
                .await()) {
            return row.getString(0);
        }
        return null;
    }
}
