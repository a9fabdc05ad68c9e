package be.leermeester.portal.mail;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works off the queue: a few mails beside each other, so that one over which the mail server hangs does not hold up
/// the rest. What fails stays with its reason and is tried again after growing pauses.
public final class SendMail {

    static final int WIDTH = 4;

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);
    private static final long POLL_MILLIS = 2_000;
    /// Less than the shortest pause: a mail under way is not taken by another server.
    private static final long TIMEOUT_SECONDS = 45;

    private final Vertx vertx;
    private final Db db;
    private final Time time;
    private final VirtualThreads threads;
    private final Outlet outlet;
    private final MailFate fate;
    private final AtomicInteger working = new AtomicInteger();
    private long timer;

    public SendMail(Vertx vertx, Db db, Time time, VirtualThreads threads, Outlet outlet, MailFate fate) {
        this.vertx = vertx;
        this.db = db;
        this.time = time;
        this.threads = threads;
        this.outlet = outlet;
        this.fate = fate;
    }

    public void start() {
        timer = vertx.setPeriodic(POLL_MILLIS, _ -> wake());
        wake();
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    /// Looks now instead of within seconds.
    public void wake() {
        if (working.incrementAndGet() > WIDTH) {
            working.decrementAndGet();
            return;
        }
        threads.run(this::workOff)
                .onFailure(failure -> LOG.warn("Mail waits: {}", failure.toString()))
                .onComplete(_ -> working.decrementAndGet());
    }

    /// Sends what is due, one after the other, on a virtual thread; answers how many were tried.
    int workOff() {
        int tried = 0;
        while (true) {
            MailQueries.Claimed mail = db.transact(
                    connection -> MailQueries.claim(connection, time.now()).await());
            if (mail == null) {
                return tried;
            }
            tried++;
            send(mail);
        }
    }

    private void send(MailQueries.Claimed claimed) {
        MailQueries.Outgoing mail = claimed.mail();
        if (!fate.stillStands(db.reads(), claimed.reason(), claimed.key()).await()) {
            db.transact(connection ->
                    MailQueries.withdraw(connection, mail.id(), time.now()).await());
            return;
        }
        Throwable failure = outlet.take(mail)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .transform(result -> Future.succeededFuture(result.cause()))
                .await();
        db.transact(connection -> {
            if (failure == null) {
                MailQueries.sent(connection, mail.id(), time.now(), outlet.captures())
                        .await();
            } else if (isRefusal(failure)) {
                refused(connection, claimed, said(failure));
            } else {
                MailQueries.failed(connection, mail.id(), said(failure)).await();
            }
            return true;
        });
        if (failure != null) {
            LOG.warn("Mail {} did not leave: {}", mail.id(), said(failure));
        }
    }

    private void refused(SqlConnection connection, MailQueries.Claimed mail, String error) {
        if (MailQueries.refused(connection, mail.mail().id(), error, time.now()).await()) {
            fate.refused(connection, mail.mail().id(), mail.personId()).await();
        }
    }

    private static String said(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    /// For good, and because of the receiver: the library has no other mark of which command was answered.
    static boolean isRefusal(Throwable failure) {
        return failure instanceof SMTPException smtp
                && smtp.isPermanent()
                && said(smtp).startsWith("recipient address not accepted");
    }
}
