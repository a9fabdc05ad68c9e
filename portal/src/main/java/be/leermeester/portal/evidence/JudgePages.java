package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Scope;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One piece of evidence beside the rules of its partnership, with the decision.
public final class JudgePages implements Feature {

    private static final String PATH = "/evidence/:id";
    private static final Access HANDLERS = Access.roles(Role.HANDLER);

    /// @param values as typed; what was handed in where nothing was typed yet
    /// @param conflict what happened since this handler looked, null where nothing did
    /// @param others that the same person handed in elsewhere or earlier
    record Judging(
            Evidence evidence,
            Check check,
            Map<String, String> values,
            List<Form.Error> errors,
            Map<String, String> errorOf,
            @Nullable String why,
            @Nullable String conflict,
            List<Evidence> others) {

        public List<EvidenceViews.Ticked> themes() {
            return Arrays.stream(Verdict.Theme.values())
                    .map(theme -> new EvidenceViews.Ticked(
                            theme.name(),
                            values.getOrDefault("theme-" + theme, "").equals("true")))
                    .toList();
        }

        public List<EvidenceViews.Ticked> refusals() {
            String chosen = values.getOrDefault("refusal", "");
            return Arrays.stream(Verdict.Refusal.values())
                    .map(code ->
                            new EvidenceViews.Ticked(code.name(), code.name().equals(chosen)))
                    .toList();
        }
    }

    /// The rules that can be checked by a machine; null where the partnership has none.
    record Check(boolean tooFewHours, boolean tooOld, boolean inTime, List<String> doubts) {}

    private final Db db;
    private final Messages messages;
    private final JudgeEvidence judge;

    JudgePages(Db db, Messages messages, JudgeEvidence judge) {
        this.db = db;
        this.messages = messages;
        this.judge = judge;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, HANDLERS, this::show);
        routes.acts(HttpMethod.POST, PATH, HANDLERS, this::decide);
    }

    private Reply show(Visit visit) {
        Evidence evidence = own(visit);
        db.transact(connection -> EvidenceQueries.looked(
                        connection,
                        evidence.id(),
                        visit.identity().personId(),
                        visit.time().now())
                .await());
        return page(visit, evidence, Typed.of(evidence), List.of(), null, 200);
    }

    private Reply decide(Visit visit) {
        Evidence evidence = own(visit);
        Form form = visit.form();
        Verdict verdict = Verdict.read(form, evidence, visit.time().today());
        if (verdict == null) {
            return page(visit, evidence, form.values(), form.errors(), null, 422);
        }
        if (verdict.seen() > evidence.seq()) {
            throw new Problem.BadRequest("problem.field", "seen");
        }
        try {
            judge.judge(evidence, verdict, visit.identity().personId());
            return Reply.redirect("/evidence/" + evidence.id());
        } catch (Problem.Conflict late) {
            Evidence now = own(visit);
            return page(
                    visit,
                    now,
                    form.values(),
                    List.of(),
                    visit.say(late.key(), late.arguments().toArray()),
                    409);
        }
    }

    private Reply page(
            Visit visit,
            Evidence evidence,
            Map<String, String> values,
            List<Form.Error> errors,
            @Nullable String conflict,
            int status) {
        String refusal = evidence.refusal();
        List<Evidence> others = EvidenceQueries.ofPerson(
                        db.reads(), evidence.person().id())
                .await()
                .stream()
                .filter(other -> !other.id().equals(evidence.id()))
                .filter(other -> scope(visit).handles(other.duty().partnership()))
                .limit(10)
                .toList();
        Judging model = new Judging(
                evidence,
                new Check(
                        evidence.duty().asksMoreThan(evidence.hours()),
                        evidence.duty().tooOld(evidence.to()),
                        evidence.inTime(),
                        evidence.warnings().stream()
                                .map(code -> visit.say("evidence.doubt." + code))
                                .toList()),
                values,
                errors,
                EvidenceViews.byField(errors),
                refusal == null ? null : Reasons.why(messages, visit.language(), evidence, refusal, evidence.hours()),
                conflict,
                others);
        return new Reply.View("evidence/judge", model, status);
    }

    private static Scope scope(Visit visit) {
        return Scope.of(visit.identity(), EnumSet.of(Role.HANDLER));
    }

    private Evidence own(Visit visit) {
        Evidence evidence =
                EvidenceQueries.one(db.reads(), visit.params().id("id")).await();
        if (evidence == null || !scope(visit).handles(evidence.duty().partnership())) {
            throw new Problem.NotFound();
        }
        return evidence;
    }
}
