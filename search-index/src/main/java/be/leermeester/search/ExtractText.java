package be.leermeester.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads the text of a file, whatever its kind and however hostile: the kind is sniffed from the content, files inside
/// the file are left alone, and bytes, characters, pages and time are bounded. Never throws; blocks.
final class ExtractText {

    /// @param bytes of the largest file looked into
    record Limits(long bytes, int characters, int pages, Duration time) {
        static final Limits USUAL = new Limits(200L << 20, 5_000_000, 5_000, Duration.ofMinutes(2));
    }

    private static final MediaType MARKDOWN = MediaType.parse("text/x-web-markdown");

    private final AutoDetectParser parser = new AutoDetectParser();
    private final Limits limits;

    ExtractText(Limits limits) {
        this.limits = limits;
    }

    /// @param name the name that the file had, a hint at its kind
    Extraction from(Path file, @Nullable String name) {
        PassageCollector collector = new PassageCollector(limits);
        FutureTask<Extraction> reading = new FutureTask<>(() -> read(file, name, collector));
        Thread thread = Thread.ofPlatform().daemon().name("extract-text").start(reading);
        try {
            return reading.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Extraction(collector.stop(), Extraction.Problem.TOO_SLOW);
        } catch (ExecutionException broken) {
            return new Extraction(List.of(), Extraction.Problem.BROKEN);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Extraction(List.of(), Extraction.Problem.TOO_SLOW);
        } finally {
            thread.interrupt();
        }
    }

    private Extraction read(Path file, @Nullable String name, PassageCollector collector) {
        Extraction.Problem problem = parse(file, name, collector);
        List<Passage> passages = collector.passages();
        return new Extraction(passages, problem == null && passages.isEmpty() ? Extraction.Problem.NO_TEXT : problem);
    }

    /// Errors as well: a hostile file can make a parser overflow the stack or ask for all memory, and that is the
    /// file's problem, not the portal's.
    private Extraction.@Nullable Problem parse(Path file, @Nullable String name, PassageCollector collector) {
        try {
            if (Files.size(file) > limits.bytes()) {
                return Extraction.Problem.CUT_SHORT;
            }
            Metadata metadata = new Metadata();
            if (name != null) {
                metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
            }
            try (TikaInputStream stream = TikaInputStream.get(file)) {
                if (MARKDOWN.equals(parser.getDetector().detect(stream, metadata))) {
                    markdown(file, collector);
                } else {
                    parser.parse(stream, collector, metadata, context());
                }
            }
            return null;
        } catch (EncryptedDocumentException locked) {
            return Extraction.Problem.ENCRYPTED;
        } catch (ZeroByteFileException empty) {
            return Extraction.Problem.NO_TEXT;
        } catch (IOException
                | SAXException
                | TikaException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError failure) {
            return problemOf(failure, collector);
        }
    }

    private static Extraction.Problem problemOf(Throwable failure, PassageCollector collector) {
        if (collector.isFull()) {
            return Extraction.Problem.CUT_SHORT;
        }
        String message = failure.getMessage()
                + (failure.getCause() == null ? "" : failure.getCause().getMessage());
        return message.toLowerCase(Locale.ROOT).contains("zip bomb")
                ? Extraction.Problem.BOMB
                : Extraction.Problem.BROKEN;
    }

    private static void markdown(Path file, ContentHandler handler) throws IOException, SAXException, TikaException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String body = text.replaceFirst("(?s)\\A---\\R.*?\\R---\\R", "");
        String html = HtmlRenderer.builder()
                .escapeHtml(true)
                .build()
                .render(Parser.builder().build().parse(body));
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, "text/html; charset=UTF-8");
        try (TikaInputStream stream = TikaInputStream.get(html.getBytes(StandardCharsets.UTF_8))) {
            new JSoupParser().parse(stream, handler, metadata, new ParseContext());
        }
    }

    private static ParseContext context() {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractBookmarksText(false);
        OfficeParserConfig office = new OfficeParserConfig();
        office.setIncludeSlideMasterContent(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        return context;
    }

    /// Leaves files inside the file alone.
    private static final class Nothing implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // Nothing, as shouldParseEmbedded says.
        }
    }
}
