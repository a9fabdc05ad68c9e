package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.application.DraftQueries.DraftRow;
import be.leermeester.portal.mandate.Applicant;
import be.leermeester.portal.mandate.Errand;
import be.leermeester.portal.mandate.Mandates;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens and saves drafts for who may write them: the company's own people, and who holds its mandate those that it
/// writes under it. On a virtual thread.
final class Drafts {

    /// A draft in the hands of somebody who may write it.
    record Open(DraftRow row, Applicant applicant) {
        Draft draft() {
            return row.draft();
        }

        String at(String step) {
            return "/applications/" + row.id() + step;
        }
    }

    private final Db db;
    private final Ids ids;
    private final Time time;

    Drafts(Db db, Ids ids, Time time) {
        this.db = db;
        this.ids = ids;
        this.time = time;
    }

    /// Throws [Problem.NotFound] where it is somebody else's, [Problem.Forbidden] where the mandate under which it was
    /// written is over.
    Open open(Visit visit) {
        return opened(visit, DraftQueries.one(db.reads(), visit.params().id("id")));
    }

    Open opened(Visit visit, @Nullable DraftRow row) {
        Identity identity = visit.identity();
        if (row == null || !(identity.has(Role.COMPANY, row.enterprise()) || holds(identity, row.holder()))) {
            throw new Problem.NotFound();
        }
        return new Open(
                row,
                Mandates.applicant(
                                db.reads(),
                                identity,
                                Errand.of(row.enterprise(), Errand.Kind.FILE),
                                visit.time().today())
                        .await());
    }

    private static boolean holds(Identity identity, @Nullable String holder) {
        return holder != null && (identity.has(Role.SCHOOL, holder) || identity.has(Role.HANDLER, holder));
    }

    /// A step of the form; who comes back after sending is led to what became of it.
    Reply step(Visit visit, Function<Open, Reply> page) {
        Open open = open(visit);
        return open.row().submitted() ? Reply.redirect(open.at("/done")) : page.apply(open);
    }

    /// Begins one, or gives the one that was begun and not written in.
    String begin(Applicant applicant, String personId) {
        return db.transact(connection -> {
            String there =
                    DraftQueries.untouched(connection, applicant.enterpriseNumber(), applicant.holder(), personId);
            if (there != null) {
                return there;
            }
            String id = ids.next().toString();
            DraftQueries.insert(
                    connection,
                    id,
                    applicant.enterpriseNumber(),
                    applicant.holder(),
                    Draft.EMPTY,
                    personId,
                    time.now());
            return id;
        });
    }

    /// Saves what a step says; the form carries the version that was on the screen. Leads on to `next`, or shows what
    /// `again` makes of what was typed where somebody else, or another tab, changed the draft in the meantime.
    Reply save(Visit visit, Open open, Form form, Draft changed, String next, Function<Open, Reply> again) {
        int seen = version(form);
        boolean saved = db.transact(connection -> DraftQueries.save(
                connection, open.row().id(), seen, changed, visit.identity().personId(), time.now()));
        if (saved) {
            return Reply.redirect(open.at(next));
        }
        Open now = open(visit);
        return now.row().submitted() ? Reply.redirect(now.at("/done")) : again.apply(now);
    }

    /// The version that was on the screen; throws [Problem.BadRequest] where the form carries none.
    static int version(Form form) {
        String seen = form.given("version", 9);
        if (!seen.matches("\\d{1,9}")) {
            throw new Problem.BadRequest("problem.field", "version");
        }
        return Integer.parseInt(seen);
    }

    String newKey() {
        return ids.next().toString();
    }

    Db db() {
        return db;
    }

    Time time() {
        return time;
    }
}
