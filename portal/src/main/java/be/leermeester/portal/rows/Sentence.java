package be.leermeester.portal.rows;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A plain sentence of what a list shows, part by part: "128 dossiers, oudste eerst, van Bouw".
public final class Sentence {

    /// Says a message in the reader's language.
    @FunctionalInterface
    public interface Words {
        String say(String key, Object... arguments);
    }

    private final Words words;
    private final Locale language;
    private final List<String> parts = new ArrayList<>();

    public Sentence(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    public Sentence add(String key, Object... arguments) {
        parts.add(words.say(key, arguments));
        return this;
    }

    /// A part that is there only where something was asked.
    public Sentence addIf(@Nullable Object asked, String key) {
        if (asked instanceof LocalDate day) {
            add(key, DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day));
        } else if (asked != null && !asked.toString().isEmpty()) {
            add(key, asked);
        }
        return this;
    }

    /// One of several words: "goedgekeurd of afgekeurd".
    public Sentence anyOf(List<String> keys, String or) {
        if (!keys.isEmpty()) {
            parts.add(String.join(
                    " " + words.say(or) + " ", keys.stream().map(words::say).toList()));
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(", ", parts);
    }
}
