package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What was typed and chosen, seen once more before it is handed in.
public final class DraftPages implements Feature {

    private static final String PATH = "/evidence/drafts/:id";
    private static final Access WHO = Access.roles(Role.MENTOR, Role.COMPANY, Role.SCHOOL);

    private final Db db;
    private final EvidenceStore store;
    private final HandIn handIn;

    DraftPages(Db db, EvidenceStore store, HandIn handIn) {
        this.db = db;
        this.store = store;
        this.handIn = handIn;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, WHO, this::preview);
        routes.acts(HttpMethod.POST, PATH, WHO, this::send);
        routes.acts(HttpMethod.GET, PATH + "/picture", WHO, this::picture);
    }

    private Reply preview(Visit visit) {
        DraftQueries.Draft draft = own(visit);
        if (draft.handedIn()) {
            return Reply.redirect("/evidence/of/" + draft.personId());
        }
        if (!draft.complete()) {
            return Reply.redirect("/evidence/new?draft=" + draft.id());
        }
        Evidence.Person person =
                EvidenceQueries.person(db.reads(), draft.personId()).await();
        if (person == null) {
            throw new Problem.NotFound();
        }
        List<Duty> duties = duties(visit, draft);
        return Reply.view(
                "evidence/preview",
                new EvidenceViews.Preview(
                        draft.id(),
                        person,
                        person.id().equals(visit.identity().personId()),
                        draft.statement(),
                        duties.stream().map(Duty::name).toList(),
                        draft.fileName(),
                        warnings(visit, draft, duties)));
    }

    private List<Duty> duties(Visit visit, DraftQueries.Draft draft) {
        if (draft.replaces() != null) {
            Evidence old = EvidenceQueries.one(db.reads(), draft.replaces()).await();
            return old == null ? List.of() : List.of(old.duty());
        }
        return EvidenceQueries.duties(db.reads(), draft.personId(), visit.time().today()).await().stream()
                .filter(duty -> draft.statement().partnerships().contains(duty.partnership()))
                .toList();
    }

    private static List<String> warnings(Visit visit, DraftQueries.Draft draft, List<Duty> duties) {
        List<String> sentences = new ArrayList<>();
        Statement said = draft.statement();
        draft.warnings().forEach(code -> sentences.add(visit.say("evidence.warning." + code)));
        for (Duty duty : duties) {
            BigDecimal least = duty.minimumHours();
            BigDecimal hours = said.hours();
            if (least != null && hours != null && duty.asksMoreThan(hours)) {
                sentences.add(visit.say("evidence.warning.hours", duty.name(), least, hours));
            }
            Integer most = duty.maximumAge();
            if (most != null && duty.tooOld(said.to())) {
                sentences.add(visit.say("evidence.warning.old", duty.name(), most));
            }
            if (duty.waits()) {
                sentences.add(visit.say("evidence.warning.waits", duty.name()));
            }
        }
        return sentences;
    }

    private Reply send(Visit visit) {
        DraftQueries.Draft draft = own(visit);
        Reach.of(db, visit.identity(), draft.personId(), visit.time().today());
        String person = handIn.draft(draft.id(), visit.identity().personId());
        return Reply.redirect("/evidence/of/" + person + "?done=1");
    }

    private Reply picture(Visit visit) {
        DraftQueries.Draft draft = own(visit);
        return new Reply.Content("image/jpeg", store.picture(draft.fileHash(), draft.mediaType()));
    }

    private DraftQueries.Draft own(Visit visit) {
        DraftQueries.Draft draft = DraftQueries.one(
                        db.reads(), visit.params().id("id"), visit.identity().personId())
                .await();
        if (draft == null) {
            throw new Problem.NotFound();
        }
        return draft;
    }
}
