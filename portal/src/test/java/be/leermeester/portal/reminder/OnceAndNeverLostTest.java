package be.leermeester.portal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import be.leermeester.portal.background.JobRunner;
import be.leermeester.portal.mail.MailFate;
import be.leermeester.portal.mail.Outlet;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.mail.SendMail;
import be.leermeester.portal.server.VirtualThreads;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Two servers remind and send over a bad line, and are cut off in the middle of it again and again: their connections
/// break wherever they are, and others go on.
class OnceAndNeverLostTest {

    private static final URI HERE = URI.create("https://leermeester.example");
    private static final int MENTORS = 12;
    private static final int ROUNDS = 6;
    private static final Messages WORDS = Messages.load();
    private static final Templates TEMPLATES = new Templates(WORDS, Map.of());

    private final AtomicReference<Instant> now = new AtomicReference<>(TestPortal.NOW);
    private final Time time = new Time(now::get);
    private final Random dice = new Random(20261122);

    /// A server as far as reminders go.
    private final class Running {
        private final Vertx vertx = Vertx.vertx();
        private final JobRunner jobs;
        private final SendMail mail;

        Running(TestBackground world, LossySmtp smtp) {
            Pool pool = PgBuilder.pool()
                    .connectingTo(world.database().uri())
                    .using(vertx)
                    .build();
            Db db = new Db(pool, pool);
            Ids ids = new Ids(time);
            VirtualThreads threads = VirtualThreads.start(vertx, 8).await();
            ReminderFeatures reminders =
                    new ReminderFeatures(db, new Post(TEMPLATES, time, ids, HERE), WORDS, ids, time);
            jobs = new JobRunner(vertx, db, time, threads, reminders.jobs());
            mail = new SendMail(
                    vertx,
                    db,
                    time,
                    threads,
                    Outlet.smtp(vertx, smtp.url(), HERE),
                    new MailFate(new Outbox(time, ids, List::of), ReminderFeatures.conditions()));
            jobs.start();
            mail.start();
        }

        /// Nothing is finished, nothing is said goodbye to.
        void cut() {
            vertx.close().await();
        }
    }

    @Test
    @DisplayName(
            "N4, O2: with two servers cut off at random nothing due is missing and nobody gets two different mails")
    void nothing_lost_and_nothing_twice() throws Exception {
        try (TestBackground world = SmallWorld.in(new TestBackground());
                LossySmtp smtp = new LossySmtp(7)) {
            mentors(world);
            for (int round = 0; round < ROUNDS; round++) {
                Running one = new Running(world, smtp);
                Running other = new Running(world, smtp);
                smtp.heard.poll(dice.nextInt(20, 400), TimeUnit.MILLISECONDS);
                one.cut();
                smtp.heard.poll(dice.nextInt(20, 400), TimeUnit.MILLISECONDS);
                other.cut();
                now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(30)));
            }
            finish(world, smtp);
            check(world, smtp);
        }
    }

    private void finish(TestBackground world, LossySmtp smtp) throws InterruptedException {
        smtp.recover();
        Running last = new Running(world, smtp);
        for (int i = 0; i < 100 && !allSent(world); i++) {
            now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(30)));
            smtp.heard.poll(500, TimeUnit.MILLISECONDS);
        }
        last.cut();
    }

    private static boolean allSent(TestBackground world) {
        return world.rows("SELECT outcome FROM kernel.job_run WHERE job = 'remind-mentors' AND ended_at IS NOT NULL")
                                .size()
                        == 1
                && world.rows("SELECT id FROM kernel.mail WHERE sent_at IS NULL")
                        .isEmpty();
    }

    private static void check(TestBackground world, LossySmtp smtp) {
        assertThat(world.rows("SELECT person_id FROM portal.reminder_mail WHERE enterprise_number IS NULL"))
                .as("every mentor is told")
                .hasSize(MENTORS);
        assertThat(world.rows("SELECT person_id FROM portal.reminder_mail WHERE receiver_id = 'bakery'"))
                .as("and the company of each of them")
                .hasSize(MENTORS);
        Map<String, Set<String>> mails = smtp.taken.stream()
                .collect(Collectors.groupingBy(
                        LossySmtp.Taken::recipient,
                        Collectors.mapping(LossySmtp.Taken::messageId, Collectors.toSet())));
        assertThat(mails).as("everybody has a mail").hasSize(MENTORS + 1);
        assertThat(mails.values()).as("and no two different ones").allMatch(ids -> ids.size() == 1);
        System.out.printf(
                "Reminders over a bad line: %d mails due, %d taken, %d of them copies under the same Message-ID%n",
                mails.size(), smtp.taken.size(), smtp.taken.size() - mails.size());
    }

    /// A dozen mentors of the bakery, all six months before their deadline today.
    private static void mentors(TestBackground world) {
        world.sql("UPDATE kernel.person SET email = 'karel@example.be' WHERE id = 'bakery'");
        for (int i = 0; i < MENTORS; i++) {
            world.sql("""
                    INSERT INTO kernel.person (id, first_name, last_name, email) VALUES ('W%1$d', 'W', '%1$d', 'w%1$d@example.be');
                    INSERT INTO learning.mentor_application
                      (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at)
                    VALUES ('A1', 'W%1$d', 'food_industry', '2026-05-01', 'APPROVED', '2026-05-22', '2026-05-22');
                    INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, first_approved_on,
                      first_application_id, start_reason, term_months, due_on, rule_source) VALUES
                      ('W%1$d', 'food_industry', 'TO_FOLLOW', '2026-05-22', '2026-05-22', 'A1', 'FIRST_APPROVAL', 12,
                       '2027-05-22', 'S4:693')""".formatted(i));
        }
    }
}
