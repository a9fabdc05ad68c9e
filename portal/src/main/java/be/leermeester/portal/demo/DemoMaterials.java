package be.leermeester.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TrueTypeFont;

/// The sixty materials of the demo as the files that they would be in the world.
final class DemoMaterials {

    static final int COUNT = 60;

    private DemoMaterials() {}

    /// Writes the rows into the tables and the files into `materials/` of the folder.
    static void write(DemoWorld world, Path folder) throws IOException {
        List<MaterialText> materials = IntStream.rangeClosed(1, COUNT)
                .mapToObj(n ->
                        MaterialText.parse(DemoResource.text(String.format(Locale.ROOT, "materials/MAT-%03d.md", n))))
                .toList();
        materials.forEach(material -> row(world, material));
        Path files = Files.createDirectories(folder.resolve("materials"));
        LocalDate made = world.today().minusMonths(6);
        Map<Boolean, List<MaterialText>> halves =
                materials.stream().collect(Collectors.partitioningBy(DemoMaterials::isPdf));
        halves.values().parallelStream().forEach(half -> files(files, half, made));
    }

    private static boolean isPdf(MaterialText material) {
        return material.get("format").equals("pdf");
    }

    /// The PDFs share one font, which only one thread may use; the other files take about as long.
    private static void files(Path folder, List<MaterialText> materials, LocalDate made) {
        try (TrueTypeFont font = MaterialPdf.font()) {
            for (MaterialText material : materials) {
                Files.write(folder.resolve(material.fileName()), bytes(material, made, font));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(MaterialText material, LocalDate made, TrueTypeFont font) throws IOException {
        return switch (material.get("format")) {
            case "pdf" -> MaterialPdf.write(material, made, font);
            case "docx" -> MaterialDocx.write(material, made);
            case "pptx" -> MaterialPptx.write(material, made);
            case "odt" -> MaterialOdt.write(material, made);
            case "html" -> html(material).getBytes(StandardCharsets.UTF_8);
            case "md" -> material.markdown().getBytes(StandardCharsets.UTF_8);
            case "txt" -> plain(material).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(material.get("format"));
        };
    }

    private static String html(MaterialText material) {
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <title>%s</title>
            <meta name="author" content="%s">
            </head>
            <body>
            %s</body>
            </html>
            """.formatted(
                        material.get("language"),
                        MaterialOdt.escaped(material.title()),
                        MaterialOdt.escaped(material.get("author")),
                        material.html());
    }

    private static String plain(MaterialText material) {
        return material.blocks().stream().map(MaterialText.Block::line).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static void row(DemoWorld world, MaterialText material) {
        world.tables()
                .add(
                        DemoFile.MATERIALS,
                        material.get("id"),
                        material.title(),
                        material.get("description"),
                        material.get("language"),
                        material.get("kind"),
                        material.get("audience"),
                        material.get("level"),
                        material.get("programme_codes"),
                        material.get("partnership_code"),
                        material.get("keywords"),
                        material.get("licence"),
                        material.get("author"),
                        material.get("version"),
                        world.today().plusMonths(Long.parseLong(material.get("review_months"))),
                        material.get("visibility"),
                        "materials/" + material.fileName(),
                        "");
    }
}
