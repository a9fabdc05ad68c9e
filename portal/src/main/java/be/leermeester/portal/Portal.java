package be.leermeester.portal;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Job;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import be.leermeester.portal.background.Calls;
import be.leermeester.portal.background.Deliveries;
import be.leermeester.portal.background.JobRunner;
import be.leermeester.portal.clock.Clocks;
import be.leermeester.portal.clock.TimeMachine;
import be.leermeester.portal.mail.MailFate;
import be.leermeester.portal.mail.Outlet;
import be.leermeester.portal.mail.SendMail;
import be.leermeester.portal.reminder.ReminderFeatures;
import be.leermeester.portal.server.LiveEvents;
import be.leermeester.portal.server.Replies;
import be.leermeester.portal.server.Server;
import be.leermeester.portal.server.SiteRoutes;
import be.leermeester.portal.server.VirtualThreads;
import be.leermeester.portal.server.Visits;
import be.leermeester.portal.signin.SignedInVisitors;
import be.leermeester.search.SearchFeature;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running portal: connected, mounted, listening.
public final class Portal {

    /// Where the portal finds what stands around it.
    ///
    /// @param issuer the sign-in provider's address
    /// @param encryptionKey base64 of 32 bytes
    public record Addresses(DatabaseAddress database, String issuer, String encryptionKey) {}

    private record Connections(PgConnectOptions options, Pool pool, SqlClient reads) {}

