package be.leermeester.portal;

import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.portal.clock.Clocks;
import be.leermeester.portal.register.RegisterCommand;
import be.leermeester.portal.server.VirtualThreads;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// `import-kbo`: a set of the enterprise register, on the database of the settings.
final class KboCommand {

    /// Nobody signs in here.
    private static final String NO_ISSUER = "http://127.0.0.1:1";

    private KboCommand() {}

    static int run(Settings settings, List<String> arguments) {
        Vertx vertx = Vertx.vertx();
        try (Surroundings around = Surroundings.start(settings)) {
            Migrations.run(around.database().jdbc());
            String issuer = Objects.requireNonNullElse(settings.oidcIssuer(), NO_ISSUER);
            Portal.Addresses addresses = new Portal.Addresses(around.database(), issuer, around.encryptionKey());
            List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
            Tools tools = Tools.of(
                    vertx,
                    settings,
                    addresses,
                    Portal.database(vertx, around.database()),
                    Clocks.of(new Time(InstantSource.system()), false),
                    VirtualThreads.start(vertx, 2).await(),
                    () -> subscribers);
            DossierFeatures.of(tools).forEach(feature -> subscribers.addAll(feature.subscribers()));
            return new RegisterCommand(OwnWork.register(tools), tools.messages(), System.out, System.err)
                    .run(arguments);
        } finally {
            vertx.close().await();
        }
    }
}
