package be.leermeester.portal.testing;

import be.leermeester.kernel.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A small browser: keeps cookies, fills in the CSRF word, does not follow redirects by itself.
public final class TestBrowser {

    /// What came back.
    public record Page(int status, String body, HttpResponse<String> response) {

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /// What a person reads: tags away, white space folded, entities resolved.
        public String text() {
            return resolved(body.replaceAll("(?s)<(script|style|head).*?</\\1>", " ")
                            .replaceAll("<[^>]+>", " "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        /// The body with its entities resolved: what stands in fields too, as it was typed.
        public String typed() {
            return resolved(body);
        }

        private static String resolved(String html) {
            return html.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#x27;", "'")
                    .replace("&#x60;", "`")
                    .replace("&#x3D;", "=")
                    .replace("&nbsp;", " ")
                    .replace("&amp;", "&");
        }
    }

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final TestPortal portal;
    private final String origin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    TestBrowser(TestPortal portal, String origin) {
        this.portal = portal;
        this.origin = origin;
    }

    public TestBrowser signedInAs(String personId, Role role) {
        return signedInAs(personId, role, "");
    }

    public TestBrowser signedInAs(String personId, Role role, String scope) {
        cookies.put("session", TestSessions.begin(portal.database(), personId, role, scope));
        return this;
    }

    public TestBrowser in(String language) {
        cookies.put("language", language);
        return this;
    }

    public String origin() {
        return origin;
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET());
    }

    /// Posts a form with the word of the page seen last.
    public Page post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", csrf);
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Posts a form with one file, as a browser does for `multipart/form-data`.
    public Page upload(String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", csrf);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(
                body,
                "name=\"" + field + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                content);
        body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("content-type", "multipart/form-data; boundary=frontier")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--frontier\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /// Sends any request with this browser's cookies.
    public Page send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(this::keep);
            Matcher found = CSRF.matcher(response.body());
            if (found.find()) {
                csrf = found.group(1);
            }
            return new Page(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    public String csrf() {
        return csrf;
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
