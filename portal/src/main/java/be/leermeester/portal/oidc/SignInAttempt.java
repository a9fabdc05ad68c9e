package be.leermeester.portal.oidc;

/// What the portal remembers of a person on the way to the provider and back, kept in that browser's own session and
/// dropped at the first return.
///
/// @param redirectUri where the provider sends the browser back, exactly as registered there
public record SignInAttempt(String state, String nonce, String codeVerifier, String redirectUri) {

    static SignInAttempt to(String redirectUri) {
        return new SignInAttempt(Pkce.secret(), Pkce.secret(), Pkce.secret(), redirectUri);
    }

    /// Leaves the secrets out: records end up in logs.
    @Override
    public String toString() {
        return "SignInAttempt[" + redirectUri + "]";
    }
}
