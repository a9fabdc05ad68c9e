package be.leermeester.portal.server;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads from a request who asks and in which language.
public final class Visits {

    public static final String SESSION_COOKIE = "session";
    public static final String LANGUAGE_COOKIE = "language";
    private static final String IDENTITY = "leermeester.identity";
    private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Messages messages;
    private final Time time;

    public Visits(Messages messages, Time time) {
        this.messages = messages;
        this.time = time;
    }

    public Visit of(RoutingContext context) {
        return new Visit(context, identity(context), language(context), messages, time);
    }

    Messages messages() {
        return messages;
    }

    static void arrive(RoutingContext context, @Nullable Identity identity) {
        if (identity != null) {
            context.put(IDENTITY, identity);
        }
    }

    static @Nullable Identity identity(RoutingContext context) {
        return context.get(IDENTITY);
    }

    public static @Nullable String sessionId(RoutingContext context) {
        Cookie cookie = context.request().getCookie(SESSION_COOKIE);
        return cookie == null || !SESSION_ID.matcher(cookie.getValue()).matches() ? null : cookie.getValue();
    }

    static Locale language(RoutingContext context) {
        Cookie chosen = context.request().getCookie(LANGUAGE_COOKIE);
        if (chosen != null) {
            return Messages.language(chosen.getValue());
        }
        return Messages.DUTCH;
    }

    /// Whether the asker is a program that reads JSON rather than a browser.
    static boolean isProgram(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }
}
