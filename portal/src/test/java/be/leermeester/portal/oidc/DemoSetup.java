package be.leermeester.portal.oidc;

import be.leermeester.portal.oidc.demo.DemoPerson;
import be.leermeester.portal.oidc.demo.DemoProvider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A demo provider with two people and the portal as its client.
public final class DemoSetup {

    public static final String SECRET = "not-so-secret";
    public static final String RETURN = "http://127.0.0.1/sign-in/return";
    public static final String LOGGED_OUT = "http://127.0.0.1/signed-out";
    public static final DemoPerson MENTOR =
            new DemoPerson("mentor", "demo-mentor", "Mia Peeters", "Mentor bij Bakkerij Aerts", "85073003328", "nl");
    public static final DemoPerson COMPANY =
            new DemoPerson("company", "demo-company", "Koen <b>O'Brien</b>", "Zaakvoerder", null, "en");

    private DemoSetup() {}

    public static DemoProvider.Config config(int port, Path keys, @Nullable String claim, InstantSource clock) {
        DemoProvider.Client client =
                new DemoProvider.Client("leermeester", SECRET, List.of(RETURN), List.of(LOGGED_OUT));
        return new DemoProvider.Config(port, keys, client, List.of(MENTOR, COMPANY), claim, clock);
    }

    public static OidcClient client(Vertx vertx, String issuer, InstantSource clock) {
        return new OidcClient(vertx, OidcClient.Config.of(issuer, "leermeester", SECRET, clock));
    }

    /// A clock that stands still until a test sets it.
    public static final class SetClock implements InstantSource {
        private volatile Instant now;

        public SetClock(Instant now) {
            this.now = now;
        }

        public void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /// The result, or the failure that `future` ended with, thrown as it is.
    public static <T> T get(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
