package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.treatment.NoteQueries.Contact;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a handler logs in seconds who was called, mailed or visited, and what comes next (R13).
public final class ContactPages implements Feature {

    private static final String PATH = "/recognitions/:id/contact";
    private static final List<String> KINDS = List.of(
            "PHONE",
            "MAIL",
            "SITE_VISIT",
            "VIRTUAL_VISIT",
            "EXTERNAL_ADVICE",
            "SOCIAL_PARTNER_ADVICE",
            "SCHOOL_CONTACT",
            "ADMINISTRATIVE_CHECK",
            "OTHER");
    private static final int FURTHEST = 2;
    private static final List<String> PURPOSES = List.of("ADMISSION", "FOLLOW_UP", "SUPPORT", "OTHER");

    private final Db db;
    private final Outbox outbox;
    private final Ids ids;

    ContactPages(Db db, Outbox outbox, Ids ids) {
        this.db = db;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, PATH, DeedPages.HANDLERS, this::form);
        routes.acts(HttpMethod.POST, PATH, DeedPages.HANDLERS, this::log);
    }

    record View(
            Treated dossier,
            List<Choice> kinds,
            List<Choice> purposes,
            Map<String, String> values,
            List<Form.Error> errors) {
        public @Nullable String dayError() {
            return error("day");
        }

        public @Nullable String kindError() {
            return error("kind-PHONE");
        }

        public @Nullable String remarkError() {
            return error("remark");
        }

        public @Nullable String followUpError() {
            return error("followUp");
        }

        private @Nullable String error(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(Form.Error::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Choice(String code, boolean selected) {}

    private Reply form(Visit visit) {
        Treated dossier = DeedPages.dossier(db, visit);
        String purpose = dossier.status() == RecognitionStatus.APPROVED ? "FOLLOW_UP" : "ADMISSION";
        Map<String, String> values = Map.of("day", visit.time().today().toString());
        return Reply.view("treatment/contact", view(dossier, visit.params().text("kind"), purpose, values, List.of()));
    }

    private Reply log(Visit visit) {
        Treated dossier = DeedPages.dossier(db, visit);
        Form form = visit.form();
        String kind = form.given("kind", 40);
        String purpose = form.given("purpose", 40);
        if (!purpose.isEmpty() && !PURPOSES.contains(purpose)) {
            throw new Problem.BadRequest("problem.field", "purpose");
        }
        String remark = form.optional("remark", 4_000);
        LocalDate today = visit.time().today();
        LocalDate day = CheckPages.day(form.optional("day", 10));
        String next = form.optional("followUp", 10);
        LocalDate followUp = CheckPages.day(next);
        if (!KINDS.contains(kind)) {
            form.refuse("kind-PHONE", "treatment.contact.kind.none");
        }
        if (day == null || day.isAfter(today) || day.isBefore(LocalDate.of(2016, 1, 1))) {
            form.refuse("day", "treatment.contact.day.wrong");
        }
        if (!next.isEmpty()
                && (followUp == null || followUp.isBefore(today) || followUp.isAfter(today.plusYears(FURTHEST)))) {
            form.refuse("followUp", "treatment.contact.follow-up.wrong");
        }
        if (!form.valid() || day == null) {
            View again = view(dossier, kind, purpose, form.values(), form.errors());
            return new Reply.View("treatment/contact", again, 422);
        }
        String sort = purpose.isEmpty() ? "OTHER" : purpose;
        record(
                visit,
                dossier,
                new Contact(kind, day, sort, remark, visit.identity().name(), followUp));
        return Reply.redirect("/recognitions/" + dossier.id() + "?done=contact");
    }

    private void record(Visit visit, Treated dossier, Contact contact) {
        String person = visit.identity().personId();
        db.transact(connection -> {
            NoteQueries.log(
                    connection,
                    ids.next().toString(),
                    dossier,
                    contact,
                    visit.time().now());
            if (contact.followUp() != null) {
                var item = new NoteQueries.Item(
                        ids.next().toString(),
                        "CONTACT",
                        "dossier:" + dossier.id(),
                        contact.remark(),
                        contact.followUp(),
                        person);
                NoteQueries.followUp(connection, dossier, item, visit.time().now());
            }
            return outbox.append(connection, CheckPages.annotated(dossier, person, "CONTACT"))
                    .await();
        });
    }

    private static View view(
            Treated dossier, String kind, String purpose, Map<String, String> values, List<Form.Error> errors) {
        return new View(
                dossier,
                KINDS.stream().map(code -> new Choice(code, code.equals(kind))).toList(),
                PURPOSES.stream()
                        .map(code -> new Choice(code, code.equals(purpose)))
                        .toList(),
                values,
                errors);
    }
}
