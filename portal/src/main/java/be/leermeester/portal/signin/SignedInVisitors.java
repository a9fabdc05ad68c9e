package be.leermeester.portal.signin;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.oidc.Claims;
import be.leermeester.portal.oidc.OidcClient;
import be.leermeester.portal.oidc.SignInUnavailable;
import be.leermeester.portal.server.Visitors;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A browser shows its session, a program the bearer token of a person: the same account, the same roles.
public final class SignedInVisitors implements Visitors {

    private final Db db;
    private final Sessions sessions;
    private final OidcClient oidc;
    private final Time time;
    private final Function<String, byte @Nullable []> lookUpHash;

    public SignedInVisitors(
            Db db, Sessions sessions, OidcClient oidc, Time time, Function<String, byte @Nullable []> lookUpHash) {
        this.db = db;
        this.sessions = sessions;
        this.oidc = oidc;
        this.time = time;
        this.lookUpHash = lookUpHash;
    }

    @Override
    public Future<@Nullable Identity> bySession(String sessionId) {
        return sessions.find(sessionId).map(session -> session == null ? null : session.identity());
    }

    @Override
    public Future<Identity> byToken(String token) {
        return oidc.verifyBearer(token)
                .recover(failure -> Future.failedFuture(
                        failure instanceof SignInUnavailable
                                ? new Problem.Unavailable("problem.sign-in-unavailable")
                                : new Problem.SignInRequired()))
                .compose(claims -> SessionQueries.identityOf(db.reads(), claims.issuer(), claims.subject())
                        .compose(known -> known != null ? Future.succeededFuture(known) : firstTime(claims)));
    }

    private Future<Identity> firstTime(Claims claims) {
        String number = claims.nationalNumber();
        byte[] hash = number == null ? null : lookUpHash.apply(number);
        return db.inTransaction(connection -> SignInQueries.personOf(connection, claims, hash, time.now()))
                .compose(_ -> SessionQueries.identityOf(db.reads(), claims.issuer(), claims.subject()))
                .map(found -> found == null ? new Identity("", claims.subject(), List.of(), null) : found);
    }
}
