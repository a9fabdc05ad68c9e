package be.leermeester.portal.exchange.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/// A first look at a file, byte by byte: is it UTF-8, are its lines of a sane length, how many are there? It costs
/// little and finds what would stop the import before anything is begun.
public final class Survey {

    /// Longer than any record with every field at its bound; a file without line ends stops here.
    static final int MAX_LINE = 8 << 20;

    private final String file;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long line = 1;
    private long inLine;

    private Survey(String file) {
        this.file = file;
    }

    /// The number of lines; [UnusableSource] names the file and the line that cannot be read.
    public static long lines(Source source, String file) throws UnusableSource, IOException {
        try (InputStream in = source.open(file)) {
            return lines(file, in);
        } catch (ZipException damaged) {
            throw new UnusableSource("import.failed.zip-damaged", file);
        }
    }

    static long lines(String file, InputStream in) throws UnusableSource, IOException {
        return new Survey(file).read(in);
    }

    private long read(InputStream in) throws UnusableSource, IOException {
        boolean more = true;
        while (more) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            more = read >= 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            decode(!more);
            bytes.compact();
        }
        return inLine == 0 ? line - 1 : line;
    }

    private void decode(boolean last) throws UnusableSource {
        int from = bytes.position();
        chars.clear();
        CoderResult result = utf8.decode(bytes, chars, last);
        count(from, bytes.position());
        if (result.isError()) {
            throw new UnusableSource("import.failed.encoding", file, line);
        }
    }

    private void count(int from, int to) throws UnusableSource {
        byte[] array = bytes.array();
        for (int i = from; i < to; i++) {
            if (array[i] == '\n') {
                line++;
                inLine = 0;
            } else {
                inLine++;
            }
        }
        if (inLine > MAX_LINE) {
            throw new UnusableSource("import.failed.line-length", file, line, MAX_LINE >> 20);
        }
    }
}
