package be.leermeester.portal.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What a token of which the signature and the issuer are right must still say (OpenID Connect Core 3.1.3.7).
/// vertx-auth-oauth2 checks neither the nonce nor the ID token's expiry, takes a token without audience, and reads the
/// machine's clock.
record TokenRules(String clientId, InstantSource clock) {

    private static final Duration LEEWAY = Duration.ofSeconds(60);

    void checkIdToken(JsonObject token, String nonce) {
        checkTimes(token);
        require(audienceHolds(token, clientId), "the ID token is for another client");
        require(isOursOrAbsent(token.getValue("azp")), "the ID token was given to another client");
        require(
                token.getValue("nonce") instanceof String given && Pkce.same(given, nonce),
                "the ID token belongs to another sign-in");
    }

    /// An ID token is refused as bearer: it travels through address bars on logging out.
    void checkBearer(JsonObject token) {
        checkTimes(token);
        require(
                audienceHolds(token, clientId) || clientId.equals(token.getValue("azp")),
                "the access token is for another client");
        require(
                !token.containsKey("nonce") && !token.containsKey("at_hash") && !"ID".equals(token.getValue("typ")),
                "an ID token is not an access token");
    }

    private void checkTimes(JsonObject token) {
        Instant now = clock.instant();
        require(
                token.getValue("exp") instanceof Number exp && now.minus(LEEWAY).getEpochSecond() < exp.longValue(),
                "the token has expired");
        require(
                startsBy(token.getValue("iat"), now) && startsBy(token.getValue("nbf"), now),
                "the token is not yet valid");
    }

    private static boolean startsBy(@Nullable Object from, Instant now) {
        return from == null
                || (from instanceof Number seconds
                        && seconds.longValue() <= now.plus(LEEWAY).getEpochSecond());
    }

    private boolean isOursOrAbsent(@Nullable Object azp) {
        return azp == null || clientId.equals(azp);
    }

    private static boolean audienceHolds(JsonObject token, String client) {
        Object audience = token.getValue("aud");
        return client.equals(audience) || (audience instanceof JsonArray several && several.contains(client));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SignInRefused(otherwise);
        }
    }
}
