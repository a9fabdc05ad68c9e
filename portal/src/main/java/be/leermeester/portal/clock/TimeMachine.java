package be.leermeester.portal.clock;

import be.leermeester.kernel.Db;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks the demo's clock forward a day at a time, so that each night's work, its events and its mails happen on their
/// own day (O3). One server walks, the others follow; when it dies, another one goes on.
public final class TimeMachine {

    private static final Logger LOG = LoggerFactory.getLogger(TimeMachine.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long WAIT_MILLIS = 50;
    /// What a day's events and mails get at most, in waits.
    private static final int PATIENCE = 200;

    private final Vertx vertx;
    private final Db db;
    private final MovedClock clock;
    private final VirtualThreads threads;
    private final Supplier<Future<Boolean>> night;
    private final AtomicBoolean walking = new AtomicBoolean();
    private long timer;

    /// @param night does what is due up to today; false where that is under way already
    public TimeMachine(Vertx vertx, Db db, MovedClock clock, VirtualThreads threads, Supplier<Future<Boolean>> night) {
        this.vertx = vertx;
        this.db = db;
        this.clock = clock;
        this.threads = threads;
        this.night = night;
    }

    /// Sets the clock as the database says, before anything asks for the day.
    public static Future<?> set(Db db, MovedClock clock) {
        return ClockQueries.standing(db.reads()).onSuccess(standing -> clock.runAhead(standing.days()));
    }

    public void start() {
        timer = vertx.setPeriodic(POLL_MILLIS, _ -> look());
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (!walking.compareAndSet(false, true)) {
            return;
        }
        threads.run(this::follow)
                .onFailure(failure -> LOG.warn("The clock waits: {}", failure.toString()))
                .onComplete(_ -> walking.set(false));
    }

    private boolean follow() {
        ClockQueries.Standing standing = ClockQueries.standing(db.reads()).await();
        clock.runAhead(standing.days());
        return standing.underWay()
                && db.transact(lock -> ClockQueries.tryLock(lock).await() && walk());
    }

    /// In transactions of its own, beside the one that holds the lock.
    private boolean walk() {
        while (ClockQueries.standing(db.reads()).await().underWay()) {
            db.transact(connection -> ClockQueries.next(connection).await());
            clock.runAhead(ClockQueries.standing(db.reads()).await().days());
            while (!night.get().await()) {
                pause();
            }
            settle(clock.instant());
        }
        return true;
    }

    private void settle(Instant now) {
        for (int i = 0; i < PATIENCE; i++) {
            if (ClockQueries.left(db.reads(), now).await() == 0) {
                return;
            }
            pause();
        }
    }

    private void pause() {
        vertx.timer(WAIT_MILLIS, TimeUnit.MILLISECONDS).await();
    }
}
