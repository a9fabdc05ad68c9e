package be.leermeester.portal.competence;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Hands a dossier over to another partnership and asks others about it (R11). On a virtual thread, inside the caller's
/// transaction; who may do it for which partnership is the caller's to know. The clock goes on.
final class Competence {

    /// The least that a reason says, in characters.
    static final int MOTIVATION = Act.MOTIVATION;

    /// The kinds of [FollowUp].
    static final String RECEIVED = "TRANSFERRED";
    static final String ASKED = "ADVICE_ASKED";

    /// @param asked the partnership that is asked
    record Question(String dossier, String asked, String text, LocalDate dueOn) {}

    private final ChangeStatus change;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    Competence(ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        this.change = change;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// Throws [Problem.Conflict] where it is not open any more or went elsewhere meanwhile.
    ///
    /// @param from the partnership as the handler saw it
    void transfer(SqlConnection connection, String id, String from, String to, String reason, Identity by) {
        LockedDossier dossier = held(connection, id, from);
        if (!CompetenceQueries.isPartnership(connection, to) || to.equals(from)) {
            throw new Problem.BadRequest("competence.partnership");
        }
        List<String> mentors = CompetenceQueries.move(
                connection, ids.next().toString(), id, from, to, reason, by.personId(), time.now());
        DeriveObligations.of(connection, mentors).await();
        FollowUp.ofDossier(to, RECEIVED, dossier.enterpriseNumber(), id, null)
                .saying(reason)
                .open(connection, ids.next().toString(), time.now())
                .await();
        List<String> audience = new ArrayList<>(
                List.of("partnership:" + from, "partnership:" + to, "company:" + dossier.enterpriseNumber()));
        if (dossier.filedAs() != null) {
            audience.add("provider:" + dossier.filedAs());
        }
        tell(
                connection,
                "DossierTransferred",
                id,
                by,
                audience,
                new JsonObject().put("from", from).put("to", to));
    }

    /// Throws [Problem.Conflict] where that partnership is being asked already.
    void ask(SqlConnection connection, Question question, String from, Identity by) {
        LockedDossier dossier = held(connection, question.dossier(), from);
        if (!CompetenceQueries.isPartnership(connection, question.asked())
                || question.asked().equals(from)) {
            throw new Problem.BadRequest("competence.partnership");
        }
        String id = ids.next().toString();
        if (!CompetenceQueries.ask(connection, id, question, from, by.personId(), time.now())) {
            throw new Problem.Conflict("competence.asked-already");
        }
        FollowUp.ofDossier(question.asked(), ASKED, dossier.enterpriseNumber(), question.dossier(), question.dueOn())
                .saying(question.text())
                .open(connection, ids.next().toString(), time.now())
                .await();
        List<String> audience = List.of("partnership:" + from, "partnership:" + question.asked());
        tell(
                connection,
                "PartnershipAsked",
                question.dossier(),
                by,
                audience,
                new JsonObject().put("asked", question.asked()));
    }

    /// Throws [Problem.Conflict] where it was answered already.
    void answer(SqlConnection connection, String dossier, String asked, String answer, Identity by) {
        String asking = CompetenceQueries.answer(connection, dossier, asked, answer, by.personId(), time.now());
        if (asking == null) {
            throw new Problem.Conflict("competence.answered-already");
        }
        CompetenceQueries.log(connection, ids.next().toString(), dossier, by.name(), answer, time.today(), time.now());
        FollowUp.close(connection, ASKED, "dossier:" + dossier, by.personId(), "", time.now())
                .await();
        List<String> audience = List.of("partnership:" + asking, "partnership:" + asked);
        tell(connection, "PartnershipAnswered", dossier, by, audience, new JsonObject().put("asked", asked));
    }

    private LockedDossier held(SqlConnection connection, String id, String from) {
        LockedDossier dossier = change.settled(connection, id);
        if (!dossier.partnershipCode().equals(from)) {
            throw new Problem.Conflict("competence.moved");
        }
        if (!dossier.status().isOpen()) {
            throw new Problem.Conflict("status.refused." + dossier.status());
        }
        return dossier;
    }

    private void tell(
            SqlConnection connection,
            String type,
            String dossier,
            Identity by,
            List<String> audience,
            JsonObject said) {
        outbox.append(connection, new Event(type, "dossier:" + dossier, by.personId(), audience, said))
                .await();
    }
}
