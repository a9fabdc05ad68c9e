package be.leermeester.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The words of the interface, from `messages/<language>/<bundle>.properties`; the bundles are named in
/// `messages/bundles`. Arguments as in [MessageFormat], apostrophes doubled only in sentences with arguments.
public final class Messages {

    public static final Locale DUTCH = Locale.of("nl", "BE");
    public static final Locale ENGLISH = Locale.of("en", "GB");
    /// In the order in which they are offered; the first is the default.
    public static final List<Locale> LANGUAGES = List.of(DUTCH, ENGLISH);

    private record Sentence(String pattern, Locale language) {
        MessageFormat parsed() {
            return new MessageFormat(pattern, language);
        }
    }

    private final Map<String, Map<String, String>> byLanguage;
    private final Map<Sentence, MessageFormat> sentences = new ConcurrentHashMap<>();

    private Messages(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /// Reads all of them; throws where a file is missing or a key stands in two bundles.
    public static Messages load() {
        Map<String, Map<String, String>> byLanguage = new HashMap<>();
        List<String> bundles = read("/messages/bundles")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        for (Locale language : LANGUAGES) {
            Map<String, String> words = new HashMap<>();
            for (String bundle : bundles) {
                addAll(words, "/messages/" + language.getLanguage() + "/" + bundle.strip() + ".properties");
            }
            byLanguage.put(language.getLanguage(), words);
        }
        return new Messages(byLanguage);
    }

    /// The language that an `Accept-Language`-like tag asks for, Dutch where we do not have it.
    public static Locale language(String tag) {
        return LANGUAGES.stream()
                .filter(language -> tag.startsWith(language.getLanguage()))
                .findFirst()
                .orElse(DUTCH);
    }

    /// The sentence; the key itself where it is missing (a test finds those). A `LocalDate` is written in words.
    public String say(Locale language, String key, Object... arguments) {
        String pattern = words(language).getOrDefault(key, key);
        return arguments.length == 0
                ? pattern
                : sentence(pattern, language)
                        .format(Arrays.stream(arguments)
                                .map(argument -> argument instanceof LocalDate day ? written(language, day) : argument)
                                .toArray());
    }

    private static String written(Locale language, LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }

    /// A copy, for a format is not for two threads at a time; reading the pattern anew costs more.
    private MessageFormat sentence(String pattern, Locale language) {
        return (MessageFormat) sentences
                .computeIfAbsent(new Sentence(pattern, language), Sentence::parsed)
                .clone();
    }

    public boolean has(Locale language, String key) {
        return words(language).containsKey(key);
    }

    public Set<String> keys(Locale language) {
        return new TreeSet<>(words(language).keySet());
    }

    private Map<String, String> words(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), Map.of());
    }

    private static void addAll(Map<String, String> words, String resource) {
        Properties properties = new Properties();
        try (var stream = Messages.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing message file " + resource);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        properties.forEach((key, value) -> {
            if (words.put((String) key, (String) value) != null) {
                throw new IllegalStateException("Message " + key + " stands in two files; one is " + resource);
            }
        });
    }

    private static String read(String resource) {
        try (var stream = Messages.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
