package be.leermeester.kernel;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/// The pages: Handlebars templates under `templates/`, compiled once. Models are records and maps; a template finds
/// the page frame under `frame`. The helpers are those of [WordHelpers] and Handlebars' own comparisons.
public final class Templates {

    static final String LOCALE = "locale";

    private final Handlebars handlebars;

    public Templates(Messages messages, Map<String, String> assetVersions) {
        handlebars = new Handlebars(new ClassPathTemplateLoader("/templates", ".hbs"))
                .with(new ConcurrentMapTemplateCache())
                .infiniteLoops(false);
        for (ConditionalHelpers helper : ConditionalHelpers.values()) {
            handlebars.registerHelper(helper.name(), helper);
        }
        new WordHelpers(messages, assetVersions).register(handlebars);
    }

    /// @param template the path below `templates/` without its ending
    public String render(String template, Object model, Object frame, Locale language) {
        Context context = Context.newBuilder(model)
                .combine("frame", frame)
                .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                .build();
        context.data(LOCALE, language);
        try {
            return handlebars.compile(template).apply(context);
        } catch (IOException failure) {
            throw new UncheckedIOException("Template " + template, failure);
        } finally {
            context.destroy();
        }
    }
}
