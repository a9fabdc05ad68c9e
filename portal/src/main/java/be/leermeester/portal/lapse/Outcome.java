package be.leermeester.portal.lapse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What becomes of one recognition in a forecast.
///
/// @param day on which it is left without a valid mentor; null where that happened before
/// @param lastDay the last day on which it holds
/// @param kept whether it is kept until the end of the school year, because an agreement runs
/// @param mentors who will be struck off it
record Outcome(Recognised recognition, @Nullable LocalDate day, LocalDate lastDay, boolean kept, List<String> mentors) {

    /// The first to be lost first; those that only lose one of several mentors are left out.
    static List<Outcome> of(List<Consequence> happens) {
        Map<String, List<String>> struck = new LinkedHashMap<>();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Consequence each : happens) {
            switch (each) {
                case Consequence.Struck off ->
                    struck.computeIfAbsent(off.recognition().id(), _ -> new ArrayList<>())
                            .add(off.personId());
                case Consequence.Kept kept -> {
                    Recognised r = kept.recognition();
                    LocalDate lastDay = kept.revokeOn().minusDays(1);
                    outcomes.put(r.id(), new Outcome(r, kept.day(), lastDay, true, mentors(struck, r)));
                }
                case Consequence.Revoked gone -> {
                    Recognised r = gone.recognition();
                    LocalDate since = gone.wasKept() ? null : gone.day();
                    LocalDate lastDay = gone.day().minusDays(1);
                    outcomes.putIfAbsent(r.id(), new Outcome(r, since, lastDay, gone.wasKept(), mentors(struck, r)));
                }
                case Consequence.Released held ->
                    outcomes.remove(held.recognition().id());
                case Consequence.Lapsed _ -> {}
            }
        }
        return outcomes.values().stream()
                .sorted(Comparator.comparing(Outcome::lastDay)
                        .thenComparing(outcome -> outcome.recognition().id()))
                .toList();
    }

    private static List<String> mentors(Map<String, List<String>> struck, Recognised recognition) {
        return List.copyOf(struck.getOrDefault(recognition.id(), List.of()));
    }
}
