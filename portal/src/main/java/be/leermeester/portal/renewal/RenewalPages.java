package be.leermeester.portal.renewal;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.rows.Where;
import be.leermeester.portal.server.Fingerprint;
import be.leermeester.portal.status.Outlook;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a company is asked about recognitions that end: on its own page, and behind the link in the mail, where nobody
/// signs in. Reading never changes anything: mail scanners open links.
public final class RenewalPages implements Feature {

    private static final Access COMPANY = Access.roles(Role.COMPANY);
    private static final int MOST = 500;

    /// One recognition with its form.
    ///
    /// @param values as typed, where this is the form that was not taken
    record Item(Ending ending, Map<String, String> values, List<Form.Error> errors) {

        public String answer() {
            return values.getOrDefault("answer", ending.answer() == null ? "" : ending.answer());
        }

        public String reason() {
            return values.getOrDefault("reason", ending.reason() == null ? "" : ending.reason());
        }

        public String remark() {
            return values.getOrDefault("remark", ending.remark());
        }
    }

    /// @param action where the forms go
    /// @param linked whether it is read through the link, by whoever has the mail
    /// @param saved the dossier whose answer was just taken
    /// @param problem why an answer could not be taken any more
    record Model(
            String company,
            List<Item> items,
            List<String> reasons,
            String action,
            boolean linked,
            String saved,
            List<Form.Error> errors,
            @Nullable String problem) {}

    private final Db db;
    private final Post post;
    private final Messages messages;
    private final Ids ids;
    private final Time time;
    private final AnswerRenewal answers;

    public RenewalPages(Db db, Post post, Messages messages, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.post = post;
        this.messages = messages;
        this.ids = ids;
        this.time = time;
        this.answers = new AnswerRenewal(outbox, ids, time);
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.GET, "/renewals", COMPANY, visit -> own(visit, null, null));
        routes.acts(HttpMethod.POST, "/renewals", COMPANY, this::answerOwn);
        routes.acts(HttpMethod.GET, "/renewal/:code", Access.anyone(), visit -> linked(visit, link(visit), null, null));
        routes.acts(HttpMethod.POST, "/renewal/:code", Access.anyone(), this::answerLinked);
    }

    @Override
    public List<Job> jobs() {
        return List.of(new AskRenewals(db, post, messages, ids, time));
    }

    private Reply own(Visit visit, @Nullable AnswerForm form, @Nullable String problem) {
        String enterprise = visit.scope(Role.COMPANY);
        return view(visit, ofCompany(enterprise, time.today()), "/renewals", false, form, problem);
    }

    private Reply linked(Visit visit, RenewalQueries.Link link, @Nullable AnswerForm form, @Nullable String problem) {
        String action = "/renewal/" + visit.params().id("code");
        return view(visit, ofLink(link), action, true, form, problem);
    }

    private Reply view(
            Visit visit,
            Where where,
            String action,
            boolean linked,
            @Nullable AnswerForm form,
            @Nullable String problem) {
        List<Ending> endings =
                RenewalQueries.list(db.reads(), where, time.today(), MOST).await();
        List<Form.Error> errors = form == null ? List.of() : form.errors();
        List<Item> items = endings.stream()
                .map(ending -> form != null && form.dossier().equals(ending.id())
                        ? new Item(ending, form.form().values(), errors)
                        : new Item(ending, Map.of(), List.of()))
                .toList();
        Model model = new Model(
                endings.isEmpty() ? "" : endings.getFirst().company(),
                items,
                Arrays.stream(Answer.Reason.values()).map(Enum::name).toList(),
                action,
                linked,
                form == null && problem == null ? visit.params().text("saved") : "",
                errors,
                problem);
        return new Reply.View("renewal/show", model, problem != null ? 409 : errors.isEmpty() ? 200 : 422);
    }

    private Reply answerOwn(Visit visit) {
        String enterprise = visit.scope(Role.COMPANY);
        AnswerForm form = AnswerForm.read(visit.form(), visit.identity().personId(), false);
        String problem = taken(visit, form, ofCompany(enterprise, time.today()));
        return form.form().valid() && problem == null
                ? Reply.redirect("/renewals?saved=" + form.dossier() + "#r-" + form.dossier())
                : own(visit, form, problem);
    }

    private Reply answerLinked(Visit visit) {
        RenewalQueries.Link link = link(visit);
        AnswerForm form = AnswerForm.read(visit.form(), link.personId(), true);
        String problem = taken(visit, form, ofLink(link));
        return form.form().valid() && problem == null
                ? Reply.redirect(
                        "/renewal/" + visit.params().id("code") + "?saved=" + form.dossier() + "#r-" + form.dossier())
                : linked(visit, link, form, problem);
    }

    /// Why it could not be taken any more; null where it was, or where the form itself is wrong.
    private @Nullable String taken(Visit visit, AnswerForm form, Where where) {
        Answer answer = form.answer();
        if (answer == null) {
            return null;
        }
        try {
            db.transact(connection -> {
                answers.answer(connection, form.dossier(), where, answer);
                return true;
            });
            return null;
        } catch (Problem.Conflict late) {
            return visit.say(late.key(), late.arguments().toArray());
        }
    }

    /// What ends within the time in which the board shows it as ending, and what was asked about.
    private static Where ofCompany(String enterprise, LocalDate today) {
        return new Where()
                .and("e.enterprise_number = ?", enterprise)
                .and(
                        "a.status = 'APPROVED' AND a.valid_until > ? AND a.valid_until <= ? OR r.asked_on IS NOT NULL"
                                + " AND a.valid_until > ?",
                        today,
                        today.plusMonths(Outlook.ENDING_MONTHS),
                        today.minusYears(1));
    }

    private static Where ofLink(RenewalQueries.Link link) {
        return new Where()
                .and("e.enterprise_number = ?", link.enterpriseNumber())
                .and("r.asked_on IS NOT NULL AND a.valid_until >= ? AND a.valid_until < ?", link.from(), link.before());
    }

    private RenewalQueries.Link link(Visit visit) {
        byte[] hash = Fingerprint.ofSecret(visit.params().id("code"));
        RenewalQueries.Link link = RenewalQueries.link(db.reads(), hash).await();
        if (link == null) {
            throw new Problem.NotFound();
        }
        if (!link.expiresAt().isAfter(time.now())) {
            throw new Problem.Conflict("renewal.problem.expired");
        }
        return link;
    }
}
