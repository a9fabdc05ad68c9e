package be.leermeester.portal.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final TableFile TABLE = new TableFile(
            "Dossiers: Bouw/Hout",
            List.of("Filter: van Bouw", "Gemaakt op 2 september 2021"),
            List.of(new TableFile.Column("Naam", "De onderneming"), new TableFile.Column("Sinds")),
            List.of(
                    Arrays.asList("Bakkerij \"De Koren\", Gent", LocalDate.of(2021, 9, 2)),
                    Arrays.asList(new BigDecimal("1E+3"), Instant.parse("2021-07-01T10:00:00Z")),
                    Arrays.asList(null, true)));

    @Test
    @DisplayName("D5: the CSV says what was asked and when")
    void csv_says_what_was_asked_above_the_table() {
        assertThat(TABLE.write(TableFile.Format.CSV).toString(StandardCharsets.UTF_8))
                .isEqualTo("""
                #Filter: van Bouw\r
                #Gemaakt op 2 september 2021\r
                Naam,Sinds\r
                "Bakkerij ""De Koren"", Gent",2021-09-02\r
                1000,2021-07-01T12:00:00+02:00\r
                ,true\r
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+32 9", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    @DisplayName("D5: formulas are neutralised")
    void what_begins_like_a_formula_stays_text(String text) {
        TableFile table = new TableFile("T", List.of(), List.of(new TableFile.Column("A")), List.of(List.of(text)));

        assertThat(table.write(TableFile.Format.CSV).toString(StandardCharsets.UTF_8))
                .contains("'" + text);
    }

    @Test
    void a_negative_number_is_a_number() {
        TableFile table = new TableFile("T", List.of(), List.of(new TableFile.Column("A")), List.of(List.of(-2)));

        assertThat(table.write(TableFile.Format.CSV).toString(StandardCharsets.UTF_8))
                .isEqualTo("A\r\n-2\r\n");
    }

    @Test
    void xlsx_holds_the_table_its_question_and_the_meaning_of_its_columns() throws IOException {
        Reply.Download file = TABLE.download("dossiers", TableFile.Format.XLSX);

        assertThat(file.name()).isEqualTo("dossiers.xlsx");
        String parts = parts(file.body().getBytes());
        assertThat(parts)
                .contains("Dossiers  Bouw Hout", "Filter: van Bouw", "Bakkerij &quot;De Koren&quot;, Gent")
                .contains("De onderneming");
    }

    @Test
    void xlsx_keeps_a_formula_as_text() throws IOException {
        TableFile table =
                new TableFile("T", List.of(), List.of(new TableFile.Column("A")), List.of(List.of("=HYPERLINK(1)")));

        assertThat(parts(table.write(TableFile.Format.XLSX).getBytes()))
                .contains("=HYPERLINK(1)")
                .doesNotContain("<f>");
    }

    private static String parts(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("table", ".xlsx");
        Files.write(file, bytes);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return all.toString();
    }
}
