package be.leermeester.portal.application;

import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestBrowser.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A company that fills in the form, page by page.
final class ApplicationFixture {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final TestBrowser browser;
    private final String path;

    private ApplicationFixture(TestBrowser browser, String path) {
        this.browser = browser;
        this.path = path;
    }

    static ApplicationFixture begun(TestBrowser browser, String enterprise) {
        browser.get("/applications/new");
        return new ApplicationFixture(
                browser,
                browser.post("/applications", Map.of("enterprise", enterprise))
                        .header("location")
                        .orElseThrow());
    }

    /// The same draft in somebody's hands.
    ApplicationFixture in(TestBrowser other) {
        other.get("/privacy");
        return new ApplicationFixture(other, path);
    }

    String path() {
        return path;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Page get(String step) {
        return browser.get(path + step);
    }

    Page post(String step, Map<String, String> fields) {
        return browser.post(path + step, fields);
    }

    /// Posts as somebody who has the page as it is now before him.
    Page fill(String step, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        String shown = switch (step) {
            case "/submit" -> "/check";
            case "/programmes" -> "/programmes?q=e";
            default -> step;
        };
        all.put("version", version(get(shown)));
        return post(step, all);
    }

    static String version(Page page) {
        Matcher found = VERSION.matcher(page.body());
        return found.find() ? found.group(1) : "0";
    }

    Page upload(String kind, String mentor, String content) {
        get("/documents");
        return browser.upload(
                path + "/documents",
                Map.of("kind", kind, "mentor", mentor),
                "file",
                "scan.pdf",
                content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// All but the papers, ready to send.
    ApplicationFixture filled(String place, String mentor, String... programmes) {
        fill("/establishment", Map.of("choice", place));
        for (String programme : programmes) {
            fill("/programmes", Map.of("add", programme));
        }
        fill("/mentors", Map.of("who", mentor, "practice", "7"));
        return this;
    }

    Page submit() {
        return fill("/submit", Map.of("declared", "true"));
    }

    static Map<String, String> newcomer(String number) {
        Map<String, String> fields = new HashMap<>();
        fields.put("who", "new");
        fields.put("firstName", "Nora");
        fields.put("lastName", "Nieuw");
        fields.put("number", number);
        fields.put("email", "nora@example.be");
        fields.put("practice", "6");
        return fields;
    }

    /// A national number in order, of somebody born on a day.
    static String national(LocalDate birth, int serial) {
        String nine = String.format(
                Locale.ROOT,
                "%02d%02d%02d%03d",
                birth.getYear() % 100,
                birth.getMonthValue(),
                birth.getDayOfMonth(),
                serial);
        long first = Long.parseLong((birth.getYear() >= 2000 ? "2" : "") + nine);
        return nine + String.format(Locale.ROOT, "%02d", 97 - first % 97);
    }
}
