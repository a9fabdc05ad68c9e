package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Address;
import be.leermeester.portal.treatment.WorkQueries.Desk;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;

/// A handler's own lists, and standing in for a colleague (U4).
public final class DeskPages implements Feature {

    private static final WorkFilter EVERYTHING = new WorkFilter("", "", false);
    private static final int LONGEST_NAME = 60;

    private final Db db;

    DeskPages(Db db) {
        this.db = db;
    }

    @Override
    public void mount(Routes routes) {
        routes.acts(HttpMethod.POST, "/handler/lists", DeedPages.HANDLERS, this::saveList);
        routes.acts(HttpMethod.POST, "/handler/cover", DeedPages.HANDLERS, this::cover);
    }

    private Reply saveList(Visit visit) {
        Form form = visit.form();
        WorkFilter filter = WorkFilter.parse(form.given("list", 120)).orElseThrow(Problem.NotFound::new);
        String forget = form.given("forget", LONGEST_NAME);
        String name = forget.isEmpty() ? form.text("name", LONGEST_NAME) : "";
        if (!form.valid()) {
            return again(visit, filter, form);
        }
        String me = visit.identity().personId();
        Address address = filter.address();
        db.transact(connection -> {
            if (forget.isEmpty()) {
                var list = new WorkQueries.Saved(name, address.toString());
                WorkQueries.save(connection, me, list, visit.time().now());
            } else {
                WorkQueries.forget(connection, me, forget);
            }
            return true;
        });
        return Reply.redirect(address.toString());
    }

    private Reply cover(Visit visit) {
        Desk desk = WorkPages.desk(visit);
        Form form = visit.form();
        String absent = form.given("absent", 80);
        LocalDate until = form.date("until").orElse(null);
        String colleague = WorkPages.assignee(db, absent, desk);
        if (colleague.equals(desk.personId())) {
            throw new Problem.BadRequest("treatment.cover.wrong");
        }
        if (until == null || until.isBefore(desk.today())) {
            form.refuse("until", "treatment.cover.wrong");
            return again(visit, EVERYTHING, form);
        }
        db.transact(connection -> {
            WorkQueries.cover(connection, desk.personId(), colleague, until);
            return true;
        });
        return Reply.redirect(new WorkFilter("mine", "", false).address().toString());
    }

    private Reply again(Visit visit, WorkFilter filter, Form form) {
        return new Reply.View("treatment/work", WorkView.of(db, visit, filter, form.values(), form.errors()), 422);
    }
}
