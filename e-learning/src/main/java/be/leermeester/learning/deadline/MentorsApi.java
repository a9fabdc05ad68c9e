package be.leermeester.learning.deadline;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Params;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.DeadlineQueries.After;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/mentors`: the deadline of every mentor and partnership, for handlers (their own partnerships), the
/// monitor and the administrator (all of them). For a past day: as it was known at the end of that day.
public final class MentorsApi implements Feature {

    private static final String PATH = "/api/v1/mentors";
    private static final int SIZE = 100;
    private static final int MAX_SIZE = 1_000;

    private record Page(List<Deadline> items, long total, boolean more) {}

    private final Db db;

    public MentorsApi(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, Access.roles(Role.HANDLER, Role.MONITOR, Role.ADMIN), this::list);
    }

    private Reply list(Visit visit) {
        Params params = visit.params();
        TrainingRules rules = DeadlineQueries.rules(db.reads()).await();
        DeadlineFilter filter = new DeadlineFilter(
                params.choice("flag", Flag.class).orElse(null),
                params.choice("status", TrainingStatus.class).orElse(null),
                partnerships(visit.identity(), params, rules));
        LocalDate today = visit.time().today();
        LocalDate day = params.date("on").orElse(today);
        int size = params.number("size", SIZE, 1, MAX_SIZE);
        After after = params.optional("after").map(MentorsApi::after).orElse(After.START);
        Page page = day.isBefore(today)
                ? knownOn(day, filter, rules, after, size)
                : current(day, filter, rules, after, size);
        return new Reply.Json(answer(page, params));
    }

    /// The partnerships asked for among those that this person may see; null for all.
    private static @Nullable List<String> partnerships(Identity identity, Params params, TrainingRules rules) {
        Set<String> known = rules.partnerships();
        String asked = params.text("partnership");
        if (!asked.isEmpty() && !known.contains(asked)) {
            throw new Problem.BadRequest(
                    "problem.parameter-choice", "partnership", String.join(", ", new TreeSet<>(known)));
        }
        boolean all = identity.has(Role.ADMIN) || identity.has(Role.MONITOR, "");
        List<String> own = identity.grants().stream()
                .filter(grant -> grant.role() == Role.HANDLER || grant.role() == Role.MONITOR)
                .map(Grant::scope)
                .distinct()
                .toList();
        if (!asked.isEmpty() && !all && !own.contains(asked)) {
            throw new Problem.Forbidden(EnumSet.of(Role.HANDLER, Role.MONITOR, Role.ADMIN));
        }
        return asked.isEmpty() ? all ? null : own : List.of(asked);
    }

    private Page current(LocalDate day, DeadlineFilter filter, TrainingRules rules, After after, int size) {
        Future<Long> total = DeadlineQueries.count(db.reads(), filter, day, rules);
        List<Deadline> found = DeadlineQueries.list(db.reads(), filter, day, rules, after, size + 1)
                .await();
        return new Page(found.stream().limit(size).toList(), total.await(), found.size() > size);
    }

    private Page knownOn(LocalDate day, DeadlineFilter filter, TrainingRules rules, After after, int size) {
        List<Deadline> all = db.transact(connection -> DeadlineQueries.asKnownOn(connection, day, rules)).stream()
                .filter(filter::takes)
                .sorted(Comparator.comparing(MentorsApi::place, MentorsApi::compare))
                .toList();
        List<Deadline> rest = all.stream()
                .filter(deadline -> compare(place(deadline), after) > 0)
                .limit(size + 1L)
                .toList();
        return new Page(rest.stream().limit(size).toList(), all.size(), rest.size() > size);
    }

    private static After place(Deadline deadline) {
        return new After(deadline.obligation().personId(), deadline.obligation().partnership());
    }

    private static int compare(After one, After other) {
        return Comparator.comparing(After::personId)
                .thenComparing(After::partnership)
                .compare(one, other);
    }

    /// The place in a list as `next` wrote it: person and partnership.
    private static After after(String value) {
        int end = value.lastIndexOf('~');
        if (end < 0) {
            throw new Problem.BadRequest("mentor.api.after", "after");
        }
        return new After(value.substring(0, end), value.substring(end + 1));
    }

    private static JsonObject answer(Page page, Params params) {
        JsonArray items = new JsonArray();
        page.items.forEach(deadline -> items.add(DeadlineJson.of(deadline)));
        return new JsonObject()
                .put("items", items)
                .put("total", page.total)
                .put("next", page.more ? next(params, place(page.items.getLast())) : null);
    }

    private static String next(Params params, After last) {
        StringBuilder address = new StringBuilder(PATH).append('?');
        for (String name : List.of("flag", "status", "partnership", "on", "size")) {
            params.optional(name)
                    .ifPresent(value -> address.append(name)
                            .append('=')
                            .append(encoded(value))
                            .append('&'));
        }
        return address.append("after=")
                .append(encoded(last.personId() + "~" + last.partnership()))
                .toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
