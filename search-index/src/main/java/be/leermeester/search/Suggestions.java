package be.leermeester.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what could complete what is being typed: keywords that begin so, then other keywords, then titles.
final class Suggestions {

    private static final int MOST = 8;

    private record Ranked(String text, int rank) {}

    private final List<String> words;
    private final Map<String, Ranked> byFolded = new LinkedHashMap<>();

    /// @param words what is typed, folded, at least one
    Suggestions(List<String> words) {
        this.words = words;
    }

    void take(MaterialCard card) {
        for (String keyword : card.keywords()) {
            take(keyword, 1);
        }
        take(card.title(), 2);
    }

    private void take(String text, int rank) {
        List<String> parts = DutchTerms.pieces(text).stream()
                .map(piece -> Words.fold(piece.text()))
                .toList();
        boolean fits = words.stream().allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
        if (fits) {
            boolean begins = parts.getFirst().startsWith(words.getFirst());
            byFolded.putIfAbsent(String.join(" ", parts), new Ranked(text, begins ? rank - 1 : rank));
        }
    }

    List<String> best() {
        return byFolded.values().stream()
                .sorted(Comparator.comparingInt(Ranked::rank).thenComparingInt(ranked -> ranked.text.length()))
                .map(Ranked::text)
                .limit(MOST)
                .toList();
    }
}
