package be.leermeester.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Finds materials: hits in order with a snippet each, and the counts beside them. What the viewer may not see takes no
/// part in any of it. Blocks.
final class FindMaterials {

    /// With fewer hits than this, words that look alike and fewer of the words do as well.
    private static final int FEW = 3;

    private final MaterialIndex index;
    private final MaterialQuery queries;
    private final Snippets snippets;

    FindMaterials(MaterialIndex index, Synonyms synonyms) {
        this.index = index;
        this.queries = new MaterialQuery(index.languages(), synonyms);
        this.snippets = new Snippets(index.languages());
    }

    Search.Found find(Search search) {
        return index.search(searcher -> find(search, searcher));
    }

    /// Marks the words of a question in texts of one language, as HTML.
    List<String> marked(String typed, String language, List<String> texts) {
        Box box = Box.read(typed);
        if (box.isEmpty()) {
            return texts.stream().map(Snippets::escaped).toList();
        }
        Query words = queries.strict(box, List.of(language)).words();
        return texts.stream()
                .map(text -> snippets.marked(words, language, text))
                .toList();
    }

    private Search.Found find(Search search, MaterialSearcher searcher) throws IOException {
        Box box = Box.read(search.typed());
        if (box.isEmpty() || searcher.languages().isEmpty()) {
            Query all =
                    search.typed().isBlank() ? new TermQuery(new Term(Fields.HEAD, "1")) : MatchNoDocsQuery.INSTANCE;
            return found(
                    search, searcher, new MaterialQuery.Question(all, all), visible(search.viewer(), all, searcher));
        }
        MaterialQuery.Question strict = queries.strict(box, searcher.languages());
        BestPassages best = visible(search.viewer(), strict.query(), searcher);
        if (best.count() >= FEW) {
            return found(search, searcher, strict, best);
        }
        MaterialQuery.Question loose = queries.loose(box, searcher);
        Query words = any(strict.words(), loose.words());
        Query either = any(strict.query(), loose.query());
        Search.Found found = found(
                search,
                searcher,
                new MaterialQuery.Question(either, words),
                visible(search.viewer(), either, searcher));
        return best.count() == 0 && found.total() > 0 ? found.asLoosened() : found;
    }

    private static Query any(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    private static BestPassages visible(Viewer viewer, Query query, MaterialSearcher searcher) throws IOException {
        List<BytesRef> keys = viewer.keys().stream().map(BytesRef::new).toList();
        Query allowed = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermInSetQuery(Fields.VISIBLE, keys), Occur.FILTER)
                .build();
        return searcher.search(allowed, BestPassages.of(searcher.columns()));
    }

    private Search.Found found(
            Search search, MaterialSearcher searcher, MaterialQuery.Question question, BestPassages best)
            throws IOException {
        FacetCounts counts = new FacetCounts(searcher.columns(), search.filters());
        int last = search.page() * search.size();
        Comparator<Integer> byScore = Comparator.comparingDouble(best::score);
        Comparator<Integer> worstFirst = (search.typed().isBlank() ? byAge(searcher) : byScore)
                .thenComparingInt(material -> -searcher.columns().headOf(material));
        PriorityQueue<Integer> top = new PriorityQueue<>(worstFirst);
        int total = 0;
        for (int at = 0; at < best.count(); at++) {
            int material = best.material(at);
            if (counts.take(material)) {
                total++;
                top.add(material);
                if (top.size() > last) {
                    top.remove();
                }
            }
        }
        List<Integer> page = new ArrayList<>(top);
        page.sort(worstFirst.reversed());
        page = page.subList(Math.min(last - search.size(), page.size()), page.size());
        return new Search.Found(total, hits(page, searcher, question.words(), best), counts.counts(), false);
    }

    private List<Search.Hit> hits(List<Integer> materials, MaterialSearcher searcher, Query words, BestPassages best)
            throws IOException {
        List<MaterialCard> cards = new ArrayList<>();
        Map<String, List<Integer>> texts = new HashMap<>();
        for (int material : materials) {
            MaterialCard card = searcher.card(material);
            cards.add(card);
            if (best.document(material) != searcher.columns().headOf(material)) {
                texts.computeIfAbsent(card.language(), _ -> new ArrayList<>()).add(best.document(material));
            }
        }
        Map<Integer, String> shown = new HashMap<>();
        for (Map.Entry<String, List<Integer>> some : texts.entrySet()) {
            shown.putAll(snippets.snippets(searcher, words, some.getKey(), some.getValue()));
        }
        List<Search.Hit> hits = new ArrayList<>();
        for (int at = 0; at < cards.size(); at++) {
            MaterialCard card = cards.get(at);
            int document = best.document(materials.get(at));
            String snippet = shown.get(document);
            MaterialSearcher.Place place = searcher.place(document);
            hits.add(new Search.Hit(
                    card,
                    snippet == null ? snippets.marked(words, card.language(), card.description()) : snippet,
                    place.page(),
                    place.position(),
                    best.score(materials.get(at))));
        }
        return hits;
    }

    /// What somebody may be typing, from titles and keywords of materials that they may see; at most eight.
    List<String> suggest(String typed, Viewer viewer) {
        List<String> words = DutchTerms.pieces(typed).stream()
                .map(piece -> Words.fold(piece.text()))
                .limit(8)
                .toList();
        return words.isEmpty() ? List.of() : index.search(searcher -> suggest(words, viewer, searcher));
    }

    private static List<String> suggest(List<String> words, Viewer viewer, MaterialSearcher searcher)
            throws IOException {
        BooleanQuery.Builder all =
                new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.HEAD, "1")), Occur.MUST);
        for (String word : words) {
            String prefix = word.substring(0, Math.min(word.length(), Fields.LONGEST_PREFIX));
            all.add(new TermQuery(new Term(Fields.PREFIX, prefix)), Occur.FILTER);
        }
        BestPassages best = visible(viewer, all.build(), searcher);
        Suggestions suggestions = new Suggestions(words);
        for (int at = 0; at < Math.min(best.count(), 50); at++) {
            suggestions.take(searcher.card(best.material(at)));
        }
        return suggestions.best();
    }

    /// The material that changed longest ago first.
    private static Comparator<Integer> byAge(MaterialSearcher searcher) {
        return Comparator.comparing(material -> searcher.columns().stampOf(material));
    }
}
