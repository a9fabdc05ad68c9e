package be.leermeester.portal.lapse;

import be.leermeester.portal.lapse.NameQueries.Place;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What will be lost in the coming [Forecast#DAYS] days if nothing changes, in words for a page (M10, M11).
public final class LossesAhead {

    /// A recognition that will be lost.
    ///
    /// @param day on which it loses its last valid mentor; null where that happened before
    /// @param kept whether it is kept until the end of the school year, because an agreement runs
    /// @param mentors who did not follow the training
    /// @param trained colleagues at the same company who did
    public record Loss(
            String dossier,
            String programme,
            String enterprise,
            String company,
            String municipality,
            String partnership,
            @Nullable LocalDate day,
            LocalDate lastDay,
            boolean kept,
            List<String> mentors,
            List<String> trained) {}

    private LossesAhead() {}

    /// Of one company; whoever asks may see it.
    public static Future<List<Loss>> ofCompany(SqlClient client, String enterprise, LocalDate today) {
        return Forecast.of(client, Reach.company(enterprise), today, today.plusDays(Forecast.DAYS))
                .compose(happens -> of(client, Outcome.of(happens)));
    }

    static Future<List<Loss>> of(SqlClient client, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Set<String> dossiers = new TreeSet<>();
        Set<String> persons = new TreeSet<>();
        Set<String> enterprises = new TreeSet<>();
        outcomes.forEach(outcome -> {
            dossiers.add(outcome.recognition().id());
            persons.addAll(outcome.mentors());
            enterprises.add(outcome.recognition().enterpriseNumber());
        });
        var places = NameQueries.places(client, dossiers);
        var names = NameQueries.persons(client, persons);
        var trained = NameQueries.trained(client, enterprises);
        return Future.all(places, names, trained)
                .map(_ -> outcomes.stream()
                        .map(outcome -> loss(
                                outcome,
                                places.result()
                                        .getOrDefault(outcome.recognition().id(), new Place("", "", "", "")),
                                names.result(),
                                trained.result()))
                        .toList());
    }

    private static Loss loss(
            Outcome outcome, Place place, Map<String, String> names, Map<String, List<NameQueries.Colleague>> trained) {
        Recognised recognition = outcome.recognition();
        String where = recognition.enterpriseNumber() + " " + recognition.partnership();
        return new Loss(
                recognition.id(),
                place.programme(),
                place.enterprise(),
                place.company(),
                place.municipality(),
                recognition.partnership(),
                outcome.day(),
                outcome.lastDay(),
                outcome.kept(),
                outcome.mentors().stream()
                        .map(person -> names.getOrDefault(person, person))
                        .toList(),
                trained.getOrDefault(where, List.of()).stream()
                        .map(NameQueries.Colleague::name)
                        .toList());
    }
}
