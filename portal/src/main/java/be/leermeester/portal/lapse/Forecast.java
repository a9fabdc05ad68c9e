package be.leermeester.portal.lapse;

import be.leermeester.learning.deadline.Deadlines;
import be.leermeester.learning.deadline.Lapses;
import be.leermeester.learning.deadline.TrainingRules;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What passed deadlines will do if nothing changes (M10): by the same functions as the night's work, so that they say
/// the same.
final class Forecast {

    /// How far one looks ahead, in days.
    static final int DAYS = 90;

    private Forecast() {}

    /// In the order in which it will happen; `from` and `until` included.
    static Future<List<Consequence>> of(SqlClient client, Reach reach, LocalDate from, LocalDate until) {
        return Future.all(due(client, reach, from, until), Deadlines.rules(client))
                .compose(both -> {
                    List<Lapses.Due> due = both.resultAt(0);
                    TrainingRules rules = both.resultAt(1);
                    TreeSet<String> persons = new TreeSet<>();
                    due.forEach(each -> persons.add(each.personId()));
                    return LapseQueries.concerned(client, persons, until, reach)
                            .compose(ids -> LapseQueries.recognitions(client, ids, from))
                            .map(recognitions -> days(recognitions, due, rules, from, until));
                });
    }

    private static Future<List<Lapses.Due>> due(SqlClient client, Reach reach, LocalDate from, LocalDate until) {
        String enterprise = reach.enterprise();
        Future<LocalDate> after = LapseQueries.doneBefore(client, from);
        return enterprise == null
                ? after.compose(day -> Lapses.due(client, day, until, reach.partnerships()))
                : after.compose(day -> LapseQueries.dueAt(client, enterprise, day, until));
    }

    private static List<Consequence> days(
            Collection<Recognised> recognitions,
            List<Lapses.Due> due,
            TrainingRules rules,
            LocalDate from,
            LocalDate until) {
        Map<LocalDate, List<Late>> late = new TreeMap<>();
        for (Lapses.Due each : due) {
            LocalDate day = each.on().isBefore(from) ? from : each.on();
            late.computeIfAbsent(day, _ -> new ArrayList<>())
                    .add(new Late(each.personId(), each.partnership(), rules.policyOn(each.partnership(), day)));
        }
        LapseDays days = new LapseDays(recognitions);
        List<Consequence> happens = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            happens.addAll(days.on(day, late.getOrDefault(day, List.of())));
        }
        return happens;
    }
}
