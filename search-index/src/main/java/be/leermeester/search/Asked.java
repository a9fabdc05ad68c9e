package be.leermeester.search;

import be.leermeester.kernel.Params;
import be.leermeester.kernel.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Searches and materials as addresses, read and written.
final class Asked {

    /// Passages shown at once on a material's page.
    static final int PASSAGES = 50;

    private static final int MOST_PAGES = 10_000;
    private static final int MOST_HITS = 100;

    private Asked() {}

    /// The search of a request; throws [be.leermeester.kernel.Problem.BadRequest] for what is none.
    static Search search(Visit visit, int usualSize) {
        Params params = visit.params();
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            filters.put(facet, new LinkedHashSet<>(params.all(facet.parameter())));
        }
        return new Search(
                params.text("q"),
                filters,
                Viewer.of(visit.visitor()),
                params.number("page", 1, 1, MOST_PAGES),
                params.number("size", usualSize, 1, MOST_HITS));
    }

    /// The address of a page of a search's hits, filters included.
    static String address(Search search, int page) {
        List<String> pairs = new ArrayList<>();
        if (!search.typed().isEmpty()) {
            pairs.add("q=" + encoded(search.typed()));
        }
        search.filters()
                .forEach((facet, values) ->
                        values.stream().sorted().forEach(value -> pairs.add(facet.parameter() + "=" + encoded(value))));
        if (page > 1) {
            pairs.add("page=" + page);
        }
        return pairs.isEmpty() ? "/materials" : "/materials?" + String.join("&", pairs);
    }

    /// The address of the best passage in its material, with the words to mark.
    static String address(Search.Hit hit, String typed) {
        return address(hit.card().id(), typed, hit.position(), hit.page());
    }

    static String address(String materialId, String typed, @Nullable Integer position, @Nullable Integer page) {
        int part = position == null ? 1 : position / PASSAGES + 1;
        List<String> pairs = new ArrayList<>();
        if (!typed.isBlank()) {
            pairs.add("q=" + encoded(typed));
        }
        if (part > 1) {
            pairs.add("part=" + part);
        }
        String query = pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
        String anchor = position == null ? "" : "#" + anchor(position, page);
        return "/materials/" + materialId + query + anchor;
    }

    /// `page-3` where there are pages, else `passage-7`.
    static String anchor(int position, @Nullable Integer page) {
        return page == null ? "passage-" + (position + 1) : "page-" + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
