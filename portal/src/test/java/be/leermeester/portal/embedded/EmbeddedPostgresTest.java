package be.leermeester.portal.embedded;

import static be.leermeester.portal.embedded.Probe.answers;
import static be.leermeester.portal.embedded.Probe.query;
import static be.leermeester.portal.embedded.Probe.store;
import static be.leermeester.portal.embedded.Probe.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.portal.embedded.EmbeddedPostgres.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedPostgresTest {

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
}
