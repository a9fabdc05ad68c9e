package be.leermeester.kernel;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The pages: Handlebars templates under `templates/`, compiled once per language. Models are records and maps; a
/// template finds
/// the page frame under `frame`. The helpers are those of [WordHelpers], Handlebars' own comparisons and, for the
/// layout,
/// `{{keep-body}}` and `{{kept-body}}`.
public final class Templates {

    static final String LOCALE = "locale";
    private static final String BODY = "body";

    private final Map<Locale, Language> languages;

    public Templates(Messages messages, Map<String, String> assetVersions) {
        WordHelpers words = new WordHelpers(messages, assetVersions);
        languages = Messages.LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        language -> new Language(handlebars(words, key -> messages.say(language, key)))));
    }

    private static Handlebars handlebars(WordHelpers words, UnaryOperator<String> say) {
        Handlebars handlebars = new Handlebars(new TemplateSources(say))
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
        Blocks.register(handlebars);
        words.register(handlebars);
        return handlebars;
    }

    /// Renders what stands between `{{#> page}}` and `{{/page}}` before anything else of the layout, for
    /// `{{kept-body}}`.
    private static CharSequence keepBody(Options options) throws IOException {
        Deque<Map<String, Template>> given = options.data(Context.INLINE_PARTIALS);
        Template body = given.getLast().get("@partial-block");
        options.data(BODY, new Handlebars.SafeString(Blocks.render(Objects.requireNonNull(body), options.context)));
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
            return Blocks.render(language(language).compiled(template), context);
        } catch (IOException failure) {
            throw new UncheckedIOException("Template " + template, failure);
        } finally {
            context.destroy();
        }
    }

    /// Compiles all of them, so that no visitor waits for it and no event loop is held up; blocks for a second or so.
    public void warm() {
        try {
            for (String template : TemplateSources.locations()) {
                for (Language language : languages.values()) {
                    language.compiled(template);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Language language(Locale wanted) {
        Language known = languages.get(wanted);
        return known == null ? Objects.requireNonNull(languages.get(Messages.DUTCH)) : known;
    }

    /// The templates in one language.
    private record Language(Handlebars handlebars, Map<String, Template> templates) {

        Language(Handlebars handlebars) {
            this(handlebars, new ConcurrentHashMap<>());
        }

        Template compiled(String template) throws IOException {
            Template known = templates.get(template);
            if (known != null) {
                return known;
            }
            Template fresh = handlebars.compile(template);
            templates.put(template, fresh);
            return fresh;
        }
    }
}
