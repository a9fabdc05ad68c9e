package be.leermeester.portal.server;

import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Templates;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes a reply to the wire.
public final class Replies {

    private final Templates templates;
    private final String version;
    private final boolean demo;
    private final Supplier<@Nullable LocalDate> setDay;

    /// @param setDay the day that a demo's clock was set to, null while it runs right
    public Replies(Templates templates, String version, boolean demo, Supplier<@Nullable LocalDate> setDay) {
        this.templates = templates;
        this.version = version;
        this.demo = demo;
        this.setDay = setDay;
    }

    public void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        switch (reply) {
            case Reply.View view -> page(context, view);
            case Reply.Redirect(String location) ->
                response.setStatusCode(303)
                        .putHeader(HttpHeaders.LOCATION, location)
                        .end();
            case Reply.Json(Object body, int status) -> json(context, body, status, "application/json");
            case Reply.Download(String name, String mediaType, Buffer body) ->
                attachment(response, name, mediaType).end(body);
            case Reply.FileDownload(String name, String mediaType, String path) ->
                attachment(response, name, mediaType).sendFile(path).onFailure(context::fail);
            case Reply.Content(String mediaType, Buffer body) ->
                response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(body);
            case Reply.Streamed streamed -> {
                response.putHeader(HttpHeaders.CONTENT_TYPE, streamed.mediaType());
                for (int i = 0; i + 1 < streamed.headers().size(); i += 2) {
                    response.putHeader(
                            streamed.headers().get(i), streamed.headers().get(i + 1));
                }
                streamed.writer().write(response);
            }
        }
    }

    private void page(RoutingContext context, Reply.View view) {
        Locale language = Visits.language(context);
        String html = templates.render(view.template(), view.model(), frame(context, language), language);
        HttpServerResponse response = context.response().setStatusCode(view.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(html);
    }

    /// JSON with a tag, so that a program that has it already hears 304.
    static void json(RoutingContext context, Object body, int status, String mediaType) {
        Buffer encoded = Json.encodeToBuffer(body);
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (status == 200) {
            String tag = "\"" + Fingerprint.of(encoded.getBytes()) + "\"";
            response.putHeader(HttpHeaders.ETAG, tag);
            if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatusCode(304).end();
                return;
            }
        }
        response.end(encoded);
    }

    private static HttpServerResponse attachment(HttpServerResponse response, String name, String mediaType) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("content-security-policy", "default-src 'none'; sandbox")
                .putHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }

    private Frame frame(RoutingContext context, Locale language) {
        Identity identity = Visits.identity(context);
        String sessionId = Visits.sessionId(context);
        return new Frame(
                language.getLanguage(),
                Frame.languages(language),
                identity == null ? null : identity.name(),
                identity == null ? null : identity.active(),
                Frame.roles(identity),
                Frame.navigation(identity, context.normalizedPath()),
                Frame.crumbs(context.normalizedPath()),
                context.request().uri(),
                sessionId == null ? "" : Fingerprint.csrf(sessionId),
                version,
                demo,
                setDay.get());
    }
}
