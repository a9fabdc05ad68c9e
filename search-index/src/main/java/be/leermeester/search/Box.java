package be.leermeester.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody typed into the search box: words, words that only glue (`weak`), and phrases between quotes. Any text
/// is fine; beyond 16 words the rest is left out. A word can still hold several: `MIG/MAG`.
record Box(List<String> words, List<String> weak, List<String> phrases) {

    private static final int MOST_WORDS = 16;
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    Box {
        words = List.copyOf(words);
        weak = List.copyOf(weak);
        phrases = List.copyOf(phrases);
    }

    static Box read(String typed) {
        List<String> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(typed);
        while (quoted.find() && phrases.size() < 4) {
            if (!DutchTerms.pieces(quoted.group(1)).isEmpty()) {
                phrases.add(quoted.group(1).strip());
            }
        }
        List<String> chunks = SPACE.splitAsStream(quoted.reset().replaceAll(" "))
                .filter(chunk -> !DutchTerms.pieces(chunk).isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        List<String> weak = chunks.stream().filter(Box::isWeak).toList();
        boolean onlyWeak = weak.size() == chunks.size();
        List<String> words = onlyWeak
                ? chunks
                : chunks.stream().filter(chunk -> !isWeak(chunk)).toList();
        return new Box(words, onlyWeak ? List.of() : weak, phrases);
    }

    private static boolean isWeak(String chunk) {
        List<DutchTerms.Piece> pieces = DutchTerms.pieces(chunk);
        return pieces.size() == 1 && Languages.isWeak(pieces.getFirst().text());
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
