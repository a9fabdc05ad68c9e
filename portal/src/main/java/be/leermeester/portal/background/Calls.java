package be.leermeester.portal.background;

import be.leermeester.kernel.Outbox;
import be.leermeester.portal.server.LiveEvents;
import be.leermeester.portal.signin.Sessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;

/// Hears what other servers (and this one) committed. The connection is made again by itself when it breaks; what was
/// missed meanwhile is found by polling, and remembered sessions are forgotten.
public final class Calls {

    private final PgSubscriber subscriber;

    private Calls(PgSubscriber subscriber) {
        this.subscriber = subscriber;
    }

    public static Future<Calls> listen(
            Vertx vertx, PgConnectOptions options, LiveEvents live, Sessions sessions, Deliveries deliveries) {
        PgSubscriber subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(attempts -> {
            sessions.forget("*");
            return Math.min(5_000L, 200L * (attempts + 1));
        });
        subscriber.channel(Outbox.CHANNEL).handler(text -> {
            live.tell(new JsonObject(text));
            deliveries.wake();
        });
        subscriber.channel(Sessions.CHANNEL).handler(sessions::forget);
        return subscriber.connect().map(_ -> new Calls(subscriber));
    }

    public Future<Void> close() {
        return subscriber.close();
    }
}
