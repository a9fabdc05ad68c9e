package be.leermeester.portal.lapse;

import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.learning.deadline.Lapses;
import be.leermeester.portal.lapse.RestoreQueries.Lost;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;

/// Gives back what a passed deadline took, when training is accepted after all (domain.md section 3). Whoever accepts
/// it calls this in the same transaction, after writing the training; on a virtual thread.
public final class Restore {

    /// What was given back.
    ///
    /// @param mentorOf recognitions of which the person is a mentor again
    /// @param approvedAgain those of them that were revoked for it
    /// @param late whether the training was followed after the deadline: the mentor stays marked as late
    public record Restored(List<String> mentorOf, List<String> approvedAgain, boolean late) {
        public Restored {
            mentorOf = List.copyOf(mentorOf);
            approvedAgain = List.copyOf(approvedAgain);
        }
    }

    private final ChangeStatus change;
    private final LapseEvents events;
    private final Time time;

    public Restore(ChangeStatus change, Outbox outbox, Time time) {
        this.change = change;
        this.events = new LapseEvents(outbox);
        this.time = time;
    }

    /// Followed on or before the deadline: all of it is undone. Followed later: recognitions that are kept until the
    /// end of the school year get their mentor back. Safe to repeat.
    ///
    /// @param followedOn the last day of the training: what counts, not when it was handed in (9.7)
    /// @param actor who accepted it, a person's id
    public Restored afterAcceptance(
            SqlConnection connection, String personId, String partnership, LocalDate followedOn, String actor) {
        LocalDate dueOn =
                RestoreQueries.dueOn(connection, personId, partnership).await();
        boolean late = dueOn != null && followedOn.isAfter(dueOn);
        List<Lost> all = RestoreQueries.lost(connection, personId, partnership, time.today())
                .await();
        LapseQueries.lock(connection, all.stream().map(Lost::applicationId).toList())
                .await();
        List<Lost> lost = RestoreQueries.lost(connection, personId, partnership, time.today()).await().stream()
                .filter(each -> !late || each.kept())
                .toList();
        List<String> mentorOf = lost.stream().map(Lost::applicationId).toList();
        List<String> approvedAgain = lost.stream()
                .filter(each -> !late && each.revokedForIt())
                .map(Lost::applicationId)
                .toList();
        giveBack(connection, personId, mentorOf, late ? "CURED" : "RESTORED");
        RecordQueries.end(connection, personId, partnership, late ? "CURED" : "UNDONE", time.now())
                .await();
        RecordQueries.closeItem(connection, personId, partnership, actor, "TRAINING_ACCEPTED", time.now())
                .await();
        for (String dossier : approvedAgain) {
            change.apply(connection, Act.of(dossier, RecognitionStatus.APPROVED, Actor.HANDLER, actor));
        }
        DeriveObligations.of(connection, List.of(personId)).await();
        if (!mentorOf.isEmpty()) {
            List<Recognised> recognitions = LapseQueries.recognitions(connection, mentorOf, time.today())
                    .await();
            String type = late ? "MentorCured" : "MentorRestored";
            events.givenBack(connection, type, personId, partnership, recognitions, time.today(), actor);
        }
        return new Restored(mentorOf, approvedAgain, late);
    }

    private void giveBack(SqlConnection connection, String personId, List<String> dossiers, String outcome) {
        Lapses.giveBack(connection, personId, dossiers, outcome, time.now()).await();
        for (String dossier : dossiers) {
            RecordQueries.endKeeping(connection, dossier, outcome, time.now()).await();
        }
    }
}
