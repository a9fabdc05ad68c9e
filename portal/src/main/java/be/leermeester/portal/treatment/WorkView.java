package be.leermeester.portal.treatment;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.rows.Choice;
import be.leermeester.portal.rows.Option;
import be.leermeester.portal.treatment.WorkQueries.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of the work list, with the forms below it as they were typed.
///
/// @param values as typed in a form that was not taken
record WorkView(
        String carried,
        String address,
        String live,
        List<Choice> whose,
        List<Choice> statuses,
        Choice changed,
        List<WorkQueries.Row> rows,
        List<Option> colleagues,
        List<WorkQueries.Cover> covers,
        List<WorkQueries.Saved> saved,
        Map<String, String> values,
        List<Form.Error> errors) {

    static WorkView of(Db db, Visit visit, WorkFilter filter, Map<String, String> values, List<Form.Error> errors) {
        Desk desk = WorkPages.desk(visit);
        Map<String, String> names = new LinkedHashMap<>();
        WorkQueries.colleagues(db.reads(), desk).await().forEach(one -> names.put(one.id(), one.name()));
        List<String> partnerships = desk.scope().partnerships();
        return new WorkView(
                filter.carried(),
                filter.address().toString(),
                partnerships.size() == 1 ? "partnership:" + partnerships.getFirst() : "partnership:",
                whose(visit, filter, names),
                statuses(visit, filter),
                choice(visit, "treatment.work.changed", filter.changes(!filter.changed()), filter.changed()),
                WorkQueries.rows(db.reads(), filter, desk).await(),
                Option.of(visit.say("treatment.work.me"), names, ""),
                WorkQueries.covers(db.reads(), desk).await(),
                WorkQueries.saved(db.reads(), desk.personId()).await(),
                values,
                errors);
    }

    public int count() {
        return rows.size();
    }

    public @Nullable String nameError() {
        return error("name");
    }

    public @Nullable String untilError() {
        return error("until");
    }

    private @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(Form.Error::message)
                .findFirst()
                .orElse(null);
    }

    private static List<Choice> whose(Visit visit, WorkFilter filter, Map<String, String> names) {
        List<Choice> choices = new ArrayList<>();
        for (String who : List.of("", "mine", "nobody")) {
            String key = "treatment.work.who." + (who.isEmpty() ? "all" : who);
            choices.add(choice(visit, key, filter.of(who), filter.who().equals(who)));
        }
        String name = names.get(filter.who());
        if (name != null) {
            choices.add(new Choice(name, 0, filter.address().toString(), true));
        }
        return choices;
    }

    private static List<Choice> statuses(Visit visit, WorkFilter filter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(visit, "list.all", filter.in(""), filter.status().isEmpty()));
        WorkFilter.OPEN.forEach(open -> choices.add(choice(
                visit,
                "term.recognition." + open,
                filter.in(open.name()),
                filter.status().equals(open.name()))));
        return choices;
    }

    private static Choice choice(Visit visit, String key, WorkFilter to, boolean selected) {
        return new Choice(visit.say(key), 0, to.address().toString(), selected);
    }
}
