package be.leermeester.portal.nightly;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/// Does what falls due with dossiers, in the order of the days on which it does, in short transactions: whoever dies
/// under way leaves whole batches behind, and the next one goes on from there. On a virtual thread.
final class NightWork {

    /// Dossiers per transaction: it is over in a second or so.
    static final int BATCH = 100;

    private final Db db;
    private final ChangeStatus change;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    NightWork(Db db, ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.change = change;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// Answers how many dossiers it did. Those that somebody holds meanwhile come last, one by one, after that
    /// somebody.
    int run(Rule rule, Span span) {
        int done = 0;
        DueQueries.Mark mark = DueQueries.Mark.START;
        while (mark != null) {
            DueQueries.Mark from = mark;
            List<DueQueries.Mark> batch = db.transact(connection -> {
                List<DueQueries.Mark> locked = DueQueries.lock(connection, rule, span, from, BATCH);
                locked.forEach(each -> act(connection, rule, each));
                return locked;
            });
            done += batch.size();
            mark = batch.size() < BATCH ? null : batch.getLast();
        }
        return done + passedOver(rule, span);
    }

    private int passedOver(Rule rule, Span span) {
        List<Due> left =
                DueQueries.list(db.reads(), rule, span, Integer.MAX_VALUE).await();
        left.forEach(due -> db.transact(connection -> {
            act(connection, rule, new DueQueries.Mark(due.on(), due.dossier()));
            return true;
        }));
        return left.size();
    }

    private void act(SqlConnection connection, Rule rule, DueQueries.Mark due) {
        if (rule == Rule.ESCALATION) {
            escalate(connection, change.settled(connection, due.dossier()), due);
        } else {
            change.settled(connection, due.dossier());
        }
    }

    private void escalate(SqlConnection connection, LockedDossier dossier, DueQueries.Mark due) {
        if (!dossier.status().isOnTheClock()) {
            return;
        }
        boolean opened = FollowUp.ofDossier(
                        dossier.partnershipCode(), "ESCALATION", dossier.enterpriseNumber(), dossier.id(), due.on())
                .open(connection, ids.next().toString(), time.now())
                .await();
        if (opened) {
            outbox.append(
                            connection,
                            new Event(
                                    "ApplicationEscalated",
                                    "dossier:" + dossier.id(),
                                    Event.PORTAL,
                                    List.of("partnership:" + dossier.partnershipCode()),
                                    new JsonObject().put("dossier", dossier.id())))
                    .await();
        }
    }
}
