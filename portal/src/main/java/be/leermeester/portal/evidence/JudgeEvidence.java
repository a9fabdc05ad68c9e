package be.leermeester.portal.evidence;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Writes a handler's decision with all that follows from it, in one transaction: the training, the deadline, what is
/// given back, the mails. Of two handlers at once the first one wins. Blocks a virtual thread.
final class JudgeEvidence {

    private final Db db;
    private final EvidenceEvents events;
    private final EvidenceMail mail;
    private final AfterAcceptance after;
    private final Time time;

    JudgeEvidence(Db db, Outbox outbox, EvidenceMail mail, AfterAcceptance after, Time time) {
        this.db = db;
        this.events = new EvidenceEvents(outbox);
        this.mail = mail;
        this.after = after;
        this.time = time;
    }

    /// Throws [Problem.Conflict] where something happened since the handler looked.
    void judge(Evidence evidence, Verdict verdict, String handler) {
        db.transact(connection -> {
            WriteQueries.Locked locked =
                    WriteQueries.lock(connection, evidence.id()).await();
            if (locked != null && isSentTwice(locked, verdict, handler)) {
                return false;
            }
            if (locked == null || locked.seq() != verdict.seen() || !locked.open()) {
                throw new Problem.Conflict("evidence.problem.moved");
            }
            String refusal =
                    verdict.refusal() == null ? null : verdict.refusal().name();
            String state = verdict.kind().state();
            WriteQueries.decide(connection, evidence.id(), state, refusal, verdict.motivation(), handler, time.now())
                    .await();
            WriteQueries.Step step =
                    new WriteQueries.Step(state, refusal, verdict.motivation(), verdict.themes(), List.of());
            WriteQueries.step(connection, evidence.id(), handler, step, time.now())
                    .await();
            if (verdict.kind() == Verdict.Kind.ACCEPT) {
                accept(connection, evidence, verdict, handler);
            } else {
                DeriveObligations.of(connection, List.of(evidence.person().id()))
                        .await();
            }
            String person = evidence.person().id();
            String partnership = evidence.duty().partnership();
            events.tell(connection, verdict.kind().event(), evidence.id(), person, partnership, handler);
            mail.decided(connection, evidence, verdict, locked.seq() + 1);
            return true;
        });
    }

    /// The same decision by the same hand right after: a button pressed twice.
    private static boolean isSentTwice(WriteQueries.Locked locked, Verdict verdict, String handler) {
        return locked.seq() == verdict.seen() + 1
                && locked.actor().equals(handler)
                && locked.state().equals(verdict.kind().state());
    }

    private void accept(SqlConnection connection, Evidence evidence, Verdict verdict, String handler) {
        boolean training = evidence.training();
        LocalDate since = training ? Objects.requireNonNull(verdict.followedTo()) : evidence.handedInOn();
        String person = evidence.person().id();
        String partnership = evidence.duty().partnership();
        WriteQueries.train(
                        connection,
                        new WriteQueries.Training(
                                person,
                                partnership,
                                since,
                                training ? "FOLLOWED_ELSEWHERE" : "EXEMPT",
                                evidence.ground(),
                                training ? evidence.provider() : null,
                                training ? evidence.course() : null,
                                training ? verdict.hours() : null),
                        time.now())
                .await();
        DeriveObligations.of(connection, List.of(person)).await();
        after.restore(connection, person, partnership, since, handler);
    }
}
