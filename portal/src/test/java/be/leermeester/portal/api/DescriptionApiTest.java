package be.leermeester.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.testing.TestPortal;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DescriptionApiTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_program_finds_where_to_sign_in() {
        JsonObject resource = new JsonObject(
                portal.browser().get("/.well-known/oauth-protected-resource").body());
        assertThat(resource.getString("resource")).isEqualTo("http://127.0.0.1:1");
        assertThat(resource.getJsonArray("authorization_servers")).containsExactly("http://127.0.0.1:1");
        assertThat(resource.getJsonArray("bearer_methods_supported")).containsExactly("header");
    }

    @Test
    void the_description_names_only_parts_that_it_has() {
        String body = portal.browser().get("/api/v1/openapi.json").body();
        JsonObject description = new JsonObject(body);
        assertThat(description.getString("openapi")).startsWith("3.1");
        Set<String> named = new HashSet<>();
        Matcher references = Pattern.compile("#/components/(\\w+)/(\\w+)").matcher(body);
        while (references.find()) {
            named.add(references.group(2));
            assertThat(description
                            .getJsonObject("components")
                            .getJsonObject(references.group(1))
                            .containsKey(references.group(2)))
                    .as(references.group())
                    .isTrue();
        }
        assertThat(named).contains("Mentor", "Recognition", "Agreement", "Event", "Hit", "Problem");
    }

    @Test
    void what_is_served_is_described() {
        JsonObject paths =
                new JsonObject(portal.browser().get("/api/v1/openapi.json").body()).getJsonObject("paths");
        portal.portal().routes().stream()
                .filter(entry -> entry.path().startsWith("/api/v1/"))
                .filter(entry -> !entry.path().contains("."))
                .map(entry -> entry.path().substring("/api/v1".length()).replaceAll(":(\\w+)", "{$1}"))
                .forEach(path -> assertThat(paths.containsKey(path)).as(path).isTrue());
    }
}
