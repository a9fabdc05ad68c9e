package be.leermeester.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// What a material looks like in the index: a head document with what is known of it, then one per passage. Title,
/// keywords and description stand in every one of them, so that a question can be answered by words of both.
final class Fields {

    static final String MATERIAL = "material";
    static final String HEAD = "head";
    static final String STAMP = "stamp";
    static final String VISIBLE = "visible";
    static final String POSITION = "position";
    static final String PAGE = "page";
    static final String PREFIX = "prefix";
    static final String TITLE = "title_";
    /// Keywords and description.
    static final String ABOUT = "about_";
    static final String TEXT = "text_";
    static final String SPELLED = "spelled";
    static final int LONGEST_PREFIX = 20;
    private static final int SHORTEST_SPELLED = 4;
    private static final int LONGEST_SPELLED = 40;

    /// Kept, with the places of its words, so that they can be marked without analysing the text again.
    private static final FieldType SHOWN = analysed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);

    private static final FieldType SEARCHED = analysed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);

    private Fields() {}

    static List<Document> documents(Material material, List<Passage> passages) {
        List<Document> documents = new ArrayList<>();
        documents.add(head(material, passages));
        for (Passage passage : passages) {
            Document document = common(material);
            document.add(new Field(TEXT + material.language(), passage.text(), SHOWN));
            document.add(new StoredField(POSITION, passage.position()));
            if (passage.page() != null) {
                document.add(new StoredField(PAGE, passage.page()));
            }
            documents.add(document);
        }
        return documents;
    }

    private static Document head(Material material, List<Passage> passages) {
        Document head = common(material);
        head.add(new StringField(HEAD, "1", Field.Store.NO));
        head.add(new BinaryDocValuesField(STAMP, new BytesRef(material.stamp())));
        head.add(new StoredField(MATERIAL, MaterialCard.encode(material)));
        for (Facet facet : Facet.values()) {
            for (String value : facet.valuesOf(material)) {
                head.add(new SortedSetDocValuesField(facet.field(), new BytesRef(value)));
            }
        }
        for (String prefix : prefixes(material)) {
            head.add(new StringField(PREFIX, prefix, Field.Store.NO));
        }
        for (String word : spelled(material, passages)) {
            head.add(new StringField(SPELLED, word, Field.Store.NO));
        }
        return head;
    }

    private static Document common(Material material) {
        Document document = new Document();
        document.add(new StringField(MATERIAL, material.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(MATERIAL, new BytesRef(material.id())));
        document.add(new Field(TITLE + material.language(), material.title(), SEARCHED));
        document.add(new Field(ABOUT + material.language(), about(material), SEARCHED));
        for (String key : Viewer.keysOf(material)) {
            document.add(new StringField(VISIBLE, key, Field.Store.NO));
        }
        return document;
    }

    /// The distinct words of the material, folded, to look for those that look alike.
    private static Set<String> spelled(Material material, List<Passage> passages) {
        Set<String> words = new HashSet<>();
        addWords(words, material.title() + " " + about(material));
        passages.forEach(passage -> addWords(words, passage.text()));
        return words;
    }

    private static void addWords(Set<String> words, String text) {
        for (DutchTerms.Piece piece : DutchTerms.pieces(text)) {
            if (piece.text().length() >= SHORTEST_SPELLED && piece.text().length() <= LONGEST_SPELLED) {
                words.add(Words.fold(piece.text()));
            }
        }
    }

    private static String about(Material material) {
        return String.join(" | ", material.keywords()) + "\n" + material.description();
    }

    private static Set<String> prefixes(Material material) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (DutchTerms.Piece piece :
                DutchTerms.pieces(material.title() + " " + String.join(" ", material.keywords()))) {
            String word = Words.fold(piece.text());
            for (int end = 1; end <= Math.min(word.length(), LONGEST_PREFIX); end++) {
                prefixes.add(word.substring(0, end));
            }
        }
        return prefixes;
    }

    private static FieldType analysed(IndexOptions options, boolean stored) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setStored(stored);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
