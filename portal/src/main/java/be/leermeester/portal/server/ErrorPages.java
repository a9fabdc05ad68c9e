package be.leermeester.portal.server;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever failed into a page for a person or problem+json for a program. Only what we did not foresee is
/// logged, once, here.
final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    record Model(
            int status,
            String titleKey,
            String message,
            @Nullable String more) {}

    private final Messages messages;
    private final Replies replies;
    private final Ids ids;

    ErrorPages(Messages messages, Replies replies, Ids ids) {
        this.messages = messages;
        this.replies = replies;
        this.ids = ids;
    }

    void handle(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            if (!context.response().ended()) {
                context.response().reset();
            }
            return;
        }
        Problem sent = Sent.problem(context, context.failure());
        Throwable failure = sent == null ? context.failure() : sent;
        if (failure instanceof Problem.SignInRequired && !Visits.isProgram(context)) {
            String back = URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
            replies.send(context, Reply.redirect("/sign-in?to=" + back));
        } else if (failure instanceof Problem problem) {
            answer(context, problem);
        } else if (failure instanceof HttpException || failure == null) {
            plain(context, failure instanceof HttpException http ? http.getStatusCode() : context.statusCode());
        } else {
            unexpected(context, failure);
        }
    }

    void notFound(RoutingContext context) {
        answer(context, new Problem.NotFound());
    }

    private void answer(RoutingContext context, Problem problem) {
        Locale language = Visits.language(context);
        if (problem instanceof Problem.TooMany tooMany) {
            context.response().putHeader("retry-after", String.valueOf(tooMany.seconds()));
        }
        if (problem instanceof Problem.SignInRequired) {
            context.response().putHeader("www-authenticate", "Bearer");
        }
        String message =
                messages.say(language, problem.key(), problem.arguments().toArray());
        String more = problem instanceof Problem.Forbidden forbidden
                        && !forbidden.whoCan().isEmpty()
                ? messages.say(language, "problem.forbidden.who", names(forbidden, language))
                : null;
        show(context, problem.status(), message, more);
    }

    private void plain(RoutingContext context, int status) {
        Locale language = Visits.language(context);
        switch (status) {
            case 404, 405 -> notFound(context);
            case 500 -> unexpected(context, new IllegalStateException("A handler failed without saying why"));
            default -> show(context, status, messages.say(language, "problem.title." + titled(status)), null);
        }
    }

    private void unexpected(RoutingContext context, Throwable failure) {
        String incident = ids.next().toString();
        LOG.error("Incident {} on {} {}", incident, context.request().method(), context.normalizedPath(), failure);
        show(context, 500, messages.say(Visits.language(context), "problem.unexpected", incident), null);
    }

    private void show(RoutingContext context, int status, String message, @Nullable String more) {
        String titleKey = "problem.title." + titled(status);
        if (Visits.isProgram(context)) {
            JsonObject body = new JsonObject()
                    .put("type", "about:blank")
                    .put("title", messages.say(Visits.language(context), titleKey))
                    .put("status", status)
                    .put("detail", more == null ? message : message + " " + more);
            Replies.json(context, body, status, "application/problem+json");
        } else {
            replies.send(context, new Reply.View("problem", new Model(status, titleKey, message, more), status));
        }
    }

    private String names(Problem.Forbidden forbidden, Locale language) {
        return forbidden.whoCan().stream()
                .sorted()
                .map(role -> messages.say(language, "term.role." + role))
                .collect(Collectors.joining(", "));
    }

    private static int titled(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 409, 413, 422, 429, 500, 503 -> status;
            default -> status >= 500 ? 500 : 400;
        };
    }
}
