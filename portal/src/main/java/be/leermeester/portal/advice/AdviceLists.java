package be.leermeester.portal.advice;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Puts dossiers on the next list of a partnership, sends it, closes it (R12). On a virtual thread, inside the
/// caller's transaction; whose partnership it is the caller knows.
final class AdviceLists {

    /// In these a voice still means something.
    static final Set<RecognitionStatus> VOTED_ON =
            EnumSet.of(RecognitionStatus.SUBMITTED, RecognitionStatus.IN_REVIEW, RecognitionStatus.ON_HOLD);

    private final ChangeStatus change;
    private final AdviceMail mail;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    AdviceLists(ChangeStatus change, AdviceMail mail, Outbox outbox, Ids ids, Time time) {
        this.change = change;
        this.mail = mail;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    void put(SqlConnection connection, String dossierId, String note, String by) {
        LockedDossier dossier = change.settled(connection, dossierId);
        if (!VOTED_ON.contains(dossier.status())) {
            throw new Problem.Conflict("status.refused." + dossier.status());
        }
        String list = ListQueries.next(
                connection, dossier.partnershipCode(), ids.next().toString(), time.now());
        if (list == null || !ListQueries.add(connection, list, dossierId, note, by, time.now())) {
            throw new Problem.Conflict("advice.on-list-already");
        }
        announce(connection, "AdvicePrepared", "dossier:" + dossierId, by, dossier.partnershipCode());
    }

    void remove(SqlConnection connection, String partnership, String dossier, String by) {
        String list = ListQueries.held(connection, partnership);
        if (list == null || !ListQueries.remove(connection, list, dossier)) {
            throw new Problem.Conflict("advice.sent-already");
        }
        announce(connection, "AdviceDropped", "dossier:" + dossier, by, partnership);
    }

    /// Throws [Problem.Conflict] where it was sent already, where nothing is on it or nobody has a vote.
    ///
    /// @return the list's id
    String send(SqlConnection connection, String partnership, Instant closing, String by) {
        Instant now = time.now();
        String list = ListQueries.held(connection, partnership);
        List<String> dossiers = list == null ? List.of() : ListQueries.dossiers(connection, list);
        if (list == null || dossiers.isEmpty()) {
            throw new Problem.Conflict("advice.nothing-on-it");
        }
        List<Addressee> voters = ListQueries.voters(connection, partnership);
        if (voters.isEmpty()) {
            throw new Problem.Conflict("advice.no-voters");
        }
        ListQueries.send(connection, list, by, now, closing);
        for (Addressee voter : voters) {
            ListQueries.ask(connection, list, voter);
            mail.ask(connection, voter, list, dossiers.size(), closing);
        }
        dossiers.forEach(dossier -> announce(connection, "AdviceAsked", "dossier:" + dossier, by, partnership));
        return list;
    }

    /// Records what came of the lists whose moment has passed, once, whoever comes first: silence was agreement. In a
    /// transaction of its own: a voice holds its dossier before the list.
    ///
    /// @return how many were closed
    int closeDue(SqlConnection connection) {
        List<ListQueries.Due> due = ListQueries.due(connection, time.now());
        for (ListQueries.Due list : due) {
            for (ListQueries.Result result : ListQueries.close(connection, list, time.now())) {
                AdviceResult said = AdviceResult.of(VoiceQueries.voices(connection, list.id(), result.dossier()));
                String id = ids.next().toString();
                ListQueries.log(connection, id, result, list, said.voters(), said.remark(result.outcome()), time.now());
                announce(connection, "AdviceGiven", "dossier:" + result.dossier(), Event.PORTAL, list.partnership());
            }
        }
        return due.size();
    }

    private void announce(SqlConnection connection, String type, String subject, String by, String partnership) {
        outbox.append(connection, new Event(type, subject, by, List.of("partnership:" + partnership), new JsonObject()))
                .await();
    }
}
