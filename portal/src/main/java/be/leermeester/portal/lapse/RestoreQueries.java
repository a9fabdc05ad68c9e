package be.leermeester.portal.lapse;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mentor lost for the training and can get back.
final class RestoreQueries {

    /// A recognition from which a mentor was struck off for the training.
    ///
    /// @param kept it is kept without a valid mentor, and the day on which it would be revoked has not come
    /// @param revokedForIt its last change is the revocation for it, and nothing else is recognised in its place
    record Lost(String applicationId, boolean kept, boolean revokedForIt) {}

    private RestoreQueries() {}

    /// The last day that was in time; null where no term runs.
    static Future<@Nullable LocalDate> dueOn(SqlClient client, String personId, String partnership) {
        return client.preparedQuery(
                        "SELECT due_on FROM learning.obligation WHERE person_id = $1 AND partnership_code = $2")
                .execute(Tuple.of(personId, partnership))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLocalDate(0));
    }

    static Future<List<Lost>> lost(SqlClient client, String personId, String partnership, LocalDate today) {
        return client.preparedQuery("""
                        SELECT a.id, k.application_id IS NOT NULL AS kept,
                               a.status = 'REVOKED' AND coalesce(a.valid_until > $3, true)
                                 AND 'TRAINING_NOT_FOLLOWED' = ANY (last.reasons)
                                 AND NOT EXISTS (
                                   SELECT FROM portal.application x
                                    WHERE x.establishment_number = a.establishment_number AND x.id <> a.id
                                      AND x.programme_code = a.programme_code AND x.status = 'APPROVED') AS revoked_for_it
                          FROM learning.struck_mentor s
                          JOIN portal.application a ON a.id = s.application_id
                          LEFT JOIN portal.kept_recognition k ON k.application_id = a.id AND k.ended_at IS NULL
                                                             AND k.revoke_on > $3
                          LEFT JOIN LATERAL (SELECT reasons FROM portal.application_event v
                                              WHERE v.application_id = a.id ORDER BY at DESC, seq DESC LIMIT 1) last ON true
                         WHERE s.person_id = $1 AND a.partnership_code = $2 AND s.reason = 'TRAINING_NOT_FOLLOWED'
                         ORDER BY a.id
                        """)
                .execute(Tuple.of(personId, partnership, today))
                .map(rows -> {
                    List<Lost> found = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        found.add(new Lost(row.getString(0), row.getBoolean(1), row.getBoolean(2)));
                    }
                    return found;
                });
    }

    /// Whether nothing keeps the person from being named as mentor in a partnership (domain.md 9.16).
    static Future<Boolean> mayBeNamed(SqlClient client, String personId, String partnership) {
        return client.preparedQuery("""
                        SELECT NOT EXISTS (
                            SELECT FROM learning.struck_mentor s
                              JOIN learning.mentor_application m USING (application_id, person_id)
                             WHERE s.person_id = $1 AND s.reason = 'TRAINING_NOT_FOLLOWED' AND NOT EXISTS (
                               SELECT FROM learning.obligation o
                                WHERE o.person_id = $1 AND o.partnership_code IN (m.partnership_code, $2)
                                  AND o.status IN ('FOLLOWED_SECTOR', 'FOLLOWED_ELSEWHERE', 'EXEMPT')))
                        """)
                .execute(Tuple.of(personId, partnership))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
