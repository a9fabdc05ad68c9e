package be.leermeester.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Counts hits per value, each facet under the filters of the others, so that a second choice within a facet shows what
/// it would add.
final class FacetCounts {

    /// How one facet stands: which of its values are chosen, and how often each was met.
    private static final class Tally {
        private final List<String> names;
        private final boolean[] chosen;
        private final int[] counts;

        Tally(List<String> names, Set<String> chosen) {
            this.names = names;
            this.chosen = new boolean[names.size()];
            this.counts = new int[names.size()];
            IntStream.range(0, names.size()).forEach(at -> this.chosen[at] = chosen.contains(names.get(at)));
        }

        boolean passes(int[] values) {
            return Arrays.stream(values).anyMatch(value -> chosen[value]);
        }

        void count(int[] values) {
            for (int value : values) {
                counts[value]++;
            }
        }

        List<Search.Count> met() {
            return IntStream.range(0, names.size())
                    .filter(at -> counts[at] > 0)
                    .mapToObj(at -> new Search.Count(names.get(at), counts[at], chosen[at]))
                    .toList();
        }
    }

    private final Columns columns;
    private final Map<Facet, Set<String>> filters;
    private final Map<Facet, Tally> tallies = new EnumMap<>(Facet.class);

    FacetCounts(Columns columns, Map<Facet, Set<String>> filters) {
        this.columns = columns;
        this.filters = filters;
        for (Facet facet : Facet.values()) {
            tallies.put(facet, new Tally(columns.names(facet), filters.getOrDefault(facet, Set.of())));
        }
    }

    /// Counts a material, and says whether it passes all filters.
    boolean take(int material) {
        List<Facet> failing = filters.keySet().stream()
                .filter(facet -> !tally(facet).passes(columns.valuesOf(facet, material)))
                .toList();
        if (failing.isEmpty()) {
            tallies.forEach((facet, tally) -> tally.count(columns.valuesOf(facet, material)));
        } else if (failing.size() == 1) {
            tally(failing.getFirst()).count(columns.valuesOf(failing.getFirst(), material));
        }
        return failing.isEmpty();
    }

    /// Per facet the values that occur, most frequent first, and those chosen even where nothing is left of them.
    Map<Facet, List<Search.Count>> counts() {
        Map<Facet, List<Search.Count>> all = new EnumMap<>(Facet.class);
        tallies.forEach((facet, tally) -> {
            List<Search.Count> values = new ArrayList<>(tally.met());
            filters.getOrDefault(facet, Set.of()).stream()
                    .filter(value ->
                            values.stream().noneMatch(known -> known.value().equals(value)))
                    .forEach(value -> values.add(new Search.Count(value, 0, true)));
            values.sort(Comparator.comparingInt(Search.Count::count).reversed().thenComparing(Search.Count::value));
            all.put(facet, List.copyOf(values));
        });
        return all;
    }

    private Tally tally(Facet facet) {
        return Objects.requireNonNull(tallies.get(facet));
    }
}
