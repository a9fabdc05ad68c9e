package be.leermeester.portal.renewal;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.followup.FollowUp;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.status.FileApplication;
import io.vertx.core.http.HttpMethod;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The renewal of a recognition, prefilled from it: one page to look over and declare. Filing takes a sign-in, for a
/// mail is passed on more easily than an account; the answer before it does not.
public final class RenewalFilePages implements Feature {

    private static final Access COMPANY = Access.roles(Role.COMPANY);

    record Model(
            Ending ending,
            List<PrefilledQueries.Mentor> mentors,
            List<String> documents,
            List<Form.Error> errors,
            @Nullable String problem) {}

    private final Db db;
    private final FileApplication filing;
    private final AnswerRenewal answers;
    private final Time time;

    public RenewalFilePages(Db db, FileApplication filing, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.filing = filing;
        this.answers = new AnswerRenewal(outbox, ids, time);
        this.time = time;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/renewals/:id/file", COMPANY, visit -> show(visit, List.of(), null));
        routes.acts(HttpMethod.POST, "/renewals/:id/file", COMPANY, this::file);
    }

    private Reply show(Visit visit, List<Form.Error> errors, @Nullable String problem) {
        String id = visit.params().id("id");
        List<Ending> found = RenewalQueries.list(db.reads(), own(visit).and("a.id = ?", id), time.today(), 1)
                .await();
        if (found.isEmpty()) {
            throw new Problem.NotFound();
        }
        Ending ending = found.getFirst();
        String renewal = ending.renewal();
        if (renewal != null) {
            return Reply.redirect("/recognitions/" + renewal);
        }
        String closed = ending.answerable() ? problem : visit.say("renewal.problem.over");
        Model model = new Model(
                ending,
                PrefilledQueries.mentors(db.reads(), id).await(),
                PrefilledQueries.documents(db.reads(), id).await(),
                errors,
                closed);
        return new Reply.View("renewal/file", model, problem != null ? 409 : errors.isEmpty() ? 200 : 422);
    }

    private Reply file(Visit visit) {
        Form form = visit.form();
        if (!form.ticked("declared")) {
            form.refuse("declared", "renewal.file.problem.declared");
            return show(visit, form.errors(), null);
        }
        String id = visit.params().id("id");
        try {
            String renewal = db.transact(connection ->
                    file(connection, id, own(visit), visit.identity().personId()));
            return Reply.redirect("/recognitions/" + renewal);
        } catch (Problem.Conflict late) {
            return show(visit, List.of(), visit.say(late.key(), late.arguments().toArray()));
        }
    }

    private String file(SqlConnection connection, String id, Where own, String personId) {
        answers.answer(connection, id, own, new Answer(Answer.Kind.RENEW, null, "", personId, false));
        PrefilledQueries.Place place = PrefilledQueries.place(connection, id).await();
        List<String> mentors = PrefilledQueries.mentors(connection, id).await().stream()
                .map(PrefilledQueries.Mentor::id)
                .toList();
        if (place == null) {
            throw new Problem.NotFound();
        }
        if (mentors.isEmpty()) {
            throw new Problem.Conflict("renewal.file.problem.no-mentor");
        }
        String renewal = filing.file(
                connection,
                new FileApplication.Filing(
                        place.establishmentNumber(),
                        place.programmeCode(),
                        place.partnershipCode(),
                        place.sectorCode(),
                        "COMPANY",
                        personId,
                        null,
                        id,
                        mentors));
        PrefilledQueries.takeDocuments(connection, id, renewal, personId, time.now());
        FollowUp.close(connection, Answer.Kind.RENEW.followUp(), "dossier:" + id, personId, "FILED", time.now())
                .await();
        return renewal;
    }

    private static Where own(Visit visit) {
        return new Where().and("e.enterprise_number = ANY (?)", visit.identity().scopes(Role.COMPANY));
    }
}
