package be.leermeester.search;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Role;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The search box, its results, and the teacher's start page.
final class SearchPages implements Feature {

    private static final int HITS = 10;
    private static final int NEWEST = 5;
    private static final int VALUES = 12;

    /// @param snippet HTML, safe
    /// @param language null for Dutch, which goes without saying
    record HitView(
            String title,
            String href,
            String snippet,
            String kind,
            @Nullable String language,
            @Nullable Integer page,
            String author,
            boolean overdue) {}

    record ValueView(String value, String label, int count, boolean chosen) {}

    record FilterView(String parameter, String title, List<ValueView> values, boolean open) {}

    /// @param advice nothing was found, say how to go on
    /// @param reset the same words without filters, null where there are none
    record ListView(
            String typed,
            String sentence,
            boolean loosened,
            boolean advice,
            @Nullable String reset,
            List<FilterView> filters,
            List<HitView> hits,
            int page,
            int pages,
            @Nullable String previous,
            @Nullable String next) {

        public boolean several() {
            return pages > 1;
        }
    }

    record TileView(String label, int count, String href) {}

    record StartView(List<TileView> kinds, List<HitView> mine, List<HitView> newest) {}

    private final Db db;
    private final Searching searching;

    SearchPages(Db db, Searching searching) {
        this.db = db;
        this.searching = searching;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/materials", Access.anyone(), this::list);
        routes.reads("/teacher", Access.roles(Role.TEACHER), this::start);
    }

    private Future<Reply> list(Visit visit) {
        Search search = Asked.search(visit, HITS);
        return searching
                .find(search)
                .compose(found -> Labels.of(visit, db.reads(), found.facets())
                        .map(labels -> Reply.view("materials/list", view(visit, search, found, labels))));
    }

    private static ListView view(Visit visit, Search search, Search.Found found, Labels labels) {
        int pages = Math.max(1, Math.ceilDiv(found.total(), search.size()));
        int page = search.page();
        return new ListView(
                search.typed(),
                sentence(visit, search, found, labels),
                found.loosened(),
                found.total() == 0,
                search.filters().isEmpty() ? null : Asked.address(search.without(), 1),
                filters(visit, found.facets(), labels),
                hits(visit, search.typed(), found.hits(), labels),
                page,
                pages,
                page > 1 ? Asked.address(search, Math.min(page - 1, pages)) : null,
                page < pages ? Asked.address(search, page + 1) : null);
    }

    /// Says in one line what is shown: how many, for which words, with which filters, in which order.
    private static String sentence(Visit visit, Search search, Search.Found found, Labels labels) {
        String order = visit.say(search.typed().isBlank() ? "materials.order.newest" : "materials.order.best");
        List<String> chosen = new ArrayList<>();
        search.filters()
                .forEach((facet, values) ->
                        values.stream().sorted().forEach(value -> chosen.add(labels.of(facet, value))));
        String what = search.typed().isBlank()
                ? visit.say("materials.sentence.all", found.total())
                : visit.say("materials.sentence.words", found.total(), search.typed());
        String filtered = chosen.isEmpty() ? "" : visit.say("materials.sentence.filters", String.join(", ", chosen));
        return what + filtered + (found.total() > 1 ? ", " + order : "") + ".";
    }

    private static List<FilterView> filters(Visit visit, Map<Facet, List<Search.Count>> facets, Labels labels) {
        List<FilterView> filters = new ArrayList<>();
        facets.forEach((facet, counts) -> {
            List<ValueView> values = new ArrayList<>();
            for (Search.Count count : counts) {
                if (values.size() < VALUES || count.chosen()) {
                    String label = labels.of(facet, count.value());
                    values.add(new ValueView(count.value(), label, count.count(), count.chosen()));
                }
            }
            boolean open = facet == Facet.KIND || values.stream().anyMatch(ValueView::chosen);
            if (!values.isEmpty()) {
                String title = visit.say("materials.facet." + facet.parameter());
                filters.add(new FilterView(facet.parameter(), title, values, open));
            }
        });
        return filters;
    }

    private static List<HitView> hits(Visit visit, String typed, List<Search.Hit> hits, Labels labels) {
        return hits.stream()
                .map(hit -> {
                    MaterialCard card = hit.card();
                    boolean dutch = card.language().equals(Languages.DUTCH);
                    return new HitView(
                            card.title(),
                            Asked.address(hit, typed),
                            hit.snippet(),
                            labels.of(Facet.KIND, card.kind()),
                            dutch ? null : labels.of(Facet.LANGUAGE, card.language()),
                            hit.page(),
                            card.author(),
                            card.isOverdue(visit.time().today()));
                })
                .toList();
    }

    private Future<Reply> start(Visit visit) {
        Viewer viewer = Viewer.of(visit.visitor());
        return MaterialQueries.programmesOf(db.reads(), visit.scope(Role.TEACHER))
                .compose(programmes -> Future.all(newest(viewer, Set.of()), newest(viewer, new HashSet<>(programmes)))
                        .compose(both -> {
                            Search.Found all = both.resultAt(0);
                            Search.Found mine = both.resultAt(1);
                            return Labels.of(visit, db.reads(), all.facets())
                                    .map(labels -> startView(visit, all, programmes.isEmpty() ? null : mine, labels));
                        }))
                .map(view -> Reply.view("materials/start", view));
    }

    private Future<Search.Found> newest(Viewer viewer, Set<String> programmes) {
        return searching.find(new Search("", Map.of(Facet.PROGRAMME, programmes), viewer, 1, NEWEST));
    }

    private static StartView startView(Visit visit, Search.Found all, Search.@Nullable Found mine, Labels labels) {
        List<TileView> kinds = Objects.requireNonNull(all.facets().get(Facet.KIND)).stream()
                .map(kind -> new TileView(
                        labels.of(Facet.KIND, kind.value()), kind.count(), "/materials?kind=" + kind.value()))
                .toList();
        List<HitView> own = mine == null ? List.of() : hits(visit, "", mine.hits(), labels);
        return new StartView(kinds, own, hits(visit, "", all.hits(), labels));
    }
}
