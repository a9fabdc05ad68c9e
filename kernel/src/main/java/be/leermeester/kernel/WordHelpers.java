package be.leermeester.kernel;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What templates say: `{{t "key" arg}}`, `{{term "recognition" status}}`, `{{tag "recognition" status}}` (icon, word
/// and colour together), `{{date d}}` ("zaterdag 14 maart 2027"), `{{day d}}` ("14 maart 2027"), `{{moment i}}` (with
/// the time), `{{number n}}`, `{{asset "app.css"}}`.
final class WordHelpers {

    private record Format(String pattern, Locale locale) {}

    private static final Map<Format, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private final Messages messages;
    private final Map<String, String> assetVersions;
    private final Properties tones = load("/messages/tones.properties");

    WordHelpers(Messages messages, Map<String, String> assetVersions) {
        this.messages = messages;
        this.assetVersions = assetVersions;
    }

    void register(Handlebars handlebars) {
        handlebars.registerHelper("t", (Object key, Options o) -> messages.say(locale(o), key + "", o.params));
        handlebars.registerHelper("term", (Object kind, Options o) -> term(kind, o));
        handlebars.registerHelper("tag", (Object kind, Options o) -> new Handlebars.SafeString(tag(kind, o)));
        handlebars.registerHelper("date", (Object value, Options o) -> format(value, "EEEE d MMMM yyyy", o));
        handlebars.registerHelper("day", (Object value, Options o) -> format(value, "d MMMM yyyy", o));
        handlebars.registerHelper("moment", (Object value, Options o) -> format(value, "d MMMM yyyy, HH:mm", o));
        handlebars.registerHelper("clock", (Object value, Options o) -> format(value, "HH:mm", o));
        handlebars.registerHelper("number", (Object value, Options o) -> number(value, locale(o)));
        handlebars.registerHelper("asset", (Object name, Options o) -> new Handlebars.SafeString(asset(name + "")));
    }

    private static Locale locale(Options options) {
        Object locale = options.context.data(Templates.LOCALE);
        return locale instanceof Locale known ? known : Messages.DUTCH;
    }

    private String term(Object kind, Options options) {
        Object value = options.param(0, null);
        return value == null ? "" : messages.say(locale(options), "term." + kind + "." + value);
    }

    private String tag(Object kind, Options options) {
        Object value = options.param(0, null);
        if (value == null) {
            return "";
        }
        String tone = tones.getProperty(kind + "." + value, "info");
        return "<strong class=\"tag tag--" + tone + "\"><svg class=\"tag__icon\" aria-hidden=\"true\"><use href=\""
                + asset("icons.svg") + "#" + tone + "\"/></svg>"
                + Escaping.HTML.escape(term(kind, options)) + "</strong>";
    }

    private String asset(String name) {
        return "/assets/" + name + "?v=" + assetVersions.getOrDefault(name, "0");
    }

    private static String number(@Nullable Object value, Locale locale) {
        return value instanceof Number number ? NumberFormat.getInstance(locale).format(number) : "";
    }

    private static String format(@Nullable Object value, String pattern, Options options) {
        DateTimeFormatter formatter = FORMATTERS.computeIfAbsent(
                new Format(pattern, locale(options)),
                format -> DateTimeFormatter.ofPattern(format.pattern(), format.locale())
                        .withZone(Time.ZONE));
        return switch (value) {
            case LocalDate date -> formatter.format(date);
            case Instant instant -> formatter.format(instant);
            case OffsetDateTime moment -> formatter.format(moment.toInstant());
            case null, default -> "";
        };
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (var stream = WordHelpers.class.getResourceAsStream(resource)) {
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
