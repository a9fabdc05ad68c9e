package be.leermeester.portal.demo;

import be.leermeester.portal.demo.MaterialText.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An OpenDocument text: three small XML files, the type first and uncompressed (OpenDocument 1.3, part 2, 3.3).
final class MaterialOdt {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String NAMES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3\"""";

    private MaterialOdt() {}

    static byte[] write(MaterialText material, LocalDate made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            stored(zip, "mimetype", TYPE);
            entry(zip, "META-INF/manifest.xml", manifest());
            entry(zip, "meta.xml", meta(material, made));
            entry(zip, "content.xml", content(material));
        }
        return SettledZip.of(out.toByteArray());
    }

    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String manifest() {
        return """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """.formatted(TYPE);
    }

    private static String meta(MaterialText material, LocalDate made) {
        return """
            <office:document-meta %s><office:meta><dc:title>%s</dc:title><dc:creator>%s</dc:creator>\
            <dc:language>%s</dc:language><meta:creation-date>%sT00:00:00</meta:creation-date></office:meta></office:document-meta>
            """.formatted(
                NAMES, escaped(material.title()), escaped(material.get("author")), material.get("language"), made);
    }

    private static String content(MaterialText material) {
        StringBuilder text = new StringBuilder();
        for (Block block : material.blocks()) {
            text.append(
                    switch (block.kind()) {
                        case TITLE -> heading(1, block);
                        case HEADING -> heading(2, block);
                        case PARAGRAPH, BULLET, NUMBER -> "<text:p>" + escaped(block.line()) + "</text:p>\n";
                    });
        }
        return """
            <office:document-content %s><office:body><office:text>
            %s</office:text></office:body></office:document-content>
            """.formatted(NAMES, text);
    }

    private static String heading(int level, Block block) {
        return "<text:h text:outline-level=\"" + level + "\">" + escaped(block.text()) + "</text:h>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
