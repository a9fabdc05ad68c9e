package be.leermeester.portal.application;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.lapse.LapsedMentors;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names mentors on a recognition that runs, says that one left, and decides on one who waits (M11). On a virtual
/// thread, inside a transaction. Throws [Problem.Conflict] where the recognition runs no more, or somebody was first.
public final class ChangeMentors {

    private final ChangeStatus change;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    public ChangeMentors(ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        this.change = change;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// He waits for the handler's decision; the handler has something to take up.
    void name(SqlConnection connection, String application, String personId, String by) {
        LockedDossier dossier = running(connection, application);
        if (!LapsedMentors.mayBeNamed(connection, personId, dossier.partnershipCode())
                .await()) {
            throw new Problem.Conflict("lapse.struck-before");
        }
        if (!MentorChangeQueries.name(connection, application, personId, time.now())) {
            throw new Problem.Conflict("application.mentor.named-already");
        }
        DeriveObligations.of(connection, List.of(personId)).await();
        followUp(connection, dossier, "NEW_MENTOR", personId);
        tell(connection, dossier, "MentorNamed", personId, by);
    }

    /// The handler strikes him off, or asks for somebody in his place.
    void left(SqlConnection connection, String application, String personId, String by) {
        LockedDossier dossier = running(connection, application);
        followUp(connection, dossier, "MENTOR_LEFT", personId);
        tell(connection, dossier, "MentorLeft", personId, by);
    }

    /// A handler's decision on a mentor who was named on a recognition that runs; whether the handler may is the
    /// caller's to know.
    ///
    /// @param reason a code of `portal.mentor_refusal`; null where he is approved
    /// @param motivation of at least [Act#MOTIVATION] characters where he is refused (R6)
    public void decideMentor(
            SqlConnection connection,
            String application,
            String personId,
            @Nullable String reason,
            String motivation,
            String by) {
        LockedDossier dossier = running(connection, application);
        boolean approved = reason == null;
        if (!approved && motivation.length() < Act.MOTIVATION) {
            throw new Problem.BadRequest("status.motivation", Act.MOTIVATION);
        }
        if (!MentorChangeQueries.decide(connection, application, personId, approved, time.now())) {
            throw new Problem.Conflict("application.mentor.decided-already");
        }
        if (!approved) {
            MentorChangeQueries.refused(connection, application, personId, reason, motivation, by, time.now());
        }
        DeriveObligations.of(connection, List.of(personId)).await();
        FollowUp.close(connection, "NEW_MENTOR", subject(application, personId), by, "DECIDED", time.now())
                .await();
        tell(connection, dossier, approved ? "MentorApproved" : "MentorRejected", personId, by);
    }

    private LockedDossier running(SqlConnection connection, String application) {
        LockedDossier dossier = change.settled(connection, application);
        if (dossier.status() != RecognitionStatus.APPROVED) {
            throw new Problem.Conflict("status.changed." + dossier.status());
        }
        return dossier;
    }

    private void followUp(SqlConnection connection, LockedDossier dossier, String kind, String personId) {
        new FollowUp(
                        dossier.partnershipCode(),
                        kind,
                        subject(dossier.id(), personId),
                        dossier.enterpriseNumber(),
                        dossier.id(),
                        "",
                        null)
                .open(connection, ids.next().toString(), time.now())
                .await();
    }

    private static String subject(String application, String personId) {
        return "mentor:" + application + ":" + personId;
    }

    private void tell(SqlConnection connection, LockedDossier dossier, String type, String personId, String by) {
        List<String> audience = List.of(
                "partnership:" + dossier.partnershipCode(),
                "company:" + dossier.enterpriseNumber(),
                "person:" + personId);
        JsonObject payload = new JsonObject().put("dossier", dossier.id()).put("person", personId);
        outbox.append(connection, new Event(type, "dossier:" + dossier.id(), by, audience, payload))
                .await();
    }
}
