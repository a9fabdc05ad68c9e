package be.leermeester.kernel;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The pages: Handlebars templates under `templates/`, compiled once. Models are records and maps; a template finds
/// the page frame under `frame`. The helpers are those of [WordHelpers], Handlebars' own comparisons and, for the
/// layout,
/// `{{keep-body}}` and `{{kept-body}}`.
public final class Templates {

    static final String LOCALE = "locale";
    private static final String BODY = "body";

    private final Handlebars handlebars;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    public Templates(Messages messages, Map<String, String> assetVersions) {
        handlebars = new Handlebars(new RememberingLoader())
                .with(new ConcurrentMapTemplateCache())
                .with(Escaping.HTML)
                // Its default is to render a page's body twice, the first time for its inline partials only.
                .preEvaluatePartialBlocks(false)
                .infiniteLoops(false);
        for (ConditionalHelpers helper : ConditionalHelpers.values()) {
            handlebars.registerHelper(helper.name(), helper);
        }
        handlebars.registerHelper("keep-body", (Object _, Options options) -> keepBody(options));
        handlebars.registerHelper("kept-body", (Object _, Options options) -> options.data(BODY));
        new WordHelpers(messages, assetVersions).register(handlebars);
    }

    /// Renders what stands between `{{#> page}}` and `{{/page}}` before anything else of the layout, for
    /// `{{kept-body}}`.
    private static CharSequence keepBody(Options options) throws IOException {
        Deque<Map<String, Template>> given = options.data(Context.INLINE_PARTIALS);
        Template body = given.getLast().get("@partial-block");
        options.data(BODY, new Handlebars.SafeString(options.apply(body)));
        return "";
    }

    /// @param template the path below `templates/` without its ending
    public String render(String template, Object model, Object frame, Locale language) {
        Context context = Context.newBuilder(model)
                .combine("frame", frame)
                .resolver(MapValueResolver.INSTANCE, Members.INSTANCE)
                .build();
        context.data(LOCALE, language);
        try {
            return compiled(template).apply(context);
        } catch (IOException failure) {
            throw new UncheckedIOException("Template " + template, failure);
        } finally {
            context.destroy();
        }
    }

    private Template compiled(String template) throws IOException {
        Template known = compiled.get(template);
        if (known != null) {
            return known;
        }
        Template fresh = handlebars.compile(template);
        compiled.put(template, fresh);
        return fresh;
    }

    /// Reads each source once; the library asks for a partial's source at every rendering.
    private static final class RememberingLoader extends ClassPathTemplateLoader {
        private final Map<String, TemplateSource> sources = new ConcurrentHashMap<>();

        RememberingLoader() {
            super("/templates", ".hbs");
        }

        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            TemplateSource known = sources.get(location);
            if (known != null) {
                return known;
            }
            TemplateSource read = super.sourceAt(location);
            TemplateSource kept = new StringTemplateSource(read.filename(), read.content(StandardCharsets.UTF_8));
            sources.put(location, kept);
            return kept;
        }
    }
}
