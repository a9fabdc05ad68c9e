package be.leermeester.portal.treatment;

import be.leermeester.portal.mail.Letter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A letter on A4, tagged so that a screen reader reads it in order, with its typeface in it: Liberation Sans (OFL),
/// which comes with PDFBox. Blocks: not on an event loop.
final class LetterPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 72;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float SIZE = 11;

    /// @param sender and `place`: lines above the letter
    /// @param receiver lines of the address
    record Sheet(String language, String sender, String place, List<String> receiver, String greeting, Letter letter) {}

    private final PDDocument document;
    private final PDFont font;
    private final LetterTags tags;
    private PDPageContentStream content;
    private float y;

    private LetterPdf(PDDocument document, PDFont font, LetterTags tags) throws IOException {
        this.document = document;
        this.font = font;
        this.tags = tags;
        this.content = turned();
    }

    static byte[] of(Sheet sheet) {
        try (PDDocument document = new PDDocument();
                InputStream ttf = PDDocument.class.getResourceAsStream(FONT)) {
            if (ttf == null) {
                throw new IllegalStateException("PDFBox no longer brings " + FONT);
            }
            LetterTags tags =
                    new LetterTags(document, sheet.language(), sheet.letter().subject());
            LetterPdf pdf = new LetterPdf(document, PDType0Font.load(document, ttf, true), tags);
            pdf.write(sheet);
            pdf.content.close();
            tags.close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Sheet sheet) throws IOException {
        block(StandardStructureTypes.P, sheet.sender(), 14, 4);
        block(StandardStructureTypes.P, sheet.place(), SIZE, 28);
        for (String line : sheet.receiver()) {
            block(StandardStructureTypes.P, line, SIZE, 0);
        }
        y -= 28;
        block(StandardStructureTypes.H1, sheet.letter().subject(), 15, 14);
        block(StandardStructureTypes.P, sheet.greeting(), SIZE, 8);
        block(StandardStructureTypes.P, sheet.letter().opening(), SIZE, 8);
        for (String paragraph : sheet.letter().paragraphs()) {
            block(StandardStructureTypes.P, paragraph, SIZE, 8);
        }
        y -= 16;
        block(StandardStructureTypes.P, sheet.sender(), SIZE, 0);
    }

    private void block(String type, String text, float size, float after) throws IOException {
        LetterTags.Element element = tags.element(type);
        element.begin(content);
        for (String line : wrapped(text, size)) {
            if (y - size * 1.4f < MARGIN) {
                content.endMarkedContent();
                content.close();
                content = turned();
                element.begin(content);
            }
            y -= size * 1.4f;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(MARGIN, y);
            content.showText(line);
            content.endText();
        }
        content.endMarkedContent();
        y -= after;
    }

    private List<String> wrapped(String text, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String part : text.lines().toList()) {
            String line = "";
            for (String word : printable(part).split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > WIDTH) {
                    lines.add(line);
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(line);
        }
        return lines;
    }

    /// What the typeface has no sign for becomes a question mark: a letter must not fail on an emoji.
    private String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> kept.append(has(sign) ? Character.toString(sign) : "?"));
        return kept.toString();
    }

    private boolean has(int sign) {
        try {
            font.encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    private PDPageContentStream turned() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        tags.turn(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }
}
