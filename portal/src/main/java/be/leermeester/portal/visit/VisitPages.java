package be.leermeester.portal.visit;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.rows.Partnerships;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.visit.VisitQueries.Place;
import be.leermeester.portal.visit.VisitQueries.Share;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is still to be visited and by when, by neighbourhood, and how many were visited in time (R16).
public final class VisitPages implements Feature {

    private static final Access HANDLERS = Access.roles(Role.HANDLER, Role.ADMIN);
    private static final String PATH = "/visits";
    private static final int MOST = 500;

    record Neighbourhood(String province, String municipality, List<Line> places) {}

    /// @param typed the day as it was typed in its form, where that was not taken
    /// @param error why not
    record Line(
            Place place,
            boolean late,
            String typed,
            @Nullable String error) {}

    /// A form that was not taken.
    record Refused(String establishment, String partnership, String typed, Form form) {

        Line line(Place place, boolean late) {
            return place.establishmentNumber().equals(establishment)
                            && place.partnershipCode().equals(partnership)
                    ? new Line(place, late, typed, form.errors().getFirst().message())
                    : new Line(place, late, "", null);
        }

        List<Form.Error> errors() {
            String field = "day-" + establishment + "-" + partnership;
            return form.errors().stream()
                    .map(error -> new Form.Error(field, error.message()))
                    .toList();
        }
    }

    record ToVisit(
            List<Share> shares,
            List<Neighbourhood> neighbourhoods,
            int count,
            boolean cut,
            List<Option> partnerships,
            List<Option> provinces,
            boolean many,
            List<Form.Error> errors) {}

    private static final List<String> PROVINCES =
            List.of("Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen", "Brussel");

    private final Db db;
    private final Outbox outbox;

    public VisitPages(Db db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(PATH, HANDLERS, visit -> list(visit, null));
        routes.acts(HttpMethod.POST, PATH, HANDLERS, this::plan);
    }

    private Future<Reply> list(Visit visit, @Nullable Refused refused) {
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
        String partnership = visit.params().text("partnership");
        String province = visit.params().text("province");
        if (!partnership.isEmpty() && !scope.handles(partnership)) {
            throw new Problem.NotFound();
        }
        LocalDate today = visit.time().today();
        var places = VisitQueries.toVisit(db.reads(), scope, partnership, province, today, MOST + 1);
        var shares = VisitQueries.shares(db.reads(), scope, partnership, today);
        var names = Partnerships.load(db.reads());
        return Future.all(places, shares, names).map(_ -> {
            Map<String, String> choices = names.result().among(scope);
            Map<String, String> provinces = new LinkedHashMap<>();
            PROVINCES.forEach(name -> provinces.put(name, name));
            List<Place> found = places.result();
            List<Place> shown = found.subList(0, Math.min(MOST, found.size()));
            ToVisit model = new ToVisit(
                    shares.result(),
                    grouped(shown, today, refused),
                    shown.size(),
                    found.size() > MOST,
                    choices.isEmpty() ? List.of() : Option.of(visit.say("list.all"), choices, partnership),
                    Option.of(visit.say("list.all"), provinces, province),
                    !choices.isEmpty(),
                    refused == null ? List.of() : refused.errors());
            return new Reply.View("visit/list", model, refused == null ? 200 : 422);
        });
    }

    private static List<Neighbourhood> grouped(List<Place> places, LocalDate today, @Nullable Refused refused) {
        Map<String, Neighbourhood> groups = new LinkedHashMap<>();
        for (Place place : places) {
            boolean late = place.dueOn().isBefore(today);
            groups.computeIfAbsent(
                            place.province() + "/" + place.municipality(),
                            _ -> new Neighbourhood(place.province(), place.municipality(), new ArrayList<>()))
                    .places()
                    .add(refused == null ? new Line(place, late, "", null) : refused.line(place, late));
        }
        return List.copyOf(groups.values());
    }

    private Reply plan(Visit visit) {
        Form form = visit.form();
        String establishment = form.given("establishment", 10);
        String partnership = form.given("partnership", 60);
        String typed = form.optional("day", 10);
        Scope scope = Scope.of(visit.identity(), EnumSet.of(Role.HANDLER, Role.ADMIN));
        if (!scope.handles(partnership)) {
            throw new Problem.NotFound();
        }
        LocalDate day = day(visit, typed);
        if (day == null) {
            form.refuse("day", "visit.day.wrong");
            return list(
                            visit,
                            new Refused(
                                    establishment, partnership, form.values().getOrDefault("day", ""), form))
                    .await();
        }
        String person = visit.identity().personId();
        db.transact(connection -> {
            if (!VisitQueries.isEstablishment(connection, establishment)) {
                throw new Problem.NotFound();
            }
            VisitQueries.plan(
                    connection,
                    establishment,
                    partnership,
                    day,
                    person,
                    visit.time().now());
            JsonObject said = new JsonObject().put("on", day.toString());
            List<String> audience = List.of("partnership:" + partnership);
            outbox.append(
                            connection,
                            new Event("VisitPlanned", "establishment:" + establishment, person, audience, said))
                    .await();
            return true;
        });
        return Reply.redirect(PATH);
    }

    private static @Nullable LocalDate day(Visit visit, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            LocalDate today = visit.time().today();
            return day.isBefore(today) || day.isAfter(today.plusYears(2)) ? null : day;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
