package be.leermeester.portal.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, carried in a jar and unpacked once.
final class PostgresBinaries {

    /// A folder where unpacked programs are shared; otherwise they are in the data folder, or for tests in a
    /// folder of the user's own among the temporary files.
    private static final String CACHE = "leermeester.pg.cache";

    private static final String PREFIX = "pg-bin-";
    private static final int ANYONE_RUNS = 0111;

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
            unpack(archive, parent, home);
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

    private static void unpack(URL archive, Path parent, Path home) throws IOException {
        Path temporary = Files.createTempDirectory(parent, PREFIX + "new-");
        try {
            try (InputStream in = archive.openStream();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, temporary.resolve(entry.getName()).normalize());
                }
            }
            letAnyoneRun(temporary);
            FileTrees.syncAll(temporary);
            rename(temporary, home);
        } finally {
            FileTrees.delete(temporary);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        // What compiling against PostgreSQL needs, running it does not.
        if (entry.getName().endsWith(".a") || entry.isDirectory()) {
            return;
        }
        Path parent = target.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean runs = (entry.getMode() & ANYONE_RUNS) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /// Whatever the umask says: as root it is another user who runs them.
    private static void letAnyoneRun(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.filter(path -> Files.isDirectory(path)).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
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
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return Long.toHexString(in.getChecksum().getValue());
        }
    }
}
