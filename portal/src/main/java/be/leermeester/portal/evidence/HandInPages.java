package be.leermeester.portal.evidence;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.rows.Where;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.FileUpload;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form by which a mentor, the company or a mandated school hands in evidence or asks an exemption.
public final class HandInPages implements Feature {

    private static final String PATH = "/evidence/new";
    private static final Access WHO = Access.roles(Role.MENTOR, Role.COMPANY, Role.SCHOOL);

    private final Db db;
    private final EvidenceStore store;
    private final Ids ids;

    HandInPages(Db db, EvidenceStore store, Ids ids) {
        this.db = db;
        this.store = store;
        this.ids = ids;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, WHO, this::form);
        routes.uploads(PATH, WHO, EvidenceFile.MAX_REQUEST, this::take);
    }

    @Override
    public List<Job> jobs() {
        return List.of(new ForgetDraftsJob(db));
    }

    /// What the form is about.
    ///
    /// @param copyOf the evidence of which a better copy is asked, null for something new
    /// @param draft what was kept of an earlier step, null where there is none
    private record Subject(
            Evidence.Person person,
            boolean own,
            Statement.Kind kind,
            List<Duty> duties,
            @Nullable Evidence copyOf,
            DraftQueries.@Nullable Draft draft) {

        List<String> offered() {
            return duties.stream().map(Duty::partnership).toList();
        }
    }

    private Reply form(Visit visit) {
        Statement.Kind kind =
                visit.params().choice("kind", Statement.Kind.class).orElse(Statement.Kind.TRAINING);
        String mentor = visit.params().text("mentor");
        String draft = visit.params().text("draft");
        String again = visit.params().text("again");
        if (mentor.isEmpty()
                && draft.isEmpty()
                && again.isEmpty()
                && !visit.identity().has(Role.MENTOR)) {
            return choose(visit, kind);
        }
        Subject subject = subject(visit, kind, mentor, draft, again);
        DraftQueries.Draft kept = subject.draft();
        Map<String, String> values = kept != null && kept.complete()
                ? Typed.of(kept.statement())
                : subject.copyOf() != null ? Typed.of(subject.copyOf()) : Map.of();
        return page(subject, values, List.of(), kept);
    }

    /// A company or school first says for whom.
    private Reply choose(Visit visit, Statement.Kind kind) {
        Where where = new Where();
        Scope.of(visit.identity(), EnumSet.of(Role.COMPANY, Role.SCHOOL))
                .mentors(where, visit.time().today());
        return Reply.view(
                "evidence/choose",
                new EvidenceViews.Choose(
                        EvidenceQueries.candidates(db.reads(), where).await(), kind.name()));
    }

    private Reply take(Visit visit) {
        Form form = visit.form();
        Statement.Kind kind = Arrays.stream(Statement.Kind.values())
                .filter(each -> each.name().equals(form.given("kind", 20)))
                .findFirst()
                .orElseThrow(() -> new Problem.BadRequest("problem.field", "kind"));
        Subject subject =
                subject(visit, kind, form.given("mentor", 80), form.given("draft", 80), form.given("again", 80));
        Statement said = Statement.read(
                form, subject.kind(), subject.offered(), visit.time().today());
        DraftQueries.Draft draft = withFile(visit, subject, form, said);
        if (subject.duties().isEmpty()) {
            throw new Problem.Conflict("evidence.problem.none-open");
        }
        boolean asked = said.kind() == Statement.Kind.TRAINING || asksProof(said.ground());
        if (asked
                && draft.fileHash() == null
                && form.errors().stream().noneMatch(e -> e.field().equals("file"))) {
            form.refuse("file", "evidence.file.needed");
        }
        DraftQueries.Draft before = subject.draft();
        boolean newFile =
                draft.fileHash() != null && (before == null || !draft.fileHash().equals(before.fileHash()));
        boolean saves = form.valid() || newFile;
        DraftQueries.Draft kept = form.valid() ? draft : newFile ? unfinished(draft) : before;
        if (saves && kept != null) {
            db.transact(connection ->
                    DraftQueries.save(connection, kept, visit.time().now()).await());
        }
        return form.valid()
                ? Reply.redirect("/evidence/drafts/" + draft.id())
                : page(subject, form.values(), form.errors(), kept);
    }

    /// Experience alone leaves no paper.
    private static boolean asksProof(Statement.@Nullable Ground ground) {
        return ground == Statement.Ground.EXPERIENCE_CERTIFICATE
                || ground == Statement.Ground.INTERNAL_COMPANY_TRAINING
                || ground == Statement.Ground.PEDAGOGICAL_DIPLOMA;
    }

    private static DraftQueries.Draft unfinished(DraftQueries.Draft draft) {
        return new DraftQueries.Draft(
                draft.id(),
                draft.madeBy(),
                draft.personId(),
                Statement.empty(draft.statement().kind()),
                draft.replaces(),
                draft.fileHash(),
                draft.fileName(),
                draft.mediaType(),
                List.of(),
                false);
    }

    /// With the file that was sent now, else the one of the step before.
    private DraftQueries.Draft withFile(Visit visit, Subject subject, Form form, Statement said) {
        DraftQueries.Draft before = subject.draft();
        String id = before == null ? ids.next().toString() : before.id();
        String replaces = subject.copyOf() == null ? null : subject.copyOf().id();
        String maker = visit.identity().personId();
        FileUpload upload = visit.files().stream()
                .filter(file -> file.name().equals("file") && !(file.size() == 0 && blank(file.fileName())))
                .findFirst()
                .orElse(null);
        String person = subject.person().id();
        if (upload != null) {
            EvidenceStore.Taken taken = store.take(upload);
            EvidenceFile file = taken.file();
            if (file != null && taken.hash() != null) {
                String hash = taken.hash();
                db.transact(connection -> DraftQueries.keepFile(
                                connection, hash, file, visit.time().now())
                        .await());
                List<String> warnings = DocumentCheck.of(
                        file.text(),
                        file.type() != EvidenceFile.Type.PDF,
                        subject.person().firstName(),
                        subject.person().lastName(),
                        said.from(),
                        said.to());
                return new DraftQueries.Draft(
                        id,
                        maker,
                        person,
                        said,
                        replaces,
                        hash,
                        file.name(),
                        file.type().mediaType(),
                        warnings,
                        false);
            }
            form.refuse("file", Objects.requireNonNull(taken.refused()));
        }
        return new DraftQueries.Draft(
                id,
                maker,
                person,
                said,
                replaces,
                before == null ? null : before.fileHash(),
                before == null ? null : before.fileName(),
                before == null ? null : before.mediaType(),
                before == null ? List.of() : before.warnings(),
                false);
    }

    private static boolean blank(@Nullable String name) {
        return name == null || name.isBlank();
    }

    private Subject subject(Visit visit, Statement.Kind kind, String mentor, String draftId, String again) {
        Identity identity = visit.identity();
        DraftQueries.Draft draft = draftId.isEmpty()
                ? null
                : DraftQueries.one(db.reads(), draftId, identity.personId()).await();
        if (!draftId.isEmpty() && (draft == null || draft.handedIn())) {
            throw new Problem.NotFound();
        }
        String copyId = draft != null && draft.replaces() != null ? draft.replaces() : again;
        Evidence copyOf = copyId.isEmpty()
                ? null
                : EvidenceQueries.one(db.reads(), copyId).await();
        if (!copyId.isEmpty() && (copyOf == null || !copyOf.copyAsked())) {
            throw new Problem.NotFound();
        }
        String personId = draft != null
                ? draft.personId()
                : copyOf != null ? copyOf.person().id() : mentor.isEmpty() ? identity.personId() : mentor;
        Reach reach = Reach.of(db, identity, personId, visit.time().today());
        Evidence.Person person = EvidenceQueries.person(db.reads(), personId).await();
        if (person == null || (copyOf != null && !reach.reaches(copyOf.duty().partnership()))) {
            throw new Problem.NotFound();
        }
        List<Duty> duties = copyOf != null
                ? List.of(copyOf.duty())
                : EvidenceQueries.duties(db.reads(), personId, visit.time().today()).await().stream()
                        .filter(duty -> reach.reaches(duty.partnership()))
                        .toList();
        Statement.Kind about = draft != null ? draft.statement().kind() : copyOf != null ? copyOf.kind() : kind;
        return new Subject(person, reach.own(), about, duties, copyOf, draft);
    }

    private static Reply page(
            Subject subject, Map<String, String> values, List<Form.Error> errors, DraftQueries.@Nullable Draft kept) {
        EvidenceViews.HandInForm model = new EvidenceViews.HandInForm(
                subject.person(),
                subject.own(),
                subject.kind().name(),
                EvidenceViews.choices(subject.duties(), values),
                values,
                errors,
                EvidenceViews.byField(errors),
                kept == null ? "" : kept.id(),
                kept == null ? null : kept.fileName(),
                subject.copyOf());
        return new Reply.View("evidence/form", model, errors.isEmpty() ? 200 : 422);
    }
}
