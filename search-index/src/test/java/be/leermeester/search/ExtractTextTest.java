package be.leermeester.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractTextTest {

    private static final ExtractText EXTRACT = new ExtractText(ExtractText.Limits.USUAL);

    @TempDir
    Path folder;

    @Test
    void a_pdf_is_read_page_by_page() throws IOException {
        try (PDDocument pdf = pdf("Veilig lassen", "Nazorg")) {
            pdf.save(folder.resolve("a").toFile());
        }

        assertThat(EXTRACT.from(folder.resolve("a"), null).passages())
                .containsExactly(new Passage(0, 1, "Veilig lassen"), new Passage(1, 2, "Nazorg"));
    }

    @Test
    void slides_are_pages() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(folder.resolve("a"))) {
            for (String text : new String[] {"Onthaal op de werkplek", "Feedback geven"}) {
                XSLFSlide slide = show.createSlide();
                slide.createTextBox().setText(text);
            }
            show.write(out);
        }

        Extraction extraction = EXTRACT.from(folder.resolve("a"), "dia's.pptx");

        assertThat(extraction.problem()).isNull();
        assertThat(extraction.passages()).extracting(Passage::page).containsExactly(1, 2);
        assertThat(extraction.passages().get(1).text()).contains("Feedback geven");
    }

    @Test
    void sheets_are_pages() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("a"))) {
            for (String name : new String[] {"Planning", "Evaluatie"}) {
                book.createSheet(name).createRow(0).createCell(0).setCellValue("Week van de " + name);
            }
            book.write(out);
        }

        Extraction extraction = EXTRACT.from(folder.resolve("a"), "opvolging.xlsx");

        assertThat(extraction.problem()).isNull();
        assertThat(extraction.passages()).extracting(Passage::page).containsExactly(1, 2);
        assertThat(extraction.passages().get(1).text()).contains("Evaluatie", "Week van de Evaluatie");
    }

    @Test
    void a_word_document_falls_into_stretches_without_pages() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(folder.resolve("a"))) {
            for (int i = 0; i < 40; i++) {
                document.createParagraph().createRun().setText("Woord ".repeat(20) + i);
            }
            document.write(out);
        }

        Extraction extraction = EXTRACT.from(folder.resolve("a"), "plan.docx");

        assertThat(extraction.passages()).hasSizeBetween(4, 6).allMatch(passage -> passage.page() == null);
        assertThat(extraction.passages()).allMatch(passage -> passage.text().split(" ").length <= 260);
    }

    @Test
    void an_open_document_is_read() throws IOException {
        zip("a", "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:h>Kabelboom</text:h><text:p>Zo legt u een kabelboom aan.</text:p>
                </office:text></office:body></office:document-content>
                """);

        assertThat(EXTRACT.from(folder.resolve("a"), "x.odt")
                        .passages()
                        .getFirst()
                        .text())
                .isEqualTo("Kabelboom\nZo legt u een kabelboom aan.");
    }

    @Test
    void a_web_page_gives_what_is_read_of_it() throws IOException {
        write(
                "a",
                "<!DOCTYPE html><html><head><title>T</title><script>x()</script></head>"
                        + "<body><h1>Wet</h1><p>De on&shy;derneming</p></body></html>");

        assertThat(EXTRACT.from(folder.resolve("a"), null).passages().getFirst().text())
                .isEqualTo("Wet\nDe onderneming");
    }

    @Test
    void markdown_loses_its_marks_and_front_matter() throws IOException {
        write("a", "---\nid: MAT-1\n---\n# Stappen\n\n- **Eerst** dit\n- dan <b>dat</b>\n");

        assertThat(EXTRACT.from(folder.resolve("a"), "stappen.md")
                        .passages()
                        .getFirst()
                        .text())
                .isEqualTo("Stappen\nEerst dit\ndan <b>dat</b>");
    }

    @Test
    void a_stretch_begins_at_a_heading_where_one_is_near() throws IOException {
        write("a", "# Een\n\n" + "woord ".repeat(80) + "\n\n# Twee\n\n" + "ander ".repeat(80));

        assertThat(EXTRACT.from(folder.resolve("a"), "a.md").passages())
                .extracting(passage -> passage.text().substring(0, 4))
                .containsExactly("Een\n", "Twee");
    }

    @Test
    void a_word_broken_at_the_end_of_a_line_is_whole_again() throws IOException {
        write("a", "De mentor-\nopleiding en\u0000 meer.");

        assertThat(EXTRACT.from(folder.resolve("a"), "a.txt")
                        .passages()
                        .getFirst()
                        .text())
                .isEqualTo("De mentoropleiding en meer.");
    }

    @Test
    void a_locked_pdf_says_so() throws IOException {
        try (PDDocument pdf = pdf("Geheim")) {
            pdf.protect(new StandardProtectionPolicy("eigenaar", "lezer", new AccessPermission()));
            pdf.save(folder.resolve("a").toFile());
        }

        assertThat(EXTRACT.from(folder.resolve("a"), null))
                .isEqualTo(new Extraction(java.util.List.of(), Extraction.Problem.ENCRYPTED));
    }

    @Test
    void a_broken_file_says_so() throws IOException {
        write("a", "%PDF-1.7\nniets hiervan klopt");

        assertThat(EXTRACT.from(folder.resolve("a"), "a.pdf").problem()).isEqualTo(Extraction.Problem.BROKEN);
    }

    @Test
    void a_file_without_words_says_so() throws IOException {
        write("a", "");

        assertThat(EXTRACT.from(folder.resolve("a"), "a.txt").problem()).isEqualTo(Extraction.Problem.NO_TEXT);
    }

    @Test
    void a_missing_file_is_a_broken_one() {
        assertThat(EXTRACT.from(folder.resolve("gone"), "a.txt").problem()).isEqualTo(Extraction.Problem.BROKEN);
    }

    @Test
    void nothing_outside_the_file_is_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "topgeheim");
        zip("a", "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", """
                <!DOCTYPE x [<!ENTITY leak SYSTEM "%s">]>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:p>Voor &leak; na</text:p></office:text></office:body></office:document-content>
                """.formatted(secret.toUri()));

        assertThat(EXTRACT.from(folder.resolve("a"), "x.odt").passages())
                .noneMatch(passage -> passage.text().contains("topgeheim"));
    }

    @Test
    void a_zip_bomb_is_stopped() throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a")))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }

        assertThat(EXTRACT.from(folder.resolve("a"), "bom.docx").passages()).isEmpty();
        assertThat(EXTRACT.from(folder.resolve("a"), "bom.docx").problem()).isNotNull();
    }

    @Test
    void more_pages_or_characters_than_the_limit_leave_the_beginning() throws IOException {
        try (PDDocument pdf = pdf("Een", "Twee", "Drie")) {
            pdf.save(folder.resolve("a").toFile());
        }
        ExtractText twoPages = new ExtractText(new ExtractText.Limits(1 << 20, 1_000, 2, Duration.ofMinutes(1)));
        ExtractText fewCharacters = new ExtractText(new ExtractText.Limits(1 << 20, 6, 9, Duration.ofMinutes(1)));

        Extraction pages = twoPages.from(folder.resolve("a"), null);
        Extraction characters = fewCharacters.from(folder.resolve("a"), null);

        assertThat(pages.passages()).extracting(Passage::text).containsExactly("Een", "Twee");
        assertThat(pages.problem()).isEqualTo(Extraction.Problem.CUT_SHORT);
        assertThat(characters.problem()).isEqualTo(Extraction.Problem.CUT_SHORT);
    }

    @Test
    void a_file_that_takes_too_long_is_left() throws IOException {
        write("a", "<p>woord</p>".repeat(500_000));
        ExtractText hurried = new ExtractText(new ExtractText.Limits(1 << 30, 100_000_000, 9, Duration.ZERO));

        assertThat(hurried.from(folder.resolve("a"), "a.html").problem()).isEqualTo(Extraction.Problem.TOO_SLOW);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void zip(String name, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < entries.length; at += 2) {
                zip.putNextEntry(new ZipEntry(entries[at]));
                zip.write(entries[at + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static PDDocument pdf(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (String text : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(text);
                content.endText();
            }
        }
        return document;
    }
}
