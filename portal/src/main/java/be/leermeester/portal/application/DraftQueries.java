package be.leermeester.portal.application;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Drafts. On a virtual thread.
final class DraftQueries {

    private DraftQueries() {}

    /// @param holder of the mandate under which it is written, null where the company writes it
    /// @param applications the dossiers that were made of it; empty while it is a draft
    record DraftRow(
            String id,
            String enterprise,
            String company,
            String committee,
            @Nullable String holder,
            int version,
            Draft draft,
            Instant changedAt,
            String changedBy,
            List<String> applications) {

        boolean submitted() {
            return !applications.isEmpty();
        }
    }

    private static final String SELECT = """
            SELECT d.*, c.name AS company, c.joint_committee, concat_ws(' ', w.first_name, w.last_name) AS who
            FROM portal.application_draft d
            JOIN portal.company c USING (enterprise_number)
            JOIN kernel.person w ON w.id = d.changed_by
            """;

    static @Nullable DraftRow one(SqlClient client, String id) {
        for (Row row : client.preparedQuery(SELECT + "WHERE d.id = $1")
                .execute(Tuple.of(id))
                .await()) {
            return row(row);
        }
        return null;
    }

    /// Held until the transaction ends.
    static @Nullable DraftRow lock(SqlConnection connection, String id) {
        connection
                .preparedQuery("SELECT FROM portal.application_draft WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .await();
        return one(connection, id);
    }

    /// The open ones of these companies, and those that these holders write; last changed first.
    static List<DraftRow> open(SqlClient client, List<String> enterprises, List<String> holders) {
        List<DraftRow> rows = new ArrayList<>();
        client.preparedQuery(SELECT + """
                        WHERE d.submitted_at IS NULL AND (d.enterprise_number = ANY ($1) OR d.holder = ANY ($2))
                        ORDER BY d.changed_at DESC, d.id LIMIT 100
                        """)
                .execute(Tuple.tuple().addArrayOfString(array(enterprises)).addArrayOfString(array(holders)))
                .await()
                .forEach(row -> rows.add(row(row)));
        return rows;
    }

    /// One of the same writer in which nothing was filled in yet; null where there is none.
    static @Nullable String untouched(
            SqlConnection connection, String enterprise, @Nullable String holder, String personId) {
        for (Row row : connection
                .preparedQuery("""
                        SELECT id FROM portal.application_draft
                        WHERE enterprise_number = $1 AND holder IS NOT DISTINCT FROM $2 AND created_by = $3
                          AND version = 1 AND submitted_at IS NULL LIMIT 1
                        """)
                .execute(Tuple.of(enterprise, holder, personId))
                .await()) {
            return row.getString(0);
        }
        return null;
    }

    static void insert(
            SqlConnection connection,
            String id,
            String enterprise,
            @Nullable String holder,
            Draft draft,
            String personId,
            Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.application_draft
                          (id, enterprise_number, holder, content, created_at, created_by, changed_at, changed_by)
                        VALUES ($1, $2, $3, $4, $5, $6, $5, $6)
                        """)
                .execute(Tuple.of(id, enterprise, holder, draft.json(), utc(now), personId))
                .await();
    }

    /// Whether it was saved: not where it changed since `seen`, or was sent.
    static boolean save(SqlConnection connection, String id, int seen, Draft draft, String personId, Instant now) {
        return connection
                        .preparedQuery("""
                                UPDATE portal.application_draft
                                SET content = $3, version = version + 1, changed_at = $4, changed_by = $5
                                WHERE id = $1 AND version <= $2 AND submitted_at IS NULL
                                """)
                        .execute(Tuple.of(id, seen, draft.json(), utc(now), personId))
                        .await()
                        .rowCount()
                == 1;
    }

    /// What it held is kept with the dossiers; the draft forgets it.
    static void submitted(SqlConnection connection, String id, List<String> applications, Instant now) {
        connection
                .preparedQuery("""
                        UPDATE portal.application_draft
                        SET submitted_at = $2, applications = $3, content = '{}', version = version + 1
                        WHERE id = $1
                        """)
                .execute(Tuple.of(id, utc(now)).addArrayOfString(array(applications)))
                .await();
        connection
                .preparedQuery("DELETE FROM portal.draft_document WHERE draft_id = $1")
                .execute(Tuple.of(id))
                .await();
    }

    static boolean delete(SqlConnection connection, String id) {
        return connection
                        .preparedQuery("DELETE FROM portal.application_draft WHERE id = $1 AND submitted_at IS NULL")
                        .execute(Tuple.of(id))
                        .await()
                        .rowCount()
                == 1;
    }

    private static DraftRow row(Row row) {
        return new DraftRow(
                row.getString("id"),
                row.getString("enterprise_number"),
                row.getString("company"),
                row.getString("joint_committee"),
                row.getString("holder"),
                row.getInteger("version"),
                Draft.of((JsonObject) row.getValue("content")),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("who"),
                List.of(row.getArrayOfStrings("applications")));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
