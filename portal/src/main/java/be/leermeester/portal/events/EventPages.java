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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The audit trail: who did what to what, newest first.
public final class EventPages implements Feature {

    private static final int SIZE = 50;

    record Model(
            EventQueries.Wanted wanted,
            boolean filtered,
            List<EventQueries.Line> events,
            @Nullable String older) {}

    private final Db db;

    public EventPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/admin/events", Access.roles(Role.ADMIN), this::list);
    }

    private Future<Reply> list(Visit visit) {
        EventQueries.Wanted wanted = new EventQueries.Wanted(
                visit.params().text("subject"),
                visit.params().text("actor"),
                visit.params().text("type"));
        return before(visit.params().text("before"))
                .compose(before -> EventQueries.latest(db.reads(), wanted, before, SIZE + 1))
                .map(found -> Reply.view("admin/events", model(wanted, found)));
    }

    /// The event below which to go on, named by its id.
    private Future<EventQueries.@Nullable Line> before(String id) {
        if (id.isEmpty()) {
            return Future.succeededFuture(null);
        }
        try {
            return EventQueries.find(db.reads(), UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            throw new Problem.BadRequest("events.problem.cursor");
        }
    }

    private static Model model(EventQueries.Wanted wanted, List<EventQueries.Line> found) {
        List<EventQueries.Line> shown = found.subList(0, Math.min(SIZE, found.size()));
        String older = found.size() > SIZE
                ? "/admin/events?subject=" + encoded(wanted.subject()) + "&actor=" + encoded(wanted.actor()) + "&type="
                        + encoded(wanted.type()) + "&before=" + shown.getLast().id()
                : null;
        boolean filtered = !(wanted.subject() + wanted.actor() + wanted.type()).isEmpty();
        return new Model(wanted, filtered, shown, older);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
