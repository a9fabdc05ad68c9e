package be.leermeester.portal.oidc;

/// This code or token is not good: wrong, used before, expired, for somebody else, or tampered with. Trying the same
/// again will not help; starting the sign-in anew may. The reason is for the log, never for the page.
public final class SignInRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignInRefused(String reason) {
        super(reason);
    }

    public SignInRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
