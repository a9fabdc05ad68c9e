package be.leermeester.portal.background;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings events to their subscribers: at once when the database calls, and every few seconds in any case. What fails
/// is tried again after pauses that double up to an hour.
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final long POLL_MILLIS = 5_000;
    private static final int BATCH = 20;

    private final Vertx vertx;
    private final Db db;
    private final Time time;
    private final VirtualThreads threads;
    private final Map<String, Subscriber> subscribers;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean calledMeanwhile = new AtomicBoolean();
    private long timer;

    public Deliveries(Vertx vertx, Db db, Time time, VirtualThreads threads, List<Subscriber> subscribers) {
        this.vertx = vertx;
        this.db = db;
        this.time = time;
        this.threads = threads;
        this.subscribers =
                subscribers.stream().collect(Collectors.toUnmodifiableMap(Subscriber::name, Function.identity()));
    }

    public void start() {
        timer = vertx.setPeriodic(POLL_MILLIS, _ -> wake());
        wake();
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    /// Something was committed: look now.
    public void wake() {
        if (!working.compareAndSet(false, true)) {
            calledMeanwhile.set(true);
            return;
        }
        threads.run(() -> {
                    while (workOff() == BATCH) {
                        LOG.debug("A full batch of deliveries was worked off");
                    }
                    return true;
                })
                .onFailure(failure -> LOG.warn("Deliveries wait: {}", failure.toString()))
                .onComplete(_ -> {
                    working.set(false);
                    if (calledMeanwhile.getAndSet(false)) {
                        wake();
                    }
                });
    }

    private int workOff() {
        return db.transact(connection -> {
            List<DeliveryQueries.Due> batch =
                    DeliveryQueries.lockDue(connection, time.now(), BATCH).await();
            for (DeliveryQueries.Due due : batch) {
                String error = deliver(due);
                if (error.isEmpty()) {
                    DeliveryQueries.done(connection, due, time.now()).await();
                } else {
                    Duration pause = Duration.ofSeconds(Math.min(3600, 1L << Math.min(due.attempts(), 12)));
                    DeliveryQueries.failed(connection, due, time.now().plus(pause), error)
                            .await();
                }
            }
            return batch.size();
        });
    }

    /// Answers what went wrong, or nothing.
    private String deliver(DeliveryQueries.Due due) {
        Subscriber subscriber = subscribers.get(due.subscriber());
        if (subscriber == null) {
            return "";
        }
        try {
            subscriber
                    .deliver(due.eventId(), due.type(), due.subject(), due.payload())
                    .await();
            return "";
        } catch (RuntimeException failure) {
            LOG.warn("{} could not take event {}: {}", due.subscriber(), due.eventId(), failure.toString());
            return failure.toString();
        }
    }
}
