package be.leermeester.portal.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// A4 pages: every heading begins a new one, so that a search result can name the page.
///
/// Liberation Sans (OFL) comes with PDFBox and is embedded; the standard fonts of PDF lack characters we write.
final class MaterialPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 64;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;

    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream page;
    private float y = TOP;

    private MaterialPdf(PDDocument document, PDFont font) throws IOException {
        this.document = document;
        this.font = font;
        this.page = open(document);
    }

    /// Not for two threads at once. The documents must be written before it is closed.
    static TrueTypeFont font() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox no longer brings " + FONT);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    static byte[] write(MaterialText material, LocalDate made, TrueTypeFont ttf) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) material.get("id").hashCode());
            describe(document, material, made);
            MaterialPdf pdf = new MaterialPdf(document, PDType0Font.load(document, ttf, true));
            pdf.blocks(material.blocks());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void describe(PDDocument document, MaterialText material, LocalDate made) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(material.title());
        about.setAuthor(material.get("author"));
        about.setSubject(material.get("description"));
        about.setKeywords(material.get("keywords"));
        GregorianCalendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(made.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        about.setCreationDate(day);
        about.setModificationDate(day);
        document.getDocumentCatalog().setLanguage(material.get("language"));
    }

    private void blocks(List<MaterialText.Block> blocks) throws IOException {
        for (MaterialText.Block block : blocks) {
            switch (block.kind()) {
                case TITLE -> write(block.text(), 22, 0, 18);
                case HEADING -> {
                    turn();
                    write(block.text(), 15, 0, 10);
                }
                case PARAGRAPH -> write(block.text(), 11, 0, 8);
                case BULLET, NUMBER -> write(block.line(), 11, 14, 4);
            }
        }
        page.close();
    }

    private void write(String text, float size, float indent, float after) throws IOException {
        for (String line : wrapped(text, size, WIDTH - indent)) {
            if (y - size * 1.4f < MARGIN) {
                turn();
            }
            y -= size * 1.4f;
            page.beginText();
            page.setFont(font, size);
            page.setRenderingMode(size > 12 ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            page.setLineWidth(0.4f);
            page.newLineAtOffset(MARGIN + indent, y);
            page.showText(line);
            page.endText();
        }
        y -= after;
    }

    private List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private void turn() throws IOException {
        page.close();
        page = open(document);
        y = TOP;
    }

    private static PDPageContentStream open(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }
}
