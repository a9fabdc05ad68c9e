package be.leermeester.portal.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data folder while this JVM holds it: `lock`, `pg` (the cluster), `pg.password`, `pg.log`.
final class DataFolder implements AutoCloseable {

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final long LOG_BYTES = 20_000_000;

    /// The operating system's lock is the process's: merely opening and closing the file a second time in this
    /// JVM would give it up.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Makes the folder when it is not there, and holds it until [#close()].
    static DataFolder claim(Path folder) throws EmbeddedPostgresException {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            path = path.toRealPath();
            if (!HELD.add(path)) {
                throw inUse(path, String.valueOf(ProcessHandle.current().pid()));
            }
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static FileChannel lock(Path path) throws IOException, EmbeddedPostgresException {
        boolean locked = false;
        Path file = path.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                @Nullable FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw inUse(path, Files.readString(file).strip());
                }
                channel.truncate(0);
                channel.write(
                        StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
                locked = true;
                return channel;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        } finally {
            if (!locked) {
                HELD.remove(path);
            }
        }
    }

    private static EmbeddedPostgresException inUse(Path path, String process) {
        return new EmbeddedPostgresException("The data folder " + path + " is already in use by process " + process
                + "; stop that one first or set DATA_DIR to another folder.");
    }

    EmbeddedPostgresException unusable(IOException e) {
        return unusable(path, e);
    }

    private static EmbeddedPostgresException unusable(Path path, IOException e) {
        String reason = e instanceof AccessDeniedException denied
                ? "user " + System.getProperty("user.name") + " has no access to " + denied.getFile()
                : e.toString();
        return new EmbeddedPostgresException(
                "The data folder " + path + " cannot be used: " + reason + "; set DATA_DIR to another folder.", e);
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("pg");
    }

    Path log() {
        return path.resolve("pg.log");
    }

    private Path password() {
        return path.resolve("pg.password");
    }

    /// Makes the cluster when it is not there.
    ///
    /// @return the superuser's password
    String ensureCluster(Spawner spawner, Path home, EmbeddedPostgres.Options options)
            throws IOException, EmbeddedPostgresException {
        if (Files.exists(log()) && Files.size(log()) > LOG_BYTES) {
            Files.move(log(), path.resolve("pg.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        NewCluster.removeInterrupted(path);
        if (!Files.exists(cluster())) {
            String password = Files.exists(password()) ? readPassword() : NewCluster.newPassword(password());
            log.info("Making a database in {}", cluster());
            NewCluster.make(this, spawner, home, password, options.durable());
            return password;
        }
        if (!Files.exists(password())) {
            throw new EmbeddedPostgresException("The file " + password() + " with the database's password is missing;"
                    + " put it back, or move " + cluster() + " away to begin with an empty database.");
        }
        ensureOwner(spawner.account());
        return readPassword();
    }

    private String readPassword() throws IOException {
        return Files.readString(password()).strip();
    }

    private void ensureOwner(@Nullable Account account) throws IOException, EmbeddedPostgresException {
        if (account == null) {
            if (!Files.isReadable(cluster())) {
                throw new EmbeddedPostgresException("The database in " + cluster() + " belongs to user "
                        + Files.getOwner(cluster()) + "; start as root or as that user, or set DATA_DIR to another"
                        + " folder.");
            }
        } else if (Account.number(cluster(), "uid") != account.uid()) {
            // Root brought the folder back from somewhere.
            FileTrees.give(cluster(), account);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("Cannot close the lock of {}", path, e);
        }
        HELD.remove(path);
    }
}
