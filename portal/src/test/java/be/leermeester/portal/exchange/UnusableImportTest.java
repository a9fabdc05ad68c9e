package be.leermeester.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong as a whole is told in one sentence, and nothing of it is imported.
class UnusableImportTest {

    private TestDatabase database;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_file_in_another_encoding_is_told_with_its_line() throws Exception {
        ExchangeFolder exchange = ExchangeFolder.in(folder);
        Files.write(
                folder.resolve("training_providers.csv"),
                "provider_code,name\nP0001,Geel\nP0002,Café\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(sentence(exchange.path()))
                .isEqualTo(
                        "Bestand training_providers.csv is niet in UTF-8: regel 3 kan niet gelezen worden. Bewaar het"
                                + " als CSV UTF-8.");
    }

    @Test
    void malformed_quotes_are_told_with_the_line_on_which_the_row_starts() throws Exception {
        assertThat(sentence(ExchangeFolder.in(folder)
                        .with("mentor_trainings.csv", "person_id,partnership_code,status,on\nM000001,\"auto\"x,a,b\n")
                        .path()))
                .contains("mentor_trainings.csv", "regel 2");
    }

    @Test
    void a_quote_that_never_ends_is_told() throws Exception {
        assertThat(sentence(ExchangeFolder.in(folder)
                        .adding("companies.csv", "0900001137,\"Zonder einde,112,5,", "0900004897,Volgende,112,5,")
                        .path()))
                .contains("companies.csv", "regel 3");
    }

    @Test
    void a_quote_inside_a_field_that_is_not_quoted_is_told() throws Exception {
        assertThat(sentence(ExchangeFolder.in(folder)
                        .adding("companies.csv", "0900001137,Garage \"De Ster\",112,5,")
                        .path()))
                .contains("companies.csv", "regel 3");
    }

    @Test
    void a_file_that_lacks_its_key_is_told() throws Exception {
        assertThat(sentence(ExchangeFolder.in(folder)
                        .with("roles.csv", "person,role\n")
                        .path()))
                .isEqualTo("Bestand roles.csv mist kolom person_id.");
    }

    @Test
    void an_empty_folder_is_told() throws Exception {
        assertThat(sentence(ExchangeFolder.empty(folder).with("readme.txt", "?").path()))
                .isEqualTo("Hier staat geen enkel bestand van het uitwisselformaat in.");
    }

    @Test
    void a_source_that_is_not_there_or_no_zip_is_told() throws Exception {
        assertThat(sentence(folder.resolve("nergens"))).contains("bestaat niet");
        assertThat(sentence(Files.writeString(folder.resolve("x.zip"), "geen zip")))
                .contains("geen zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "..\\evil.csv"})
    void a_zip_whose_names_lead_out_of_it_is_refused(String name) throws Exception {
        Path zip = zip(out -> {
            out.putNextEntry(new ZipEntry("companies.csv"));
            out.write("enterprise_number\n0442239628\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(name));
        });
        assertThat(sentence(zip)).contains("een naam die naar buiten leidt").contains(name);
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() throws Exception {
        Path zip = zip(out -> {
            out.putNextEntry(new ZipEntry("companies.csv"));
            out.write("enterprise_number,name\n".getBytes(StandardCharsets.UTF_8));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(nothing);
            }
        });
        assertThat(Files.size(zip)).isLessThan(100_000);
        assertThat(sentence(zip)).contains("companies.csv").contains("Dat vertrouwen we niet");
    }

    @Test
    void a_good_file_before_a_bad_one_leaves_nothing_behind() throws Exception {
        String sentence = sentence(ExchangeFolder.in(folder)
                .adding("mentor_applications.csv", "A000001,\"M\"x,")
                .path());
        assertThat(sentence).contains("mentor_applications.csv");
        try (Connection connection =
                        new TestExchange(database, folder).exchange().connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM portal.company) + (SELECT count(*) FROM kernel.person),
                               (SELECT string_agg(state, ',') FROM portal.import_run)
                        """)) {
            row.next();
            assertThat(row.getLong(1)).isZero();
            assertThat(row.getString(2)).isEqualTo("FAILED");
        }
    }

    @Test
    void a_throw_in_what_follows_undoes_the_import() throws Exception {
        ExchangeFolder exchange = ExchangeFolder.in(folder);
        TestExchange broken = new TestExchange(database, folder.resolve("store"), (_, _) -> {
            throw new IllegalStateException("broken on purpose");
        });
        assertThatThrownBy(() -> broken.importing(exchange.path())).hasMessage("broken on purpose");
        TestExchange whole = new TestExchange(database, folder.resolve("store"));
        assertThat(whole.importing(exchange.path()).outcome().files())
                .allSatisfy(file -> assertThat(file.taken()).isEqualTo(file.read()));
    }

    @Test
    void two_at_a_time_are_refused() throws Exception {
        ExchangeFolder exchange = ExchangeFolder.in(folder);
        TestExchange second = new TestExchange(database, folder.resolve("store"));
        String[] heard = new String[1];
        TestExchange first = new TestExchange(
                database, folder.resolve("store"), (_, _) -> heard[0] = sentence(second, exchange.path()));
        first.importing(exchange.path());
        assertThat(heard[0]).startsWith("Er loopt al een import.");
    }

    private String sentence(Path source) throws Exception {
        return sentence(new TestExchange(database, folder.resolve("store")), source);
    }

    private static String sentence(TestExchange exchange, Path source) {
        ImportFailed failure = catchThrowableOfType(ImportFailed.class, () -> exchange.importing(source));
        return Messages.load()
                .say(Messages.DUTCH, failure.key(), failure.arguments().toArray());
    }

    private interface Content {
        void write(ZipOutputStream out) throws IOException;
    }

    private Path zip(Content content) throws IOException {
        Path zip = folder.resolve("source.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            content.write(out);
        }
        return zip;
    }
}
