package be.leermeester.portal.oidc;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.NoSuchKeyIdException;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The provider as found at its issuer address: discovered at first need, again after each failure, its keys read
/// again when a token names one we do not know.
final class Provider {

    static final long TIMEOUT_SECONDS = 5;

    private static final Duration BETWEEN_KEY_READINGS = Duration.ofMinutes(1);

    /// Longer than any token lives: the times are judged in `TokenRules`, by a clock that can be set.
    private static final int NO_TIME_CHECK = Integer.MAX_VALUE;

    private final Vertx vertx;
    private final OidcClient.Config config;
    private @Nullable OAuth2Auth found;
    private @Nullable Future<OAuth2Auth> discovery;
    private @Nullable Future<Void> keyReading;
    private Instant keysReadAt = Instant.MIN;

    Provider(Vertx vertx, OidcClient.Config config) {
        this.vertx = vertx;
        this.config = config;
    }

    /// The discovered provider; callers that come while it is being discovered share one discovery.
    Future<OAuth2Auth> oauth() {
        synchronized (this) {
            if (found != null) {
                return Future.succeededFuture(found);
            }
            if (discovery == null) {
                discovery = discover().onComplete(this::remember);
            }
            return here(discovery);
        }
    }

    /// The claims of a token that carries the provider's signature and name; fails with `SignInRefused` otherwise.
    Future<JsonObject> verified(String token) {
        return oauth().compose(oauth -> decoded(oauth, token)
                .recover(failure -> failure instanceof NoSuchKeyIdException
                        ? readKeys(oauth).compose(read -> decoded(oauth, token))
                        : Future.failedFuture(failure))
                .recover(failure -> Future.failedFuture(
                        failure instanceof SignInUnavailable
                                ? failure
                                : new SignInRefused("the token does not verify: " + failure.getMessage(), failure))));
    }

    private static Future<JsonObject> decoded(OAuth2Auth oauth, String token) {
        // Inside compose, because a malformed token makes authenticate throw as well as fail.
        return Future.succeededFuture()
                .compose(started -> oauth.authenticate(new TokenCredentials(token)))
                .map(user -> user.attributes().getJsonObject("accessToken"));
    }

    private Future<OAuth2Auth> discover() {
        OAuth2Options options = new OAuth2Options()
                .setSite(config.issuer())
                .setClientId(config.clientId())
                .setClientSecret(config.clientSecret())
                .setJWTOptions(new JWTOptions().setLeeway(NO_TIME_CHECK).setAudience(List.of()))
                .setHttpClientOptions(new HttpClientOptions()
                        .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS))
                        .setIdleTimeout((int) TIMEOUT_SECONDS));
        return OpenIDConnectAuth.discover(vertx, options)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .compose(oauth -> complete(options) ? Future.succeededFuture(oauth) : incomplete())
                .recover(failure -> Future.failedFuture(new SignInUnavailable(
                        "no OpenID provider at " + config.issuer() + ": " + failure.getMessage(), failure)));
    }

    private static boolean complete(OAuth2Options options) {
        // Without these two the library takes a token that does not verify to the provider instead of refusing it.
        options.setIntrospectionPath(null).setUserInfoPath(null);
        return options.getAuthorizationPath() != null
                && options.getTokenPath() != null
                && options.getJwkPath() != null
                && options.getJWTOptions().getIssuer() != null;
    }

    private static Future<OAuth2Auth> incomplete() {
        return Future.failedFuture("its description lacks the issuer, an endpoint or the keys");
    }

    private synchronized void remember(@Nullable OAuth2Auth oauth, @Nullable Throwable failure) {
        found = oauth;
        discovery = null;
        keysReadAt = config.clock().instant();
    }

    /// Reads the keys again, unless that was done within the minute: anyone can send a token with an invented key.
    private synchronized Future<Void> readKeys(OAuth2Auth oauth) {
        if (keyReading != null) {
            return here(keyReading);
        }
        Instant now = config.clock().instant();
        if (now.isBefore(keysReadAt.plus(BETWEEN_KEY_READINGS))) {
            return Future.succeededFuture();
        }
        keysReadAt = now;
        keyReading = oauth.jWKSet()
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .onComplete((read, failure) -> forgetKeyReading())
                .recover(failure ->
                        Future.failedFuture(new SignInUnavailable("the provider's keys cannot be read", failure)));
        return here(keyReading);
    }

    private synchronized void forgetKeyReading() {
        keyReading = null;
    }

    /// A shared future continues on the context that began it; each caller wants to continue on its own.
    private <T> Future<T> here(Future<T> shared) {
        Context context = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        shared.onComplete((value, failure) -> context.runOnContext(run -> promise.complete(value, failure)));
        return promise.future();
    }
}
