package be.leermeester.portal.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// One of the demo's sixty materials: its description, and its text in blocks that every file format can hold.
record MaterialText(Map<String, String> front, String markdown, List<Block> blocks) {

    enum Kind {
        TITLE,
        HEADING,
        PARAGRAPH,
        BULLET,
        NUMBER
    }

    /// number counts the items of a numbered list from 1; 0 elsewhere.
    record Block(Kind kind, String text, int number) {
        /// As plain text, with its bullet or number.
        String line() {
            return switch (kind) {
                case BULLET -> "\u2022 " + text;
                case NUMBER -> number + ". " + text;
                case TITLE, HEADING, PARAGRAPH -> text;
            };
        }
    }

    /// A heading with all that stands under it; the first part is the title's.
    record Part(Block heading, List<Block> body) {}

    static MaterialText parse(String source) {
        int start = source.indexOf("---\n") + 4;
        int end = source.indexOf("\n---\n", start);
        Map<String, String> front = new HashMap<>();
        for (String line : source.substring(start, end).lines().toList()) {
            int colon = line.indexOf(':');
            front.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        String markdown = source.substring(end + 5).strip() + "\n";
        Blocks blocks = new Blocks();
        Parser.builder().build().parse(markdown).accept(blocks);
        return new MaterialText(front, markdown, List.copyOf(blocks.found));
    }

    /// A field of the front matter; empty where it is not filled in.
    String get(String key) {
        return front.getOrDefault(key, "");
    }

    String title() {
        return get("title");
    }

    String fileName() {
        return get("id") + "." + get("format");
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Block block : blocks) {
            boolean heading = block.kind() == Kind.TITLE || block.kind() == Kind.HEADING;
            if (heading || parts.isEmpty()) {
                parts.add(new Part(heading ? block : new Block(Kind.TITLE, title(), 0), new ArrayList<>()));
            }
            if (!heading) {
                parts.getLast().body().add(block);
            }
        }
        return parts;
    }

    String html() {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .build()
                .render(Parser.builder().build().parse(markdown));
    }

    private static final class Blocks extends AbstractVisitor {

        private final List<Block> found = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            found.add(new Block(heading.getLevel() == 1 ? Kind.TITLE : Kind.HEADING, words(heading), 0));
        }

        @Override
        public void visit(Paragraph paragraph) {
            found.add(new Block(Kind.PARAGRAPH, words(paragraph), 0));
        }

        @Override
        public void visit(BulletList list) {
            items(list, Kind.BULLET);
        }

        @Override
        public void visit(OrderedList list) {
            items(list, Kind.NUMBER);
        }

        private void items(Node list, Kind kind) {
            int number = 0;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem) {
                    number++;
                    found.add(new Block(kind, words(item), kind == Kind.NUMBER ? number : 0));
                }
            }
        }

        private static String words(Node node) {
            Words words = new Words();
            node.accept(words);
            return words.text.toString().strip();
        }
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            visitChildren(paragraph);
        }
    }
}
