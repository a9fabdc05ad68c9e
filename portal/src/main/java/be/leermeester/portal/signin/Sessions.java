package be.leermeester.portal.signin;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.portal.server.Fingerprint;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds, begins and ends sessions. A browser holds a random id, the database its hash. A session ends after two hours
/// of silence and after twelve hours in any case. What is read is remembered for some seconds; a change is announced
/// to all servers, which then forget it.
public final class Sessions {

    /// The channel on which servers hear that a session changed.
    public static final String CHANNEL = "leermeester_sessions";

    private static final Duration SILENCE = Duration.ofHours(2);
    private static final Duration REMEMBERED = Duration.ofSeconds(15);
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(5);
    private static final int MAX_REMEMBERED = 50_000;

    private record Remembered(Session session, Instant until) {}

    private final Db db;
    private final Time time;
    private final Ids ids;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public Sessions(Db db, Time time, Ids ids) {
        this.db = db;
        this.time = time;
        this.ids = ids;
    }

    /// The session behind an id, null where there is none or it has ended.
    public Future<@Nullable Session> find(String sessionId) {
        byte[] hash = Fingerprint.ofSecret(sessionId);
        String key = HexFormat.of().formatHex(hash);
        Remembered known = remembered.get(key);
        Instant now = time.now();
        if (known != null && known.until().isAfter(now)) {
            return Future.succeededFuture(known.session());
        }
        return SessionQueries.find(db.reads(), hash, now).map(session -> {
            if (session != null) {
                remember(key, session, now);
                if (session.lastSeen().plus(TOUCH_AFTER).isBefore(now)) {
                    SessionQueries.touch(db.reads(), hash, now, now.plus(SILENCE));
                }
            }
            return session;
        });
    }

    /// Begins one and answers its id, for the cookie.
    Future<String> begin(SessionQueries.NewSession session) {
        String id = ids.secret();
        Instant now = time.now();
        return db.inTransaction(connection ->
                        SessionQueries.insert(connection, Fingerprint.ofSecret(id), session, now, now.plus(SILENCE)))
                .map(_ -> id);
    }

    /// Switches the role in which the person acts; the person must hold it.
    Future<Void> activate(String sessionId, Grant grant) {
        return change(sessionId, (connection, hash) -> SessionQueries.activate(connection, hash, grant));
    }

    Future<Void> end(String sessionId) {
        return change(sessionId, SessionQueries::delete);
    }

    /// Clears away those that have ended; answers how many.
    Future<Integer> clearEnded() {
        return db.inTransaction(connection -> SessionQueries.deleteExpired(connection, time.now()))
                .map(rows -> rows.rowCount());
    }

    /// Forgets what is remembered under a key that [#CHANNEL] brought; all of it where the key is `*`.
    public void forget(String key) {
        if (key.equals("*")) {
            remembered.clear();
        } else {
            remembered.remove(key);
        }
    }

    private interface Change {
        Future<?> apply(io.vertx.sqlclient.SqlConnection connection, byte[] hash);
    }

    private Future<Void> change(String sessionId, Change change) {
        byte[] hash = Fingerprint.ofSecret(sessionId);
        String key = HexFormat.of().formatHex(hash);
        return db.inTransaction(connection ->
                        change.apply(connection, hash).compose(_ -> SessionQueries.announce(connection, key)))
                .onComplete(_ -> forget(key))
                .mapEmpty();
    }

    private void remember(String key, Session session, Instant now) {
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(key, new Remembered(session, now.plus(REMEMBERED)));
    }
}
