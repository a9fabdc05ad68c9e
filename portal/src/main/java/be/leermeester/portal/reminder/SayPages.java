package be.leermeester.portal.reminder;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.server.Fingerprint;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;

/// Behind the links under a reminder: "this is wrong" and "I left this company" reach the partnership, without signing
/// in (U1). Reading changes nothing: mail scanners open links.
final class SayPages implements Feature {

    private static final String PATH = "/reminder/:code";
    private static final Set<String> KINDS = Set.of("WRONG", "LEFT");
    private static final int REMARK = 1_000;

    /// @param why what is chosen already
    /// @param saved whether it has just been told
    record Model(String code, SayQueries.Said who, String why, String remark, boolean saved, List<Form.Error> errors) {}

    private final Db db;
    private final Ladder ladder;
    private final Ids ids;
    private final Time time;

    SayPages(Db db, Ladder ladder, Ids ids, Time time) {
        this.db = db;
        this.ladder = ladder;
        this.ids = ids;
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, Access.anyone(), this::show);
        routes.acts(HttpMethod.POST, PATH, Access.anyone(), this::say);
    }

    private Reply show(Visit visit) {
        SayQueries.Said who = who(visit);
        String why = visit.params().text("why");
        return Reply.view(
                "reminder/say",
                new Model(
                        visit.params().id("code"),
                        who,
                        KINDS.contains(why) ? why : "WRONG",
                        "",
                        visit.params().optional("saved").isPresent(),
                        List.of()));
    }

    private Reply say(Visit visit) {
        SayQueries.Said who = who(visit);
        Form form = visit.form();
        String why = form.given("why", 10);
        String remark = form.optional("remark", REMARK);
        if (!KINDS.contains(why)) {
            throw new Problem.BadRequest("problem.field", "why");
        }
        if (!form.valid()) {
            String typed = form.values().getOrDefault("remark", "");
            Model again = new Model(visit.params().id("code"), who, why, typed, false, form.errors());
            return new Reply.View("reminder/say", again, 422);
        }
        String said = why.equals("LEFT") ? visit.say("term.reminder-step.SAYS_LEFT") + ". " + remark : remark;
        db.transact(connection -> {
            SayQueries.cases(connection, who.personId()).await().forEach(each -> {
                LadderQueries.step(
                        connection,
                        new LadderQueries.NewStep(ids.next().toString(), each, "SAYS_" + why, who.personId(), remark),
                        time.now());
                ladder.open(connection, each, "MENTOR_WRONG", said);
            });
            return true;
        });
        return Reply.redirect("/reminder/" + visit.params().id("code") + "?saved=1&why=" + why);
    }

    private SayQueries.Said who(Visit visit) {
        byte[] hash = Fingerprint.ofSecret(visit.params().id("code"));
        SayQueries.Said who = SayQueries.find(db.reads(), hash).await();
        if (who == null) {
            throw new Problem.NotFound();
        }
        if (!who.expiresAt().isAfter(time.now())) {
            throw new Problem.Conflict("reminder.say.expired");
        }
        return who;
    }
}
