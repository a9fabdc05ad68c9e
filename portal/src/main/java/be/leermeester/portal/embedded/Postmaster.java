package be.leermeester.portal.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One running `postgres` on a folder.
final class Postmaster {

    /// Crash recovery replays up to a gigabyte of log before PostgreSQL is ready.
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(5);

    /// What a dying predecessor, or another program on the port, leaves behind for a moment.
    private static final List<String> PASSING = List.of(
            "pre-existing shared memory block",
            "lock file \"postmaster.pid\" already exists",
            "could not create any TCP/IP sockets");

    /// Exit codes above it tell that a signal ended the process, not PostgreSQL itself.
    private static final int SIGNALLED = 128;

    /// PostgreSQL did not start for a reason that passes by itself.
    static final class NotYet extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final EmbeddedPostgresException reason;

        private NotYet(EmbeddedPostgresException reason) {
            super(reason);
            this.reason = reason;
        }

        EmbeddedPostgresException reason() {
            return reason;
        }
    }

    private final Process process;
    private final DataFolder folder;
    private final long logStart;

    private Postmaster(Process process, DataFolder folder, long logStart) {
        this.process = process;
        this.folder = folder;
        this.logStart = logStart;
    }

    static Postmaster launch(Spawner spawner, Path home, DataFolder folder, int port, List<String> settings)
            throws IOException {
        long logStart = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                folder.cluster().toString(),
                "-p",
                String.valueOf(port)));
        command.addAll(settings);
        // SIGINT is PostgreSQL's fast shutdown: what it gets when this JVM dies.
        return new Postmaster(spawner.spawn(command, "INT", folder.log()), folder, logStart);
    }

    /// Waits for what `pg_ctl` waits for: the word "ready" in the file that also carries our process's id.
    void awaitReady() throws IOException, EmbeddedPostgresException, NotYet {
        long began = System.nanoTime();
        while (!isReady()) {
            if (exitsWithin(10)) {
                throw refusal();
            }
            if (System.nanoTime() - began > READY_WITHIN.toNanos()) {
                stop();
                throw new EmbeddedPostgresException("PostgreSQL was not ready within " + READY_WITHIN.toMinutes()
                        + " minutes; see " + folder.log() + ".");
            }
        }
    }

    private boolean isReady() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(folder.cluster());
        return file.isPresent()
                && file.get().pid() == process.pid()
                && file.get().ready();
    }

    private boolean exitsWithin(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private EmbeddedPostgresException refusal() throws IOException, NotYet {
        String written = writtenSince();
        String reason = written.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): +", ""))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> "it ended with code " + process.exitValue());
        EmbeddedPostgresException refusal =
                new EmbeddedPostgresException("PostgreSQL did not start: " + reason + "; see " + folder.log() + ".");
        if (process.exitValue() > SIGNALLED || PASSING.stream().anyMatch(written::contains)) {
            throw new NotYet(refusal);
        }
        return refusal;
    }

    private String writtenSince() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(folder.log().toFile(), "r")) {
            log.seek(Math.min(logStart, log.length()));
            byte[] bytes = new byte[(int) Math.min(1 << 16, log.length() - log.getFilePointer())];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    long pid() {
        return process.pid();
    }

    int exitCode() {
        return process.exitValue();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /// Fast shutdown, then immediate shutdown (which recovers at the next start), then `kill -9`.
    void stop() {
        stop(process.toHandle());
        process.onExit().join();
    }

    static void stop(ProcessHandle process) {
        if (!ended(process, "INT", FAST_SHUTDOWN) && !ended(process, "QUIT", IMMEDIATE_SHUTDOWN)) {
            process.destroyForcibly();
        }
    }

    private static boolean ended(ProcessHandle process, String signal, Duration patience) {
        Spawner.signal(process.pid(), signal);
        boolean interrupted = false;
        long began = System.nanoTime();
        while (PostmasterFile.isRunning(process) && System.nanoTime() - began < patience.toNanos()) {
            LockSupport.parkNanos(5_000_000);
            // An interrupt must not leave PostgreSQL running: it waits until this is done.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !PostmasterFile.isRunning(process);
    }
}
