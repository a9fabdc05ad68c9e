package be.leermeester.portal.oidc.demo;

import static java.util.Objects.requireNonNullElse;

import be.leermeester.portal.oidc.Pkce;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A client's id and secret as it sent them (RFC 6749 2.3.1): in the Authorization header or in the form.
record ClientCredentials(String id, String secret) {

    private static final String BASIC = "Basic ";

    /// Empty when the client sent no secret, in whatever place.
    static Optional<ClientCredentials> of(@Nullable String authorization, MultiMap form) {
        if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.of(basic(authorization.substring(BASIC.length())));
        }
        return Optional.ofNullable(form.get("client_secret"))
                .map(secret -> new ClientCredentials(requireNonNullElse(form.get("client_id"), ""), secret));
    }

    boolean areOf(DemoProvider.Client client) {
        return Pkce.same(id, client.id()) && Pkce.same(secret, client.secret());
    }

    private static ClientCredentials basic(String encoded) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return new ClientCredentials(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        } catch (IllegalArgumentException e) {
            return new ClientCredentials("", "");
        }
    }

    /// The standard has both parts form-encoded before Base64; many clients, vertx-auth-oauth2 among them, do not, so a
    /// demo secret has no character in which the two differ.
    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
