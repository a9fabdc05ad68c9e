package be.leermeester.portal;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.MentorsApi;
import be.leermeester.portal.background.Calls;
import be.leermeester.portal.background.Deliveries;
import be.leermeester.portal.oidc.OidcClient;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.server.Assets;
import be.leermeester.portal.server.HealthPages;
import be.leermeester.portal.server.LiveEvents;
import be.leermeester.portal.server.Replies;
import be.leermeester.portal.server.Server;
import be.leermeester.portal.server.SiteRoutes;
import be.leermeester.portal.server.VirtualThreads;
import be.leermeester.portal.server.Visits;
import be.leermeester.portal.signin.Sessions;
import be.leermeester.portal.signin.SignInPages;
import be.leermeester.portal.signin.StartPages;
import be.leermeester.portal.signin.TokenIdentities;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The portal put together: the one place where every part gets what it needs.
public final class Portal {

    /// Where the portal finds what stands around it.
    ///
    /// @param issuer the sign-in provider's address
    /// @param encryptionKey base64 of 32 bytes
    public record Addresses(DatabaseAddress database, String issuer, String encryptionKey) {}

    private final Server server;
    private final Calls calls;
    private final Deliveries deliveries;
    private final Pool pool;
    private final SqlClient reads;
    private final int port;

    private Portal(Server server, Calls calls, Deliveries deliveries, Pool pool, SqlClient reads, int port) {
        this.server = server;
        this.calls = calls;
        this.deliveries = deliveries;
        this.pool = pool;
        this.reads = reads;
        this.port = port;
    }

    /// Connects, mounts every feature and listens. The database must be migrated. Fails where the port is taken.
    public static Future<Portal> start(Vertx vertx, Settings settings, Addresses around, Time time) {
        return VirtualThreads.start(vertx, Math.max(4, 2 * Runtime.getRuntime().availableProcessors()))
                .compose(threads -> start(vertx, settings, around, time, threads));
    }

    private static Future<Portal> start(
            Vertx vertx, Settings settings, Addresses around, Time time, VirtualThreads threads) {
        PgConnectOptions connect = PgConnectOptions.fromUri(around.database().uri())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setPipeliningLimit(64);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(12).setShared(true).setName("writes"))
                .connectingTo(connect)
                .using(vertx)
                .build();
        SqlClient reads = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(4).setShared(true).setName("reads"))
                .connectingTo(connect)
                .using(vertx)
                .build();
        Db db = new Db(reads, pool);
        Ids ids = new Ids(time);
        Messages messages = Messages.load();
        Assets assets = Assets.load();
        Sessions sessions = new Sessions(db, time, ids);
        OidcClient oidc = new OidcClient(
                vertx,
                OidcClient.Config.of(
                        around.issuer(), settings.oidcClientId(), settings.oidcClientSecret(), time.source()));
        NationalNumberVault vault = NationalNumberVault.of(around.encryptionKey());
        Function<String, byte @Nullable []> lookUpHash =
                written -> NationalNumber.parse(written).map(vault::hash).orElse(null);
        LiveEvents live = new LiveEvents(vertx);

        List<Feature> features = new ArrayList<>();
        features.add(new StartPages());
        features.add(new SignInPages(db, sessions, oidc, settings.publicUrl(), lookUpHash));
        features.add(live);
        features.add(new HealthPages(db));
        features.add(new MentorsApi(db));

        List<Subscriber> subscribers = features.stream()
                .flatMap(feature -> feature.subscribers().stream())
                .toList();
        new Outbox(time, ids, subscribers);
        Deliveries deliveries = new Deliveries(vertx, db, time, threads, subscribers);
        Server server = new Server(
                new Server.Parts(
                        vertx,
                        new Visits(messages, time),
                        new Replies(new Templates(messages, assets.versions()), version(), settings.demo()),
                        sessions,
                        new TokenIdentities(db, oidc, time, lookUpHash),
                        assets,
                        threads,
                        time,
                        ids),
                settings.publicUrl(),
                originOf(around.issuer()),
                settings.dataDir().resolve("uploads").toString(),
                features);
        return Calls.listen(vertx, connect, live, sessions, deliveries)
                .compose(calls -> server.listen(settings.httpHost(), settings.httpPort())
                        .map(port -> new Portal(server, calls, deliveries, pool, reads, port)))
                .onSuccess(_ -> deliveries.start());
    }

    /// Where it listens.
    public int port() {
        return port;
    }

    /// The access table.
    public List<SiteRoutes.Entry> routes() {
        return server.routes();
    }

    /// Ends what runs beside the requests and lets go of the database; closing Vert.x ends the rest.
    public Future<Void> close() {
        deliveries.stop();
        return calls.close().eventually(pool::close).eventually(reads::close);
    }

    /// The version of this build.
    public static String version() {
        String version = Portal.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private static String originOf(String issuer) {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
