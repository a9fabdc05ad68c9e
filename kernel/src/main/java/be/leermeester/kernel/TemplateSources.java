package be.leermeester.kernel;

import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /// All there are, on the class path: in the jar or in a folder of classes.
    static List<String> locations() throws IOException {
        try {
            URI one = Objects.requireNonNull(TemplateSources.class.getResource("/templates/page.hbs"))
                    .toURI();
            if (one.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(one, Map.of())) {
                    return locationsIn(jar.getPath("/templates"));
                }
            }
            return locationsIn(Path.of(one).resolveSibling(""));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> locationsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".hbs"))
                    .map(name -> name.substring(0, name.length() - ".hbs".length()))
                    .toList();
        }
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
