package be.leermeester.portal.treatment;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import io.vertx.sqlclient.SqlConnection;

/// Does a handler's deed: the change of status with all that belongs to it, in one transaction on a virtual thread.
final class TreatDossier {

    private final ChangeStatus change;
    private final WriteLetters letters;
    private final Ids ids;
    private final Time time;

    TreatDossier(ChangeStatus change, WriteLetters letters, Ids ids, Time time) {
        this.change = change;
        this.letters = letters;
        this.ids = ids;
        this.time = time;
    }

    /// @param seen the number of the last change that the handler saw
    /// @param matter what is done, and whom to tell
    record Order(WriteLetters.Matter matter, int seen, String personId) {
        String applicationId() {
            return matter.dossier().id();
        }

        Deed deed() {
            return matter.deed();
        }

        Typed typed() {
            return matter.typed();
        }
    }

    /// Throws [Problem.NotFound] where the dossier is not of a partnership in `scope` (any more), and
    /// [Problem.Conflict] where something happened since it was seen or the deed does not fit its status.
    LockedDossier apply(SqlConnection connection, Order order, Scope scope) {
        LockedDossier before = settled(connection, order.applicationId());
        if (!scope.handles(before.partnershipCode())) {
            throw new Problem.NotFound();
        }
        Deed deed = order.deed();
        if (order.seen() == before.lastSeq() && !deed.offeredIn(before.status())) {
            throw new Problem.Conflict("status.refused." + before.status());
        }
        Typed typed = order.typed();
        LockedDossier after = change.apply(
                connection,
                Act.of(before.id(), deed.to(), Actor.HANDLER, order.personId())
                        .having(order.seen())
                        .because(typed.reasons(), typed.remark())
                        .withoutMentors(typed.refused()));
        record(connection, order, after);
        letters.send(connection, order.matter(), after.lastSeq());
        return after;
    }

    /// The dossier, locked, after the law has done its part.
    LockedDossier settled(SqlConnection connection, String id) {
        return change.settled(connection, id);
    }

    private void record(SqlConnection connection, Order order, LockedDossier after) {
        Typed typed = order.typed();
        switch (order.deed()) {
            case REVIEW -> DeedQueries.assign(connection, after.id(), order.personId());
            case INCOMPLETE ->
                typed.asked()
                        .forEach(item ->
                                DeedQueries.ask(connection, ids.next().toString(), after.id(), after.lastSeq(), item));
            case APPROVE -> refuse(connection, order);
            case PARTIAL -> {
                refuse(connection, order);
                DeedQueries.list(connection, after.id(), typed.filled());
            }
            case RESUME, HOLD, REJECT, REVOKE -> {}
        }
    }

    private void refuse(SqlConnection connection, Order order) {
        order.typed().verdicts().forEach((mentor, verdict) -> {
            if (verdict.refused()) {
                DeedQueries.refuse(connection, order.applicationId(), mentor, verdict, order.personId(), time.now());
            }
        });
    }
}
