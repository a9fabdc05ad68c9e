package be.leermeester.portal.oidc.demo;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An OpenID provider for the demo mode: a page with one button per fictional person, and tokens for programs by the
/// password grant with any password. Listens on loopback only, and on no other address whatever the configuration.
public final class DemoProvider {

    private static final String HOST = "127.0.0.1";

    /// The portal as this provider knows it. Addresses must be equal character by character; one on loopback without a
    /// port is good on every port.
    ///
    /// @param returnAddresses where a sign-in may end
    /// @param logoutAddresses where a logout may end
    public record Client(String id, String secret, List<String> returnAddresses, List<String> logoutAddresses) {
        public Client {
            returnAddresses = List.copyOf(returnAddresses);
            logoutAddresses = List.copyOf(logoutAddresses);
        }

        /// Leaves the secret out: records end up in logs.
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /// How to run it.
    ///
    /// @param port 0 takes a free one
    /// @param keyFolder where the signing key is kept, made when missing
    /// @param nationalNumberClaim the claim that tells the national number, null to tell it to nobody
    public record Config(
            int port,
            Path keyFolder,
            Client client,
            List<DemoPerson> people,
            @Nullable String nationalNumberClaim,
            InstantSource clock) {
        public Config {
            people = List.copyOf(people);
        }
    }

    private final String issuer;
    private final HttpServer server;

    private DemoProvider(String issuer, HttpServer server) {
        this.issuer = issuer;
        this.server = server;
    }

    /// Fails with the socket's `BindException` when the port is taken, with an `IOException` when the key cannot be
    /// read or written.
    public static Future<DemoProvider> start(Vertx vertx, Config config) {
        Router router = Router.router(vertx);
        HttpServerOptions options =
                new HttpServerOptions().setHost(HOST).setPort(config.port()).setMaxInitialLineLength(16_384);
        return vertx.executeBlocking(() -> new Parts(SigningKey.in(config.keyFolder()), ProviderViews.load()))
                .compose(parts -> vertx.createHttpServer(options)
                        .requestHandler(router)
                        .listen()
                        .map(server -> new DemoProvider("http://" + HOST + ":" + server.actualPort(), server))
                        .onSuccess(provider -> provider.mount(router, config, requireNonNull(parts))));
    }

    private record Parts(SigningKey key, ProviderViews views) {}

    private void mount(Router router, Config config, Parts parts) {
        Tokens tokens = new Tokens(issuer, config, parts.key());
        Codes codes = new Codes(config.clock());
        new AuthorizePages(config, codes, parts.views()).mount(router);
        new TokenApi(config, codes, tokens).mount(router);
    }

    /// The address that the portal takes as `OIDC_ISSUER`.
    public String issuer() {
        return issuer;
    }

    /// Stops listening; tokens stay good for a later start with the same key folder and port.
    public Future<Void> close() {
        return server.close();
    }
}
