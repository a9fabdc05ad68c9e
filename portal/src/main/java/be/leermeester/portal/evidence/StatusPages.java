package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where what was handed in stands, and why; for the mentor, the company and who acts for it.
public final class StatusPages implements Feature {

    private static final Access WHO = Access.roles(Role.MENTOR, Role.COMPANY, Role.SCHOOL);

    private final Db db;
    private final Messages messages;
    private final HandIn handIn;

    StatusPages(Db db, Messages messages, HandIn handIn) {
        this.db = db;
        this.messages = messages;
        this.handIn = handIn;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(
                HttpMethod.GET,
                "/evidence/mine",
                Access.roles(Role.MENTOR),
                visit -> show(visit, visit.identity().personId(), null));
        routes.acts(
                HttpMethod.GET,
                "/evidence/of/:id",
                WHO,
                visit -> show(visit, visit.params().id("id"), null));
        routes.acts(HttpMethod.POST, "/evidence/:id/withdraw", WHO, this::withdraw);
    }

    private Reply show(Visit visit, String personId, @Nullable String conflict) {
        Reach reach = Reach.of(db, visit.identity(), personId, visit.time().today());
        Evidence.Person person = EvidenceQueries.person(db.reads(), personId).await();
        if (person == null) {
            throw new Problem.NotFound();
        }
        List<EvidenceViews.Item> items = EvidenceQueries.ofPerson(db.reads(), personId).await().stream()
                .filter(evidence -> reach.reaches(evidence.duty().partnership()))
                .map(evidence -> item(visit, reach, evidence))
                .toList();
        boolean canHandIn = EvidenceQueries.duties(
                        db.reads(), personId, visit.time().today())
                .await()
                .stream()
                .anyMatch(duty -> reach.reaches(duty.partnership()));
        return new Reply.View(
                "evidence/status",
                new EvidenceViews.Status(
                        person,
                        reach.own(),
                        items,
                        canHandIn,
                        conflict == null && !visit.params().text("done").isEmpty(),
                        conflict),
                conflict == null ? 200 : 409);
    }

    private EvidenceViews.Item item(Visit visit, Reach reach, Evidence evidence) {
        String refusal = evidence.refusal();
        String why =
                refusal == null ? null : Reasons.why(messages, visit.language(), evidence, refusal, evidence.hours());
        String then = refusal == null ? "evidence.then." + evidence.state() : "evidence.then.refused." + refusal;
        boolean file = evidence.hasFile() && (reach.own() || isUploader(visit.identity(), evidence));
        return new EvidenceViews.Item(evidence, why, visit.say(then), file);
    }

    private static boolean isUploader(Identity identity, Evidence evidence) {
        return evidence.handedInBy().equals(identity.personId());
    }

    private Reply withdraw(Visit visit) {
        Evidence evidence =
                EvidenceQueries.one(db.reads(), visit.params().id("id")).await();
        if (evidence == null) {
            throw new Problem.NotFound();
        }
        String person = evidence.person().id();
        Reach reach = Reach.of(db, visit.identity(), person, visit.time().today());
        if (!reach.own() && !isUploader(visit.identity(), evidence)) {
            throw new Problem.NotFound();
        }
        try {
            handIn.withdraw(evidence, visit.identity().personId());
            return Reply.redirect("/evidence/of/" + person);
        } catch (Problem.Conflict late) {
            return show(visit, person, visit.say(late.key(), late.arguments().toArray()));
        }
    }
}
