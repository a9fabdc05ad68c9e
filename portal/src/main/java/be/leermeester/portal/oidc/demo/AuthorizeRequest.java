package be.leermeester.portal.oidc.demo;

import be.leermeester.kernel.Messages;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the portal asks when it sends a browser to sign in (OpenID Connect Core 3.1.2.1). Everything in it is text from
/// an address bar.
record AuthorizeRequest(Map<String, String> parameters) {

    private static final List<String> KNOWN = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "prompt",
            "ui_locales");

    static AuthorizeRequest of(MultiMap sent) {
        Map<String, String> parameters = new LinkedHashMap<>();
        KNOWN.stream().filter(sent::contains).forEach(name -> parameters.put(name, sent.get(name)));
        return new AuthorizeRequest(parameters);
    }

    /// Whether an answer, good or bad, may be sent to the redirect address at all.
    boolean comesFrom(DemoProvider.Client client) {
        return client.id().equals(get("client_id"))
                && new RedirectAddresses(client.returnAddresses()).allow(redirectUri());
    }

    /// The error code for the portal, when it asks what we do not give.
    Optional<String> error() {
        if (!"code".equals(get("response_type"))) {
            return Optional.of("unsupported_response_type");
        }
        if (!Arrays.asList(scope().split(" ")).contains("openid")) {
            return Optional.of("invalid_scope");
        }
        if (!"S256".equals(get("code_challenge_method")) || codeChallenge().length() != 43) {
            return Optional.of("invalid_request");
        }
        // There is no session here to answer from without showing the buttons.
        return "none".equals(get("prompt")) ? Optional.of("login_required") : Optional.empty();
    }

    Codes.Grant grantTo(DemoPerson person) {
        return new Codes.Grant(person, redirectUri(), scope(), get("nonce"), codeChallenge());
    }

    String redirectUri() {
        return parameters.getOrDefault("redirect_uri", "");
    }

    @Nullable
    String state() {
        return get("state");
    }

    Locale language() {
        return Messages.language(parameters.getOrDefault("ui_locales", ""));
    }

    private String scope() {
        return parameters.getOrDefault("scope", "");
    }

    private String codeChallenge() {
        return parameters.getOrDefault("code_challenge", "");
    }

    private @Nullable String get(String name) {
        return parameters.get(name);
    }
}
