package be.leermeester.portal.oidc;

/// The provider is down, slow, misconfigured or answers nonsense: nobody can sign in now, whoever they are. The
/// person may try again later; the cause is for the log, never for the page.
public final class SignInUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SignInUnavailable(String reason) {
        super(reason);
    }

    public SignInUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
