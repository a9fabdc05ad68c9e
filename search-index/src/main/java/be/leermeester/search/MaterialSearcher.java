package be.leermeester.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.jspecify.annotations.Nullable;

/// One state of the index, to search in.
final class MaterialSearcher extends IndexSearcher {

    /// Two edits at most, none in the first letter.
    private static final DirectSpellChecker SPELLING = spelling();

    private final Columns columns;

    MaterialSearcher(IndexReader reader) throws IOException {
        super(reader);
        columns = new Columns(reader);
    }

    Columns columns() {
        return columns;
    }

    /// The languages that there are materials in.
    List<String> languages() {
        return columns.names(Facet.LANGUAGE);
    }

    MaterialCard card(int material) throws IOException {
        return MaterialCard.decode(storedFields()
                .document(columns.headOf(material), Set.of(Fields.MATERIAL))
                .get(Fields.MATERIAL));
    }

    /// Where a passage's document stands in its material.
    Place place(int document) throws IOException {
        var stored = storedFields().document(document, Set.of(Fields.PAGE, Fields.POSITION));
        return new Place(number(stored.getField(Fields.PAGE)), number(stored.getField(Fields.POSITION)));
    }

    /// @param page null where the material has no pages
    /// @param position null for a head document
    record Place(@Nullable Integer page, @Nullable Integer position) {}

    private static @Nullable Integer number(@Nullable IndexableField field) {
        return field == null ? null : field.numericValue().intValue();
    }

    /// Words of the materials that are spelled almost like this one, the likeliest first; at most four.
    ///
    /// @param word folded
    List<String> similar(String word) {
        try {
            return Arrays.stream(SPELLING.suggestSimilar(new Term(Fields.SPELLED, word), 4, getIndexReader()))
                    .map(suggestion -> suggestion.string)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DirectSpellChecker spelling() {
        DirectSpellChecker spelling = new DirectSpellChecker();
        spelling.setThresholdFrequency(0);
        spelling.setMinQueryLength(4);
        spelling.setAccuracy(0.6f);
        return spelling;
    }

    /// Whether any field of a language knows the term.
    boolean knows(String language, String term) {
        try {
            for (String field : List.of(Fields.TEXT, Fields.TITLE, Fields.ABOUT)) {
                if (getIndexReader().docFreq(new Term(field + language, term)) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
