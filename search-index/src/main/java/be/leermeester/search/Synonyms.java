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

/// Words and phrases that mean the same in dual learning, compared by the stems of their words. Immutable.
final class Synonyms {

    private final Map<List<String>, List<List<String>>> others;

    private Synonyms(Map<List<String>, List<List<String>>> others) {
        this.others = others;
    }

    static Synonyms load(DutchTerms dutch) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Synonyms.class.getResourceAsStream("/search/synonyms.txt")),
                StandardCharsets.UTF_8))) {
            return of(reader.lines().toList(), dutch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param lines a group each, its members with commas in between; empty lines and those that begin with # say
    ///     nothing
    static Synonyms of(List<String> lines, DutchTerms dutch) {
        Map<List<String>, List<List<String>>> others = new HashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<List<String>> group = new ArrayList<>();
            for (String member : line.split(",", -1)) {
                group.add(stems(member, dutch));
            }
            for (List<String> member : group) {
                group.stream()
                        .filter(other -> !other.equals(member))
                        .forEach(other -> others.computeIfAbsent(member, _ -> new ArrayList<>())
                                .add(other));
            }
        }
        return new Synonyms(others);
    }

    /// What else says the same as these stems side by side; each answer is stems side by side too.
    List<List<String>> of(List<String> stems) {
        return others.getOrDefault(stems, List.of());
    }

    private static List<String> stems(String member, DutchTerms dutch) {
        return DutchTerms.pieces(member).stream()
                .map(piece -> dutch.forms(piece.text()).stem())
                .toList();
    }
}
