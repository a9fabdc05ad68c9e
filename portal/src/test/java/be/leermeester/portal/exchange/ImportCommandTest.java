package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestDatabase database;
    private TestExchange exchange;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        exchange = new TestExchange(database, folder.resolve("store"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_clean_folder_answers_0_with_a_line_per_file_and_an_empty_list_of_rejects() throws Exception {
        Path rejects = folder.resolve("rejects.csv");
        int code = run(ExchangeFolder.in(folder.resolve("in")).path() + "", "--rejects", rejects + "");
        assertThat(code).isEqualTo(ImportCommand.ALL_TAKEN);
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("companies\\.csv +1 +1 +0 +0");
        assertThat(rejects).hasContent("file,line,column,value,reason");
    }

    @Test
    void rejected_rows_answer_1_and_stand_in_the_file_also_after_a_dry_run() throws Exception {
        Path rejects = folder.resolve("out.csv");
        Path source = ExchangeFolder.in(folder.resolve("in"))
                .adding("companies.csv", "0442239629,Fout,112,12,")
                .path();
        assertThat(run("--dry-run", source + "", "--as-of", "2021-09-02", "--rejects", rejects + ""))
                .isEqualTo(ImportCommand.SOME_REJECTED);
        assertThat(Files.readString(rejects)).isEqualTo("""
                file,line,column,value,reason
                companies.csv,3,enterprise_number,0442239629,De controlecijfers van dit nummer kloppen niet.
                """);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2021-09-02", "out.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--dry-run", "a b", "a --force", "a --as-of", "a --as-of gisteren", "a --rejects", "--as-of"
            })
    void what_it_does_not_understand_answers_2_with_the_usage(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(ImportCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--dry-run");
    }

    @Test
    void a_source_that_cannot_be_used_answers_2_and_writes_no_list_of_rejects() {
        Path rejects = folder.resolve("rejects.csv");
        assertThat(run(folder.resolve("nergens") + "", "--rejects", rejects + ""))
                .isEqualTo(ImportCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nergens");
        assertThat(rejects).doesNotExist();
    }

    @Test
    void export_writes_the_folder_or_says_how_to_ask() throws Exception {
        run(ExchangeFolder.in(folder.resolve("in")).path() + "", "--rejects", folder.resolve("r.csv") + "");
        ExportCommand export = new ExportCommand(
                new ExportFolder(exchange.exchange()), Messages.load(), new PrintStream(out), new PrintStream(err));
        assertThat(export.run(List.of())).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(export.run(List.of(folder.resolve("uit") + ""))).isZero();
        assertThat(folder.resolve("uit").resolve("companies.csv"))
                .hasContent("enterprise_number,name,joint_committee,employees,ceased_on\n0442239628,Garage"
                        + " Peeters,112,12,");
    }

    private int run(String... arguments) {
        return new ImportCommand(
                        exchange.runImport(),
                        Messages.load(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
