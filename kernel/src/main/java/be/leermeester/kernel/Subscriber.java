package be.leermeester.kernel;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// Reacts to events, at least once each: `deliver` must be idempotent. Runs on one server of all, in the background.
public interface Subscriber {

    /// Stable: deliveries are kept under it.
    String name();

    boolean wants(String type);

    /// A failed future is tried again later, with growing pauses.
    Future<Void> deliver(UUID eventId, String type, String subject, JsonObject payload);
}
