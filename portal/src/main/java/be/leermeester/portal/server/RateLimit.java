package be.leermeester.portal.server;

import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// At most so many requests a minute from one address, per server. A bucket fills evenly, so a burst is allowed once.
final class RateLimit {

    private static final int MAX_ADDRESSES = 100_000;

    private record Bucket(double left, Instant at) {}

    private final int perMinute;
    private final Time time;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(int perMinute, Time time) {
        this.perMinute = perMinute;
        this.time = time;
    }

    void check(RoutingContext context) {
        if (buckets.size() > MAX_ADDRESSES) {
            buckets.clear();
        }
        String address = context.request().remoteAddress().hostAddress();
        Bucket bucket = buckets.merge(
                address == null ? "" : address,
                new Bucket(perMinute - 1, time.now()),
                (held, fresh) -> taken(held, fresh.at()));
        if (bucket.left() < 0) {
            throw new Problem.TooMany(Math.max(1, Math.round(-bucket.left() * 60 / perMinute) + 1));
        }
        context.next();
    }

    private Bucket taken(Bucket held, Instant now) {
        double filled = (now.toEpochMilli() - held.at().toEpochMilli()) / 60_000.0 * perMinute;
        double left = Math.min(perMinute, Math.max(held.left(), 0) + filled) - 1;
        return new Bucket(Math.max(left, -1), now);
    }
}
