package be.leermeester.portal.treatment;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// The order and the kinds of what stands on the pages of a PDF, for those who hear it.
final class LetterTags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final Map<Integer, PDParentTreeValue> parents = new HashMap<>();
    private final PDDocument document;
    private COSArray ofPage = new COSArray();
    private PDPage page = new PDPage();

    LetterTags(PDDocument document, String language, String title) {
        this.document = document;
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        root.appendKid(whole);
    }

    /// What is begun from now on stands on this page.
    void turn(PDPage next) {
        page = next;
        ofPage = new COSArray();
        int number = parents.size();
        next.setStructParents(number);
        parents.put(number, new PDParentTreeValue(ofPage));
    }

    /// @param type of [org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes]
    Element element(String type) {
        PDStructureElement element = new PDStructureElement(type, whole);
        whole.appendKid(element);
        return new Element(type, element);
    }

    final class Element {
        private final String type;
        private final PDStructureElement element;

        private Element(String type, PDStructureElement element) {
            this.type = type;
            this.element = element;
        }

        /// Whatever is written until the marked content ends belongs to it; again after a turn of the page.
        void begin(PDPageContentStream content) throws IOException {
            int number = ofPage.size();
            COSDictionary properties = new COSDictionary();
            properties.setInt(COSName.MCID, number);
            content.beginMarkedContent(COSName.getPDFName(type), PDPropertyList.create(properties));
            PDMarkedContentReference reference = new PDMarkedContentReference();
            reference.setMCID(number);
            reference.setPage(page);
            element.appendKid(reference);
            element.setPage(page);
            ofPage.add(element.getCOSObject());
        }
    }

    void close() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
