package be.leermeester.portal;

import be.leermeester.kernel.Time;
import be.leermeester.portal.oidc.demo.DemoPerson;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// `serve`: brings everything up in order, says where to go, and takes it down again on Ctrl-C.
final class Serve {

    private Serve() {}

    /// Answers -1 once it serves; throws [Settings.Unusable] with one sentence where it cannot.
    static int run(Settings settings) {
        requireFree(settings.httpHost(), settings.httpPort());
        Time time = new Time(InstantSource.system());
        Surroundings around = Surroundings.start(settings);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try {
            Migrations.run(around.database().jdbc());
            if (settings.demo()) {
                DemoContents.fill(ExchangeCommands.exchange(settings, around, time), settings.dataDir());
            }
            String issuer = around.issuer(vertx, settings, DemoContents.people(), time);
            if (settings.oidcIssuer() == null) {
                DemoContents.introduce(around.database(), issuer);
            }
            Portal portal = Portal.start(
                            vertx,
                            settings,
                            new Portal.Addresses(around.database(), issuer, around.encryptionKey()),
                            time)
                    .await();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(portal, vertx, around), "leermeester-stop"));
            portal.warm();
            portal.whole().await();
            announce(settings, portal);
            return -1;
        } catch (RuntimeException failure) {
            vertx.close();
            around.close();
            if (Surroundings.isTaken(failure)) {
                throw busy(settings.httpPort());
            }
            throw failure;
        }
    }

    private static void announce(Settings settings, Portal portal) {
        Duration took =
                Duration.between(ProcessHandle.current().info().startInstant().orElseGet(Instant::now), Instant.now());
        System.out.printf(
                Locale.ROOT, "Leermeester %s is ready in %.1f s.%n", Portal.version(), took.toMillis() / 1000.0);
        System.out.println("  Go to      " + settings.publicUrl());
        if (settings.demo()) {
            System.out.println("  Sign in    with one button per demo person:");
            for (DemoPerson person : DemoContents.people()) {
                System.out.printf("             %-9s %s, %s%n", person.username(), person.name(), person.role());
            }
        }
        System.out.println("  Data in    " + settings.dataDir());
        System.out.println("  Stop with  Ctrl-C");
        if (portal.port() != settings.httpPort()) {
            System.out.println("  Port       " + portal.port());
        }
    }

    private static void stop(Portal portal, Vertx vertx, Surroundings around) {
        try {
            portal.close().await(15, TimeUnit.SECONDS);
            vertx.close().await(15, TimeUnit.SECONDS);
        } catch (Exception late) {
            System.err.println("Not everything stopped in time: " + late);
        }
        around.close();
        System.out.println("Leermeester has stopped.");
    }

    private static void requireFree(String host, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException taken) {
            throw busy(port);
        }
    }

    private static Settings.Unusable busy(int port) {
        return new Settings.Unusable(
                "Port " + port + " is in use by another program; stop that one or set HTTP_PORT to another port.");
    }
}
