package be.leermeester.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the word list knows: the root of a form ("lassen" -> "las") and the parts of a compound ("leerwerkplek" ->
/// leer, werk, plek). Words are lower case and without accents. Immutable.
///
/// A compound is taken apart only when parts of the list cover all of it, with at most an `s` in between: no leftovers,
/// so no nonsense parts; of several ways the one with the fewest and freest parts wins.
final class DutchWords {

    private static final int LONGEST = 60;
    /// An `s` in between costs something, so that "vast" + "staal" wins over "vast" + s + "taal".
    private static final int LINK = 6;

    /// @param head how freely it starts or continues a compound, below 0 for never
    /// @param tail how freely it ends one, below 0 for never
    private record Word(String root, int head, int tail) {}

    private record Split(List<String> parts, int cost) {}

    private final Map<String, Word> words;

    private DutchWords(Map<String, Word> words) {
        this.words = words;
    }

    /// The list that comes with the portal; reading it the first time takes some hundred milliseconds.
    static DutchWords load() {
        return OnDemand.WORDS;
    }

    private static final class OnDemand {
        private static final DutchWords WORDS = read();
    }

    private static DutchWords read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DutchWords.class.getResourceAsStream("/search/dutch-words.tsv")),
                StandardCharsets.UTF_8))) {
            return of(reader.lines());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param lines form, root (empty where it is the form itself), freedom as head and as tail (empty for never),
    ///     with tabs in between
    static DutchWords of(Stream<String> lines) {
        Map<String, Word> words = HashMap.newHashMap(130_000);
        lines.forEach(line -> {
            String[] columns = line.split("\t", -1);
            String root = columns[1].isEmpty() ? columns[0] : columns[1];
            words.put(columns[0], new Word(root, freedom(columns[2]), freedom(columns[3])));
        });
        return new DutchWords(words);
    }

    private static int freedom(String column) {
        return column.isEmpty() ? -1 : Integer.parseInt(column);
    }

    /// The root where the list has the word, else the word itself with its last part in its root form: "leerfiches" ->
    /// "leerfiche".
    String root(String word) {
        Word known = words.get(word);
        if (known != null) {
            return known.root;
        }
        Split split = split(word);
        if (split == null) {
            return word;
        }
        String last = split.parts.getLast();
        String form = lastForm(word, last);
        return word.substring(0, word.length() - form.length()) + last;
    }

    /// The roots of the parts, or an empty list for a word that is none or not a compound.
    List<String> parts(String word) {
        if (words.containsKey(word)) {
            return List.of();
        }
        Split split = split(word);
        return split == null ? List.of() : split.parts;
    }

    private String lastForm(String word, String root) {
        for (int at = 3; at < word.length(); at++) {
            Word tail = words.get(word.substring(at));
            if (tail != null && tail.tail >= 0 && tail.root.equals(root)) {
                return word.substring(at);
            }
        }
        return root;
    }

    /// The cheapest cover of the word by two parts or more, from its end to its start.
    private @Nullable Split split(String word) {
        int length = word.length();
        if (length < 6 || length > LONGEST) {
            return null;
        }
        @Nullable Split[] from = new @Nullable Split[length];
        for (int at = length - 3; at >= 0; at--) {
            Word whole = at == 0 ? null : words.get(word.substring(at));
            from[at] = whole == null || whole.tail < 0 ? null : new Split(List.of(whole.root), cost(whole.tail));
            for (int end = at + 3; end <= length - 3; end++) {
                from[at] = cheaper(from[at], continued(word, at, end, from[end]));
            }
        }
        return from[0];
    }

    private @Nullable Split continued(String word, int at, int end, @Nullable Split rest) {
        if (rest == null) {
            return null;
        }
        String form = word.substring(at, end);
        Word plain = words.get(form);
        Split split = plain == null || plain.head < 0 ? null : joined(plain, 0, rest);
        if (form.length() > 3 && form.endsWith("s")) {
            Word linked = words.get(form.substring(0, form.length() - 1));
            split = linked == null || linked.head < 0 ? split : cheaper(split, joined(linked, LINK, rest));
        }
        return split;
    }

    private static Split joined(Word first, int link, Split rest) {
        List<String> parts = new ArrayList<>();
        parts.add(first.root);
        parts.addAll(rest.parts);
        return new Split(List.copyOf(parts), cost(first.head) + link + rest.cost);
    }

    private static @Nullable Split cheaper(@Nullable Split one, @Nullable Split other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.cost <= other.cost ? one : other;
    }

    /// Every part costs, a rare one more.
    private static int cost(int freedom) {
        return 42 - freedom;
    }
}
