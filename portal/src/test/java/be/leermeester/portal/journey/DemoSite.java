package be.leermeester.portal.journey;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.DemoContents;
import be.leermeester.portal.Portal;
import be.leermeester.portal.Settings;
import be.leermeester.portal.exchange.Exchange;
import be.leermeester.portal.oidc.demo.DemoProvider;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import com.microsoft.playwright.Page;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The demo as `./run` gives it: the portal with its data and its own sign-in provider, at a fixed moment.
public final class DemoSite implements AutoCloseable {

    private final TestDatabase database;
    private final Vertx vertx;
    private final Portal portal;
    private final String address;
    private final String issuer;

    private DemoSite(TestDatabase database, Vertx vertx, Portal portal, String address, String issuer) {
        this.database = database;
        this.vertx = vertx;
        this.portal = portal;
        this.address = address;
        this.issuer = issuer;
    }

    public static DemoSite open() {
        return open(TestPortal.NOW);
    }

    public static DemoSite open(Instant now) {
        Time time = new Time(InstantSource.fixed(now));
        TestDatabase database = TestDatabase.migrated();
        Vertx vertx = Vertx.vertx();
        try {
            Path folder = Files.createTempDirectory("leermeester-demo-");
            int port = freePort();
            String address = "http://localhost:" + port;
            Settings settings =
                    Settings.read(Map.of("HTTP_PORT", port + "", "DATA_DIR", folder.toString(), "PUBLIC_URL", address));
            DatabaseAddress where = new DatabaseAddress(database.uri());
            Exchange exchange = new Exchange(
                    where,
                    NationalNumberVault.of(TestPortal.KEY),
                    new FolderFileStore(Path.of(settings.files())),
                    time,
                    new Ids(time));
            DemoContents.fill(exchange, folder);
            String issuer = provider(vertx, settings, folder, time);
            Portal portal = Portal.start(vertx, settings, new Portal.Addresses(where, issuer, TestPortal.KEY), time)
                    .await(60, TimeUnit.SECONDS);
            portal.whole().await(120, TimeUnit.SECONDS);
            return new DemoSite(database, vertx, portal, address, issuer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    private static String provider(Vertx vertx, Settings settings, Path folder, Time time) throws TimeoutException {
        DemoProvider.Client client = new DemoProvider.Client(
                settings.oidcClientId(),
                settings.oidcClientSecret(),
                List.of(settings.publicUrl() + "/sign-in/return"),
                List.of(settings.publicUrl() + "/"));
        return DemoProvider.start(
                        vertx, new DemoProvider.Config(0, folder, client, DemoContents.people(), "rrn", time.source()))
                .await(30, TimeUnit.SECONDS)
                .issuer();
    }

    public String address() {
        return address;
    }

    public String issuer() {
        return issuer;
    }

    public TestDatabase database() {
        return database;
    }

    /// Signs in as a person does: to the provider and back through the person's own button.
    void signIn(Page page, String username) {
        page.navigate(address + "/sign-in");
        page.locator("button[value='" + username + "']").click();
        page.waitForURL(address + "/**");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            portal.close().await(30, TimeUnit.SECONDS);
            vertx.close().await(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
        database.close();
    }
}
