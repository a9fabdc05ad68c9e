package be.leermeester.portal.admin;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody whom the portal knows, found by name or id.
public final class PeoplePages implements Feature {

    record Choice(Role role, boolean chosen) {}

    record Model(
            String q,
            List<Choice> roles,
            List<PeopleQueries.Line> people,
            long total,
            int page,
            long pages,
            @Nullable String previous,
            @Nullable String next) {}

    private final Db db;

    public PeoplePages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/admin/people", Access.roles(Role.ADMIN), this::list);
    }

    private Future<Reply> list(Visit visit) {
        String q = visit.params().text("q");
        Role role = visit.params().choice("role", Role.class).orElse(null);
        int page = visit.params().number("page", 1, 1, 100_000);
        return PeopleQueries.search(db.reads(), q, role, page).map(found -> {
            long pages = Math.max(1, (found.total() + PeopleQueries.SIZE - 1) / PeopleQueries.SIZE);
            String address = "/admin/people?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&role="
                    + (role == null ? "" : role) + "&page=";
            return Reply.view(
                    "admin/people",
                    new Model(
                            q,
                            choices(role),
                            found.people(),
                            found.total(),
                            page,
                            pages,
                            page > 1 ? address + (page - 1) : null,
                            page < pages ? address + (page + 1) : null));
        });
    }

    private static List<Choice> choices(@Nullable Role chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role, role == chosen))
                .toList();
    }
}
