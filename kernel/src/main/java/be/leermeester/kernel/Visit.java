package be.leermeester.kernel;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request, as a handler sees it.
public final class Visit {

    private final RoutingContext context;
    private final @Nullable Identity identity;
    private final Locale language;
    private final Messages messages;
    private final Time time;

    public Visit(RoutingContext context, @Nullable Identity identity, Locale language, Messages messages, Time time) {
        this.context = context;
        this.identity = identity;
        this.language = language;
        this.messages = messages;
        this.time = time;
    }

    /// Who is signed in; throws [Problem.SignInRequired] where nobody is.
    public Identity identity() {
        if (identity == null) {
            throw new Problem.SignInRequired();
        }
        return identity;
    }

    public Optional<Identity> visitor() {
        return Optional.ofNullable(identity);
    }

    /// The scope in which the person acts in this role: the active one if it is of the role, else the first held.
    /// Throws [Problem.Forbidden] where the role is not held.
    public String scope(Role role) {
        return identity().scopes(role).stream()
                .findFirst()
                .orElseThrow(() -> new Problem.Forbidden(java.util.Set.of(role)));
    }

    public Params params() {
        return new Params(context.request().params(), context.pathParams());
    }

    /// The posted form.
    public Form form() {
        return new Form(context.request().formAttributes(), messages, language);
    }

    public List<FileUpload> files() {
        return context.fileUploads();
    }

    public Locale language() {
        return language;
    }

    /// A sentence in the visitor's language.
    public String say(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    public Time time() {
        return time;
    }

    /// The path with its query, as asked.
    public String address() {
        return context.request().uri();
    }

    public String path() {
        return context.normalizedPath();
    }

    public @Nullable String header(String name) {
        return context.request().getHeader(name);
    }

    /// Runs when the client goes away.
    public void onClose(Runnable action) {
        context.addEndHandler(_ -> action.run());
    }

    /// For the server's own pages (sign-in, errors), which set cookies; features do without.
    public RoutingContext context() {
        return context;
    }
}
