package be.leermeester.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A search: what was typed, the filters (within a facet any of the values, across facets all), who asks, and which
/// page of hits.
///
/// @param page from 1
/// @param size hits per page, 1 to 100
record Search(String typed, Map<Facet, Set<String>> filters, Viewer viewer, int page, int size) {

    Search {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Set.copyOf(values));
            }
        });
        filters = copy;
    }

    /// The first page of everything about some words that anybody may see.
    static Search of(String typed) {
        return new Search(typed, Map.of(), new Viewer(Set.of()), 1, 10);
    }

    /// The same without filters.
    Search without() {
        return new Search(typed, Map.of(), viewer, 1, size);
    }

    /// A material with its best passage.
    ///
    /// @param snippet HTML: the text escaped, the words found in `mark` elements
    /// @param page the passage's page or slide, null where it has none
    /// @param position the passage's position, null where the title or description matched best
    record Hit(
            MaterialCard card,
            String snippet,
            @Nullable Integer page,
            @Nullable Integer position,
            float score) {}

    /// How many hits carry a value, with the filters of the other facets applied.
    record Count(String value, int count, boolean chosen) {}

    /// @param loosened nothing holds all the words; these hold some, or words that look like them
    record Found(int total, List<Hit> hits, Map<Facet, List<Count>> facets, boolean loosened) {

        Found asLoosened() {
            return new Found(total, hits, facets, true);
        }
    }
}
