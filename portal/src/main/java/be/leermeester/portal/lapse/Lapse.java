package be.leermeester.portal.lapse;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.Deadlines;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.learning.deadline.Lapses;
import be.leermeester.learning.deadline.TrainingRules;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;

/// Does what [LapseDays] says, in the caller's transaction, on a virtual thread. No agreement ends by it.
final class Lapse {

    /// Why a recognition was revoked: none of its mentors followed the training in time.
    static final String REASON = "TRAINING_NOT_FOLLOWED";

    /// The item with which a handler confirms a striking off.
    static final String CONFIRM = "LAPSE_CONFIRM";

    private final ChangeStatus change;
    private final LapseEvents events;
    private final Ids ids;
    private final Time time;

    Lapse(ChangeStatus change, Outbox outbox, Ids ids, Time time) {
        this.change = change;
        this.events = new LapseEvents(outbox);
        this.ids = ids;
        this.time = time;
    }

    /// Everything of one mentor that passed after one day, up to and with another; answers how many deadlines.
    int ofMentor(SqlConnection connection, String personId, LocalDate after, LocalDate day) {
        List<String> dossiers =
                hold(connection, LapseQueries.ofMentor(connection, personId).await());
        LapseQueries.lockPerson(connection, personId).await();
        TrainingRules rules = Deadlines.rules(connection).await();
        List<Late> late = Lapses.dueOf(connection, after, day, personId).await().stream()
                .map(due -> new Late(personId, due.partnership(), rules.policyOn(due.partnership(), day)))
                .toList();
        if (!late.isEmpty()) {
            List<Recognised> recognitions = LapseQueries.recognitions(connection, dossiers, day).await().stream()
                    .map(recognition ->
                            recognition.keptUntil() == null ? recognition : recognition.keptUntil(LocalDate.MAX))
                    .toList();
            carryOut(connection, new LapseDays(recognitions).on(day, late), recognitions, Event.PORTAL);
            DeriveObligations.of(connection, List.of(personId)).await();
        }
        return late.size();
    }

    /// A recognition that was kept until the day: revoked now, or released where there is a valid mentor. Answers how
    /// many were revoked.
    int kept(SqlConnection connection, String dossier, LocalDate day) {
        hold(connection, List.of(dossier));
        List<Recognised> found =
                LapseQueries.recognitions(connection, List.of(dossier), day).await();
        if (found.isEmpty()) {
            RecordQueries.endKeeping(connection, dossier, "ENDED", time.now()).await();
            return 0;
        }
        List<Consequence> happens = new LapseDays(found).on(day, List.of());
        carryOut(connection, happens, found, Event.PORTAL);
        return (int)
                happens.stream().filter(Consequence.Revoked.class::isInstance).count();
    }

    /// Strikes off after a handler's confirmation, dated on the day of that.
    void confirmed(SqlConnection connection, Late late, LocalDate day, String by) {
        List<String> dossiers = hold(
                connection, LapseQueries.ofMentor(connection, late.personId()).await());
        List<Recognised> recognitions =
                LapseQueries.recognitions(connection, dossiers, day).await();
        carryOut(connection, new LapseDays(recognitions).strike(day, late), recognitions, by);
        DeriveObligations.of(connection, List.of(late.personId())).await();
    }

    /// The dossiers, held in an order that all keep, after the law has done its part.
    private List<String> hold(SqlConnection connection, List<String> dossiers) {
        List<String> held = LapseQueries.lock(connection, dossiers).await();
        held.forEach(dossier -> change.settled(connection, dossier));
        return held;
    }

    private void carryOut(
            SqlConnection connection, List<Consequence> happens, List<Recognised> recognitions, String by) {
        for (Consequence each : happens) {
            switch (each) {
                case Consequence.Lapsed lapsed -> lapsed(connection, lapsed, recognitions);
                case Consequence.Struck struck -> struck(connection, struck, by);
                case Consequence.Kept kept -> {
                    RecordQueries.keep(connection, kept, time.now()).await();
                    events.kept(connection, kept, by);
                }
                case Consequence.Revoked revoked -> revoke(connection, revoked, by);
                case Consequence.Released released ->
                    RecordQueries.endKeeping(connection, released.recognition().id(), "RELEASED", time.now())
                            .await();
            }
        }
    }

    private void lapsed(SqlConnection connection, Consequence.Lapsed lapsed, List<Recognised> recognitions) {
        Late late = lapsed.late();
        Lapses.notFollowed(connection, late.personId(), late.partnership(), lapsed.day(), time.now())
                .await();
        List<Recognised> own = recognitions.stream()
                .filter(each -> each.partnership().equals(late.partnership()))
                .toList();
        boolean waits = lapsed.waits() && !own.isEmpty();
        RecordQueries.lapse(connection, late, lapsed.day(), waits, time.now()).await();
        if (waits) {
            Recognised first = own.getFirst();
            new FollowUp(
                            late.partnership(),
                            CONFIRM,
                            "person:" + late.personId(),
                            first.enterpriseNumber(),
                            first.id(),
                            "",
                            null)
                    .open(connection, ids.next().toString(), time.now())
                    .await();
        }
        events.lapsed(connection, lapsed, own);
    }

    private void struck(SqlConnection connection, Consequence.Struck struck, String by) {
        boolean now = Lapses.strike(
                        connection, struck.personId(), struck.recognition().id(), struck.day(), time.now())
                .await();
        if (now) {
            events.struck(connection, struck, by);
        }
    }

    private void revoke(SqlConnection connection, Consequence.Revoked revoked, String by) {
        String dossier = revoked.recognition().id();
        if (revoked.wasKept()) {
            RecordQueries.endKeeping(connection, dossier, "REVOKED", time.now()).await();
        }
        Act act = Act.of(dossier, RecognitionStatus.REVOKED, Actor.PORTAL, by).because(List.of(REASON), "");
        change.dated(connection, change.settled(connection, dossier), act, revoked.day());
    }
}
