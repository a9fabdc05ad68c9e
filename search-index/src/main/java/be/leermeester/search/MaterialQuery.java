package be.leermeester.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/// Turns what was typed into a query. Every word is looked for in every field and language; the best of those counts.
final class MaterialQuery {

    /// Mild: heavy titles drown a question that is answered on page 40.
    private static final Map<String, Float> WEIGHTS = Map.of(Fields.TEXT, 1f, Fields.TITLE, 1.6f, Fields.ABOUT, 1f);

    private static final float EXACT = 0.3f;
    private static final float PARTS = 0.7f;
    private static final float SYNONYM = 0.5f;
    private static final float WEAK = 0.1f;
    private static final float CLOSE = 0.5f;
    /// Words between two parts of a compound, about; turning them round takes two.
    private static final int NEAR = 8;
    private static final float SIMILAR = 0.5f;
    private static final float OTHERS_COUNT = 0.2f;
    /// Looking for words that look alike is the costliest thing here.
    private static final int MOST_MISSPELLED = 3;

    private final Languages languages;
    private final Synonyms synonyms;
    private final QueryBuilder plain;
    private final QueryBuilder phrases;

    MaterialQuery(Languages languages, Synonyms synonyms) {
        this.languages = languages;
        this.synonyms = synonyms;
        plain = new QueryBuilder(languages.indexing());
        phrases = new QueryBuilder(languages.phrases());
    }

    /// @param query what to search for
    /// @param words the part of it that is worth marking in a text
    record Question(Query query, Query words) {}

    /// All words of a short question, most of a long one.
    ///
    /// @param spoken the languages that there are materials in
    Question strict(Box box, List<String> spoken) {
        int words = box.words().size();
        int needed = words <= 2 ? words : (int) Math.ceil(words * 0.65);
        return question(box, spoken, Map.of(), needed);
    }

    /// Some of the words, and what is spelled almost like those that stand nowhere.
    Question loose(Box box, MaterialSearcher searcher) {
        Map<String, List<String>> similarTo = new HashMap<>();
        box.words().stream()
                .filter(word -> isUnknown(word, searcher))
                .limit(MOST_MISSPELLED)
                .forEach(word -> similarTo.put(word, searcher.similar(Words.fold(word))));
        int needed = Math.max(1, (int) Math.ceil(box.words().size() * 0.34));
        return question(box, searcher.languages(), similarTo, needed);
    }

    private Question question(Box box, List<String> spoken, Map<String, List<String>> similarTo, int needed) {
        BooleanQuery.Builder must = new BooleanQuery.Builder();
        if (!box.words().isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
            alternatives(box, spoken, similarTo).forEach(word -> any.add(word, Occur.SHOULD));
            must.add(any.build(), Occur.MUST);
        }
        box.phrases().forEach(phrase -> must.add(phrase(phrase, 0, spoken), Occur.MUST));
        Query words = must.build();
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
        box.weak().forEach(word -> all.add(new BoostQuery(anywhere(word, spoken), WEAK), Occur.SHOULD));
        if (box.words().size() > 1) {
            all.add(new BoostQuery(phrase(String.join(" ", box.words()), 4, spoken), CLOSE), Occur.SHOULD);
        }
        return new Question(all.build(), words);
    }

    /// A query per word. A run of words with a synonym of its own ("overeenkomst alternerende opleiding") can also be
    /// met by that: each word of the run then counts as met.
    private List<Query> alternatives(Box box, List<String> spoken, Map<String, List<String>> similarTo) {
        List<Query> queries = new ArrayList<>();
        List<String> stems = box.words().stream().map(this::stem).toList();
        for (int at = 0; at < stems.size(); at++) {
            String word = box.words().get(at);
            List<Query> ways = new ArrayList<>(List.of(anywhere(word, spoken)));
            for (String similar : similarTo.getOrDefault(word, List.of())) {
                ways.add(new BoostQuery(anywhere(similar, spoken), SIMILAR));
            }
            for (List<String> other : synonymsOfRuns(stems, at)) {
                ways.add(new BoostQuery(inDutch(field -> side(field, other)), SYNONYM));
            }
            queries.add(best(ways));
        }
        return queries;
    }

    private List<List<String>> synonymsOfRuns(List<String> stems, int at) {
        List<List<String>> found = new ArrayList<>();
        for (int from = Math.max(0, at - 3); from <= at; from++) {
            for (int to = Math.max(at + 1, from + 2); to <= Math.min(stems.size(), from + 4); to++) {
                found.addAll(synonyms.of(stems.subList(from, to)));
            }
        }
        return found;
    }

    private String stem(String chunk) {
        return languages
                .dutch()
                .forms(DutchTerms.pieces(chunk).getFirst().text())
                .stem();
    }

