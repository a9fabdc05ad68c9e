package be.leermeester.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.exchange.ImportFailed;
import be.leermeester.portal.exchange.RunImport;
import be.leermeester.portal.exchange.TestExchange;
import be.leermeester.portal.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoImportTest {

    @TempDir
    Path folder;

    @Test
    void all_of_the_demo_is_taken_and_a_second_time_changes_nothing() throws ImportFailed {
        DemoFolder demo = DemoFolder.generated(folder.resolve("demo"), DemoFolder.TODAY, GenerateDemo.SEED);
        try (TestDatabase database = TestDatabase.migrated()) {
            TestExchange exchange = new TestExchange(database, folder);
            RunImport.Result first = exchange.importing(demo.path());
            assertThat(first.outcome().rejects()).isEmpty();
            assertThat(first.outcome().unknownColumns()).isEmpty();
            assertThat(first.outcome().files()).allMatch(file -> file.read() == file.taken());
            assertThat(first.outcome().files()).hasSize(DemoFile.values().length);
            RunImport.Result second = exchange.importing(demo.path());
            assertThat(second.outcome().rejects()).isEmpty();
            assertThat(second.outcome().files()).allMatch(file -> file.taken() == 0);
        }
    }
}
