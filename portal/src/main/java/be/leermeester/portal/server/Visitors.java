package be.leermeester.portal.server;

import be.leermeester.kernel.Identity;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/// Tells the server who asks.
public interface Visitors {

    /// Who holds the session with this id; null where it has ended or never was.
    Future<@Nullable Identity> bySession(String sessionId);

    /// Who a program acts for; fails with `Problem.SignInRequired` for a token that does not hold.
    Future<Identity> byToken(String token);
}
