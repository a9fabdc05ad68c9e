package be.leermeester.portal.oidc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The portal's side of OpenID Connect: the code flow with PKCE and nonce for people, bearer tokens for programs.
///
/// Making one asks nothing of the provider, so the portal also starts while the provider is down. Every method fails
/// with `SignInUnavailable` within 5 seconds when the provider does not answer sensibly, and with `SignInRefused`
/// when what was brought is not good. Safe to share between contexts; a caller continues on its own.
public final class OidcClient {

    /// What the portal must know of its provider.
    ///
    /// @param issuer the provider's address, to which `/.well-known/openid-configuration` is added
    /// @param scopes must hold `openid`
    /// @param nationalNumberClaim the claim that holds the national number, `rrn` in Flanders
    public record Config(
            String issuer,
            String clientId,
            String clientSecret,
            List<String> scopes,
            String nationalNumberClaim,
            InstantSource clock) {

        public Config {
            scopes = List.copyOf(scopes);
        }

        /// The usual scopes and claim.
        public static Config of(String issuer, String clientId, String clientSecret, InstantSource clock) {
            return new Config(issuer, clientId, clientSecret, List.of("openid", "profile", "email"), "rrn", clock);
        }

        /// Leaves the secret out: records end up in logs.
        @Override
        public String toString() {
            return "Config[" + issuer + " " + clientId + "]";
        }
    }

    /// The address to send the browser to, and what to remember until it returns.
    public record Departure(String address, SignInAttempt attempt) {}

    /// A person who has signed in. The ID token serves `logoutAddress` only; it may hold the national number.
    public record SignedIn(Claims claims, String idToken) {
        /// Leaves the token out: records end up in logs.
        @Override
        public String toString() {
            return "SignedIn[" + claims + "]";
        }
    }

    private final Config config;
    private final Provider provider;
    private final TokenRules rules;

    public OidcClient(Vertx vertx, Config config) {
        this.config = config;
        this.provider = new Provider(vertx, config);
        this.rules = new TokenRules(config.clientId(), config.clock());
    }

    /// Begins a sign-in that ends at `redirectUri`, which the provider must know. `locale` is the language the person
    /// reads now, for the provider's pages.
    public Future<Departure> begin(String redirectUri, @Nullable String locale) {
        SignInAttempt attempt = SignInAttempt.to(redirectUri);
        OAuth2AuthorizationURL address = new OAuth2AuthorizationURL()
                .setRedirectUri(redirectUri)
                .setScopes(config.scopes())
                .setState(attempt.state())
                .setCodeChallenge(Pkce.challenge(attempt.codeVerifier()))
                .setCodeChallengeMethod("S256")
                .putAdditionalParameter("nonce", attempt.nonce())
                .putAdditionalParameter("ui_locales", locale);
        return provider.oauth().map(oauth -> new Departure(oauth.authorizeURL(address), attempt));
    }

    /// Ends the sign-in that `attempt` began, with the `state` and `code` the browser brought back.
    public Future<SignedIn> redeem(SignInAttempt attempt, String state, String code) {
        if (!Pkce.same(attempt.state(), state)) {
            return Future.failedFuture(new SignInRefused("the state is of another sign-in"));
        }
        if (code.isEmpty()) {
            return Future.failedFuture(new SignInRefused("no code"));
        }
        Oauth2Credentials credentials = new Oauth2Credentials()
                .setFlow(OAuth2FlowType.AUTH_CODE)
                .setCode(code)
                .setCodeVerifier(attempt.codeVerifier())
                .setRedirectUri(attempt.redirectUri());
        return provider.oauth()
                .compose(oauth -> oauth.authenticate(credentials)
                        .timeout(Provider.TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .recover(OidcClient::notRedeemed))
                .compose(user -> signedIn(user, attempt.nonce()));
    }

    /// Whose access token this is: signed by the provider, not expired, given for or to this portal.
    public Future<Claims> verifyBearer(String token) {
        return provider.verified(token).map(claims -> {
            rules.checkBearer(claims);
            return Claims.of(claims, config.nationalNumberClaim());
        });
    }

    /// Where to send the browser to sign out at the provider and come back to `returnTo`; empty when the provider
    /// knows no logging out. Without `idToken` a provider may ask the person to confirm.
    public Future<Optional<String>> logoutAddress(@Nullable String idToken, String returnTo) {
        JsonObject principal = idToken == null ? new JsonObject() : new JsonObject().put("id_token", idToken);
        JsonObject parameters =
                new JsonObject().put("client_id", config.clientId()).put("post_logout_redirect_uri", returnTo);
        return provider.oauth()
                .map(oauth -> Optional.ofNullable(oauth.endSessionURL(User.create(principal), parameters)));
    }

    private Future<SignedIn> signedIn(User user, String nonce) {
        if (!(user.principal().getValue("id_token") instanceof String idToken)) {
            return Future.failedFuture(new SignInUnavailable("the provider gave no ID token"));
        }
        return provider.verified(idToken).map(claims -> {
            rules.checkIdToken(claims, nonce);
            return new SignedIn(Claims.of(claims, config.nationalNumberClaim()), idToken);
        });
    }

    /// Of the errors of RFC 6749 5.2 only `invalid_grant` is about what the browser brought; the library leaves
    /// nothing to tell them apart by but the beginning of the message.
    private static Future<User> notRedeemed(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return Future.failedFuture(
                message.startsWith("invalid_grant")
                        ? new SignInRefused("the provider refuses the code", failure)
                        : new SignInUnavailable("the code cannot be redeemed: " + message, failure));
    }
}
