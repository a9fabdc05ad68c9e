package be.leermeester.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/// Marks the words of a question in texts. What comes out is HTML: everything of the text is escaped, only the `mark`
/// elements are ours.
final class Snippets {

    private static final DefaultPassageFormatter FORMAT = new DefaultPassageFormatter("<mark>", "</mark>", " … ", true);
    /// Characters of a snippet, about.
    private static final int LENGTH = 180;
    private static final int LONGEST_TEXT = 200_000;

    private final Languages languages;

    Snippets(Languages languages) {
        this.languages = languages;
    }

    /// The best stretch or two of the stored texts of some documents, by document; a text's beginning where nothing of
    /// the question is in it.
    ///
    /// @param words of the question
    Map<Integer, String> snippets(MaterialSearcher searcher, Query words, String language, List<Integer> documents)
            throws IOException {
        String field = Fields.TEXT + language;
        UnifiedHighlighter highlighter = settings(UnifiedHighlighter.builder(searcher, languages.indexing()))
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.ROOT), LENGTH, 0.5f))
                .build();
        ScoreDoc[] found =
                documents.stream().map(document -> new ScoreDoc(document, 1)).toArray(ScoreDoc[]::new);
        String[] snippets = highlighter.highlight(
                field,
                termsOf(words, field),
                new TopDocs(new TotalHits(found.length, TotalHits.Relation.EQUAL_TO), found),
                2);
        Map<Integer, String> byDocument = new HashMap<>();
        for (int at = 0; at < found.length; at++) {
            if (snippets[at] != null) {
                byDocument.put(found[at].doc, snippets[at]);
            }
        }
        return byDocument;
    }

    /// All of a text, marked.
    ///
    /// @param words of the question
    String marked(Query words, String language, String text) {
        String field = Fields.TEXT + language;
        try {
            Object marked = settings(UnifiedHighlighter.builderWithoutSearcher(languages.indexing()))
                    .withBreakIterator(WholeBreakIterator::new)
                    .withMaxNoHighlightPassages(0)
                    .build()
                    .highlightWithoutSearcher(field, termsOf(words, field), text, 1);
            return marked == null ? escaped(text) : marked.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static UnifiedHighlighter.Builder settings(UnifiedHighlighter.Builder builder) {
        return builder.withFormatter(FORMAT)
                .withMaxLength(LONGEST_TEXT)
                .withHighlightPhrasesStrictly(false)
                .withHandleMultiTermQuery(false);
    }

    /// The words that say something, alone: how they were combined says nothing about where to mark.
    private static Query termsOf(Query query, String field) {
        BooleanQuery.Builder terms = new BooleanQuery.Builder();
        Set<Term> known = new HashSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... found) {
                for (Term term : found) {
                    if (term.field().equals(field) && !Languages.isWeak(term.text()) && known.add(term)) {
                        terms.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
                    }
                }
            }
        });
        return terms.build();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
