package be.leermeester.portal.reminder;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Silence is an alarm (N5): reminders fell due, and hours later nothing was decided about any of them, or none of
/// their mails has left. Told on the health page, to the load balancer's details, and once a day as an event.
public final class ReminderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);
    private static final long EVERY_MILLIS = 600_000;
    /// What the night's work and a mail server's bad moment get.
    static final Duration PATIENCE = Duration.ofHours(3);

    private final Db db;
    private final Outbox outbox;
    private final Time time;

    public ReminderWatch(Vertx vertx, Db db, Outbox outbox, Time time) {
        this.db = db;
        this.outbox = outbox;
        this.time = time;
        vertx.setPeriodic(EVERY_MILLIS, _ -> look().onFailure(failure -> LOG.warn("{}", failure.getMessage())));
    }

    /// Fails where reminders are due and none leave; says how many.
    public Future<Void> look() {
        Instant now = time.now();
        LocalDate begun = Time.dateOf(now.minus(PATIENCE));
        return WatchQueries.silent(db.reads(), begun, now.minus(PATIENCE))
                .compose(silent -> silent == 0 ? Future.succeededFuture() : alarm(silent));
    }

    private Future<Void> alarm(long silent) {
        LocalDate today = time.today();
        return db.inTransaction(connection -> WatchQueries.raise(connection, today, time.now(), silent)
                        .compose(first -> first
                                ? outbox.append(
                                        connection,
                                        new Event(
                                                "RemindersSilent",
                                                "reminders:" + today,
                                                Event.PORTAL,
                                                List.of("admins"),
                                                new JsonObject().put("due", silent)))
                                : Future.succeededFuture()))
                .compose(_ -> Future.failedFuture(silent + " reminders are due and none leave"));
    }
}
