package be.leermeester.portal.embedded;

import static be.leermeester.portal.embedded.Probe.answers;
import static be.leermeester.portal.embedded.Probe.store;
import static be.leermeester.portal.embedded.Probe.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.portal.embedded.EmbeddedPostgres.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedPostgresCrashTest {

    private static final Options DURABLE = Options.durable("leermeester");

    @TempDir
    Path dir;

    @BeforeAll
    static void share_the_unpacked_programs() {
        Probe.sharePrograms();
    }

    @AfterAll
    static void stop_sharing() {
        System.clearProperty(Probe.CACHE);
    }

    @Test
    void postgres_killed_while_running_comes_back_on_the_same_port() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, DURABLE)) {
            store(postgres.jdbcUrl("leermeester"));
            int port = postgres.port();
            long pid = postgres.pid();

            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            await(() -> postgres.pid() != pid && answers(postgres));

            assertThat(postgres.port()).isEqualTo(port);
            assertThat(stored(postgres)).isEqualTo("kept");
            assertThat(postgres.onExit()).isNotDone();
        }
    }

    @Test
    void postgres_that_dies_again_and_again_is_given_up_with_a_sentence() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, Options.fast("postgres"))) {
            while (!postgres.onExit().isDone()) {
                long pid = postgres.pid();
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                await(() -> postgres.onExit().isDone() || (postgres.pid() != pid && ready(postgres)));
            }

            assertThat(postgres.onExit())
                    .failsWithin(1, TimeUnit.MINUTES)
                    .withThrowableThat()
                    .withCauseInstanceOf(EmbeddedPostgresException.class)
                    .withMessageContaining("is not started any more");
        }
    }

    @Test
    void a_killed_jvm_takes_postgres_along_and_the_next_start_finds_the_data() throws Exception {
        Process jvm = jvm();
        try (BufferedReader out = jvm.inputReader(StandardCharsets.UTF_8)) {
            String[] said = out.lines()
                    .filter(line -> line.startsWith("STARTED "))
                    .findFirst()
                    .orElseThrow()
                    .split(" ", -1);
            store(said[2]);
            ProcessHandle postgres = ProcessHandle.of(Long.parseLong(said[1])).orElseThrow();
            assertThatThrownBy(() -> EmbeddedPostgres.start(dir, DURABLE))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("already in use by process " + jvm.pid() + ";");

            jvm.destroyForcibly().waitFor();

            try (EmbeddedPostgres next = EmbeddedPostgres.start(dir, DURABLE)) {
                assertThat(stored(next)).isEqualTo("kept");
                assertThat(PostmasterFile.isRunning(postgres)).isFalse();
            }
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    void an_orphan_still_running_on_the_folder_is_stopped_first() throws Exception {
        EmbeddedPostgres.start(dir, DURABLE).close();
        try (Spawner spawner = spawner()) {
            Postmaster orphan = orphan(spawner);

            try (EmbeddedPostgres next = EmbeddedPostgres.start(dir, DURABLE)) {
                // That the process is gone is told to us a moment later.
                assertThat(orphan.onExit().get(10, TimeUnit.SECONDS).exitValue())
                        .isZero();
                assertThat(answers(next)).isTrue();
            }
        }
    }

    @Test
    void a_pid_file_from_before_a_reboot_names_someone_else_who_is_left_alone() throws Exception {
        EmbeddedPostgres.start(dir, DURABLE).close();
        try (Spawner spawner = spawner()) {
            Process stranger = spawner.spawn(List.of("sleep", "100"), "KILL", dir.resolve("sleep.log"));
            stale(stranger.pid());

            try (EmbeddedPostgres next = EmbeddedPostgres.start(dir, DURABLE)) {
                assertThat(answers(next)).isTrue();
                assertThat(stranger.isAlive()).isTrue();
            }
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_pid_file_from_before_a_reboot_names_nobody() throws Exception {
        EmbeddedPostgres.start(dir, DURABLE).close();
        stale(999_999_999);

        try (EmbeddedPostgres next = EmbeddedPostgres.start(dir, DURABLE)) {
            assertThat(answers(next)).isTrue();
        }
    }

    @Test
    void a_jvm_killed_during_initdb_leaves_nothing_that_hinders_the_next_start() throws Exception {
        Process jvm = jvm();
        await(() -> exists("pg.new-*/pg/PG_VERSION"));
        jvm.destroyForcibly().waitFor();
        assertThat(dir.resolve("pg")).doesNotExist();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(dir, DURABLE)) {
            assertThat(answers(next)).isTrue();
        }
        // What was still being written at that start goes at one of the next.
        await(() -> {
            NewCluster.removeInterrupted(dir);
            return !exists("pg.new-*");
        });
    }

    private Process jvm() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + Probe.CACHE + "=" + System.getProperty(Probe.CACHE),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        dir.toString())
                .redirectError(dir.resolve("jvm.log").toFile())
                .start();
    }

    private Spawner spawner() throws Exception {
        try (DataFolder folder = DataFolder.claim(dir)) {
            return Spawner.onFolder(folder, PostgresBinaries.unpacked(folder, true));
        }
    }

    /// As a JVM leaves it that was killed where nothing tells PostgreSQL so.
    private Postmaster orphan(Spawner spawner) throws Exception {
        try (DataFolder folder = DataFolder.claim(dir)) {
            Path home = PostgresBinaries.unpacked(folder, true);
            Postmaster orphan =
                    Postmaster.launch(spawner, home, folder, EmbeddedPostgres.freePort(), Settings.of(DURABLE));
            orphan.awaitReady();
            return orphan;
        }
    }

    private boolean ready(EmbeddedPostgres postgres) {
        try {
            return PostmasterFile.read(dir.resolve("pg"))
                    .filter(file -> file.ready() && file.pid() == postgres.pid())
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stale(long pid) throws IOException {
        Files.writeString(
                dir.resolve("pg/postmaster.pid"),
                pid + "\n" + dir.resolve("pg") + "\n1700000000\n5432\n\n127.0.0.1\n  1234  0\nready   \n");
    }

    private boolean exists(String glob) {
        PathMatcher matcher = dir.getFileSystem().getPathMatcher("glob:" + dir + "/" + glob);
        try (Stream<Path> all = Files.walk(dir, 3)) {
            return all.anyMatch(matcher::matches);
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while this looks.
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("did not happen in time");
            }
        }
    }
}
