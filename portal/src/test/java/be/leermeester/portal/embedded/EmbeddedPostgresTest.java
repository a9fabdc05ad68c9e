package be.leermeester.portal.embedded;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedPostgresTest {

    private static final Options DURABLE = Options.durable("leermeester");
    private static final String CACHE = "leermeester.pg.cache";

    @TempDir
    Path dir;

    @BeforeAll
    static void share_the_unpacked_programs() {
        System.setProperty(
                CACHE,
                Path.of(System.getProperty("java.io.tmpdir"), "leermeester-pg-" + System.getProperty("user.name"))
                        .toString());
    }

    @AfterAll
    static void stop_sharing() {
        System.clearProperty(CACHE);
    }

    @Test
    void a_new_folder_gets_a_dutch_durable_database_behind_a_password() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, DURABLE)) {
            assertThat(query(postgres, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("nl-BE");
            assertThat(query(postgres, "SHOW server_version")).startsWith("18.");
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            // Not timezone: the JDBC driver sets the one of this JVM.
            assertThat(query(postgres, "SHOW log_timezone")).isEqualTo("Europe/Brussels");
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "SELECT lower('ÉÉN')")).isEqualTo("één");
            assertThat(postgres.uri("x"))
                    .matches("postgresql://postgres:[0-9a-f]{48}@127\\.0\\.0\\.1:" + postgres.port() + "/x");
            assertThat(Files.getPosixFilePermissions(dir.resolve("pg.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            String wrong = postgres.jdbcUrl("leermeester").replaceAll("password=.*", "password=guess");
            assertThatThrownBy(() -> DriverManager.getConnection(wrong)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, DURABLE)) {
            store(postgres.jdbcUrl("leermeester"));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, DURABLE)) {
            assertThat(stored(postgres)).isEqualTo("kept");
        }
    }

    @Test
    void closing_stops_it_and_ends_the_waiting() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(dir, Options.fast("postgres"));
        ProcessHandle process = ProcessHandle.of(postgres.pid()).orElseThrow();

        postgres.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(postgres.onExit()).isCompleted();
        assertThat(dir.resolve("pg/postmaster.pid")).doesNotExist();
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
                assertThat(orphan.onExit()).isCompletedWithValueMatching(process -> process.exitValue() == 0);
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
    void a_second_start_on_the_folder_says_who_has_it_and_disturbs_nothing() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(dir, DURABLE)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dir, DURABLE))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessage("The data folder " + dir.toRealPath() + " is already in use by process "
                            + ProcessHandle.current().pid()
                            + "; stop that one first or set DATA_DIR to another folder.");
            assertThat(answers(first)).isTrue();
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
            assertThat(exists("pg.new-*")).isFalse();
        }
    }

    @Test
    void a_lost_password_and_a_refused_setting_are_one_sentence() throws Exception {
        Options wrong = new Options(true, "leermeester", List.of("shared_buffers=plenty"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, wrong))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL did not start: invalid value for parameter \"shared_buffers\"");

        Files.delete(dir.resolve("pg.password"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(dir, DURABLE))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("pg.password with the database's password is missing");
    }

    @Test
    void a_path_with_spaces_and_accents_works() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dir.resolve("mijn geg'evens/één"), DURABLE)) {
            assertThat(answers(postgres)).isTrue();
        }
    }

    private Process jvm() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + CACHE + "=" + System.getProperty(CACHE),
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

    private static void store(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text text)");
            statement.execute("INSERT INTO note VALUES ('kept')");
        }
    }

    private static String stored(EmbeddedPostgres postgres) throws SQLException {
        return query(postgres, "SELECT text FROM note");
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("leermeester"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static boolean answers(EmbeddedPostgres postgres) {
        try {
            return query(postgres, "SELECT 1").equals("1");
        } catch (SQLException e) {
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
