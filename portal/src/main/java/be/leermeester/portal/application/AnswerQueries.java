package be.leermeester.portal.application;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is missing in a dossier, and what the applicant answered.
final class AnswerQueries {

    private AnswerQueries() {}

    /// @param remark what the handler said of it, `""` where that is nothing
    /// @param answer null while there is none
    /// @param document the paper handed in with the answer
    record Item(
            String id,
            String item,
            String remark,
            @Nullable String answer,
            @Nullable String document,
            @Nullable String documentName,
            @Nullable Instant answeredAt) {

        public String termKey() {
            return "application.missing." + item;
        }

        public boolean answered() {
            return answeredAt != null;
        }
    }

    /// What was asked with the last change to incomplete, in the order in which it was asked.
    static Future<List<Item>> items(SqlClient client, String application) {
        return client.preparedQuery("""
                        SELECT m.*, d.name AS document_name FROM portal.missing_item m
                        LEFT JOIN portal.application_document d ON d.id = m.document_id
                        WHERE m.application_id = $1 AND m.seq = (
                          SELECT max(seq) FROM portal.application_event
                          WHERE application_id = $1 AND status = 'INCOMPLETE')
                        ORDER BY m.id
                        """).execute(Tuple.of(application)).map(rows -> {
            List<Item> items = new ArrayList<>();
            rows.forEach(row -> items.add(new Item(
                    row.getString("id"),
                    row.getString("item"),
                    row.getString("remark"),
                    row.getString("answer"),
                    row.getString("document_id"),
                    row.getString("document_name"),
                    row.getValue("answered_at") == null
                            ? null
                            : row.getOffsetDateTime("answered_at").toInstant())));
            return items;
        });
    }

    /// The number of the last change; 0 where only the submission is known.
    static Future<Integer> lastSeq(SqlClient client, String application) {
        return client.preparedQuery("""
                        SELECT coalesce(max(seq), 0) FROM portal.application_event WHERE application_id = $1
                        """)
                .execute(Tuple.of(application))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    static void answer(SqlConnection connection, String item, String answer, @Nullable String document, Instant now) {
        connection
                .preparedQuery("""
                        UPDATE portal.missing_item
                        SET answer = $2, document_id = coalesce($3, document_id), answered_at = $4 WHERE id = $1
                        """)
                .execute(Tuple.of(item, answer).addString(document).addOffsetDateTime(DraftQueries.utc(now)))
                .await();
    }

    /// What was frozen last; null for a dossier that was not filed here.
    static @Nullable Row frozen(SqlConnection connection, String application) {
        for (Row row :
                connection.preparedQuery("""
                        SELECT content FROM portal.application_version WHERE application_id = $1
                        ORDER BY seq DESC LIMIT 1
                        """).execute(Tuple.of(application)).await()) {
            return row;
        }
        return null;
    }
}
