package be.leermeester.portal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `initdb`, into a folder that gets its final name only when it is whole: `pg` is either complete or not
/// there.
final class NewCluster {

    private static final Logger log = LoggerFactory.getLogger(NewCluster.class);

    private static final String UNFINISHED = "pg.new-";
    private static final FileAttribute<?> OWNER_READS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ENTERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private NewCluster() {}

    /// What is left of a killed initdb may write for a moment longer: what cannot go now goes at the next start.
    static void removeInterrupted(Path folder) {
        try {
            FileTrees.deleteAll(folder, UNFINISHED + "*");
        } catch (IOException e) {
            log.debug("An interrupted initdb is still being cleaned up in {}", folder, e);
        }
    }

    static void make(DataFolder folder, Spawner spawner, Path home, String password, boolean durable)
            throws IOException, EmbeddedPostgresException {
        // Another name each time, for the same reason as above.
        Path work = Files.createTempDirectory(folder.path(), UNFINISHED, OWNER_ENTERS);
        Path data = Files.createDirectory(work.resolve("pg"), OWNER_ENTERS);
        Path secret = Files.createFile(work.resolve("password"), OWNER_READS);
        Files.writeString(secret, password);
        Account account = spawner.account();
        if (account != null) {
            FileTrees.give(work, account);
        }
        long ended = run(spawner.spawn(command(home, data, secret, durable), "KILL", folder.log()));
        if (ended != 0) {
            throw new EmbeddedPostgresException(
                    "The database could not be made (initdb ended with code " + ended + "); see " + folder.log() + ".");
        }
        Files.move(data, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        FileTrees.delete(work);
        FileTrees.sync(folder.path());
    }

    private static List<String> command(Path home, Path data, Path secret, boolean durable) {
        // glibc's and macOS's name for "no country, but UTF-8": which characters are letters.
        String letters = System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + DataFolder.USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=nl-BE",
                "--locale=C",
                "--lc-ctype=" + letters));
        if (!durable) {
            command.add("--no-sync");
        }
        return command;
    }

    private static int run(Process initdb) throws IOException {
        try {
            return initdb.waitFor();
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Letters and digits only, so that it fits in an address as it is.
    static String newPassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        @Nullable Path parent = file.getParent();
        Path temporary = Files.createTempFile(parent == null ? Path.of(".") : parent, UNFINISHED, "", OWNER_READS);
        Files.writeString(temporary, password + "\n", StandardOpenOption.SYNC);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }
}