    /// What runs beside the requests.
    private record Beside(
            List<Runnable> stops, JobRunner jobs, SearchFeature search, Templates templates, Future<Void> whole) {}

    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);

    private final Connections connections;
    private final Server server;
    private final Calls calls;
    private final Beside beside;
    private final int port;

    private Portal(Connections connections, Server server, Calls calls, Beside beside, int port) {
        this.connections = connections;
        this.server = server;
        this.calls = calls;
        this.beside = beside;
        this.port = port;
    }

    /// Connects, mounts every feature and listens. The database must be migrated. Fails where the port is taken.
    public static Future<Portal> start(Vertx vertx, Settings settings, Addresses around, Time time) {
        Connections connections = connect(vertx, around.database());
        Db db = new Db(connections.reads(), connections.pool());
        Clocks clocks = Clocks.of(time, settings.demo());
        List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
        int width = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        return clocks.set(db)
                .compose(_ -> VirtualThreads.start(vertx, width))
                .compose(threads -> vertx.executeBlocking(
                        () -> Tools.of(vertx, settings, around, db, clocks, threads, () -> subscribers)))
                .compose(tools -> start(Objects.requireNonNull(tools), around, connections, subscribers));
    }

    private static Future<Portal> start(
            Tools tools, Addresses around, Connections connections, List<Subscriber> subscribers) {
        LiveEvents live = new LiveEvents(tools.vertx());
        SearchFeature search = Features.search(tools);
        List<Feature> features = Features.of(tools, live, search, around.issuer());
        features.forEach(feature -> subscribers.addAll(feature.subscribers()));
        Deliveries deliveries = new Deliveries(tools.vertx(), tools.db(), tools.time(), tools.threads(), subscribers);
        JobRunner jobs = new JobRunner(tools.vertx(), tools.db(), tools.time(), tools.threads(), jobsOf(features));
        SendMail mail =
                new SendMail(tools.vertx(), tools.db(), tools.time(), tools.threads(), outlet(tools), fate(tools));
        Promise<Void> whole = Promise.promise();
        TimeMachine machine = timeMachine(tools, jobs, mail);
        Beside beside = new Beside(
                List.of(machine::stop, deliveries::stop, jobs::stop, mail::stop),
                jobs,
                search,
                tools.templates(),
                whole.future());
        Settings settings = tools.settings();
        Server server = new Server(
                parts(tools), settings.publicUrl(), originOf(around.issuer()), uploadsIn(settings), features);
        return Calls.listen(tools.vertx(), connections.options(), live, tools.sessions(), deliveries)
                .compose(calls -> server.listen(settings.httpHost(), settings.httpPort())
                        .map(port -> new Portal(connections, server, calls, beside, port)))
                .onSuccess(_ -> {
                    deliveries.start();
                    jobs.start();
                    mail.start();
                    if (tools.clocks().demo()) {
                        machine.start();
                    }
                    search.start()
                            .onFailure(failure -> LOG.error("Searching does not start", failure))
                            .onComplete(whole);
                });
    }

    /// For a command that needs no server; closing Vert.x closes it.
    static Db database(Vertx vertx, DatabaseAddress address) {
        Connections connections = connect(vertx, address);
        return new Db(connections.reads(), connections.pool());
    }

    private static Connections connect(Vertx vertx, DatabaseAddress database) {
        PgConnectOptions options = PgConnectOptions.fromUri(database.uri())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                // By default only texts under 2,048 characters are kept; planning a page's query anew costs 20 times
                // what running it does.
                .setPreparedStatementCacheSqlLimit(Integer.MAX_VALUE)
                .setPipeliningLimit(64);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(12).setShared(true).setName("writes"))
                .connectingTo(options)
                .using(vertx)
                .build();
        SqlClient reads = PgBuilder.client()
                .with(new PoolOptions().setMaxSize(4).setShared(true).setName("reads"))
                .connectingTo(options)
                .using(vertx)
                .build();
        return new Connections(options, pool, reads);
    }

    private static Server.Parts parts(Tools tools) {
        return new Server.Parts(
                tools.vertx(),
                new Visits(tools.messages(), tools.time()),
                new Replies(tools.templates(), version(), tools.settings().demo(), tools.clocks()::setDay),
                new SignedInVisitors(tools.db(), tools.sessions(), tools.oidc(), tools.time(), tools::lookUpHash),
                tools.assets(),
                tools.threads(),
                tools.time(),
                tools.ids());
    }

    /// Builds the search index of this data folder anew, without a server.
    static Future<Void> reindex(Vertx vertx, Settings settings, DatabaseAddress database) {
        Connections connections = connect(vertx, database);
        SearchFeature search = new SearchFeature(
                vertx,
                new Db(connections.reads(), connections.pool()),
                new FolderFileStore(Path.of(settings.files())),
                Features.indexIn(settings));
        return search.start()
                .compose(_ -> search.reindex())
                .eventually(search::close)
                .eventually(connections.pool()::close)
                .eventually(connections.reads()::close);
    }

    /// Completes when searches find everything that the database holds.
    public Future<Void> whole() {
        return beside.whole();
    }

    /// Makes ready what the first visitor would wait for; blocks.
    void warm() {
        beside.templates().warm();
    }

    /// Does the work of the nights up to today now, instead of within a minute; false where it is under way already.
    public Future<Boolean> catchUp() {
        return beside.jobs().lookNow();
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
        beside.stops().forEach(Runnable::run);
        return beside.search()
                .close()
                .eventually(calls::close)
                .eventually(connections.pool()::close)
                .eventually(connections.reads()::close);
    }

    /// The version of this build.
    public static String version() {
        String version = Portal.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    private static List<Job> jobsOf(List<Feature> features) {
        return features.stream().flatMap(feature -> feature.jobs().stream()).toList();
    }

    private static TimeMachine timeMachine(Tools tools, JobRunner jobs, SendMail mail) {
        return new TimeMachine(
                tools.vertx(),
                tools.db(),
                tools.clocks().moved(),
                tools.threads(),
                () -> jobs.lookNow().onComplete(_ -> mail.wake()));
    }

    private static MailFate fate(Tools tools) {
        return new MailFate(tools.outbox(), ReminderFeatures.conditions());
    }

    private static Outlet outlet(Tools tools) {
        String smtpUrl = tools.settings().smtpUrl();
        return smtpUrl == null
                ? Outlet.mailbox()
                : Outlet.smtp(tools.vertx(), smtpUrl, tools.settings().publicUrl());
    }

    private static String uploadsIn(Settings settings) {
        return settings.dataDir().resolve("uploads").toString();
    }

    private static String originOf(String issuer) {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
