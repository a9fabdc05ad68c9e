package be.leermeester.portal;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import be.leermeester.portal.exchange.Exchange;
import be.leermeester.portal.exchange.ExportCommand;
import be.leermeester.portal.exchange.ExportFolder;
import be.leermeester.portal.exchange.ImportCommand;
import be.leermeester.portal.exchange.ImportFollowUp;
import be.leermeester.portal.exchange.RunImport;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.search.SearchFeature;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The commands that move data in and out, on the database of the settings: the embedded one where none is named.
final class ExchangeCommands {

    // Above this many, working everything out anew is quicker than person by person.
    private static final int MANY = 5_000;

    private ExchangeCommands() {}

    static int importing(Settings settings, List<String> arguments) {
        try (Surroundings around = Surroundings.start(settings)) {
            Migrations.run(around.database().jdbc());
            Exchange exchange = exchange(settings, around, new Time(InstantSource.system()));
            return new ImportCommand(importer(exchange), Messages.load(), System.out, System.err).run(arguments);
        }
    }

    static int exporting(Settings settings, List<String> arguments) {
        try (Surroundings around = Surroundings.start(settings)) {
            Migrations.run(around.database().jdbc());
            ExportFolder export = new ExportFolder(exchange(settings, around, new Time(InstantSource.system())));
            return new ExportCommand(export, Messages.load(), System.out, System.err).run(arguments);
        }
    }

    /// Builds this machine's search index anew from the database.
    static int reindexing(Settings settings) {
        Time time = new Time(InstantSource.system());
        Vertx vertx = Vertx.vertx();
        try (Surroundings around = Surroundings.start(settings)) {
            Migrations.run(around.database().jdbc());
            Portal.reindex(vertx, settings, around.database()).await();
            System.out.printf("The search index was built anew by %s.%n", time.now());
            return 0;
        } finally {
            vertx.close().await();
        }
    }

    static RunImport importer(Exchange exchange) {
        return new RunImport(exchange, followUp(), List.of(SearchFeature.SUBSCRIBER));
    }

    /// What the features do with what was imported.
    static ImportFollowUp followUp() {
        return (connection, loaded) -> {
            if (loaded.persons().size() > MANY) {
                DeriveObligations.all(connection);
            } else if (!loaded.persons().isEmpty()) {
                DeriveObligations.of(connection, loaded.persons());
            }
        };
    }

    static Exchange exchange(Settings settings, Surroundings around, Time time) {
        return new Exchange(
                around.database(),
                NationalNumberVault.of(around.encryptionKey()),
                new FolderFileStore(Path.of(settings.files())),
                time,
                new Ids(time));
    }
}
