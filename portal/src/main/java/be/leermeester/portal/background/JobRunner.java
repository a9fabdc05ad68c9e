package be.leermeester.portal.background;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs every job once per business date, on one server of all: a lock in the database says which, a row per job and
/// date says what is done. After days of standstill the missed dates run in order, each with its own date; a date that
/// fails is tried again and keeps the later ones waiting. A job that is new begins today.
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long POLL_MILLIS = 60_000;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final Vertx vertx;
    private final Db db;
    private final Time time;
    private final VirtualThreads threads;
    private final List<Job> jobs;
    private final AtomicBoolean working = new AtomicBoolean();
    private long timer;

    public JobRunner(Vertx vertx, Db db, Time time, VirtualThreads threads, List<Job> jobs) {
        this.vertx = vertx;
        this.db = db;
        this.time = time;
        this.threads = threads;
        this.jobs = List.copyOf(jobs);
    }

    public void start() {
        timer = vertx.setPeriodic(POLL_MILLIS, _ -> look());
        look();
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        lookNow().onFailure(failure -> LOG.warn("Jobs wait: {}", failure.toString()));
    }

    /// Brings every job up to today now; false where that is under way already.
    public Future<Boolean> lookNow() {
        if (!working.compareAndSet(false, true)) {
            return Future.succeededFuture(false);
        }
        return threads.run(() -> {
                    catchUp();
                    return true;
                })
                .onComplete(_ -> working.set(false));
    }

    /// Brings every job up to today, on a virtual thread.
    void catchUp() {
        for (Job job : jobs) {
            db.transact(lock -> {
                if (JobQueries.tryLock(lock, job.name()).await()) {
                    catchUp(job);
                }
                return true;
            });
        }
    }

    private void catchUp(Job job) {
        JobQueries.Standing standing =
                JobQueries.standing(db.reads(), job.name()).await();
        LocalDate today = time.today();
        if (standing.failedAt() != null && standing.failedAt().plus(PAUSE).isAfter(time.now())) {
            return;
        }
        LocalDate date = standing.doneTo() == null ? today : standing.doneTo().plusDays(1);
        while (!date.isAfter(today) && run(job, date)) {
            date = date.plusDays(1);
        }
    }

    /// In transactions of its own, beside the one that holds the lock: what is done stays done, and is seen at once.
    private boolean run(Job job, LocalDate date) {
        db.transact(connection ->
                JobQueries.begin(connection, job.name(), date, time.now()).await());
        String outcome;
        Instant ended;
        try {
            outcome = job.run(date);
            ended = time.now();
        } catch (RuntimeException failure) {
            LOG.error("Job {} failed for {}", job.name(), date, failure);
            outcome = failure.toString();
            ended = null;
        }
        Instant end = ended;
        String said = outcome;
        db.transact(connection ->
                JobQueries.end(connection, job.name(), date, end, said).await());
        return end != null;
    }
}
