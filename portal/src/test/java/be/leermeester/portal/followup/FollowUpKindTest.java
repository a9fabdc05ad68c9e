package be.leermeester.portal.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("U4: whatever is opened says in words what it is and what to do")
class FollowUpKindTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /// Where features open items: the kind is the second value, written out or in a constant of that file.
    private static final Pattern OPENED =
            Pattern.compile("(?:new FollowUp\\(|FollowUp\\.ofDossier\\(|Item\\(|followUp\\(connection,|open\\()"
                    + "[^;\"]{0,120}?\"([A-Z]{2,}(?:_[A-Z]+)*)\"");

    @Test
    void every_kind_has_a_title_and_a_sentence() {
        Messages messages = Messages.load();
        for (FollowUpKind kind : FollowUpKind.values()) {
            for (var language : Messages.LANGUAGES) {
                assertThat(messages.has(language, "term.follow-up." + kind))
                        .as("title of " + kind)
                        .isTrue();
                assertThat(messages.has(language, "followup.todo." + kind))
                        .as("what to do with " + kind)
                        .isTrue();
            }
        }
    }

    @Test
    void a_kind_without_words_cannot_be_opened() {
        assertThatThrownBy(() -> new FollowUp("food_industry", "SOMETHING_NEW", "dossier:A1", null, null, "", null))
                .hasMessageContaining("followup.todo.SOMETHING_NEW");
    }

    @Test
    void items_are_opened_in_one_place_only() {
        assertThat(sources()
                        .filter(file -> read(file).contains("INSERT INTO portal.follow_up ("))
                        .map(file -> file.getFileName().toString()))
                .isSubsetOf("DemoFollowUps.java");
        assertThat(read(SOURCES.resolve("be/leermeester/portal/followup/FollowUp.java")))
                .contains("INSERT INTO portal.follow_up\n");
    }

    @Test
    void every_kind_that_the_code_writes_out_is_known() {
        List<String> known =
                Stream.of(FollowUpKind.values()).map(FollowUpKind::name).toList();
        List<String> opened = sources()
                .map(FollowUpKindTest::read)
                .filter(source -> source.contains("portal.followup.FollowUp;"))
                .flatMap(source -> OPENED.matcher(source).results().map(found -> found.group(1)))
                .distinct()
                .toList();
        assertThat(opened).hasSizeGreaterThan(4).isSubsetOf(known);
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
