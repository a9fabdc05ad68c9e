package be.leermeester.portal.treatment;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// What a deed writes beside the change of status, in its transaction.
final class DeedQueries {

    private DeedQueries() {}

    static void assign(SqlConnection connection, String id, String personId) {
        connection
                .preparedQuery("UPDATE portal.application SET handler_id = $2 WHERE id = $1")
                .execute(Tuple.of(id, personId))
                .await();
    }

    /// @param itemId of the row
    /// @param seq of the change that asks for it
    static void ask(SqlConnection connection, String itemId, String id, int seq, Typed.Item item) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.missing_item (id, application_id, seq, item, remark)
                        VALUES ($1, $2, $3, $4, $5)
                        """)
                .execute(Tuple.of(itemId, id, seq, item.code(), item.remark()))
                .await();
    }

    static void refuse(
            SqlConnection connection, String id, String mentor, Typed.Verdict verdict, String by, Instant now) {
        connection
                .preparedQuery("""
                        INSERT INTO portal.mentor_refusal
                          (application_id, person_id, reason, motivation, refused_at, refused_by)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT (application_id, person_id) DO UPDATE SET reason = EXCLUDED.reason,
                          motivation = EXCLUDED.motivation, refused_at = EXCLUDED.refused_at,
                          refused_by = EXCLUDED.refused_by
                        """)
                .execute(Tuple.of(id, mentor, verdict.reason(), verdict.motivation(), utc(now), by))
                .await();
    }

    /// @return false where it was decided already
    static boolean decide(SqlConnection connection, String id, String mentor, boolean approved, Instant now) {
        return connection
                        .preparedQuery("""
                                UPDATE learning.mentor_application SET decision = $3, decided_at = $4, recorded_at = $4
                                WHERE application_id = $1 AND person_id = $2 AND decision = 'PENDING'
                                """)
                        .execute(Tuple.of(id, mentor, approved ? "APPROVED" : "REJECTED", utc(now)))
                        .await()
                        .rowCount()
                == 1;
    }

    static void list(SqlConnection connection, String id, List<Typed.Activity> activities) {
        connection
                .preparedQuery("DELETE FROM portal.application_activity WHERE application_id = $1")
                .execute(Tuple.of(id))
                .await();
        int position = 0;
        for (Typed.Activity activity : activities) {
            connection
                    .preparedQuery("""
                            INSERT INTO portal.application_activity (application_id, position, activity, covered, plan)
                            VALUES ($1, $2, $3, $4, $5)
                            """)
                    .execute(Tuple.of(
                            id,
                            position++,
                            activity.text(),
                            activity.covered(),
                            activity.cover().equals("PLAN") ? activity.plan() : ""))
                    .await();
        }
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
