package be.leermeester.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.Tika;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMaterialsTest {

    @TempDir
    static Path folder;

    private static DemoFolder demo;

    @BeforeAll
    static void generate() {
        demo = DemoFolder.generated(folder, DemoFolder.TODAY, 7);
    }

    @Test
    void every_file_opens_and_holds_its_title_and_its_last_words() throws IOException, TikaException {
        Tika tika = new Tika();
        for (NamedCsvRecord row : demo.rows(DemoFile.MATERIALS)) {
            Path file = folder.resolve(row.getField("file"));
            String text = tika.parseToString(file).replaceAll("\\s+", " ");
            MaterialText source =
                    MaterialText.parse(DemoResource.text("materials/" + row.getField("material_id") + ".md"));
            assertThat(text)
                    .as(file.toString())
                    .contains(source.blocks().getFirst().text());
            String end = source.blocks().getLast().text();
            assertThat(text).as(file.toString()).contains(end.substring(end.length() - 25));
        }
    }

    @Test
    void every_file_is_what_its_name_says() throws IOException {
        Tika tika = new Tika();
        for (String name : demo.column(DemoFile.MATERIALS, "file")) {
            String expected = switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "pdf" -> "application/pdf";
                case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
                case "pptx" -> "application/vnd.openxmlformats-officedocument.presentationml.presentation";
                case "odt" -> "application/vnd.oasis.opendocument.text";
                case "html" -> "text/html";
                case "txt" -> "text/plain";
                default -> "text/x-web-markdown";
            };
            assertThat(tika.detect(folder.resolve(name))).as(name).isEqualTo(expected);
        }
    }

    @Test
    void office_files_and_pdfs_know_their_title_and_author() throws IOException {
        Tika tika = new Tika();
        for (NamedCsvRecord row : demo.rows(DemoFile.MATERIALS)) {
            Path file = folder.resolve(row.getField("file"));
            if (List.of("pdf", "docx", "pptx", "odt").contains(extension(file))) {
                Metadata about = new Metadata();
                tika.parse(Files.newInputStream(file), about).close();
                assertThat(about.get(TikaCoreProperties.TITLE)).isEqualTo(row.getField("title"));
                assertThat(about.get(TikaCoreProperties.CREATOR)).isEqualTo(row.getField("author"));
            }
        }
    }

    @Test
    void every_heading_begins_a_page_of_its_pdf() throws IOException {
        MaterialText source = MaterialText.parse(DemoResource.text("materials/MAT-001.md"));
        try (PDDocument pdf =
                Loader.loadPDF(folder.resolve("materials/MAT-001.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages())
                    .isGreaterThanOrEqualTo(source.parts().size());
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(pdf).strip())
                    .startsWith(source.parts().get(1).heading().text());
        }
    }

    @Test
    void their_programmes_and_partnerships_exist() {
        assertThat(demo.rows(DemoFile.MATERIALS)).hasSize(DemoMaterials.COUNT);
        assertThat(demo.values(DemoFile.PROGRAMMES, "programme_code"))
                .containsAll(demo.values(DemoFile.MATERIALS, "programme_codes").stream()
                        .flatMap(codes -> List.of(codes.split(";")).stream())
                        .toList());
        assertThat(demo.values(DemoFile.APPLICATIONS, "partnership_code"))
                .containsAll(demo.values(DemoFile.MATERIALS, "partnership_code"));
        assertThat(demo.column(DemoFile.MATERIALS, "review_by"))
                .anyMatch(day -> day.compareTo(DemoFolder.TODAY.toString()) < 0);
    }

    private static String extension(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
