package be.leermeester.portal.trainer;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// A trainer's own sessions and their participants; for now to read.
public final class TrainerPages implements Feature {

    record Start(
            List<TrainerQueries.Session> coming, int comingCount, List<TrainerQueries.Session> past, int pastCount) {}

    record OneSession(
            TrainerQueries.Session session, List<TrainerQueries.Participant> participants, boolean registered) {}

    private final Db db;

    public TrainerPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/trainer", Access.roles(Role.TRAINER), this::start);
        routes.reads("/trainer/sessions/:id", Access.roles(Role.TRAINER), this::session);
    }

    private Future<Reply> start(Visit visit) {
        String person = visit.identity().personId();
        Instant now = visit.time().now();
        var coming = TrainerQueries.coming(db.reads(), person, now);
        var past = TrainerQueries.past(db.reads(), person, now);
        return Future.all(coming, past)
                .map(_ -> Reply.view(
                        "trainer/start",
                        new Start(
                                coming.result(),
                                coming.result().size(),
                                past.result(),
                                past.result().size())));
    }

    private Future<Reply> session(Visit visit) {
        String id = visit.params().id("id");
        return TrainerQueries.session(db.reads(), visit.identity().personId(), id)
                .compose(session -> TrainerQueries.participants(db.reads(), id)
                        .map(participants -> Reply.view(
                                "trainer/session",
                                new OneSession(
                                        session,
                                        participants,
                                        participants.stream().anyMatch(p -> p.presence() != null)))));
    }
}
