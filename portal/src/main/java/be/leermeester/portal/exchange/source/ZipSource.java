package be.leermeester.portal.exchange.source;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip, not unpacked. Its names and sizes are judged before anything is read, and reading an entry stops where it
/// turns out larger than it said. One folder around everything is looked through.
final class ZipSource implements Source {

    private static final int MAX_ENTRIES = 50_000;
    private static final long MAX_TOTAL = 2L << 30;

    /// Text of tables compresses to a tenth; a bomb to a thousandth. Small entries may be anything.
    private static final long MAX_RATIO = 200;

    private static final long RATIO_FROM = 16L << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    private ZipSource(ZipFile zip, Map<String, ZipEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static ZipSource of(Path path) throws UnusableSource, IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException notAZip) {
            throw new UnusableSource("import.failed.not-a-zip");
        }
        try {
            return new ZipSource(zip, withoutTopFolder(checked(zip)));
        } catch (UnusableSource unusable) {
            zip.close();
            throw unusable;
        }
    }

    @Override
    public List<String> topFiles() {
        return entries.keySet().stream()
                .filter(name -> !name.contains("/") && !name.startsWith("."))
                .toList();
    }

    @Override
    public boolean has(String path) {
        return entries.containsKey(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
        ZipEntry entry = entries.get(path);
        if (entry == null) {
            throw new FileNotFoundException(path);
        }
        return new AsLargeAsItSaid(zip.getInputStream(entry), entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Map<String, ZipEntry> checked(ZipFile zip) throws UnusableSource {
        if (zip.size() > MAX_ENTRIES) {
            throw new UnusableSource("import.failed.zip-entries", zip.size(), MAX_ENTRIES);
        }
        Map<String, ZipEntry> entries = new TreeMap<>();
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            checkName(entry.getName());
            checkRatio(entry);
            total += Math.max(0, entry.getSize());
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                entries.put(entry.getName(), entry);
            }
        }
        if (total > MAX_TOTAL) {
            throw new UnusableSource("import.failed.zip-total", total >> 20, MAX_TOTAL >> 20);
        }
        return entries;
    }

    private static void checkName(String name) throws UnusableSource {
        boolean leadsOut = List.of(name.split("/")).contains("..");
        if (leadsOut || name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*")) {
            throw new UnusableSource("import.failed.zip-name", name);
        }
    }

    private static void checkRatio(ZipEntry entry) throws UnusableSource {
        long size = entry.getSize();
        if (size > RATIO_FROM && size / Math.max(1, entry.getCompressedSize()) > MAX_RATIO) {
            throw new UnusableSource("import.failed.zip-ratio", entry.getName(), size >> 20);
        }
    }

    private static Map<String, ZipEntry> withoutTopFolder(Map<String, ZipEntry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        String first = entries.keySet().iterator().next();
        String folder = first.substring(0, first.indexOf('/') + 1);
        if (folder.isEmpty() || !entries.keySet().stream().allMatch(name -> name.startsWith(folder))) {
            return entries;
        }
        Map<String, ZipEntry> inner = new TreeMap<>();
        entries.forEach((name, entry) -> inner.put(name.substring(folder.length()), entry));
        return inner;
    }

    private static final class AsLargeAsItSaid extends FilterInputStream {
        private final String name;
        private long left;

        AsLargeAsItSaid(InputStream in, ZipEntry entry) {
            super(in);
            this.name = entry.getName();
            this.left = entry.getSize();
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : (int) counted(1, read);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            return read < 0 ? read : (int) counted(read, read);
        }

        private long counted(int read, int result) throws IOException {
            left -= read;
            if (left < 0) {
                throw new ZipException(name + " is larger than the zip says");
            }
            return result;
        }
    }
}
