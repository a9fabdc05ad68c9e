package be.leermeester.portal.application;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.lapse.LapsedMentors;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/// Names mentors on a recognition that runs and says that one left (M11); the handler decides on them. On a virtual
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
        checkMayBeNamed(connection, personId, dossier.partnershipCode());
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

    /// Who was struck off for the training is named again only after accepted training (9.16).
    static void checkMayBeNamed(SqlConnection connection, String personId, String partnership) {
        if (!LapsedMentors.mayBeNamed(connection, personId, partnership).await()) {
            throw new Problem.Conflict("lapse.struck-before");
        }
    }

    /// What the follow-up of a mentor who was named later is about.
    public static String subject(String application, String personId) {
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