    private Query anywhere(String chunk, List<String> spoken) {
        List<Query> ways = new ArrayList<>();
        for (String language : spoken) {
            if (language.equals(Languages.DUTCH)) {
                ways.add(inDutch(field -> dutch(field, chunk)));
            } else {
                foreign(chunk, language, ways);
            }
        }
        return best(ways);
    }

    private void foreign(String chunk, String language, List<Query> ways) {
        WEIGHTS.forEach((field, weight) -> {
            Query query = plain.createBooleanQuery(field + language, chunk, Occur.MUST);
            if (query != null) {
                ways.add(new BoostQuery(query, weight));
            }
        });
    }

    private interface InField {
        Query in(String field);
    }

    private static Query inDutch(InField query) {
        return best(WEIGHTS.entrySet().stream()
                .<Query>map(field -> new BoostQuery(query.in(field.getKey() + Languages.DUTCH), field.getValue()))
                .toList());
    }

    private Query dutch(String field, String chunk) {
        List<DutchTerms.Piece> pieces = DutchTerms.pieces(chunk);
        if (pieces.size() == 1) {
            return word(field, pieces.getFirst().text());
        }
        Query all = all(pieces.stream().map(piece -> word(field, piece.text())).toList());
        String joined = DutchTerms.joined(pieces);
        return joined.isEmpty() ? all : any(List.of(all, word(field, joined)));
    }

    private Query word(String field, String word) {
        DutchTerms.Forms forms = languages.dutch().forms(word);
        List<Query> ways = new ArrayList<>(List.of(sameAs(field, forms.stem())));
        if (!forms.exact().equals(forms.stem())) {
            ways.add(new BoostQuery(new TermQuery(new Term(field, forms.exact())), EXACT));
        }
        if (forms.parts().size() > 1) {
            ways.add(new BoostQuery(near(field, forms.parts()), PARTS));
        }
        synonyms.of(List.of(forms.stem())).stream()
                .filter(other -> other.size() > 1)
                .forEach(other -> ways.add(new BoostQuery(side(field, other), SYNONYM)));
        return any(ways);
    }

    /// The parts of a compound close to each other in any order: "lasinstructie" is also "instructies voor het lassen".
    /// Only the parts score: a phrase would count every synonym of theirs.
    private Query near(String field, List<String> parts) {
        MultiPhraseQuery.Builder near = new MultiPhraseQuery.Builder().setSlop(NEAR);
        for (String part : parts) {
            Stream<String> others = synonyms.of(List.of(part)).stream()
                    .filter(other -> other.size() == 1)
                    .map(List::getFirst);
            near.add(Stream.concat(Stream.of(part), others)
                    .map(term -> new Term(field, term))
                    .toArray(Term[]::new));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(near.build(), Occur.FILTER);
        parts.forEach(part -> all.add(sameAs(field, part), Occur.MUST));
        return all.build();
    }

    private Query sameAs(String field, String stem) {
        SynonymQuery.Builder same = new SynonymQuery.Builder(field).addTerm(new Term(field, stem));
        synonyms.of(List.of(stem)).stream()
                .filter(other -> other.size() == 1)
                .forEach(other -> same.addTerm(new Term(field, other.getFirst()), SYNONYM));
        return same.build();
    }

    /// The stems side by side.
    private static Query side(String field, List<String> stems) {
        return stems.size() == 1
                ? new TermQuery(new Term(field, stems.getFirst()))
                : new PhraseQuery(1, field, stems.toArray(String[]::new));
    }

    private Query phrase(String phrase, int slop, List<String> spoken) {
        List<Query> ways = new ArrayList<>();
        for (String language : spoken) {
            for (String field : WEIGHTS.keySet()) {
                Query query = phrases.createPhraseQuery(field + language, phrase, slop);
                if (query != null) {
                    ways.add(query);
                }
            }
        }
        return best(ways);
    }

    private boolean isUnknown(String chunk, MaterialSearcher searcher) {
        DutchTerms.Forms forms = languages.dutch().forms(chunk);
        boolean spelled = chunk.length() >= 4
                && chunk.length() <= 40
                && DutchTerms.pieces(chunk).size() == 1;
        return spelled
                && searcher.languages().stream()
                        .noneMatch(language ->
                                searcher.knows(language, forms.stem()) || searcher.knows(language, forms.exact()));
    }

    private static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, OTHERS_COUNT);
    }

    private static Query all(List<Query> queries) {
        return combined(queries, Occur.MUST);
    }

    private static Query any(List<Query> queries) {
        return combined(queries, Occur.SHOULD);
    }

    private static Query combined(List<Query> queries, Occur occur) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, occur));
        return builder.build();
    }
}
