package be.leermeester.portal.api;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Where a program signs in (RFC 9728) and what it can ask (OpenAPI 3.1).
public final class DescriptionApi implements Feature {

    private final JsonObject resource;
    private final JsonObject description;

    /// @param issuer the OpenID provider whose bearer tokens the API takes
    public DescriptionApi(URI publicUrl, String issuer) {
        resource = new JsonObject()
                .put("resource", publicUrl.toString())
                .put("authorization_servers", new JsonArray().add(issuer))
                .put("bearer_methods_supported", new JsonArray().add("header"))
                .put("resource_name", "Leermeester")
                .put("resource_documentation", publicUrl + "/api/v1/openapi.json");
        description = read("/openapi.json")
                .put("servers", new JsonArray().add(new JsonObject().put("url", publicUrl + "/api/v1")));
    }

    @Override
    public void mount(Routes routes) {
        routes.reads(
                "/.well-known/oauth-protected-resource",
                Access.anyone(),
                _ -> Future.succeededFuture(new Reply.Json(resource)));
        routes.reads("/api/v1/openapi.json", Access.anyone(), _ -> Future.succeededFuture(new Reply.Json(description)));
    }

    private static JsonObject read(String name) {
        try (var stream = DescriptionApi.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Missing " + name);
            }
            return new JsonObject(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
