package be.leermeester.portal.server;

import static be.leermeester.portal.server.Told.assertFit;
import static be.leermeester.portal.server.Told.assertHarmless;
import static be.leermeester.portal.server.Told.assertKept;
import static be.leermeester.portal.server.Told.assertTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import be.leermeester.kernel.Access;
import be.leermeester.portal.server.Posted.Field;
import be.leermeester.portal.server.Posted.Kind;
import be.leermeester.portal.testing.CapturedLog;
import be.leermeester.portal.testing.RestoredRows;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.StoredRows;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestBrowser.Page;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every form of the server with whatever should not be in it: a clear word and a status of 4xx, nothing stored, and
/// nothing in the log that should not be there. The form in order is taken first, and after every try the world is put
/// back: what is refused is refused for what was sent.
class BadInputTest {

    private static TestPortal portal;
    private static StoredRows stored;
    private static RestoredRows world;
    /// What stands in the tables as long as nothing was taken; null when something may have been.
    private static @Nullable Map<String, String> known;
    private static CapturedLog log;
    private static final List<String> sessions = new ArrayList<>();

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql(PostedForms.WORLD);
        stored = StoredRows.of(portal.database());
        world = RestoredRows.of(portal.database(), stored);
        log = CapturedLog.open();
    }

    @AfterAll
    static void stop() {
        log.close();
        world.close();
        stored.close();
        portal.close();
    }

    @Test
    void every_route_that_changes_something_stands_in_the_table() {
        List<SiteRoutes.Entry> changing = portal.portal().routes().stream()
                .filter(entry -> !entry.method().equals(HttpMethod.GET))
                .toList();
        assertThat(changing.stream().map(SiteRoutes.Entry::path))
                .as("the second route of the same address hears nothing")
                .doesNotHaveDuplicates();
        List<String> tried =
                PostedForms.all().stream().map(Posted::route).distinct().toList();
        assertThat(changing.stream()
                        .filter(entry -> !tried.contains(entry.path()))
                        .map(BadInputTest::line))
                .as("add these lines, with a dossier or person on which the form is taken, to PostedForms, DossierForms"
                        + " or CompanyForms, and to the WORLD of that table what they need")
                .isEmpty();
        assertThat(tried)
                .as("take out of PostedForms what is no route any more")
                .isSubsetOf(changing.stream().map(SiteRoutes.Entry::path).toList());
    }

    private static String line(SiteRoutes.Entry entry) {
        String who = entry.access() instanceof Access.Roles(var any)
                ? ".by(\"<person>\", Role." + any.iterator().next() + ", \"<scope>\")"
                : "";
        String about = entry.path().contains(":") ? ".about(\"<own>\", \"<somebody else's>\", \"nobody\")" : "";
        return "%nPosted.to(\"%s\")%s.from(\"<the page with the form>\")%s.with(Kind.WORDS, \"<field>\", \"<value>\"),"
                .formatted(entry.path(), who, about);
    }

    @Test
    void a_first_line_that_is_no_address_is_refused_too() throws IOException {
        for (String line : List.of(
                "GET /%ZZ HTTP/1.1",
                "GET /materials?q=100% HTTP/1.1",
                "GET /a%2 HTTP/1.1",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1",
                "POST role HTTP/1.1")) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), portal.portal().port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write((line + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .as(line)
                        .matches("HTTP/1.[01] 4\\d\\d");
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> whatever_is_sent_is_answered_in_words_and_stores_nothing() {
        return PostedForms.all().stream().map(posted -> {
            TestBrowser browser = browserOf(posted);
            browser.get(posted.page());
            List<DynamicTest> tests = new ArrayList<>();
            tests.add(dynamicTest("in order", () -> inOrder(browser, posted)));
            posted.fields().forEach(field -> tests.addAll(ofField(browser, posted, field)));
            tests.addAll(ofIds(browser, posted));
            tests.addAll(ofEnvelopes(browser, posted));
            tests.add(dynamicTest("log", () -> assertThat(log.lines()).allSatisfy(line -> assertFit(line, sessions))));
            return dynamicContainer(posted.toString(), tests);
        });
    }

    private static void inOrder(TestBrowser browser, Posted posted) {
        Page shown = browser.get(posted.page());
        assertThat(shown.status()).as(posted.page() + ": " + shown.text()).isEqualTo(200);
        Page page = send(browser, posted, posted.valid());
        assertThat(page.status()).as(posted + " in order: " + page.text()).isIn(200, 303);
        putBack();
    }

    private static List<DynamicTest> ofField(TestBrowser browser, Posted posted, Field field) {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>(NastyInput.values());
        field.others().forEach(other -> values.put("another: " + other, other));
        boolean file = field.kind() == Kind.FILE;
        tests.add(dynamicTest(field.name() + " missing", () -> tryOne(file, browser, posted, field, "missing", null)));
        values.forEach((what, value) -> tests.add(
                dynamicTest(field.name() + " " + what, () -> tryOne(file, browser, posted, field, what, value))));
        return tests;
    }

    private static void tryOne(
            boolean file, TestBrowser browser, Posted posted, Field field, String what, @Nullable String value) {
        if (file) {
            tryFile(browser, posted, field, what, value);
        } else {
            tryValue(browser, posted, field, what, value);
        }
    }

    private static Map<String, String> before() {
        Map<String, String> now = known == null ? stored.now() : known;
        known = now;
        return now;
    }

    private static void putBack() {
        known = null;
        world.restore();
    }

    /// Whether the server may take it.
    private static boolean mayBe(Field field, String what, @Nullable String value) {
        if (what.equals("1 MB")) {
            return false;
        }
        return switch (field.kind()) {
            case TICK, WORDS -> value != null || !field.required();
            default -> !field.required() && (value == null || value.isEmpty());
        };
    }

    private static void tryValue(TestBrowser browser, Posted posted, Field field, String what, @Nullable String value) {
        Map<String, String> form = new LinkedHashMap<>(posted.valid());
        form.remove(field.name());
        if (value != null) {
            form.put(field.name(), value);
        }
        String as = posted + ", " + field.name() + ": " + what;
        Map<String, String> before = before();
        Page page = send(browser, posted, form);
        boolean mayBe = mayBe(field, what, value);
        Map<String, String> after = stored.now();
        known = after;
        if (!after.equals(before)) {
            putBack();
        }
        if (page.status() >= 400 || !mayBe) {
            assertThat(after).as(as + " is " + page.status()).isEqualTo(before);
        }
        if (page.status() < 400) {
            // What our own page would never send may also simply change nothing: somebody was first in another tab.
            assertThat(mayBe || field.kind() == Kind.GIVEN)
                    .as(as + " is " + page.status())
                    .isTrue();
            assertHarmless(page, browser.get(posted.page()), as);
        } else {
            assertTold(page, as);
        }
        if (page.status() == 422) {
            assertKept(page, posted, field, value, as);
        }
    }

    private static void tryFile(TestBrowser browser, Posted posted, Field field, String what, @Nullable String name) {
        Map<String, String> before = before();
        if (name == null || name.isEmpty()) {
            Page page = send(browser, posted.address(), posted.valid(), field, "", new byte[0]);
            assertThat(page.status()).isEqualTo(422);
            assertTold(page, what);
            assertThat(stored.now()).isEqualTo(before);
        } else {
            String fileName = name.replaceAll("[\r\n\"]", "_");
            Page page = send(browser, posted.address(), posted.valid(), field, fileName, new byte[] {1});
            assertThat(page.status()).isLessThan(500);
            putBack();
            assertHarmless(page, browser.get(posted.page()), what);
        }
    }

    private static List<DynamicTest> ofIds(TestBrowser browser, Posted posted) {
        List<String> wrong = new ArrayList<>(NastyInput.IDS);
        wrong.addAll(posted.ids().stream().skip(1).toList());
        return (posted.ids().isEmpty() ? Stream.<String>of() : wrong.stream())
                .map(id -> dynamicTest("about " + id, () -> {
                    Map<String, String> before = before();
                    Page page = send(browser, posted, posted.path().replace(":id", id), posted.valid());
                    assertThat(stored.now()).isEqualTo(before);
                    if (page.status() != 303) {
                        assertTold(page, "about " + id);
                    }
                }))
                .toList();
    }

    /// What is wrong with the request as a whole.
    private static List<DynamicTest> ofEnvelopes(TestBrowser browser, Posted posted) {
        List<DynamicTest> tests = new ArrayList<>();
        NastyInput.envelopes(browser.csrf())
                .forEach((body, type) -> tests.add(dynamicTest(
                        type + " " + body.substring(0, Math.min(20, body.length())),
                        () -> tryEnvelope(browser, posted, type, body))));
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            tests.add(dynamicTest(method, () -> {
                Page page = browser.send(HttpRequest.newBuilder(URI.create(browser.origin() + posted.address()))
                        .method(method, HttpRequest.BodyPublishers.noBody()));
                assertTold(page, method);
            }));
        }
        return tests;
    }

    private static void tryEnvelope(TestBrowser browser, Posted posted, String type, String body) {
        Map<String, String> before = before();
        Page page = browser.send(HttpRequest.newBuilder(URI.create(browser.origin() + posted.address()))
                .header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (!posted.fields().isEmpty()) {
            assertTold(page, type);
            assertThat(stored.now()).isEqualTo(before);
        } else {
            assertThat(page.status()).isLessThan(500);
            putBack();
        }
    }

    private static TestBrowser browserOf(Posted posted) {
        TestBrowser browser = portal.browser();
        String person = posted.person();
        if (person != null) {
            browser.signedInAs(person, posted.role(), posted.scope());
            if (person.equals("stranger")) {
                portal.sql("UPDATE kernel.session SET person_id = NULL WHERE subject = 'stranger'");
            }
            sessions.add(browser.cookies().getOrDefault("session", "none"));
        }
        known = null;
        return browser;
    }

    private static Page send(TestBrowser browser, Posted posted, Map<String, String> form) {
        return send(browser, posted, posted.address(), form);
    }

    private static Page send(TestBrowser browser, Posted posted, String path, Map<String, String> form) {
        if (!posted.hasFile()) {
            return browser.post(path, form);
        }
        Field file = posted.fields().stream()
                .filter(field -> field.kind() == Kind.FILE)
                .findFirst()
                .orElseThrow();
        return send(browser, path, form, file, file.valid(), file.bytes());
    }

    private static Page send(
            TestBrowser browser, String path, Map<String, String> form, Field file, String name, byte[] content) {
        return browser.upload(path, form, file.name(), name, content);
    }
}
