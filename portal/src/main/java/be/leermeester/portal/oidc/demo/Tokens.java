package be.leermeester.portal.oidc.demo;

import be.leermeester.portal.oidc.Pkce;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the provider says of a person, signed.
record Tokens(String issuer, DemoProvider.Config config, SigningKey key) {

    /// How long ID and access tokens are good.
    static final Duration LIFE = Duration.ofHours(1);

    private static final String API = "leermeester-api";

    String idToken(DemoPerson person, @Nullable String nonce) {
        JsonObject claims = timed().mergeIn(describe(person)).put("aud", clientId());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return key.sign("JWT", claims);
    }

    /// RFC 9068. Holds no more of the person than the user name: programs keep tokens in strange places.
    String accessToken(DemoPerson person, String scope) {
        JsonObject claims = timed().put("sub", person.subject())
                .put("aud", new JsonArray(List.of(clientId(), API)))
                .put("azp", clientId())
                .put("client_id", clientId())
                .put("jti", Pkce.secret())
                .put("scope", scope)
                .put("preferred_username", person.username());
        return key.sign("at+jwt", claims);
    }

    /// The person of an access token of ours that has not expired.
    Optional<DemoPerson> person(String accessToken) {
        return key.verify(accessToken)
                .filter(claims -> issuer.equals(claims.getValue("iss")) && claims.containsKey("scope"))
                .filter(claims -> config.clock().instant().getEpochSecond() < claims.getLong("exp"))
                .flatMap(claims -> config.people().stream()
                        .filter(person -> person.subject().equals(claims.getString("sub")))
                        .findFirst());
    }

    JsonObject describe(DemoPerson person) {
        JsonObject claims = new JsonObject()
                .put("sub", person.subject())
                .put("name", person.name())
                .put("preferred_username", person.username())
                .put("locale", person.locale());
        if (config.nationalNumberClaim() != null && person.nationalNumber() != null) {
            claims.put(config.nationalNumberClaim(), person.nationalNumber());
        }
        return claims;
    }

    private JsonObject timed() {
        long now = config.clock().instant().getEpochSecond();
        return new JsonObject().put("iss", issuer).put("iat", now).put("exp", now + LIFE.toSeconds());
    }

    private String clientId() {
        return config.client().id();
    }
}
