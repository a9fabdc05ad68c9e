package be.leermeester.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns the markup that parsers make of a file into passages. Pages of a PDF, slides and sheets are `div`s with a
/// class of their own; everything else has paragraphs and headings. Stops the parser, by throwing, when it has enough.
final class PassageCollector extends DefaultHandler {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "tr",
            "td",
            "th",
            "pre",
            "br",
            "ul",
            "ol",
            "table",
            "blockquote",
            "section",
            "article",
            "dt",
            "dd");
    private static final Set<String> PAGES = Set.of("page", "slide-content", "sheet");

    private final ExtractText.Limits limits;
    private final PassageBuilder builder = new PassageBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private int characters;
    private int pages;
    private boolean inHead;
    private boolean full;
    private volatile boolean stopped;

    PassageCollector(ExtractText.Limits limits) {
        this.limits = limits;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        String name = localName.toLowerCase(Locale.ROOT);
        String style = attributes.getValue("class");
        if (name.equals("head")) {
            inHead = true;
        } else if (name.equals("div") && style != null && PAGES.contains(style)) {
            endParagraph();
            if (pages == limits.pages()) {
                fill();
            }
            builder.page(++pages);
        } else if (isHeading(name)) {
            endParagraph();
            builder.heading();
        } else if (BLOCKS.contains(name)) {
            endParagraph();
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (name.equals("head")) {
            inHead = false;
        } else if (isHeading(name) || BLOCKS.contains(name)) {
            endParagraph();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new SAXException("stopped");
        }
        if (inHead) {
            return;
        }
        int taken = Math.min(length, limits.characters() - characters);
        paragraph.append(text, start, taken);
        characters += taken;
        if (taken < length) {
            fill();
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    /// Whether a limit ended it.
    boolean isFull() {
        return full;
    }

    /// All passages; ends the last.
    List<Passage> passages() {
        endParagraph();
        return builder.passages();
    }

    /// Ends it from another thread; answers the passages that were whole by then.
    List<Passage> stop() {
        stopped = true;
        return builder.whole();
    }

    private void fill() throws SAXException {
        full = true;
        throw new SAXException("enough");
    }

    private void endParagraph() {
        builder.paragraph(paragraph.toString());
        paragraph.setLength(0);
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }
}
