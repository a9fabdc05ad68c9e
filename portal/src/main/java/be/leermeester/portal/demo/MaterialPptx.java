package be.leermeester.portal.demo;

import be.leermeester.portal.demo.MaterialText.Block;
import be.leermeester.portal.demo.MaterialText.Kind;
import be.leermeester.portal.demo.MaterialText.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/// Slides: one per heading, and a further one where the text would not fit.
final class MaterialPptx {

    /// Characters that a slide takes at its font size.
    private static final int ROOM = 620;

    private MaterialPptx() {}

    static byte[] write(MaterialText material, LocalDate made) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            var about = show.getProperties().getCoreProperties();
            about.setTitle(material.title());
            about.setCreator(material.get("author"));
            about.setDescription(material.get("description"));
            about.setCreated(Optional.of(Date.from(made.atStartOfDay().toInstant(ZoneOffset.UTC))));
            for (Part part : material.parts()) {
                slides(show, part);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return SettledZip.of(out.toByteArray());
        }
    }

    private static void slides(XMLSlideShow show, Part part) {
        XSLFTextShape body = slide(show, part.heading());
        int written = 0;
        for (Block block : part.body()) {
            if (written > 0 && written + block.text().length() > ROOM) {
                body = slide(show, part.heading());
                written = 0;
            }
            written += block.text().length();
            XSLFTextParagraph paragraph = body.addNewTextParagraph();
            paragraph.setBullet(block.kind() == Kind.BULLET);
            var run = paragraph.addNewTextRun();
            run.setText(block.kind() == Kind.NUMBER ? block.line() : block.text());
            run.setFontSize(18d);
        }
    }

    private static XSLFTextShape slide(XMLSlideShow show, Block heading) {
        XSLFSlide slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT));
        List<XSLFTextShape> holders = List.of(slide.getPlaceholders());
        holders.getFirst().clearText();
        var title = holders.getFirst().addNewTextParagraph().addNewTextRun();
        title.setText(heading.text());
        title.setFontSize(heading.text().length() > 40 ? 28d : 34d);
        XSLFTextShape body = holders.get(1);
        body.clearText();
        return body;
    }
}
