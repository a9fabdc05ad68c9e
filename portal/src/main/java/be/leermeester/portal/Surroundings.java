package be.leermeester.portal;

import be.leermeester.kernel.Time;
import be.leermeester.portal.embedded.EmbeddedPostgres;
import be.leermeester.portal.embedded.EmbeddedPostgresException;
import be.leermeester.portal.oidc.demo.DemoPerson;
import be.leermeester.portal.oidc.demo.DemoProvider;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What stands around the portal: database, sign-in provider, encryption key. What the settings do not name is started
/// here, inside this process, for a demo; with everything named nothing is.
public final class Surroundings implements AutoCloseable {

    private final @Nullable EmbeddedPostgres postgres;
    private final DatabaseAddress database;
    private final String encryptionKey;
    private @Nullable DemoProvider provider;

    private Surroundings(@Nullable EmbeddedPostgres postgres, DatabaseAddress database, String encryptionKey) {
        this.postgres = postgres;
        this.database = database;
        this.encryptionKey = encryptionKey;
    }

    /// Brings up the database and finds the key; blocks. Throws [Settings.Unusable] where that cannot be.
    public static Surroundings start(Settings settings) {
        try {
            Files.createDirectories(settings.dataDir());
            String key = settings.encryptionKey() == null
                    ? keyIn(settings.dataDir().resolve("encryption.key"))
                    : settings.encryptionKey();
            if (settings.databaseUrl() != null) {
                return new Surroundings(null, new DatabaseAddress(settings.databaseUrl()), key);
            }
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(settings.dataDir(), EmbeddedPostgres.Options.durable("leermeester"));
            return new Surroundings(postgres, new DatabaseAddress(postgres.uri("leermeester")), key);
        } catch (EmbeddedPostgresException unusable) {
            throw new Settings.Unusable(
                    Objects.requireNonNullElse(unusable.getMessage(), "PostgreSQL does not start."));
        } catch (IOException unusable) {
            throw new Settings.Unusable("The data folder " + settings.dataDir() + " cannot be used: " + unusable);
        }
    }

    /// Starts the sign-in provider of the demo where none is named; answers the issuer.
    public String issuer(Vertx vertx, Settings settings, List<DemoPerson> people, Time time) {
        if (settings.oidcIssuer() != null) {
            return settings.oidcIssuer();
        }
        int beside = settings.httpPort() == 0 ? 0 : settings.httpPort() + 1;
        provider = providerAt(beside, vertx, settings, people, time);
        return provider.issuer();
    }

    private static DemoProvider providerAt(
            int port, Vertx vertx, Settings settings, List<DemoPerson> people, Time time) {
        URI own = settings.publicUrl();
        DemoProvider.Client client = new DemoProvider.Client(
                settings.oidcClientId(),
                settings.oidcClientSecret(),
                List.of(own + "/sign-in/return"),
                List.of(own + "/"));
        try {
            return DemoProvider.start(
                            vertx,
                            new DemoProvider.Config(port, settings.dataDir(), client, people, "rrn", time.source()))
                    .await();
        } catch (RuntimeException failure) {
            if (port != 0 && isTaken(failure)) {
                return providerAt(0, vertx, settings, people, time);
            }
            throw failure;
        }
    }

    static boolean isTaken(@Nullable Throwable failure) {
        return failure instanceof BindException || (failure != null && isTaken(failure.getCause()));
    }

    public DatabaseAddress database() {
        return database;
    }

    public String encryptionKey() {
        return encryptionKey;
    }

    /// Stops what was started here.
    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static String keyIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path aside = Files.createTempFile(
                    file.getParent(),
                    "key",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(aside, Base64.getEncoder().encodeToString(key));
            Files.move(aside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
