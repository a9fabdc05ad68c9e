package be.leermeester.portal.lapse;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.learning.deadline.RuleChanges;
import be.leermeester.learning.deadline.RuleChanges.Preview;
import be.leermeester.learning.deadline.RuleChanges.Version;
import be.leermeester.learning.deadline.TrainingRules;
import be.leermeester.portal.rows.Partnerships;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The training rules of the partnerships, for administrators: a change is a new dated version, and shows first who
/// moves from which date to which (M3).
public final class RulePages implements Feature {

    private static final Access ADMIN = Access.roles(Role.ADMIN);

    record Line(String code, String partnership, Version version) {}

    record ListModel(List<Line> rules) {}

    /// @param typed the form as it is filled in
    /// @param preview null before it was asked
    record Model(
            String code,
            String partnership,
            List<Version> versions,
            RuleForm.Typed typed,
            List<Form.Error> errors,
            @Nullable Moves preview,
            boolean clash) {}

    /// @param moves the first of `total`
    record Moves(long looked, long total, long dates, long late, List<FlagCount> flags, List<MoveLine> moves) {
        public boolean more() {
            return total > moves.size();
        }
    }

    record FlagCount(String flag, long before, long after) {}

    record MoveLine(String personId, String name, RuleChanges.Move move) {}

    private final Db db;
    private final Outbox outbox;
    private final Time time;
    private final MovesView moves;

    RulePages(Db db, Outbox outbox, Time time) {
        this.db = db;
        this.outbox = outbox;
        this.time = time;
        this.moves = new MovesView(db);
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/admin/training-rules", ADMIN, this::list);
        routes.acts(HttpMethod.GET, "/admin/training-rules/:partnership", ADMIN, this::form);
        routes.acts(HttpMethod.POST, "/admin/training-rules/:partnership", ADMIN, this::change);
    }

    private Future<Reply> list(Visit visit) {
        return Future.all(RuleChanges.versions(db.reads(), null), Partnerships.load(db.reads()))
                .map(both -> {
                    List<Version> versions = both.resultAt(0);
                    Partnerships names = both.resultAt(1);
                    return Reply.view(
                            "lapse/rules",
                            new ListModel(versions.stream()
                                    .map(each -> new Line(
                                            each.term().partnership(),
                                            names.name(each.term().partnership()),
                                            each))
                                    .toList()));
                });
    }

    private List<Version> versions(String code) {
        List<Version> versions = RuleChanges.versions(db.reads(), code).await();
        if (versions.isEmpty() || versions.getFirst().term().validTo() != null) {
            throw new Problem.NotFound();
        }
        return versions;
    }

    private Reply form(Visit visit) {
        String code = visit.params().id("partnership");
        List<Version> versions = versions(code);
        RuleForm.Typed typed = RuleForm.of(versions.getFirst(), visit.time().today());
        return Reply.view("lapse/rule", model(code, versions, typed, List.of(), null, false));
    }

    private Model model(
            String code,
            List<Version> versions,
            RuleForm.Typed typed,
            List<Form.Error> errors,
            @Nullable Moves preview,
            boolean clash) {
        String name = Partnerships.load(db.reads()).await().name(code);
        return new Model(code, name, versions, typed, errors, preview, clash);
    }

    private Reply change(Visit visit) {
        String code = visit.params().id("partnership");
        List<Version> versions = versions(code);
        Form form = visit.form();
        RuleForm read = new RuleForm(form, code, versions.getFirst().term());
        RuleForm.Typed typed = read.typed();
        TrainingRules.Term next = read.term();
        boolean clash =
                !typed.seen().equals(versions.getFirst().term().validFrom().toString());
        if (next == null || clash) {
            return new Reply.View(
                    "lapse/rule", model(code, versions, typed, form.errors(), null, clash), clash ? 409 : 422);
        }
        LocalDate today = visit.time().today();
        Preview preview = RuleChanges.preview(db.reads(), next, today);
        boolean saves = form.given("step", 10).equals("save") && preview.lateAtOnce() == 0;
        if (!saves) {
            return Reply.view("lapse/rule", model(code, versions, typed, List.of(), moves.of(preview), false));
        }
        if (!save(
                next,
                read.reminders(),
                versions.getFirst().term().validFrom(),
                visit.identity().personId())) {
            return new Reply.View("lapse/rule", model(code, versions(code), typed, List.of(), null, true), 409);
        }
        return Reply.redirect("/admin/training-rules/" + code);
    }

    private boolean save(TrainingRules.Term next, List<Integer> reminders, LocalDate seen, String by) {
        return db.transact(connection -> {
            if (!RuleChanges.save(connection, next, seen, reminders, by, time.now())) {
                return false;
            }
            JsonObject said = new JsonObject()
                    .put("partnership", next.partnership())
                    .put("from", next.validFrom().toString())
                    .put("months", next.months());
            List<String> audience = List.of("admins", "partnership:" + next.partnership());
            outbox.append(
                            connection,
                            new Event("TrainingRuleChanged", "partnership:" + next.partnership(), by, audience, said))
                    .await();
            return true;
        });
    }
}
