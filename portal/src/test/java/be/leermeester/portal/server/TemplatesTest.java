package be.leermeester.portal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Templates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private final Messages messages = Messages.load();
    private final Templates templates = new Templates(messages, Map.of());

    @Test
    void blocks_in_blocks_are_written_where_they_stand() {
        Map<String, Object> first = Map.of("inner", Map.of("name", "x", "last", false));
        Map<String, Object> last = Map.of("inner", Map.of("name", "y", "last", true));

        assertThat(render(Map.of("rows", List.of(first, last), "word", "a<b")))
                .isEqualTo("[x,a&lt;ba&lt;b0y]|" + messages.say(Messages.DUTCH, "frame.skip") + "|a&lt;b");
    }

    @Test
    void an_empty_list_shows_what_stands_after_else() {
        assertThat(render(Map.of("rows", List.of(), "word", "c")))
                .startsWith("none|")
                .endsWith("|other");
    }

    @Test
    void words_are_those_of_the_language_asked_for() {
        Map<String, Object> model = Map.of("rows", List.of(), "word", "c");

        assertThat(templates.render("try/blocks", model, Map.of(), Messages.ENGLISH))
                .contains(messages.say(Messages.ENGLISH, "frame.skip"))
                .doesNotContain(messages.say(Messages.DUTCH, "frame.skip"));
    }

    @Test
    void every_template_can_be_compiled() {
        assertThatCode(templates::warm).doesNotThrowAnyException();
    }

    private String render(Map<String, Object> model) {
        return templates.render("try/blocks", model, Map.of(), Messages.DUTCH);
    }
}
