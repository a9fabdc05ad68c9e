package be.leermeester.portal.admin;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.server.HealthPages;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The administrator's start page: is everything running, and what waits for somebody.
public final class AdminPages implements Feature {

    private static final int IMPORTS = 5;

    record Check(String name, String state) {}

    /// @param stateDate of the last import, null where it left no arrears
    record Model(
            List<Check> health,
            StateQueries.Work work,
            List<StateQueries.JobRun> jobs,
            List<StateQueries.ImportRun> imports,
            List<StateQueries.RoleCount> roles,
            List<ArrearsQueries.Arrears> arrears,
            @Nullable LocalDate stateDate) {}

    private final Db db;
    private final HealthPages health;

    public AdminPages(Db db, HealthPages health) {
        this.db = db;
        this.health = health;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/admin", Access.roles(Role.ADMIN), this::start);
    }

    /// What people call it; its code where nobody gave it a name yet.
    private static String named(Visit visit, String prefix, String code) {
        String name = visit.say(prefix + code);
        return name.equals(prefix + code) ? code : name;
    }

    private Reply start(Visit visit) {
        var work = StateQueries.work(db.reads(), visit.time().now());
        var jobs = StateQueries.jobs(db.reads());
        var imports = StateQueries.imports(db.reads(), IMPORTS);
        var roles = StateQueries.roles(db.reads());
        var arrears = ArrearsQueries.byPartnership(db.reads(), visit.time().today());
        Map<String, Boolean> checks = health.state().await();
        List<ArrearsQueries.Arrears> behind = arrears.await();
        return Reply.view(
                "admin/start",
                new Model(
                        checks.entrySet().stream()
                                .map(check -> new Check(
                                        named(visit, "admin.check.", check.getKey()), check.getValue() ? "UP" : "DOWN"))
                                .toList(),
                        work.await(),
                        jobs.await().stream()
                                .map(run -> run.called(named(visit, "admin.job.", run.job())))
                                .toList(),
                        imports.await(),
                        roles.await(),
                        behind,
                        behind.isEmpty() ? null : behind.getFirst().stateDate()));
    }
}
