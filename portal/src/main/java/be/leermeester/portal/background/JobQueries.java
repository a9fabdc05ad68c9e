package be.leermeester.portal.background;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Runs of jobs. A run without an end failed, or died under way; it is done again.
final class JobQueries {

    /// What is known of a job.
    ///
    /// @param doneTo the last business date that was done, null where none was
    /// @param failedAt when the date after it was begun in vain, null where it was not
    record Standing(@Nullable LocalDate doneTo, @Nullable Instant failedAt) {}

    private JobQueries() {}

    /// One server of all gets it, until the end of the transaction (or of the server).
    static Future<Boolean> tryLock(SqlConnection connection, String job) {
        return connection
                .preparedQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('job:' || $1, 0)) AS mine")
                .execute(Tuple.of(job))
                .map(rows -> rows.iterator().next().getBoolean("mine"));
    }

    static Future<Standing> standing(SqlClient db, String job) {
        return db.preparedQuery("""
                        SELECT max(business_date) FILTER (WHERE ended_at IS NOT NULL) AS done_to,
                               max(started_at) FILTER (WHERE ended_at IS NULL AND outcome IS NOT NULL) AS failed_at
                          FROM kernel.job_run WHERE job = $1
                        """).execute(Tuple.of(job)).map(rows -> {
            Row row = rows.iterator().next();
            var failed = row.getOffsetDateTime("failed_at");
            return new Standing(row.getLocalDate("done_to"), failed == null ? null : failed.toInstant());
        });
    }

    static Future<RowSet<Row>> begin(SqlConnection connection, String job, LocalDate date, Instant now) {
        return connection.preparedQuery("""
                        INSERT INTO kernel.job_run (job, business_date, started_at) VALUES ($1, $2, $3)
                        ON CONFLICT (job, business_date) DO UPDATE SET started_at = $3, outcome = NULL
                        """).execute(Tuple.of(job, date, now.atOffset(ZoneOffset.UTC)));
    }

    /// @param ended null where it failed
    static Future<RowSet<Row>> end(
            SqlConnection connection, String job, LocalDate date, @Nullable Instant ended, String outcome) {
        return connection
                .preparedQuery("""
                        UPDATE kernel.job_run SET ended_at = $3, outcome = left($4, 500) WHERE job = $1 AND business_date = $2
                        """)
                .execute(Tuple.of(job, date)
                        .addOffsetDateTime(ended == null ? null : ended.atOffset(ZoneOffset.UTC))
                        .addString(outcome));
    }
}
