package be.leermeester.portal;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import be.leermeester.portal.clock.Clocks;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.oidc.OidcClient;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.server.Assets;
import be.leermeester.portal.server.VirtualThreads;
import be.leermeester.portal.signin.Sessions;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.FileApplication;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What features are made with; put together once, in [Portal].
record Tools(
        Vertx vertx,
        Settings settings,
        DatabaseAddress database,
        Db db,
        Time time,
        Ids ids,
        Messages messages,
        Assets assets,
        Templates templates,
        FileStore files,
        Outbox outbox,
        NationalNumberVault vault,
        OidcClient oidc,
        Sessions sessions,
        VirtualThreads threads,
        Clocks clocks) {

    /// Reads words, pages and styles from the class path: run it where blocking is allowed.
    static Tools of(
            Vertx vertx,
            Settings settings,
            Portal.Addresses around,
            Db db,
            Clocks clocks,
            VirtualThreads threads,
            Supplier<List<Subscriber>> subscribers) {
        Time time = clocks.time();
        Ids ids = new Ids(time);
        Messages messages = Messages.load();
        Assets assets = Assets.load();
        return new Tools(
                vertx,
                settings,
                around.database(),
                db,
                time,
                ids,
                messages,
                assets,
                new Templates(messages, assets.versions()),
                new FolderFileStore(Path.of(settings.files())),
                new Outbox(time, ids, subscribers),
                NationalNumberVault.of(around.encryptionKey()),
                new OidcClient(
                        vertx,
                        OidcClient.Config.of(
                                around.issuer(),
                                settings.oidcClientId(),
                                settings.oidcClientSecret(),
                                clocks.real().source())),
                new Sessions(db, clocks.real(), ids),
                threads,
                clocks);
    }

    Post post() {
        return new Post(templates, time, ids, settings.publicUrl());
    }

    ChangeStatus changeStatus() {
        return new ChangeStatus(outbox, time);
    }

    FileApplication fileApplication() {
        return new FileApplication(changeStatus(), time);
    }

    /// The keyed hash under which a person is found by national number; null for what is not one.
    byte @Nullable [] lookUpHash(String written) {
        return NationalNumber.parse(written).map(vault::hash).orElse(null);
    }
}
