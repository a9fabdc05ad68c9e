package be.leermeester.portal.renewal;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.rows.Where;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;

/// Takes a company's answer about a recognition that ends, and opens what follows from it: one item, of the kind that
/// the answer asks for. On a virtual thread, inside a transaction.
final class AnswerRenewal {

    private static final int SUPPORT_DAYS = 14;

    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    AnswerRenewal(Outbox outbox, Ids ids, Time time) {
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// @param where which recognitions this person may answer for; `portal.application` is `a`
    void answer(SqlConnection connection, String id, Where where, Answer answer) {
        Ending ending = locked(connection, id, where);
        if (ending.filed()) {
            throw new Problem.Conflict("renewal.problem.filed", String.valueOf(ending.renewal()));
        }
        if (!ending.answerable()) {
            throw new Problem.Conflict("renewal.problem.over");
        }
        RenewalQueries.answer(connection, ending, answer, time.now(), time.today());
        follow(connection, ending, answer);
        outbox.append(
                        connection,
                        new Event(
                                "RenewalAnswered",
                                "dossier:" + id,
                                answer.personId(),
                                List.of(
                                        "partnership:" + ending.partnershipCode(),
                                        "company:" + ending.enterpriseNumber()),
                                new JsonObject()
                                        .put("dossier", id)
                                        .put("answer", answer.kind().name())
                                        .put("byLink", answer.byLink())))
                .await();
    }

    private Ending locked(SqlConnection connection, String id, Where where) {
        if (!RenewalQueries.lock(connection, id)) {
            throw new Problem.NotFound();
        }
        List<Ending> found = RenewalQueries.list(connection, where.and("a.id = ?", id), time.today(), 1)
                .await();
        if (found.isEmpty()) {
            throw new Problem.NotFound();
        }
        return found.getFirst();
    }

    /// The item of an earlier answer is closed: the company thinks otherwise now.
    private void follow(SqlConnection connection, Ending ending, Answer answer) {
        for (Answer.Kind kind : Answer.Kind.values()) {
            if (kind != answer.kind()) {
                FollowUp.close(
                                connection,
                                kind.followUp(),
                                "dossier:" + ending.id(),
                                answer.personId(),
                                "ANSWER_CHANGED",
                                time.now())
                        .await();
            }
        }
        LocalDate supported = time.today().plusDays(SUPPORT_DAYS);
        LocalDate dueOn = answer.kind() == Answer.Kind.NEEDS_SUPPORT && supported.isBefore(ending.lastDay())
                ? supported
                : ending.lastDay();
        FollowUp.ofDossier(
                        ending.partnershipCode(),
                        answer.kind().followUp(),
                        ending.enterpriseNumber(),
                        ending.id(),
                        dueOn)
                .saying(answer.remark())
                .open(connection, ids.next().toString(), time.now())
                .await();
    }
}
