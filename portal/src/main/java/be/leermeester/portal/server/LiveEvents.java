package be.leermeester.portal.server;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Server-sent events: tells open pages that something they may see has changed, nothing of what it is. The pages then
/// ask for themselves anew, through the same access rules as ever. A notice is the subject and those of the listener's
/// own audience keys that it was for: `dossier:A1 company:0442239628`.
public final class LiveEvents implements Feature {

    private static final long HEARTBEAT_MILLIS = 20_000;

    private record Listener(Set<String> keys, HttpServerResponse response) {}

    private final Vertx vertx;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    public LiveEvents(Vertx vertx) {
        this.vertx = vertx;
        vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> listeners.forEach(listener -> write(listener, ": still here\n\n")));
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/live", Access.signedIn(), this::listen);
    }

    /// Called with the notice that the outbox sent at commit.
    public void tell(JsonObject notice) {
        JsonArray audience = notice.getJsonArray("audience", new JsonArray());
        String subject = notice.getString("subject", "").replaceAll("[\\r\\n]", "");
        for (Listener listener : listeners) {
            String reached = reached(audience, listener.keys());
            if (!reached.isEmpty()) {
                write(listener, "data: " + subject + " " + reached + "\n\n");
            }
        }
    }

    /// Those of the listener's own keys to which it was told; nothing of anybody else's.
    private static String reached(JsonArray audience, Set<String> keys) {
        return audience.stream()
                .map(String::valueOf)
                .filter(key -> key.equals("everybody") || keys.contains(key))
                .collect(Collectors.joining(" "));
    }

    private Future<Reply> listen(Visit visit) {
        Identity identity = visit.identity();
        return Future.succeededFuture(new Reply.Streamed(
                "text/event-stream",
                java.util.List.of("cache-control", "no-store", "x-accel-buffering", "no"),
                response -> {
                    response.setChunked(true);
                    Listener listener = new Listener(identity.audienceKeys(), response);
                    listeners.add(listener);
                    response.endHandler(_ -> listeners.remove(listener));
                    response.closeHandler(_ -> listeners.remove(listener));
                    response.write("retry: 2000\n\n");
                }));
    }

    private void write(Listener listener, String text) {
        vertx.runOnContext(_ -> {
            if (listener.response().closed() || listener.response().writeQueueFull()) {
                listeners.remove(listener);
            } else {
                listener.response().write(text);
            }
        });
    }
}
