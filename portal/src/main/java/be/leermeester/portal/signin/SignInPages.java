package be.leermeester.portal.signin;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Time;
import be.leermeester.kernel.Visit;
import be.leermeester.portal.oidc.Claims;
import be.leermeester.portal.oidc.OidcClient;
import be.leermeester.portal.oidc.SignInRefused;
import be.leermeester.portal.oidc.SignInUnavailable;
import be.leermeester.portal.server.Visits;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in and out, and switching between one's roles.
public final class SignInPages implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);
    private static final String ATTEMPT_COOKIE = "sign-in";
    private static final Duration ATTEMPT = Duration.ofMinutes(10);

    private final Db db;
    private final Sessions sessions;
    private final OidcClient oidc;
    private final URI publicUrl;
    private final Function<String, byte @Nullable []> lookUpHash;

    /// @param lookUpHash the keyed hash of a national number, null for what is not one
    public SignInPages(
            Db db, Sessions sessions, OidcClient oidc, URI publicUrl, Function<String, byte @Nullable []> lookUpHash) {
        this.db = db;
        this.sessions = sessions;
        this.oidc = oidc;
        this.publicUrl = publicUrl;
        this.lookUpHash = lookUpHash;
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/sign-in", Access.anyone(), this::depart);
        routes.reads("/sign-in/return", Access.anyone(), this::comeBack);
        routes.acts(HttpMethod.POST, "/sign-out", Access.anyone(), this::signOut);
        routes.acts(HttpMethod.POST, "/role", Access.signedIn(), this::switchRole);
    }

    @Override
    public List<Job> jobs() {
        return List.of(new ForgetExpiredSessionsJob(sessions));
    }

    private Future<Reply> depart(Visit visit) {
        String returnTo = local(visit.params().text("to"));
        String redirectUri = publicUrl + "/sign-in/return";
        return oidc.begin(redirectUri, visit.language().getLanguage())
                .compose(departure -> db.inTransaction(connection -> SignInQueries.remember(
                                connection,
                                departure.attempt(),
                                returnTo,
                                visit.time().now().plus(ATTEMPT)))
                        .map(_ -> {
                            visit.context()
                                    .response()
                                    .addCookie(cookie(
                                                    ATTEMPT_COOKIE,
                                                    departure.attempt().state())
                                            .setMaxAge(ATTEMPT.toSeconds()));
                            return Reply.redirect(departure.address());
                        }))
                .recover(SignInPages::explained)
                .map(reply -> reply);
    }

    private Future<Reply> comeBack(Visit visit) {
        String state = visit.params().text("state");
        Cookie started = visit.context().request().getCookie(ATTEMPT_COOKIE);
        if (state.isEmpty() || started == null || !started.getValue().equals(state)) {
            throw new Problem.BadRequest("problem.sign-in-expired");
        }
        String code = visit.context().request().getParam("code", "");
        Time time = visit.time();
        return db.inTransaction(connection -> SignInQueries.take(connection, state, time.now()))
                .compose(attempt -> {
                    if (attempt == null) {
                        throw new Problem.BadRequest("problem.sign-in-expired");
                    }
                    return oidc.redeem(attempt.attempt(), state, code)
                            .compose(signedIn -> enter(visit, signedIn, attempt.returnTo()));
                })
                .recover(SignInPages::explained);
    }

    private Future<Reply> enter(Visit visit, OidcClient.SignedIn signedIn, String returnTo) {
        Claims claims = signedIn.claims();
        String number = claims.nationalNumber();
        byte[] hash = number == null ? null : lookUpHash.apply(number);
        return db.inTransaction(connection -> SignInQueries.personOf(
                        connection, claims, hash, visit.time().now()))
                .compose(personId -> sessions.begin(new SessionQueries.NewSession(
                        personId,
                        claims.issuer(),
                        claims.subject(),
                        claims.name() == null ? claims.subject() : claims.name(),
                        null)))
                .map(sessionId -> {
                    visit.context().response().addCookie(cookie(Visits.SESSION_COOKIE, sessionId));
                    visit.context()
                            .response()
                            .addCookie(cookie(ATTEMPT_COOKIE, "").setMaxAge(0));
                    return Reply.redirect(returnTo);
                });
    }

    private Reply signOut(Visit visit) {
        String sessionId = Visits.sessionId(visit.context());
        if (sessionId == null || visit.visitor().isEmpty()) {
            return Reply.redirect("/");
        }
        sessions.end(sessionId).await();
        visit.context().response().addCookie(cookie(Visits.SESSION_COOKIE, "").setMaxAge(0));
        // Without the ID token as a hint: it can hold the national number, which never stands in an address.
        String address = oidc.logoutAddress(null, publicUrl + "/")
                .map(found -> found.orElse("/"))
                .otherwise("/")
                .await();
        return Reply.redirect(address);
    }

    private Reply switchRole(Visit visit) {
        String[] chosen = visit.form().given("role", 100).split(":", 2);
        if (chosen.length < 2) {
            throw new Problem.BadRequest("problem.field", "role");
        }
        Grant grant = visit.identity().grants().stream()
                .filter(held ->
                        held.role().name().equals(chosen[0]) && held.scope().equals(chosen[1]))
                .findFirst()
                .orElseThrow(Problem.NotFound::new);
        String sessionId = Visits.sessionId(visit.context());
        if (sessionId != null) {
            sessions.activate(sessionId, grant).await();
        }
        return Reply.redirect(startPage(grant));
    }

    static String startPage(@Nullable Grant active) {
        return active == null ? "/materials" : active.role().startPage();
    }

    /// Only an address of our own: anything else would make us a door to elsewhere.
    static String local(String address) {
        return address.matches("/[^/\\\\].*") ? address : "/";
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure("https".equals(publicUrl.getScheme().toLowerCase(Locale.ROOT)))
                .setSameSite(CookieSameSite.LAX);
    }

    private static <T> Future<T> explained(Throwable failure) {
        return switch (failure) {
            case SignInUnavailable unavailable -> {
                LOG.warn("Signing in is not possible: {}", unavailable.getMessage());
                yield Future.failedFuture(new Problem.Unavailable("problem.sign-in-unavailable"));
            }
            case SignInRefused refused -> {
                LOG.info("A sign-in was refused: {}", refused.getMessage());
                yield Future.failedFuture(new Problem.BadRequest("problem.sign-in-expired"));
            }
            default -> Future.failedFuture(failure);
        };
    }
}
