package be.leermeester.portal.server;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// For the load balancer: `/health/live` answers as long as the server does, `/health/ready` when everything that a
/// page needs is up.
public final class HealthPages implements Feature {

    private final Map<String, Supplier<Future<?>>> checks = new LinkedHashMap<>();
    private final Set<String> watched = new HashSet<>();

    public HealthPages(Db db) {
        checks.put("database", () -> db.reads().query("SELECT 1").execute());
    }

    /// Adds something that must be up; a failed future says that it is not.
    public HealthPages with(String name, Supplier<Future<?>> check) {
        checks.put(name, check);
        return this;
    }

    /// Adds something that somebody must look at where it is not well, but without which pages are answered all the
    /// same: it stands in the details and takes no server away.
    public HealthPages watch(String name, Supplier<Future<?>> check) {
        watched.add(name);
        return with(name, check);
    }

    /// What is up and what is not, in the order added.
    public Future<Map<String, Boolean>> state() {
        Future<Map<String, Boolean>> state = Future.succeededFuture(new LinkedHashMap<>());
        for (Map.Entry<String, Supplier<Future<?>>> check : checks.entrySet()) {
            state = state.compose(known -> check.getValue().get().transform(result -> {
                known.put(check.getKey(), result.succeeded());
                return Future.succeededFuture(known);
            }));
        }
        return state;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(
                "/health/live",
                Access.anyone(),
                _ -> Future.succeededFuture(new Reply.Json(new JsonObject().put("status", "UP"))));
        routes.reads("/health/ready", Access.anyone(), this::ready);
    }

    private Future<Reply> ready(Visit visit) {
        return state().map(known -> {
            boolean up = known.entrySet().stream().allMatch(each -> each.getValue() || watched.contains(each.getKey()));
            JsonObject body = new JsonObject().put("status", up ? "UP" : "DOWN");
            known.forEach((name, isUp) -> body.put(name, isUp ? "UP" : "DOWN"));
            return new Reply.Json(body, up ? 200 : 503);
        });
    }
}
