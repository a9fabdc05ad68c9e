package be.leermeester.portal.evidence;

import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A picture of what was handed in, drawn anew: what somebody else made is itself never shown in a page.
final class Picture {

    /// Pixels of the longest side.
    private static final int SIDE = 1_000;

    private static final long MOST_PIXELS = 120_000_000;

    private Picture() {}

    /// Whether it is a picture of a size that can be drawn; reads its head only.
    static boolean readable(Path file) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            reader.setInput(stream, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            return pixels > 0 && pixels <= MOST_PIXELS;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /// As JPEG, the first page of a PDF; empty where it cannot be drawn. Blocks.
    static Buffer of(Path file, EvidenceFile.Type type) {
        try {
            BufferedImage image = type == EvidenceFile.Type.PDF ? firstPage(file) : photo(file);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", written);
            return Buffer.buffer(written.toByteArray());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError undrawable) {
            return Buffer.buffer();
        }
    }

    private static BufferedImage firstPage(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDPage page = document.getPage(0);
            float longest =
                    Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(0, Math.min(3, SIDE / Math.max(1, longest)), ImageType.RGB);
        }
    }

    private static BufferedImage photo(Path file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            reader.setInput(stream, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            ImageReadParam some = reader.getDefaultReadParam();
            int step = Math.max(1, longest / (2 * SIDE));
            some.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(0, some);
            reader.dispose();
            return upright(scaled(read), Orientation.of(file));
        }
    }

    private static BufferedImage scaled(BufferedImage read) {
        double factor = Math.min(1, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) (read.getWidth() * factor));
        int height = Math.max(1, (int) (read.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return small;
    }

    /// Phones write down how they were held instead of turning the picture.
    private static BufferedImage upright(BufferedImage image, int quarterTurns) {
        if (quarterTurns == 0) {
            return image;
        }
        boolean across = quarterTurns % 2 == 1;
        BufferedImage turned = new BufferedImage(
                across ? image.getHeight() : image.getWidth(),
                across ? image.getWidth() : image.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        graphics.rotate(quarterTurns * Math.PI / 2);
        graphics.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
        graphics.dispose();
        return turned;
    }
}
