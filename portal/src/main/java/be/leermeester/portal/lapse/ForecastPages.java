package be.leermeester.portal.lapse;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/// What will be lost in the coming ninety days if nothing changes: for handlers, of their own partnerships (M10).
public final class ForecastPages implements Feature {

    /// More than a page can be read for; the numbers above it count all.
    private static final int MOST = 200;

    /// @param losses the first [#MOST] of `total`
    record Model(
            String partnership,
            List<Option> partnerships,
            LocalDate from,
            LocalDate until,
            long lapsing,
            long waiting,
            long total,
            long kept,
            List<LossesAhead.Loss> losses,
            Map<String, String> names,
            boolean more) {

        public long now() {
            return total - kept;
        }
    }

    private final Db db;

    public ForecastPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/forecast", Access.roles(Role.HANDLER, Role.ADMIN), this::show);
    }

    private Future<Reply> show(Visit visit) {
        LocalDate today = visit.time().today();
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
        String asked = visit.params().text("partnership");
        if (!asked.isEmpty() && !scope.handles(asked)) {
            throw new Problem.NotFound();
        }
        LocalDate until = today.plusDays(Forecast.DAYS);
        Future<Partnerships> names = Partnerships.load(db.reads());
        Future<List<Consequence>> happens = Forecast.of(db.reads(), reach(scope, asked), today, until);
        return Future.all(names, happens).compose(_ -> {
            List<Outcome> outcomes = Outcome.of(happens.result());
            return LossesAhead.of(db.reads(), outcomes.stream().limit(MOST).toList())
                    .map(losses -> {
                        Map<String, String> choices = names.result().among(scope);
                        return Reply.view(
                                "lapse/forecast",
                                new Model(
                                        asked,
                                        choices.isEmpty()
                                                ? List.of()
                                                : Option.of(visit.say("list.all"), choices, asked),
                                        today,
                                        until,
                                        lapsing(happens.result(), false),
                                        lapsing(happens.result(), true),
                                        outcomes.size(),
                                        outcomes.stream().filter(Outcome::kept).count(),
                                        losses,
                                        names.result().names(),
                                        outcomes.size() > losses.size()));
                    });
        });
    }

    private static Reach reach(Scope scope, String asked) {
        if (!asked.isEmpty()) {
            return Reach.of(List.of(asked));
        }
        return scope.everything() ? Reach.EVERYBODY : Reach.of(scope.partnerships());
    }

    private static long lapsing(List<Consequence> happens, boolean waiting) {
        return happens.stream()
                .filter(each -> each instanceof Consequence.Lapsed lapsed && (!waiting || lapsed.waits()))
                .count();
    }
}
