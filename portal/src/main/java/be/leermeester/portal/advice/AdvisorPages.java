package be.leermeester.portal.advice;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.advice.AdvisorQueries.Asked;
import be.leermeester.portal.advice.AdvisorQueries.Met;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of a voting member of a partnership: which dossiers wait for my voice, and giving it.
public final class AdvisorPages implements Feature {

    private static final Access ADVISORS = Access.roles(Role.ADVISOR);
    private static final Duration PAST = Duration.ofDays(92);
    private static final int MAX_REASON = 2000;

    /// @param closing the first closing moment at which a voice of mine still counts
    record Start(String live, @Nullable Instant closing, List<Asked> waiting, List<Asked> given, List<Asked> past) {}

    record Dossier(
            Asked asked,
            List<String> mentors,
            List<Met> met,
            @Nullable String conflict,
            Map<String, String> values,
            List<Form.Error> errors) {

        public boolean agrees() {
            return values.getOrDefault("voice", asked.said()).equals("AGREE");
        }

        public boolean objects() {
            return values.getOrDefault("voice", asked.said()).equals("OBJECT");
        }

        public String reason() {
            String kept = asked.reason();
            return values.getOrDefault("reason", kept == null ? "" : kept);
        }
    }

    private final Db db;
    private final Voices voices;
    private final AdviceLists lists;

    AdvisorPages(Db db, Voices voices, AdviceLists lists) {
        this.db = db;
        this.voices = voices;
        this.lists = lists;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/advisor", ADVISORS, this::start);
        routes.acts(HttpMethod.GET, "/advisor/lists/:list/:id", ADVISORS, this::show);
        routes.acts(HttpMethod.POST, "/advisor/lists/:list/:id", ADVISORS, this::speak);
    }

    private Future<Reply> start(Visit visit) {
        Instant now = visit.time().now();
        List<String> partnerships = partnerships(visit);
        String person = visit.identity().personId();
        return AdvisorQueries.asked(db.reads(), partnerships, person, now, now.minus(PAST))
                .map(asked -> {
                    List<Asked> waiting = asked.stream().filter(Asked::waiting).toList();
                    return Reply.view(
                            "advice/advisor",
                            new Start(
                                    "partnership:" + (partnerships.isEmpty() ? "" : partnerships.getFirst()),
                                    waiting.isEmpty()
                                            ? null
                                            : waiting.getFirst().closesAt(),
                                    waiting,
                                    asked.stream()
                                            .filter(one -> one.open() && !one.waiting())
                                            .toList(),
                                    asked.stream()
                                            .filter(one -> !one.open())
                                            .toList()
                                            .reversed()));
                });
    }

    private Reply show(Visit visit) {
        return Reply.view("advice/voice", dossier(visit, null, Map.of(), List.of()));
    }

    private Reply speak(Visit visit) {
        Form form = visit.form();
        String voice = form.given("voice", 10);
        String reason = form.optional("reason", MAX_REASON);
        boolean objects = voice.equals("OBJECT");
        if (!objects && !voice.equals("AGREE")) {
            form.refuse("voice", "form.required");
        }
        if (form.valid() && objects && reason.length() < Voices.MOTIVATION) {
            form.refuse("reason", "advice.reason.short", Voices.MOTIVATION);
        }
        if (!form.valid()) {
            return new Reply.View("advice/voice", dossier(visit, null, form.values(), form.errors()), 422);
        }
        Asked asked = asked(visit);
        String person = visit.identity().personId();
        try {
            db.transact(connection -> {
                if (objects) {
                    voices.object(connection, asked.listId(), asked.dossier(), person, reason);
                } else {
                    voices.agree(connection, asked.listId(), asked.dossier(), person);
                }
                return true;
            });
        } catch (Problem.Conflict conflict) {
            db.transact(lists::closeDue);
            String happened = visit.say(conflict.key(), conflict.arguments().toArray());
            return new Reply.View("advice/voice", dossier(visit, happened, form.values(), List.of()), 409);
        }
        return Reply.redirect("/advisor");
    }

    private Dossier dossier(
            Visit visit, @Nullable String conflict, Map<String, String> values, List<Form.Error> errors) {
        Asked asked = asked(visit);
        return new Dossier(
                asked,
                AdvisorQueries.mentors(db.reads(), asked.dossier()).await(),
                AdvisorQueries.met(db.reads(), asked.dossier()).await(),
                conflict,
                values,
                errors);
    }

    private Asked asked(Visit visit) {
        List<Asked> found = AdvisorQueries.one(
                        db.reads(),
                        partnerships(visit),
                        visit.identity().personId(),
                        visit.time().now(),
                        visit.params().id("list"),
                        visit.params().id("id"))
                .await();
        if (found.isEmpty()) {
            throw new Problem.NotFound();
        }
        return found.getFirst();
    }

    /// A vote is a partnership's: the role without one gives none.
    private static List<String> partnerships(Visit visit) {
        return visit.identity().scopes(Role.ADVISOR).stream()
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
