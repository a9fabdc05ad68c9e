package be.leermeester.portal.evidence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/// Hands a draft in, once: one piece of evidence for each partnership that it is meant for. The deadlines are derived
/// anew in the same transaction, so that nothing lapses while it is looked at (C4). Blocks a virtual thread.
final class HandIn {

    private final Db db;
    private final EvidenceEvents events;
    private final Ids ids;
    private final Time time;

    HandIn(Db db, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.events = new EvidenceEvents(outbox);
        this.ids = ids;
        this.time = time;
    }

    /// @return the person for whom it was handed in; a draft that was handed in already is not handed in again
    String draft(String draftId, String madeBy) {
        return db.transact(connection -> {
            DraftQueries.Draft draft =
                    DraftQueries.lock(connection, draftId, madeBy).await();
            if (draft == null) {
                throw new Problem.NotFound();
            }
            if (!draft.handedIn()) {
                if (!draft.complete()) {
                    throw new Problem.Conflict("evidence.problem.incomplete");
                }
                handIn(connection, draft);
                DraftQueries.handedIn(connection, draftId, time.now()).await();
                DeriveObligations.of(connection, List.of(draft.personId())).await();
            }
            return draft.personId();
        });
    }

    private void handIn(SqlConnection connection, DraftQueries.Draft draft) {
        if (draft.replaces() != null) {
            again(connection, draft, draft.replaces());
            return;
        }
        for (String partnership : draft.statement().partnerships()) {
            String id = ids.next().toString();
            WriteQueries.insert(connection, id, draft, partnership, time.now()).await();
            stepped(connection, id, draft, partnership);
        }
    }

    private void again(SqlConnection connection, DraftQueries.Draft draft, String id) {
        WriteQueries.lock(connection, id).await();
        if (WriteQueries.replace(connection, id, draft).await() == 0) {
            throw new Problem.Conflict("evidence.problem.moved");
        }
        stepped(connection, id, draft, draft.statement().partnerships().getFirst());
    }

    private void stepped(SqlConnection connection, String id, DraftQueries.Draft draft, String partnership) {
        WriteQueries.Step step = WriteQueries.Step.of("WAITING").warned(draft.warnings());
        WriteQueries.step(connection, id, draft.madeBy(), step, time.now()).await();
        events.tell(connection, "EvidenceHandedIn", id, draft.personId(), partnership, draft.madeBy());
    }

    /// Takes back what is not decided yet, once; the reminders and the deadline count again.
    void withdraw(Evidence evidence, String actor) {
        db.transact(connection -> {
            WriteQueries.Locked locked =
                    WriteQueries.lock(connection, evidence.id()).await();
            if (locked != null && locked.state().equals("WITHDRAWN")) {
                return false;
            }
            if (locked == null || !locked.open()) {
                throw new Problem.Conflict("evidence.problem.decided");
            }
            WriteQueries.decide(connection, evidence.id(), "WITHDRAWN", null, "", actor, time.now())
                    .await();
            WriteQueries.step(connection, evidence.id(), actor, WriteQueries.Step.of("WITHDRAWN"), time.now())
                    .await();
            String person = evidence.person().id();
            DeriveObligations.of(connection, List.of(person)).await();
            events.tell(
                    connection,
                    "EvidenceWithdrawn",
                    evidence.id(),
                    person,
                    evidence.duty().partnership(),
                    actor);
            return true;
        });
    }
}
