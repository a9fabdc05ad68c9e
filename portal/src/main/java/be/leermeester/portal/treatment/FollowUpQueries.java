package be.leermeester.portal.treatment;

import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.treatment.TreatmentQueries.Lists;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is open to be followed up.
final class FollowUpQueries {

    private FollowUpQueries() {}

    /// @param applicationId null where it is about no dossier
    record Open(
            String id,
            String kind,
            String remark,
            @Nullable LocalDate dueOn,
            @Nullable String applicationId,
            @Nullable String company,
            @Nullable String enterprise,
            @Nullable String takenBy) {}

    static Future<List<Open>> open(SqlClient client, Scope scope, LocalDate today) {
        Where where =
                new Where().and("f.closed_at IS NULL AND (f.snoozed_until IS NULL OR f.snoozed_until <= ?)", today);
        if (!scope.everything()) {
            where.and("f.partnership_code = ANY (?)", scope.partnerships());
        }
        return Lists.of(
                client,
                """
                SELECT f.id, f.kind, f.remark, f.due_on, f.application_id, c.name AS company, f.enterprise_number,
                       nullif(concat_ws(' ', p.first_name, p.last_name), '') AS taken_by
                FROM portal.follow_up f
                LEFT JOIN portal.company c USING (enterprise_number)
                LEFT JOIN kernel.person p ON p.id = f.taken_by
                WHERE\s""" + where.sql() + " ORDER BY f.due_on NULLS LAST, f.opened_at, f.id LIMIT 500",
                where.tuple(),
                row -> new Open(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("remark"),
                        row.getLocalDate("due_on"),
                        row.getString("application_id"),
                        row.getString("company"),
                        row.getString("enterprise_number"),
                        row.getString("taken_by")));
    }

    static void close(SqlConnection connection, String id, String by, String outcome, Instant now) {
        connection
                .preparedQuery("""
                        UPDATE portal.follow_up SET closed_at = $2, closed_by = $3, outcome = $4
                        WHERE id = $1 AND closed_at IS NULL
                        """)
                .execute(Tuple.of(id, DeedQueries.utc(now), by, outcome))
                .await();
    }
}
