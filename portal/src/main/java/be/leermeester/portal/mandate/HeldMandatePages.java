package be.leermeester.portal.mandate;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Held;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What a school or a consultant sees of its mandates: for whom, how far, until when, and which are over since when.
public final class HeldMandatePages implements Feature {

    static final Access HOLDERS = Access.roles(Role.SCHOOL, Role.HANDLER);
    /// How many days ahead an end counts as near.
    private static final int NEAR = 60;

    /// @param endsSoon whether the last day is near
    record Line(Mandate mandate, boolean endsSoon) {}

    record Overview(List<Line> standing, List<Line> past, List<RequestQueries.Request> asked) {}

    private final Db db;

    HeldMandatePages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/mandates", HOLDERS, this::list);
    }

    private Future<Reply> list(Visit visit) {
        LocalDate today = visit.time().today();
        Held held = held(visit.identity(), today);
        var mandates = MandateQueries.ofHolders(db.reads(), held);
        var asked = RequestQueries.ofHolders(db.reads(), held);
        return Future.all(mandates, asked).map(_ -> {
            List<Line> lines = mandates.result().stream()
                    .map(each -> new Line(each, endsSoon(each, today)))
                    .toList();
            return Reply.view(
                    "mandate/held",
                    new Overview(
                            lines.stream()
                                    .filter(line -> line.mandate().stands())
                                    .toList(),
                            lines.stream()
                                    .filter(line -> !line.mandate().stands())
                                    .toList(),
                            asked.result()));
        });
    }

    private static boolean endsSoon(Mandate mandate, LocalDate today) {
        LocalDate end = mandate.endsOn();
        return mandate.holds() && end != null && end.isBefore(today.plusDays(NEAR));
    }

    /// The mandates of the role in which somebody looks.
    static Held held(Identity identity, LocalDate today) {
        Grant as = acting(identity);
        return as.role() == Role.SCHOOL
                ? new Held(List.of(as.scope()), List.of(), today)
                : new Held(List.of(), List.of(as.scope()), today);
    }

    /// The school or partnership for which somebody looks: the active role if it is one, else the first held.
    static Grant acting(Identity identity) {
        Grant active = identity.active();
        if (active != null && holds(active)) {
            return active;
        }
        return identity.grants().stream()
                .filter(HeldMandatePages::holds)
                .findFirst()
                .orElseThrow(() -> new Problem.Forbidden(Set.of(Role.SCHOOL, Role.HANDLER)));
    }

    private static boolean holds(Grant grant) {
        return grant.role() == Role.SCHOOL || grant.role() == Role.HANDLER;
    }
}
