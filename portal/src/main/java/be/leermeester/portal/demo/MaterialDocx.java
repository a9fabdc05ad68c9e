package be.leermeester.portal.demo;

import be.leermeester.portal.demo.MaterialText.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// A Word document with real heading styles.
final class MaterialDocx {

    private MaterialDocx() {}

    static byte[] write(MaterialText material, LocalDate made) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            style(document, "Heading1", "heading 1", 0, 36);
            style(document, "Heading2", "heading 2", 1, 28);
            var about = document.getProperties().getCoreProperties();
            about.setTitle(material.title());
            about.setCreator(material.get("author"));
            about.setDescription(material.get("description"));
            about.setKeywords(material.get("keywords"));
            about.setCreated(Optional.of(Date.from(made.atStartOfDay().toInstant(ZoneOffset.UTC))));
            for (Block block : material.blocks()) {
                add(document, block);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return SettledZip.of(out.toByteArray());
        }
    }

    private static void add(XWPFDocument document, Block block) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(120);
        switch (block.kind()) {
            case TITLE -> paragraph.setStyle("Heading1");
            case HEADING -> paragraph.setStyle("Heading2");
            case BULLET, NUMBER -> paragraph.setIndentationLeft(360);
            case PARAGRAPH -> {}
        }
        paragraph.createRun().setText(block.line());
    }

    /// Size in half points.
    private static void style(XWPFDocument document, String id, String name, int level, int size) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(size));
        document.createStyles().addStyle(new XWPFStyle(style));
    }
}
