package be.leermeester.portal.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts PostgreSQL's programs so that they are an unprivileged user's, get a signal when this JVM dies, and
/// do not get the terminal's Ctrl-C, which is for the JVM alone.
///
/// The parent death signal (prctl(2)) comes when the starting *thread* ends, so that is one platform thread
/// which lives until [#close()].
final class Spawner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Spawner.class);

    /// Passing through and reading folders (linux/capability.h); the second only where containers withhold the
    /// first.
    private static final List<Capability> PASSING =
            List.of(new Capability("dac_read_search", 2), new Capability("dac_override", 1));

    private record Capability(String name, int bit) {}

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("embedded-postgres").factory());
    private final @Nullable Account account;
    private final List<String> privileges;
    private final boolean signals;

    private Spawner(@Nullable Account account, List<String> privileges) throws EmbeddedPostgresException {
        this.account = account;
        this.privileges = privileges;
        this.signals = isInstalled("setpriv");
        if (account != null && !signals) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL refuses to run as root and the program setpriv (package util-linux) is missing; start"
                            + " as an ordinary user.");
        }
    }

    static Spawner onFolder(DataFolder folder, Path home) throws IOException, EmbeddedPostgresException {
        Account account = Account.forCluster(folder.cluster());
        if (account == null) {
            return new Spawner(null, List.of());
        }
        account.letPass(folder.path());
        List<String> privileges =
                new ArrayList<>(List.of("--reuid=" + account.uid(), "--regid=" + account.gid(), "--clear-groups"));
        if (!account.reaches(folder.path()) || !account.reaches(home)) {
            privileges.addAll(passingPrivileges(folder.path()));
        }
        return new Spawner(account, privileges);
    }

    /// A folder below root's closed home: rather than opening a folder that is not ours, PostgreSQL keeps
    /// root's right to pass and read, and nothing else of root.
    private static List<String> passingPrivileges(Path folder) throws IOException, EmbeddedPostgresException {
        long held = Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("CapEff:".length()).strip(), 16))
                .findFirst()
                .orElse(0);
        for (Capability capability : PASSING) {
            if ((held >> capability.bit() & 1) != 0) {
                log.info("{} is closed to other users: PostgreSQL gets {} to reach it", folder, capability.name());
                String only = "-all,+" + capability.name();
                // Without the secure bit, access(2) ignores the capability and PostgreSQL cannot find itself.
                return List.of(
                        "--inh-caps=" + only,
                        "--ambient-caps=" + only,
                        "--bounding-set=" + only,
                        "--securebits=+no_setuid_fixup");
            }
        }
        throw new EmbeddedPostgresException("PostgreSQL does not run as root and no other user can enter " + folder
                + "; set DATA_DIR to a folder outside root's home, such as /var/lib/leermeester.");
    }

    /// Null when PostgreSQL runs as whoever runs this JVM.
    @Nullable
    Account account() {
        return account;
    }

    /// @param deathSignal what the program gets when this JVM dies, where the system can do that
    /// @param output is appended to
    Process spawn(List<String> program, String deathSignal, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        if (signals) {
            command.add("setpriv");
            command.addAll(privileges);
            command.addAll(List.of("--pdeathsig", deathSignal));
        }
        if (isInstalled("setsid")) {
            command.add("setsid");
        }
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", path());
        return onThread(builder);
    }

    private Process onThread(ProcessBuilder builder) throws IOException {
        try {
            return thread.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException("cannot run " + builder.command().getFirst() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Java itself sends only TERM and KILL. Every shell can send any signal; not every system has a program
    /// for it.
    static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            log.warn("Cannot send {} to process {}", signal, pid, e);
        }
    }

    private static boolean isInstalled(String program) {
        return List.of(path().split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String path() {
        String path = System.getenv("PATH");
        return path == null ? "/usr/bin:/bin" : path + ":/usr/bin:/bin";
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
