package be.leermeester.portal.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's programs, carried in a jar and unpacked once.
final class PostgresBinaries {

    /// A folder where unpacked programs are shared; otherwise they are in the data folder, or for tests in a
    /// folder of the user's own among the temporary files.
    private static final String CACHE = "leermeester.pg.cache";

    private static final String PREFIX = "pg-bin-";

    private PostgresBinaries() {}

    /// Several JVMs may do this at once: who is first wins, and all get a whole folder.
    static Path unpacked(DataFolder folder, boolean durable) throws IOException, EmbeddedPostgresException {
        URL archive = archive();
        String name = PREFIX + contentName(archive);
        @Nullable String cache = System.getProperty(CACHE);
        boolean own = cache == null && durable;
        Path parent = own ? folder.path() : shared(cache);
        Path home = parent.resolve(name);
        if (!Files.isDirectory(home)) {
            if (own) {
                // An older version's, or left by an interrupted unpacking: nobody else unpacks here.
                FileTrees.deleteAll(parent, PREFIX + "*");
            }
            unpack(archive, parent, home, own);
        }
        return home;
    }

    private static Path shared(@Nullable String cache) throws IOException, EmbeddedPostgresException {
        Path folder = cache == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "leermeester-pg-" + System.getProperty("user.name"))
                : Path.of(cache);
        Files.createDirectories(folder);
        if (!Files.isWritable(folder) || !Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            // Programs that someone else put there would run as us.
            throw new EmbeddedPostgresException("The folder " + folder + " belongs to someone else; remove it or set -D"
                    + CACHE + " to another folder.");
        }
        return folder.toRealPath();
    }

    private static void unpack(URL archive, Path parent, Path home, boolean durable) throws IOException {
        Path temporary = Files.createTempDirectory(parent, PREFIX + "new-");
        try {
            try (ArchiveUnpacking unpacking = new ArchiveUnpacking(temporary, durable);
                    InputStream in = archive.openStream()) {
                unpacking.unpack(in);
            }
            rename(temporary, home);
        } finally {
            FileTrees.delete(temporary);
        }
    }

    private static void rename(Path temporary, Path home) throws IOException {
        try {
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static URL archive() throws EmbeddedPostgresException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine =
                System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64") ? "arm_64" : "x86_64";
        String name = "postgres-" + system + "-" + machine + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new EmbeddedPostgresException("This build carries no PostgreSQL for this computer (" + name
                    + "); build it here, or set DATABASE_URL.");
        }
        return archive;
    }

    /// The archive says nowhere which version it is; its checksum changes with it and costs nothing to read.
    private static String contentName(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        try (CheckedInputStream in = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(in.getChecksum().getValue());
        }
    }
}
