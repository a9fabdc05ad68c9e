package be.leermeester.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The access table as the server itself keeps it: every route with every role, and with nobody. What the rows behind a
/// route show to whom is tested beside each feature.
class AccessTableTest {

    /// What people and machines put where an id or a word should be.
    private static final List<String> NASTY = List.of(
            "%00",
            "%F0%9F%90%98",
            "O%27Brien%20%3Cscript%3E",
            "%E2%80%AEabc",
            "..%2F..%2Fetc%2Fpasswd",
            "-1",
            "99999999999999999999",
            "2021-02-30",
            "31-12-2021",
            "%22%27%3B--",
            "a".repeat(5_000));

    private static final List<String> PARAMETERS = List.of(
            "q",
            "page",
            "size",
            "at",
            "on",
            "period",
            "status",
            "partnership",
            "flag",
            "after",
            "sort",
            "language",
            "kind",
            "programme",
            "type",
            "to",
            "subject",
            "actor",
            "sector",
            "province",
            "enterprise",
            "provider",
            "state",
            "audience");

    private static TestPortal portal;
    private static final Map<Role, TestBrowser> people = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
        for (Role role : Role.values()) {
            String id = "T-" + role;
            portal.sql("INSERT INTO kernel.person (id, first_name, last_name) VALUES ('" + id + "', 'T', '" + role
                    + "');" + "INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('" + id + "', '" + role
                    + "', '')");
            people.put(role, portal.browser().signedInAs(id, role));
        }
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void nobody_gets_in_where_signing_in_is_asked() {
        List<SiteRoutes.Entry> closed = reading()
                .filter(entry -> !(entry.access() instanceof Access.Anyone))
                .toList();
        assertThat(closed).hasSizeGreaterThan(15);
        for (SiteRoutes.Entry entry : closed) {
            TestBrowser.Page page = portal.browser().get(pathOf(entry));
            if (entry.path().startsWith("/api/")) {
                assertThat(page.status()).as(entry.path()).isEqualTo(401);
            } else {
                assertThat(page.status()).as(entry.path()).isEqualTo(303);
                assertThat(page.header("location").orElse("")).startsWith("/sign-in?to=");
            }
        }
    }

    @Test
    void a_role_that_the_route_does_not_name_is_refused_and_one_that_it_names_is_not() {
        reading()
                .forEach(entry -> people.forEach((role, browser) -> {
                    int status =
                            streams(entry) ? 200 : browser.get(pathOf(entry)).status();
                    String what = role + " on " + entry.path();
                    if (entry.access() instanceof Access.Roles(var any) && !any.contains(role)) {
                        assertThat(status).as(what).isEqualTo(403);
                    } else {
                        assertThat(status).as(what).isLessThan(500).isNotIn(401);
                    }
                }));
    }

    @Test
    void a_change_by_somebody_who_may_not_is_refused_before_it_is_read() {
        List<SiteRoutes.Entry> changes = portal.portal().routes().stream()
                .filter(entry -> entry.method().equals(HttpMethod.POST))
                .filter(entry -> entry.access() instanceof Access.Roles)
                .toList();
        for (SiteRoutes.Entry entry : changes) {
            people.forEach((role, browser) -> {
                if (entry.access() instanceof Access.Roles(var any) && !any.contains(role)) {
                    assertThat(browser.post(pathOf(entry), Map.of()).status())
                            .as(role + " posts to " + entry.path())
                            .isEqualTo(403);
                }
            });
        }
    }

    @Test
    void nothing_typed_in_an_address_makes_the_server_fail() {
        reading().filter(entry -> !streams(entry)).forEach(entry -> {
            TestBrowser browser = browserFor(entry.access());
            for (String nasty : NASTY) {
                String filled = entry.path().replaceAll(":[a-zA-Z]+", nasty);
                String query = String.join("=" + nasty + "&", PARAMETERS) + "=" + nasty;
                assertThat(browser.get(filled).status()).as(filled).isLessThan(500);
                String asked = pathOf(entry) + "?" + (nasty.length() > 100 ? "q=" + nasty : query);
                TestBrowser.Page page = browser.get(asked);
                assertThat(page.status()).as(asked).isLessThan(500);
                assertThat(page.body()).as(asked).doesNotContain("O'Brien <script>");
            }
        });
    }

    private static Stream<SiteRoutes.Entry> reading() {
        return portal.portal().routes().stream()
                .filter(entry -> entry.method().equals(HttpMethod.GET))
                .filter(entry -> !entry.path().startsWith("/sign-in"));
    }

    /// An open stream of events never ends; its access is asked by the first test.
    private static boolean streams(SiteRoutes.Entry entry) {
        return entry.path().equals("/live");
    }

    private static TestBrowser browserFor(Access access) {
        return switch (access) {
            case Access.Roles(var any) -> people.getOrDefault(any.iterator().next(), portal.browser());
            case Access.SignedIn _ -> people.getOrDefault(Role.ADMIN, portal.browser());
            case Access.Anyone _ -> portal.browser();
        };
    }

    private static String pathOf(SiteRoutes.Entry entry) {
        return entry.path().replaceAll(":[a-zA-Z]+", "X000001").replace("*", "x");
    }
}
