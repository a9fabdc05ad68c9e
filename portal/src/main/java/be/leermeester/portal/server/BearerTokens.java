package be.leermeester.portal.server;

import be.leermeester.kernel.Identity;
import io.vertx.core.Future;

/// Tells who a program acts for. Fails with [be.leermeester.kernel.Problem.SignInRequired] for a token that does not
/// hold.
@FunctionalInterface
public interface BearerTokens {
    Future<Identity> identify(String token);
}
