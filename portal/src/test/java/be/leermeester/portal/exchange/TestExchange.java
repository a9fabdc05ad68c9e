package be.leermeester.portal.exchange;

import be.leermeester.kernel.FolderFileStore;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Time;
import be.leermeester.portal.DatabaseAddress;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.testing.TestDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Import and export on a test's database, with files in a folder of its own.
public record TestExchange(Exchange exchange, ImportFollowUp followUp) {

    public TestExchange(TestDatabase database, Path folder) {
        this(database, folder, ImportFollowUp.NOTHING);
    }

    public TestExchange(TestDatabase database, Path folder, ImportFollowUp followUp) {
        this(exchange(database, folder, new Time(InstantSource.system())), followUp);
    }

    public RunImport runImport() {
        return new RunImport(exchange, followUp, List.of());
    }

    public RunImport.Result importing(Path source) throws ImportFailed {
        return importing(source, false);
    }

    public RunImport.Result importing(Path source, boolean dryRun) throws ImportFailed {
        RunImport run = runImport();
        return run.run(
                source, run.options(String.valueOf(source.getFileName()), dryRun, null, "test"), (_, _, _, _) -> {});
    }

    private static Exchange exchange(TestDatabase database, Path folder, Time time) {
        return new Exchange(
                new DatabaseAddress(database.uri()),
                new NationalNumberVault(new byte[NationalNumberVault.KEY_BYTES]),
                new FolderFileStore(folder.resolve("files")),
                time,
                new Ids(time));
    }
}
