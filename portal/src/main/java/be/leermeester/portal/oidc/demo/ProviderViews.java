package be.leermeester.portal.oidc.demo;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The provider's few pages. They are not the portal's: a real provider looks different too, and its pages work while
/// the portal does not.
final class ProviderViews {

    private final Template choose;
    private final Template notice;
    private final Map<String, Map<String, String>> words;
    private final String style;

    private ProviderViews(Template choose, Template notice, String style) throws IOException {
        this.choose = choose;
        this.notice = notice;
        this.style = style;
        this.words = Map.of("nl", words("nl"), "en", words("en"));
    }

    /// Blocks, briefly: reads four small files from the class path.
    static ProviderViews load() {
        try {
            Handlebars handlebars = new Handlebars(new ClassPathTemplateLoader("/templates/demo-provider", ".hbs"));
            return new ProviderViews(
                    handlebars.compile("choose"),
                    handlebars.compile("notice"),
                    new String(open("/assets/demo-provider.css").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String choose(AuthorizeRequest request, List<DemoPerson> people) {
        return render(
                choose,
                request.language(),
                Map.of(
                        "parameters",
                        request.parameters().entrySet().stream()
                                .map(parameter -> Map.of("key", parameter.getKey(), "value", parameter.getValue()))
                                .toList(),
                        "people",
                        people.stream()
                                .map(person -> Map.of(
                                        "username", person.username(), "name", person.name(), "role", person.role()))
                                .toList()));
    }

    /// A page that says one thing: `kind` is the beginning of its message keys.
    String notice(String language, String kind) {
        Map<String, String> said = words.getOrDefault(language, Map.of());
        return render(
                notice,
                language,
                Map.of(
                        "heading", said.getOrDefault(kind + ".heading", kind),
                        "text", said.getOrDefault(kind + ".text", "")));
    }

    String style() {
        return style;
    }

    private String render(Template template, String language, Map<String, Object> view) {
        Map<String, Object> context = new HashMap<>(view);
        context.put("language", language);
        context.put("t", words.getOrDefault(language, Map.of()));
        try {
            return template.apply(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> words(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                open("/messages/" + language + "/demo-provider.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return Map.copyOf(words);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = ProviderViews.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return stream;
    }
}
