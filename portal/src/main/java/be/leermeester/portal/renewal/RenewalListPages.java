package be.leermeester.portal.renewal;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/// What companies were asked about recognitions that end, and what they answered: for the partnership's staff.
public final class RenewalListPages implements Feature {

    private static final String PATH = "/handler/renewals";
    private static final Access STAFF = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final List<String> ANSWERS = List.of("NONE", "RENEW", "NEEDS_SUPPORT", "NOT_RENEW", "FILED");
    private static final int MOST = 300;

    record Model(List<Choice> choices, List<Option> partnerships, String answer, List<Ending> rows, boolean more) {}

    record Printed(Ending ending, LocalDate today) {}

    private final Db db;

    public RenewalListPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, STAFF, this::list);
        routes.acts(HttpMethod.GET, PATH + "/:id/letter", STAFF, this::letter);
    }

    private Reply list(Visit visit) {
        Scope scope = scope(visit);
        String partnership = visit.params().text("partnership");
        String answer =
                ANSWERS.contains(visit.params().text("answer")) ? visit.params().text("answer") : "";
        if (!partnership.isEmpty() && !scope.handles(partnership)) {
            throw new Problem.NotFound();
        }
        LocalDate today = visit.time().today();
        Map<String, Long> counts = RenewalQueries.counts(db.reads(), asked(scope, partnership, today))
                .await();
        List<Ending> rows = RenewalQueries.list(
                        db.reads(), answered(asked(scope, partnership, today), answer), today, MOST + 1)
                .await();
        Partnerships names = Partnerships.load(db.reads()).await();
        Map<String, String> among = names.among(scope);
        return Reply.view(
                "renewal/list",
                new Model(
                        choices(visit, counts, answer, partnership),
                        among.isEmpty() ? List.of() : Option.of(visit.say("list.all"), among, partnership),
                        answer,
                        rows.subList(0, Math.min(MOST, rows.size())),
                        rows.size() > MOST));
    }

    private Reply letter(Visit visit) {
        LocalDate today = visit.time().today();
        Where where =
                asked(scope(visit), "", today).and("a.id = ?", visit.params().id("id"));
        return RenewalQueries.list(db.reads(), where, today, 1).await().stream()
                .findFirst()
                .map(ending -> Reply.view("renewal/letter", new Printed(ending, today)))
                .orElseThrow(Problem.NotFound::new);
    }

    private static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN)).orNotFound();
    }

    /// What was asked, until a quarter after the end.
    private static Where asked(Scope scope, String partnership, LocalDate today) {
        Where where = new Where().and("r.asked_on IS NOT NULL AND a.valid_until > ?", today.minusMonths(3));
        scope.dossiers(where, today);
        return partnership.isEmpty() ? where : where.and("a.partnership_code = ?", partnership);
    }

    private static Where answered(Where where, String answer) {
        return switch (answer) {
            case "" -> where;
            case "FILED" -> where.and("n.id IS NOT NULL");
            case "NONE" -> where.and("n.id IS NULL AND r.answer IS NULL");
            default -> where.and("n.id IS NULL AND r.answer = ?", answer);
        };
    }

    private static List<Choice> choices(Visit visit, Map<String, Long> counts, String answer, String partnership) {
        Address list = new Address(PATH).with("partnership", partnership);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(visit.say("list.all"), all, list.toString(), answer.isEmpty()));
        for (String each : ANSWERS) {
            choices.add(new Choice(
                    visit.say("term.renewal." + each),
                    counts.getOrDefault(each, 0L),
                    list.with("answer", each).toString(),
                    each.equals(answer)));
        }
        return choices;
    }
}
