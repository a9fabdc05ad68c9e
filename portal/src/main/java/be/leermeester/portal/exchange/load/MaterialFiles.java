package be.leermeester.portal.exchange.load;

import be.leermeester.kernel.FileStore;
import be.leermeester.portal.exchange.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of materials on their way into the store. What a failed import left there harms nobody: files lie under
/// the hash of their content.
final class MaterialFiles {

    /// @param mediaType by the name only; whoever reads the file looks closer
    record Kept(String hash, long size, String mediaType) {}

    private final Source source;
    private final @Nullable FileStore store;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /// @param store null in a dry run, in which nothing is stored
    MaterialFiles(Source source, @Nullable FileStore store) {
        this.source = source;
        this.store = store;
    }

    /// The hash and the file's name, with a space between.
    String keep(String path) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Path aside = Files.createTempFile("leermeester-import-", ".part");
        try (InputStream in = source.open(path)) {
            String hash = copy(in, aside);
            if (store != null) {
                store.keep(aside);
            }
            String type = URLConnection.guessContentTypeFromName(name);
            kept.put(hash, new Kept(hash, Files.size(aside), type == null ? "application/octet-stream" : type));
            return hash + " " + name;
        } finally {
            Files.delete(aside);
        }
    }

    Iterable<Kept> kept() {
        return kept.values();
    }

    private static String copy(InputStream in, Path aside) throws IOException {
        try (OutputStream out = Files.newOutputStream(aside)) {
            DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(out);
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
