package be.leermeester.portal.events;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The change feed: everything that happened, once, in an order in which nothing is skipped ([FeedCursor]). A program
/// follows `next` while there is one, and asks again later with `after` set to the `cursor` that it heard last.
public final class EventsApi implements Feature {

    private final Db db;

    public EventsApi(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/api/v1/events", Access.roles(Role.ADMIN), this::list);
    }

    private Future<Reply> list(Visit visit) {
        FeedCursor cursor = FeedCursor.parse(visit.params().text("after"));
        List<String> types = visit.params().all("type");
        if (!types.stream().allMatch(type -> type.matches("[A-Za-z]{1,80}"))) {
            throw new Problem.BadRequest("events.problem.type");
        }
        int size = visit.params().number("size", 100, 1, 1000);
        return EventQueries.after(db.reads(), cursor, types, size + 1)
                .compose(found -> EventQueries.total(db.reads(), types)
                        .map(total -> new Reply.Json(answer(found, cursor, types, size, total))));
    }

    private static JsonObject answer(
            List<EventQueries.Line> found, FeedCursor cursor, List<String> types, int size, long total) {
        List<EventQueries.Line> shown = found.subList(0, Math.min(size, found.size()));
        FeedCursor last = shown.isEmpty()
                ? cursor
                : new FeedCursor(shown.getLast().tx(), shown.getLast().id());
        JsonArray items = new JsonArray();
        shown.forEach(line -> items.add(item(line)));
        return new JsonObject()
                .put("items", items)
                .put("total", total)
                .put("cursor", last.toString())
                .put("next", found.size() > size ? address(last, types, size) : null);
    }

    private static JsonObject item(EventQueries.Line line) {
        return new JsonObject()
                .put("id", line.id().toString())
                .put("at", line.at().toString())
                .put("type", line.type())
                .put("subject", line.subject())
                .put("actor", line.actor())
                .put("payload", line.payload());
    }

    private static String address(FeedCursor cursor, List<String> types, int size) {
        StringBuilder address = new StringBuilder("/api/v1/events?after=" + cursor + "&size=" + size);
        types.forEach(type -> address.append("&type=").append(URLEncoder.encode(type, StandardCharsets.UTF_8)));
        return address.toString();
    }
}
