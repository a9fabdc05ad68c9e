package be.leermeester.portal.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What `postmaster.pid` says. It outlives a crash, and its process id may belong to anyone by then.
record PostmasterFile(long pid, boolean ready) {

    private static final Logger log = LoggerFactory.getLogger(PostmasterFile.class);
    private static final String NAME = "postmaster.pid";

    /// Line 8, as `pg_ctl` reads it (PostgreSQL's pidfile.h).
    private static final int STATUS_LINE = 7;

    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readString(cluster.resolve(NAME), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.of(new PostmasterFile(0, false));
        }
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), ready));
    }

    /// Stops a PostgreSQL that outlived its JVM on this folder, and removes the file it or a crash left. Only
    /// for who holds the folder's lock. The file goes even when its process id lives on as something else:
    /// PostgreSQL itself would refuse to start when that happens to run as the same user.
    static void clearLeftover(Path cluster) throws IOException {
        Optional<PostmasterFile> left = read(cluster);
        if (left.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> orphan =
                ProcessHandle.of(left.get().pid()).filter(process -> isPostgresOn(process, cluster));
        if (orphan.isPresent()) {
            log.warn(
                    "Stopping PostgreSQL (process {}), left behind on {}",
                    orphan.get().pid(),
                    cluster);
            Postmaster.stop(orphan.get());
        }
        Files.deleteIfExists(cluster.resolve(NAME));
    }

    private static boolean isPostgresOn(ProcessHandle process, Path cluster) {
        List<String> command = commandLine(process);
        int folder = command.indexOf("-D") + 1;
        return !command.isEmpty()
                && command.getFirst().endsWith("postgres")
                && folder > 0
                && folder < command.size()
                && command.get(folder).equals(cluster.toString());
    }

    /// False for a zombie, which lives on for ever where process 1 of a container reaps nobody.
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && (!Files.exists(proc(process)) || !commandLine(process).isEmpty());
    }

    private static List<String> commandLine(ProcessHandle process) {
        try {
            String words = new String(Files.readAllBytes(proc(process)), StandardCharsets.UTF_8);
            return words.isEmpty() ? List.of() : List.of(words.split("\0"));
        } catch (IOException e) {
            ProcessHandle.Info info = process.info();
            return Stream.concat(
                            info.command().stream(), info.arguments().stream().flatMap(Arrays::stream))
                    .toList();
        }
    }

    private static Path proc(ProcessHandle process) {
        return Path.of("/proc", String.valueOf(process.pid()), "cmdline");
    }
}
