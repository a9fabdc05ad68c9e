package be.leermeester.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;

/// How each language is analysed: Dutch in our own way ([DutchTerms]), the others in Lucene's. A field ends in the
/// language of what it holds: `text_nl`, `title_fr`.
final class Languages {

    static final String DUTCH = "nl";
    static final List<String> ALL = List.of(DUTCH, "fr", "en", "de");

    /// Changes whenever the same text would be indexed otherwise; an index of another version is built anew.
    static final String VERSION = "1";

    /// What questions are asked with; it says nothing about the answer.
    private static final Set<String> QUESTION_WORDS = Set.of(
            ("hoeveel welke welk waarom wanneer hoe wie waar wat waarmee waarvoor mag mogen moet moeten kan kunnen wil "
                            + "willen doe doen doet ga gaan gaat krijg krijgt krijgen how what when where why which who can may must")
                    .split(" "));

    private static final List<CharArraySet> STOP_WORDS = List.of(
            DutchAnalyzer.getDefaultStopSet(), EnglishAnalyzer.getDefaultStopSet(), FrenchAnalyzer.getDefaultStopSet());

    private final DutchTerms dutch;
    private final Map<String, Analyzer> indexing = new LinkedHashMap<>();
    private final Map<String, Analyzer> phrases = new LinkedHashMap<>();

    Languages(DutchTerms dutch) {
        this.dutch = dutch;
        Map<String, Analyzer> others =
                Map.of("fr", new FrenchAnalyzer(), "en", new EnglishAnalyzer(), "de", new GermanAnalyzer());
        indexing.putAll(others);
        phrases.putAll(others);
        indexing.put(DUTCH, dutchAnalyzer(true));
        phrases.put(DUTCH, dutchAnalyzer(false));
    }

    DutchTerms dutch() {
        return dutch;
    }

    /// For what goes into the index and for marking words in a text.
    Analyzer indexing() {
        return byField(indexing);
    }

    /// For phrases as typed: compounds stay whole, so that only the words themselves stand side by side.
    Analyzer phrases() {
        return byField(phrases);
    }

    /// Whether a typed word only glues others together. Words in capitals never do: IT, CAN and AS are trade terms.
    static boolean isWeak(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return !capitals
                && (QUESTION_WORDS.contains(lower) || STOP_WORDS.stream().anyMatch(words -> words.contains(lower)));
    }

    private Analyzer dutchAnalyzer(boolean withParts) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                WhitespaceTokenizer chunks = new WhitespaceTokenizer();
                return new TokenStreamComponents(chunks, new DutchTermsFilter(chunks, dutch, withParts));
            }
        };
    }

    private static Analyzer byField(Map<String, Analyzer> analyzers) {
        Analyzer whole = new KeywordAnalyzer();
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return analyzers.getOrDefault(field.substring(field.lastIndexOf('_') + 1), whole);
            }
        };
    }
}
