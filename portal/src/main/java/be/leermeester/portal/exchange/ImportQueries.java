package be.leermeester.portal.exchange;

import be.leermeester.kernel.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

final class ImportQueries {

    /// A run that has not moved for longer than this is one whose server is gone.
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    static final int SHOWN = 50;

    private ImportQueries() {}

    /// @param step [be.leermeester.portal.exchange.load.Progress.Step] and the file at hand
    /// @param problem key and arguments of the sentence that says why it failed
    record Run(
            String id,
            Instant startedAt,
            String startedBy,
            String source,
            boolean dryRun,
            @Nullable LocalDate stateDate,
            String state,
            boolean standsStill,
            String step,
            long rowsDone,
            long rowsTotal,
            long rejects,
            @Nullable Instant endedAt,
            @Nullable JsonObject summary,
            @Nullable JsonObject problem) {}

    private static final String RUN = """
            SELECT r.id, r.started_at, coalesce(p.first_name || ' ' || p.last_name, r.started_by) AS who, r.source,
                   r.dry_run, r.state_date, r.state, r.step, r.rows_done, r.rows_total, r.rejects, r.ended_at,
                   r.summary, r.problem,
                   r.state = 'RUNNING' AND coalesce(r.heartbeat_at, r.started_at) < $1 AS stands_still
            FROM portal.import_run r
            LEFT JOIN kernel.person p ON p.id = r.started_by
            """;

    static Future<List<Run>> latest(SqlClient client, Instant now) {
        return client.preparedQuery(RUN + " ORDER BY r.started_at DESC, r.id DESC LIMIT " + SHOWN)
                .execute(Tuple.of(alive(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ImportQueries::run)
                        .toList());
    }

    static Future<Run> one(SqlClient client, String id, Instant now) {
        return client.preparedQuery(RUN + " WHERE r.id = $2")
                .execute(Tuple.of(alive(now), id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ImportQueries::run)
                        .findFirst()
                        .orElseThrow(Problem.NotFound::new));
    }

    /// The whole `rejects.csv` of a run that is done.
    static Future<String> rejects(SqlClient client, String id) {
        return client.preparedQuery(
                        "SELECT rejects_csv FROM portal.import_run WHERE id = $1 AND rejects_csv IS NOT NULL")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("rejects_csv"))
                        .findFirst()
                        .orElseThrow(Problem.NotFound::new));
    }

    private static OffsetDateTime alive(Instant now) {
        return now.minus(STANDSTILL).atOffset(ZoneOffset.UTC);
    }

    private static Run run(Row row) {
        boolean standsStill = row.getBoolean("stands_still");
        String problem = row.getString("problem");
        return new Run(
                row.getString("id"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getString("who"),
                row.getString("source"),
                row.getBoolean("dry_run"),
                row.getLocalDate("state_date"),
                standsStill ? "FAILED" : row.getString("state"),
                standsStill,
                row.getString("step"),
                row.getLong("rows_done"),
                row.getLong("rows_total"),
                row.getLong("rejects"),
                row.getOffsetDateTime("ended_at") == null
                        ? null
                        : row.getOffsetDateTime("ended_at").toInstant(),
                row.getJsonObject("summary"),
                problem == null ? null : new JsonObject(problem));
    }
}
