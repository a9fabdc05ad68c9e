package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.treatment.FollowUpQueries.Open;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;

/// What the handlers of a partnership have to follow up, the most urgent first, each closed with what came of it.
public final class FollowUpPages implements Feature {

    private static final String PATH = "/handler/follow-up";

    private final Db db;

    FollowUpPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, DeedPages.HANDLERS, this::list);
        routes.acts(HttpMethod.POST, PATH, DeedPages.HANDLERS, this::close);
    }

    record View(List<Line> items) {
        public int count() {
            return items.size();
        }
    }

    /// @param late whether its day is over
    record Line(Open item, boolean late) {}

    private Reply list(Visit visit) {
        LocalDate today = visit.time().today();
        List<Line> lines = FollowUpQueries.open(db.reads(), DeedPages.scope(visit), today).await().stream()
                .map(item -> new Line(item, item.dueOn() != null && item.dueOn().isBefore(today)))
                .toList();
        return Reply.view("treatment/follow-up", new View(lines));
    }

    private Reply close(Visit visit) {
        Form form = visit.form();
        String id = form.optional("id", 80);
        String outcome = form.optional("outcome", 500);
        Open item = FollowUpQueries.open(
                        db.reads(), DeedPages.scope(visit), visit.time().today())
                .await()
                .stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        db.transact(connection -> {
            String me = visit.identity().personId();
            FollowUpQueries.close(
                    connection, item.id(), me, outcome, visit.time().now());
            return true;
        });
        return Reply.redirect(PATH);
    }
}
