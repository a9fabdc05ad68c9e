package be.leermeester.portal.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Style sheets, scripts and images, held in memory and addressed with a version, so that a browser keeps them for a
/// year and still sees a change at once.
public final class Assets {

    private static final String GOVUK = "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";

    /// The colours of GOV.UK Frontend's style sheet that become ours (look.md); the rest is not used on our pages.
    private static final Map<String, String> THEME = Map.ofEntries(
            Map.entry("#0b0c0c", "var(--ink)"),
            Map.entry("#ffffff", "var(--paper)"),
            Map.entry("#fff", "var(--paper)"),
            Map.entry("#1d70b8", "var(--info)"),
            Map.entry("#1a65a6", "var(--info)"),
            Map.entry("#003078", "var(--ink)"),
            Map.entry("#0f385c", "var(--ink)"),
            Map.entry("#4c2c92", "var(--visited)"),
            Map.entry("#54319f", "var(--visited)"),
            Map.entry("#ffdd00", "var(--focus)"),
            Map.entry("#fd0", "var(--focus)"),
            Map.entry("#00703c", "var(--brand)"),
            Map.entry("#0f7a52", "var(--brand)"),
            Map.entry("#005a30", "var(--brand-dark)"),
            Map.entry("#002d18", "var(--brand-dark)"),
            Map.entry("#d4351c", "var(--red)"),
            Map.entry("#ca3535", "var(--red)"),
            Map.entry("#505a5f", "var(--muted)"),
            Map.entry("#484949", "var(--muted)"),
            Map.entry("#b1b4b6", "var(--line)"),
            Map.entry("#cecece", "var(--line)"),
            Map.entry("#f3f2f1", "var(--mist)"),
            Map.entry("#f3f3f3", "var(--mist)"));

    private final Map<String, Buffer> files = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    /// Reads them all from the class path.
    public static Assets load() {
        Assets assets = new Assets();
        StringBuilder ours = new StringBuilder(text("/assets/app.css"));
        for (String name : names()) {
            if (!name.endsWith(".css")) {
                assets.put(name, bytes("/assets/" + name));
            } else if (!name.equals("app.css")) {
                ours.append('\n').append(text("/assets/" + name));
            }
        }
        assets.put("app.css", ours.toString().getBytes(StandardCharsets.UTF_8));
        assets.put("govuk.css", themed(text(GOVUK + "govuk-frontend.min.css")).getBytes(StandardCharsets.UTF_8));
        assets.put("govuk.js", bytes(GOVUK + "govuk-frontend.min.js"));
        return assets;
    }

    /// The version of each file, by name.
    public Map<String, String> versions() {
        return Map.copyOf(versions);
    }

    void serve(RoutingContext context) {
        String name = context.pathParam("*");
        Buffer body = name == null ? null : files.get(name);
        if (name == null || body == null) {
            context.next();
            return;
        }
        boolean versioned = context.request().getParam("v") != null;
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, typeOf(name))
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        versioned ? "public, max-age=31536000, immutable" : "public, max-age=300")
                .end(body);
    }

    /// The system's own typeface instead of GDS Transport, our colours instead of the government's.
    private static String themed(String css) {
        String themed = css.replaceAll("@font-face\\s*\\{[^}]*}", "")
                .replaceAll("font-family:\\s*\"?GDS Transport\"?[^;}]*", "font-family:var(--font)");
        for (String colour : List.copyOf(new TreeMap<>(THEME).descendingKeySet())) {
            themed = themed.replace(colour, THEME.getOrDefault(colour, colour));
        }
        return themed;
    }

    private void put(String name, byte[] content) {
        files.put(name, Buffer.buffer(content));
        versions.put(name, Fingerprint.of(content));
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    /// The names below `assets/`, in the jar or in a folder of classes.
    private static List<String> names() {
        try {
            URI address = Assets.class.getResource("/assets/app.css").toURI();
            if (address.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
                    return namesIn(jar.getPath("/assets"));
                }
            }
            return namesIn(Path.of(address).resolveSibling(""));
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("The assets cannot be listed", failure);
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
