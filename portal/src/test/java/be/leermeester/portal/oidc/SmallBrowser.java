package be.leermeester.portal.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// As much of a browser as a sign-in needs: it keeps cookies, fills in the first form of a page, and stops at every
/// redirect so that a test can look.
public final class SmallBrowser {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*\\saction=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new LoopbackCookies())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    public HttpResponse<String> post(String address, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// Sends the first form of `page` with its hidden fields and what was `typed`.
    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form on " + page.uri() + ":\n" + page.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(form.group(2))
                .results()
                .map(input -> input.group())
                .forEach(input -> fields.put(attribute(input, "name"), attribute(input, "value")));
        fields.putAll(typed);
        return post(page.uri().resolve(unescaped(form.group(1))).toString(), fields);
    }

    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    public static Map<String, String> query(String address) {
        return Pattern.compile("&")
                .splitAsStream(URI.create(address).getRawQuery())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// Browsers hold loopback for secure and send it `Secure` cookies without TLS; the JDK does not.
    private static final class LoopbackCookies extends CookieManager {
        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>(headers);
            plain.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i);\\s*secure(?=;|$)", ""))
                    .toList());
            super.put(address, plain);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? unescaped(value.group(1)) : "";
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
