package be.leermeester.portal.advice;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/// What a voting member says about a dossier, and what the partnership does with an objection (R12). On a virtual
/// thread, inside the caller's transaction. The dossier is held first, then the list: an approval and an objection at
/// once come one after the other, and a voice before the closing moment is never lost to the closing.
final class Voices {

    /// The least that an objection and its answer say, in characters.
    static final int MOTIVATION = Act.MOTIVATION;

    /// The reason that the history shows with the ON_HOLD.
    static final String REASON = "SOCIAL_PARTNER_OBJECTION";

    private final ChangeStatus change;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    Voices(ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        this.change = change;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// Who may vote for the partnership at all is the caller's to know. Throws [Problem.NotFound] where the dossier is
    /// not on that list, [Problem.Conflict] from the closing moment on or where the dossier was decided meanwhile.
    void agree(SqlConnection connection, String list, String dossierId, String person) {
        LockedDossier dossier = ballot(connection, list, dossierId);
        VoiceQueries.vote(connection, list, dossierId, person, true, time.now());
        boolean withdrawn = VoiceQueries.withdraw(connection, dossierId, person, time.now());
        tell(connection, withdrawn ? "ObjectionWithdrawn" : "AdviceAgreed", dossier, person);
    }

    /// As [#agree]; the dossier goes on hold, through IN_REVIEW where nobody took it up yet.
    void object(SqlConnection connection, String list, String dossierId, String person, String reason) {
        LockedDossier dossier = ballot(connection, list, dossierId);
        if (reason.length() < MOTIVATION) {
            throw new Problem.BadRequest("status.motivation", MOTIVATION);
        }
        if (dossier.status() == RecognitionStatus.SUBMITTED) {
            change.apply(connection, Act.of(dossierId, RecognitionStatus.IN_REVIEW, Actor.ADVISOR, person));
        }
        if (dossier.status() != RecognitionStatus.ON_HOLD) {
            change.apply(
                    connection,
                    Act.of(dossierId, RecognitionStatus.ON_HOLD, Actor.ADVISOR, person)
                            .because(List.of(REASON), ""));
        }
        VoiceQueries.vote(connection, list, dossierId, person, false, time.now());
        VoiceQueries.withdraw(connection, dossierId, person, time.now());
        VoiceQueries.object(connection, ids.next().toString(), list, dossierId, person, reason, time.now());
        tell(connection, "ObjectionRaised", dossier, person);
    }

    private LockedDossier ballot(SqlConnection connection, String list, String dossierId) {
        LockedDossier dossier = change.settled(connection, dossierId);
        VoiceQueries.Ballot ballot = VoiceQueries.ballot(connection, list, dossierId);
        if (ballot == null) {
            throw new Problem.NotFound();
        }
        if (ballot.recorded() || !time.now().isBefore(ballot.closesAt())) {
            throw new Problem.Conflict("advice.closed");
        }
        if (!AdviceLists.VOTED_ON.contains(dossier.status())) {
            throw new Problem.Conflict("advice.not-needed." + dossier.status());
        }
        return dossier;
    }

    /// Records how the objections were dealt with and, where asked and none is left, resumes the dossier with the days
    /// that were left. Throws [Problem.Conflict] where one of them was withdrawn or handled meanwhile, or another
    /// one came and the dossier should resume.
    ///
    /// @param seen the objections that the handler saw
    void handle(
            SqlConnection connection,
            String dossierId,
            List<String> seen,
            String answer,
            boolean resume,
            String handler) {
        LockedDossier dossier = change.settled(connection, dossierId);
        if (answer.length() < MOTIVATION) {
            throw new Problem.BadRequest("status.motivation", MOTIVATION);
        }
        if (seen.isEmpty()
                || VoiceQueries.handle(connection, dossierId, seen, handler, answer, time.now()) != seen.size()) {
            throw new Problem.Conflict("advice.objection-changed");
        }
        if (resume && dossier.status() == RecognitionStatus.ON_HOLD) {
            if (!VoiceQueries.open(connection, dossierId).isEmpty()) {
                throw new Problem.Conflict("advice.objection-changed");
            }
            change.apply(connection, Act.of(dossierId, RecognitionStatus.IN_REVIEW, Actor.HANDLER, handler));
        }
        tell(connection, "ObjectionHandled", dossier, handler);
    }

    private void tell(SqlConnection connection, String type, LockedDossier dossier, String by) {
        outbox.append(
                        connection,
                        new Event(
                                type,
                                "dossier:" + dossier.id(),
                                by,
                                List.of("partnership:" + dossier.partnershipCode()),
                                new JsonObject().put("dossier", dossier.id())))
                .await();
    }
}
