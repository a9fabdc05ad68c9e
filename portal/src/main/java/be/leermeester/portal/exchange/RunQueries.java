package be.leermeester.portal.exchange;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import be.leermeester.portal.exchange.load.Load;
import be.leermeester.portal.exchange.load.Reject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class RunQueries {

    /// The event that ends an import; its payload holds counts only.
    static final String FINISHED = "ImportFinished";

    private static final String PROGRESSED = "ImportProgressed";

    private static final int SHOWN = 100;

    private RunQueries() {}

    static void begin(Connection connection, RunImport.Options options, Instant now) throws SQLException {
        run(
                connection,
                """
                INSERT INTO portal.import_run
                    (id, started_at, started_by, source, dry_run, state_date, state, heartbeat_at)
                VALUES (?, ?, ?, ?, ?, ?, 'RUNNING', ?)
                ON CONFLICT (id) DO NOTHING
                """,
                options.runId(),
                now,
                options.startedBy(),
                options.sourceName(),
                options.dryRun(),
                options.asOf(),
                now);
        told(connection, options.runId());
    }

    static void beat(Connection connection, String id, String step, long done, long total, Instant now)
            throws SQLException {
        run(
                connection,
                "UPDATE portal.import_run SET step = ?, rows_done = ?, rows_total = ?, heartbeat_at = ? WHERE id = ?",
                step,
                done,
                total,
                now,
                id);
        told(connection, id);
    }

    static void finish(Connection connection, RunImport.Result result, Instant now) throws SQLException {
        run(
                connection,
                """
                UPDATE portal.import_run
                SET state = 'DONE', step = '', rows_done = rows_total, state_date = ?, rejects = ?, rejects_csv = ?,
                    summary = ?::jsonb, ended_at = ?, heartbeat_at = ?
                WHERE id = ?
                """,
                result.stateDate(),
                (long) result.outcome().rejects().size(),
                RejectsFile.text(result.outcome().rejects()),
                withRejects(summary(result), result).encode(),
                now,
                now,
                result.options().runId());
        told(connection, result.options().runId());
    }

    static void fail(Connection connection, String id, ImportFailed failure, Instant now) throws SQLException {
        JsonObject problem = new JsonObject()
                .put("key", failure.key())
                .put(
                        "arguments",
                        new JsonArray(failure.arguments().stream()
                                .map(Object::toString)
                                .toList()));
        run(
                connection,
                "UPDATE portal.import_run SET state = 'FAILED', problem = ?, ended_at = ? WHERE id = ?",
                problem.encode(),
                now,
                id);
        told(connection, id);
    }

    /// Writes the event with its deliveries, as [Outbox] does on the other client.
    static void announce(Connection connection, Exchange exchange, RunImport.Result result, List<String> subscribers)
            throws SQLException {
        UUID id = exchange.ids().next();
        Instant now = exchange.time().now();
        String subject = "import:" + result.options().runId();
        run(
                connection,
                """
                INSERT INTO kernel.event (id, at, actor, type, subject, audience, payload)
                VALUES (?, ?, ?, ?, ?, ARRAY['everybody', 'admins'], ?::jsonb)
                """,
                id,
                now,
                result.options().startedBy(),
                FINISHED,
                subject,
                summary(result).encode());
        for (String subscriber : subscribers) {
            run(
                    connection,
                    "INSERT INTO kernel.delivery (event_id, subscriber, next_at) VALUES (?, ?, ?)",
                    id,
                    subscriber,
                    now);
        }
        notify(connection, new Event(FINISHED, subject, "", List.of("everybody", "admins"), new JsonObject()), id);
    }

    private static JsonObject summary(RunImport.Result result) {
        JsonArray files = new JsonArray();
        for (Load.Counts each : result.outcome().files()) {
            files.add(new JsonObject()
                    .put("file", each.file())
                    .put("read", each.read())
                    .put("taken", each.taken())
                    .put("rejected", each.rejected())
                    .put("unchanged", each.unchanged()));
        }
        return new JsonObject()
                .put("files", files)
                .put("unknownFiles", new JsonArray(result.outcome().unknownFiles()))
                .put("unknownColumns", new JsonArray(result.outcome().unknownColumns()))
                .put("seconds", result.seconds());
    }

    // The first of them, so that the page can show them in the reader's language.
    private static JsonObject withRejects(JsonObject summary, RunImport.Result result) {
        JsonArray rejects = new JsonArray();
        for (Reject reject : result.outcome()
                .rejects()
                .subList(0, Math.min(SHOWN, result.outcome().rejects().size()))) {
            rejects.add(new JsonObject()
                    .put("file", reject.file())
                    .put("line", reject.line())
                    .put("column", reject.flaw().column())
                    .put("value", reject.value())
                    .put("reason", reject.flaw().reason().name())
                    .put("arguments", new JsonArray(reject.flaw().arguments())));
        }
        return summary.put("rejects", rejects);
    }

    // Progress is shown as it comes and kept nowhere: no event of the audit trail.
    private static void told(Connection connection, String id) throws SQLException {
        notify(
                connection,
                new Event(PROGRESSED, "import:" + id, "", List.of("admins"), new JsonObject()),
                new UUID(0, 0));
    }

    private static void notify(Connection connection, Event event, UUID id) throws SQLException {
        JsonObject notice = new JsonObject()
                .put("id", id.toString())
                .put("type", event.type())
                .put("subject", event.subject())
                .put("audience", new JsonArray(event.audience()));
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, Outbox.CHANNEL);
            statement.setString(2, notice.encode());
            statement.execute();
        }
    }

    private static void run(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                    case LocalDate day -> statement.setObject(i + 1, day);
                    case null -> statement.setNull(i + 1, Types.DATE);
                    case Object other -> statement.setObject(i + 1, other);
                }
            }
            statement.executeUpdate();
        }
    }
}
