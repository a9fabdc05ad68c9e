package be.leermeester.kernel;

import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The templates' texts for one language, read once. What is the same at every rendering is set in place here: words
/// without arguments, and partials that are given nothing (`{{> mentor/why}}`), for the library looks up and copies
/// scopes for each of them, each time.
final class TemplateSources extends ClassPathTemplateLoader {

    /// Two braces and not three, so a value that is escaped.
    private static final Pattern WORDS = Pattern.compile("(?<!\\{)\\{\\{t \"([^\"]+)\"}}");

    private static final Pattern PARTIAL = Pattern.compile("\\{\\{> ([a-z-]+(?:/[a-z-]+)*)}}");

    private final UnaryOperator<String> words;
    private final Map<String, TemplateSource> sources = new ConcurrentHashMap<>();

    /// @param words the words of a key, in the language
    TemplateSources(UnaryOperator<String> words) {
        super("/templates", ".hbs");
        this.words = words;
    }

    @Override
    public TemplateSource sourceAt(String location) throws IOException {
        TemplateSource known = sources.get(location);
        if (known != null) {
            return known;
        }
        TemplateSource read = super.sourceAt(location);
        String text = WORDS.matcher(withPartials(read.content(StandardCharsets.UTF_8)))
                .replaceAll(found -> Matcher.quoteReplacement(
                        Escaping.HTML.escape(words.apply(found.group(1))).toString()));
        TemplateSource kept = new StringTemplateSource(read.filename(), text);
        sources.put(location, kept);
        return kept;
    }

    private String withPartials(String text) throws IOException {
        Matcher partials = PARTIAL.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (partials.find()) {
            partials.appendReplacement(whole, Matcher.quoteReplacement(partial(partials.group(1), partials.group())));
        }
        return partials.appendTail(whole).toString();
    }

    /// The call itself where there is no such file: a page can define partials of its own.
    private String partial(String location, String call) throws IOException {
        try {
            return sourceAt(location).content(StandardCharsets.UTF_8);
        } catch (FileNotFoundException ownPartial) {
            return call;
        }
    }
}
