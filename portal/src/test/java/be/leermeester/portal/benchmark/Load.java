package be.leermeester.portal.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// A load on loopback, bounded in time: so many connections that each ask again as soon as they are answered. It runs
/// beside what it measures on the same cores, for the page and for the limit alike.
final class Load {

    private static final int CONNECTIONS = 64;

    /// @param perSecond answers a second
    /// @param p99 milliseconds within which 99 of 100 were answered
    record Outcome(double perSecond, double p50, double p99, long failed) {

        @Override
        public String toString() {
            return String.format("%,.0f requests/s, p50 %.1f ms, p99 %.1f ms, %d failed", perSecond, p50, p99, failed);
        }
    }

    private Load() {}

    static Outcome on(String address, Map<String, String> headers, int seconds) {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
            URI uri = URI.create(address);
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setHost(uri.getHost())
                    .setPort(uri.getPort())
                    .setURI(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
            headers.forEach(request::putHeader);
            List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
            AtomicLong failed = new AtomicLong();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(again(client, request, until, nanos, failed));
            }
            Future.join(all).await(seconds + 30L, TimeUnit.SECONDS);
            return outcome(nanos, failed.get(), seconds);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        } finally {
            vertx.close();
        }
    }

    private static Future<Void> again(
            HttpClient client, RequestOptions request, long until, List<Long> nanos, AtomicLong failed) {
        long begun = System.nanoTime();
        if (begun > until) {
            return Future.succeededFuture();
        }
        return client.request(request)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(_ -> response.statusCode()))
                .transform(result -> {
                    nanos.add(System.nanoTime() - begun);
                    if (result.failed() || result.result() != 200) {
                        failed.incrementAndGet();
                    }
                    return again(client, request, until, nanos, failed);
                });
    }

    private static Outcome outcome(List<Long> nanos, long failed, int seconds) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return new Outcome((double) (sorted.size() - failed) / seconds, at(sorted, 0.5), at(sorted, 0.99), failed);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 1_000_000.0;
    }
}
