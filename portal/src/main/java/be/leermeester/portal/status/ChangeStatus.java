package be.leermeester.portal.status;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The one place where the status of a dossier changes, and with it what hangs on it: the columns that lists read, the
/// decision on its mentors, their obligation, the event. On a virtual thread, inside the caller's transaction, which
/// holds the dossier from then on: of two who decide at once the second one waits, and then finds what the first did.
public final class ChangeStatus {

    private final Outbox outbox;
    private final Time time;

    public ChangeStatus(Outbox outbox, Time time) {
        this.outbox = outbox;
        this.time = time;
    }

    /// Throws [Problem.NotFound] where there is no such dossier, [Problem.Conflict] where it changed since
    /// it was seen, where this actor may not make this change, where an objection of a social partner
    /// waits to be handled or the place is excluded, [Problem.BadRequest] where reasons or motivation
    /// lack. Whether the person may touch this dossier at all is the caller's to know.
    public LockedDossier apply(SqlConnection connection, Act act) {
        LockedDossier dossier = settled(connection, act.applicationId());
        if (act.seen() != null && act.seen() != dossier.lastSeq()) {
            throw new Problem.Conflict("status.changed." + dossier.status());
        }
        if (!act.actor().may(dossier.status(), act.to())) {
            throw new Problem.Conflict("status.refused." + dossier.status());
        }
        if (dossier.status() == RecognitionStatus.ON_HOLD
                && act.to() == RecognitionStatus.IN_REVIEW
                && StatusQueries.isObjectedTo(connection, dossier.id())) {
            throw new Problem.Conflict("status.objection");
        }
        if ((act.to() == RecognitionStatus.SUBMITTED || act.to() == RecognitionStatus.APPROVED)
                && dossier.status().isOpen()) {
            StatusQueries.refuseExcluded(connection, dossier, time.today());
        }
        if (act.needsMotivation() && (act.reasons().isEmpty() || act.remark().length() < Act.MOTIVATION)) {
            throw new Problem.BadRequest("status.motivation", Act.MOTIVATION);
        }
        return record(connection, dossier, act, time.now(), act.actor() == Actor.PORTAL);
    }

    /// The dossier, locked, after the law has done its part: approved where it was undecided for fourteen days, ended
    /// where its five years are over, each dated on its own day, whether or not the night's work has run yet.
    public LockedDossier settled(SqlConnection connection, String applicationId) {
        LockedDossier dossier = StatusQueries.lock(connection, applicationId, time.today());
        if (dossier == null) {
            throw new Problem.NotFound();
        }
        return expired(connection, approvedByLaw(connection, dossier));
    }

    private LockedDossier approvedByLaw(SqlConnection connection, LockedDossier dossier) {
        LocalDate decideBy = DecisionClock.after(dossier.history()).decideBy();
        return decideBy == null
                        || decideBy.isAfter(time.today())
                        || dossier.escalates()
                        || StatusQueries.isExcluded(connection, dossier, decideBy)
                ? dossier
                : byPortal(connection, dossier, RecognitionStatus.APPROVED, decideBy);
    }

    private LockedDossier expired(SqlConnection connection, LockedDossier dossier) {
        LocalDate end = dossier.validUntil();
        return dossier.status() != RecognitionStatus.APPROVED || end == null || end.isAfter(time.today())
                ? dossier
                : byPortal(connection, dossier, RecognitionStatus.EXPIRED, end);
    }

    /// What the portal itself does, dated on the first moment of a day that may lie behind us.
    public LockedDossier byPortal(SqlConnection connection, LockedDossier dossier, RecognitionStatus to, LocalDate on) {
        return dated(connection, dossier, Act.of(dossier.id(), to, Actor.PORTAL, Event.PORTAL), on);
    }

    /// The portal's own work with its reasons, dated as [#byPortal]; automatic unless somebody confirmed it. Throws
    /// [Problem.Conflict] where the portal may not make this change.
    public LockedDossier dated(SqlConnection connection, LockedDossier dossier, Act act, LocalDate on) {
        if (!Actor.PORTAL.may(dossier.status(), act.to())) {
            throw new Problem.Conflict("status.refused." + dossier.status());
        }
        return record(connection, dossier, act, Time.startOf(on), act.personId().equals(Event.PORTAL));
    }

    private LockedDossier record(
            SqlConnection connection, LockedDossier before, Act act, Instant at, boolean automatic) {
        Instant last = before.history().getLast().at();
        StatusChange change = new StatusChange(at.isBefore(last) ? last : at, act.to(), automatic);
        LockedDossier dossier = before.after(change);
        StatusQueries.append(connection, dossier.id(), dossier.lastSeq(), change, act, time.now());
        StatusQueries.refresh(connection, dossier);
        List<String> mentors = StatusQueries.mentors(connection, dossier.id());
        if (change.status().isDecision()) {
            StatusQueries.decideMentors(connection, dossier.id(), change, act.refusedMentors(), time.now());
        }
        DeriveObligations.of(connection, mentors).await();
        announce(connection, dossier, change, act, mentors);
        return dossier;
    }

    void announce(SqlConnection connection, LockedDossier dossier, StatusChange change, Act act, List<String> mentors) {
        List<String> audience = new ArrayList<>(dossier.audience());
        mentors.forEach(mentor -> audience.add("person:" + mentor));
        outbox.append(
                        connection,
                        new Event(
                                type(change.status()),
                                "dossier:" + dossier.id(),
                                act.personId(),
                                audience,
                                new JsonObject()
                                        .put("dossier", dossier.id())
                                        .put("seq", dossier.lastSeq())
                                        .put("status", change.status().name())
                                        .put("at", change.at().toString())
                                        .put("automatic", change.automatic())
                                        .put("reasons", new JsonArray(act.reasons()))))
                .await();
    }

    /// The name of the event that tells of a change to this status.
    public static String type(RecognitionStatus status) {
        return switch (status) {
            case SUBMITTED -> "ApplicationSubmitted";
            case INCOMPLETE -> "ApplicationIncomplete";
            case IN_REVIEW -> "ApplicationInReview";
            case ON_HOLD -> "ApplicationOnHold";
            case CANCELLED -> "ApplicationCancelled";
            case APPROVED -> "RecognitionApproved";
            case REJECTED -> "ApplicationRejected";
            case REVOKED -> "RecognitionRevoked";
            case CEASED -> "RecognitionCeased";
            case EXPIRED -> "RecognitionExpired";
            case DUPLICATED -> "RecognitionDuplicated";
        };
    }
}
