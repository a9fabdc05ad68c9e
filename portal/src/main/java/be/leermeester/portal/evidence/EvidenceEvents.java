package be.leermeester.portal.evidence;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/// Tells the mentor, the partnership and the companies that named the mentor there.
record EvidenceEvents(Outbox outbox) {

    void tell(SqlConnection connection, String type, String id, String personId, String partnership, String actor) {
        List<String> audience = new ArrayList<>(List.of("person:" + personId, "partnership:" + partnership));
        EvidenceQueries.named(connection, personId, partnership).await().stream()
                .map(named -> "company:" + named.enterprise())
                .distinct()
                .forEach(audience::add);
        JsonObject payload =
                new JsonObject().put("evidence", id).put("person", personId).put("partnership", partnership);
        outbox.append(connection, new Event(type, "evidence:" + id, actor, audience, payload))
                .await();
    }
}
