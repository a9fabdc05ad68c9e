package be.leermeester.portal.mandate;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives, limits and revokes mandates: the row, the event and the mails to whoever holds it, all or nothing. On a
/// virtual thread, inside a transaction. Who may is the caller's to know.
final class GiveMandate {

    private final MandateMail mail;
    private final Outbox outbox;
    private final Ids ids;
    private final Time time;

    GiveMandate(MandateMail mail, Outbox outbox, Ids ids, Time time) {
        this.mail = mail;
        this.outbox = outbox;
        this.ids = ids;
        this.time = time;
    }

    /// Giving the same one twice gives it once.
    ///
    /// @return its id
    String give(SqlConnection connection, Terms terms, Identity by) {
        GivingQueries.lock(connection, terms.enterprise()).await();
        String twin = GivingQueries.twin(connection, terms).await();
        if (twin != null) {
            return twin;
        }
        SignedPaper paper = terms.paper();
        if (paper != null) {
            GivingQueries.keepFile(connection, paper.hash(), paper.size(), paper.mediaType(), time.now())
                    .await();
        }
        String id = ids.next().toString();
        GivingQueries.insert(connection, id, terms, by.personId(), time.now()).await();
        RequestQueries.answer(connection, terms.enterprise(), terms.holder(), id, by.personId(), time.now())
                .await();
        told(connection, "MandateGiven", read(connection, id), by);
        return id;
    }

    /// @param terms its new end and reach; holder and start stay
    void limit(SqlConnection connection, Mandate mandate, Terms terms, Identity by) {
        GivingQueries.lock(connection, terms.enterprise()).await();
        Mandate before = read(connection, mandate.id());
        if (!before.stands()) {
            return;
        }
        GivingQueries.limit(connection, mandate.id(), terms).await();
        Mandate after = read(connection, mandate.id());
        if (!after.equals(before)) {
            told(connection, "MandateLimited", after, by);
        }
    }

    /// Revoking twice is revoking once.
    void revoke(SqlConnection connection, Mandate mandate, Identity by) {
        GivingQueries.lock(connection, mandate.company().number()).await();
        if (GivingQueries.revoke(connection, mandate.id(), by.personId(), time.now())
                .await()) {
            told(connection, "MandateRevoked", read(connection, mandate.id()), by);
        }
    }

    private Mandate read(SqlConnection connection, String id) {
        Mandate mandate = MandateQueries.one(connection, id, time.today()).await();
        if (mandate == null) {
            throw new IllegalStateException("Mandate " + id + " is gone");
        }
        return mandate;
    }

    private void told(SqlConnection connection, String type, Mandate mandate, Identity by) {
        String company = "company:" + mandate.company().number();
        outbox.append(
                        connection,
                        new Event(
                                type,
                                company,
                                by.personId(),
                                List.of(company, mandate.holder().audienceKey(), "admins"),
                                payload(mandate)))
                .await();
        mail.tell(connection, type, mandate);
    }

    private static JsonObject payload(Mandate mandate) {
        return new JsonObject()
                .put("mandate", mandate.id())
                .put("kind", mandate.holder().kind())
                .put("holder", mandate.holder().code())
                .put("from", mandate.startsOn().toString())
                .put("until", text(mandate.endsOn()))
                .put("establishments", codes(mandate.scope().establishments()))
                .put("programmes", codes(mandate.scope().programmes()))
                .put("acts", new JsonArray(mandate.scope().acts()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static JsonArray codes(List<Mandate.Named> named) {
        return new JsonArray(named.stream().map(Mandate.Named::code).toList());
    }
}
