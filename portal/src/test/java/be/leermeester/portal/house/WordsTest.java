package be.leermeester.portal.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Dutch and English are complete: what one has the other has, and what a template says exists.
class WordsTest {

    private static final Pattern SAID = Pattern.compile("\\(?\\bt \"([a-z0-9.-]+)\"");
    private static final Path TEMPLATES = Path.of("../webroot/src/main/resources/templates");

    private final Messages messages = Messages.load();

    @Test
    void every_language_has_the_same_keys() {
        Set<String> dutch = messages.keys(Messages.DUTCH);
        assertThat(dutch).hasSizeGreaterThan(200);
        assertThat(messages.keys(Messages.ENGLISH)).isEqualTo(dutch);
    }

    @Test
    void every_key_that_a_template_says_exists() {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            files.filter(file -> file.toString().endsWith(".hbs")).forEach(file -> said.addAll(saidIn(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(said).hasSizeGreaterThan(40);
        assertThat(said).allMatch(key -> messages.has(Messages.DUTCH, key));
    }

    @Test
    void no_sentence_is_empty() {
        for (var language : Messages.LANGUAGES) {
            assertThat(messages.keys(language))
                    .allMatch(key -> !messages.say(language, key).isBlank());
        }
    }

    private static Set<String> saidIn(Path file) {
        Set<String> said = new TreeSet<>();
        try {
            Matcher matcher = SAID.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!matcher.group(1).endsWith(".")) {
                    said.add(matcher.group(1));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return said;
    }
}
