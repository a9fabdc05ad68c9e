package be.leermeester.kernel;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Writes an event and a delivery for each subscriber in the transaction of the change itself, so that neither exists
/// without the other. Listeners on every server hear of it at commit.
public final class Outbox {

    /// The channel on which servers hear that something was committed.
    public static final String CHANNEL = "leermeester_events";

    private final Time time;
    private final Ids ids;
    private final Supplier<List<Subscriber>> subscribers;

    /// @param subscribers asked at each event: features that subscribe are often the ones that write
    public Outbox(Time time, Ids ids, Supplier<List<Subscriber>> subscribers) {
        this.time = time;
        this.ids = ids;
        this.subscribers = subscribers;
    }

    /// @param connection must be inside a transaction
    public Future<UUID> append(SqlConnection connection, Event event) {
        UUID id = ids.next();
        var at = time.now().atOffset(ZoneOffset.UTC);
        String[] names = subscribers.get().stream()
                .filter(subscriber -> subscriber.wants(event.type()))
                .map(Subscriber::name)
                .toArray(String[]::new);
        return connection
                .preparedQuery("""
                        INSERT INTO kernel.event (id, at, actor, type, subject, audience, payload)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.of(id, at, event.actor(), event.type(), event.subject())
                        .addArrayOfString(event.audience().toArray(String[]::new))
                        .addJsonObject(event.payload()))
                .compose(_ ->
                        connection.preparedQuery("""
                                INSERT INTO kernel.delivery (event_id, subscriber, next_at)
                                SELECT $1, name, $2 FROM unnest($3::text[]) name
                                """).execute(Tuple.of(id, at).addArrayOfString(names)))
                .compose(_ -> connection
                        .preparedQuery("SELECT pg_notify($1, $2)")
                        .execute(Tuple.of(CHANNEL, notice(id, event).encode())))
                .map(_ -> id);
    }

    private static JsonObject notice(UUID id, Event event) {
        return new JsonObject()
                .put("id", id.toString())
                .put("type", event.type())
                .put("subject", event.subject())
                .put("audience", event.audience().size() > 20 ? List.of("everybody") : event.audience());
    }
}
