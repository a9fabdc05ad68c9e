package be.leermeester.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.DutchStemmer;

/// Dutch analysis as plain functions, the same for indexing and asking. A chunk between spaces falls into its words at
/// everything that is no letter or digit, and is also kept joined: "CAN-bus" is can, bus and canbus; "HEV2", "C450" and
/// "MIG" stay whole, whatever their length. Thread-safe.
final class DutchTerms {

    /// A word as written and where it stands in its chunk.
    record Piece(String text, int start, int end) {}

    /// A word's forms: as written (folded), its stem, and the stems of its parts where it is a compound.
    record Forms(String exact, String stem, List<String> parts) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’`´][sS](?![\\p{L}\\p{N}])");
    private static final int LONGEST_JOINED = 30;
    private static final int CACHED = 50_000;

    private final DutchWords words;
    private final ConcurrentHashMap<String, Forms> cache = new ConcurrentHashMap<>();

    DutchTerms(DutchWords words) {
        this.words = words;
    }

    /// The words of a chunk of text; `foto's` is foto.
    static List<Piece> pieces(String chunk) {
        String text = chunk.indexOf('s') < 0 && chunk.indexOf('S') < 0
                ? chunk
                : POSSESSIVE.matcher(chunk).replaceAll("  ");
        List<Piece> pieces = new ArrayList<>(2);
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            pieces.add(new Piece(matcher.group(), matcher.start(), matcher.end()));
        }
        return pieces;
    }

    /// The pieces written together, or `""` where there are not two to four of them or they get too long.
    static String joined(List<Piece> pieces) {
        if (pieces.size() < 2 || pieces.size() > 4) {
            return "";
        }
        String joined = String.join("", pieces.stream().map(Piece::text).toList());
        return joined.length() > LONGEST_JOINED ? "" : joined;
    }

    Forms forms(String word) {
        Forms known = cache.get(word);
        if (known != null) {
            return known;
        }
        Forms forms = analysed(Words.fold(word));
        if (cache.size() >= CACHED) {
            cache.clear();
        }
        cache.put(word, forms);
        return forms;
    }

    private Forms analysed(String word) {
        DutchStemmer stemmer = new DutchStemmer();
        List<String> parts =
                words.parts(word).stream().map(part -> stem(stemmer, part)).toList();
        return new Forms(word, stem(stemmer, words.root(word)), parts);
    }

    private static String stem(DutchStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
