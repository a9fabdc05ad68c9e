package be.leermeester.portal.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the night of 11 January 2027 does to the mentors of [LapseWorld], and what undoes it.
class LapseJobTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2027, 9, 1);

    private final LapseWorld world = new LapseWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @DisplayName("M9: struck off everywhere, revoked where nothing runs, kept where an agreement does")
    void a_deadline_passes() {
        assertThat(world.night(LapseWorld.LAPSE.minusDays(1))).startsWith("0 deadlines");
        assertThat(world.night(LapseWorld.LAPSE)).startsWith("2 deadlines");

        assertThat(world.training("M1")).isEqualTo("NOT_FOLLOWED 2027-01-11");
        assertThat(world.struck()).containsExactly("A1 M1 2027-01-11", "X1 N1 2027-01-11", "X2 N1 2027-01-11");
        assertThat(world.status("A1")).isEqualTo("REVOKED");
        assertThat(world.status("X1")).isEqualTo("APPROVED");
        assertThat(world.status("X2")).isEqualTo("APPROVED");
        assertThat(world.rows("SELECT (at AT TIME ZONE 'Europe/Brussels')::timestamp || ' ' || automatic || ' '"
                        + " || array_to_string(reasons, ' ') || ' ' || actor FROM portal.application_event"
                        + " WHERE application_id = 'A1' AND status = 'REVOKED'"))
                .containsExactly("2027-01-11 00:00:00 true TRAINING_NOT_FOLLOWED portal");
        assertThat(kept()).containsExactly("X1 2027-09-01");
        assertThat(world.rows("SELECT ends_on || ' ' || (ended_on IS NULL) FROM portal.agreement WHERE id = 'Y1'"))
                .containsExactly("2027-06-30 true");
    }

    @Test
    void everybody_concerned_is_told() {
        world.night(LapseWorld.LAPSE);
        assertThat(world.rows("SELECT type || ' ' || subject || ' to ' || array_to_string(audience, ' ')"
                        + " FROM kernel.event WHERE subject IN ('person:N1', 'dossier:X1') ORDER BY 1"))
                .containsExactly(
                        "MentorLapsed person:N1 to company:0442239628 partnership:food_industry person:N1 provider:P1",
                        "MentorStruck dossier:X1 to company:0442239628 partnership:food_industry person:N1 provider:P1",
                        "RecognitionKept dossier:X1 to company:0442239628 partnership:food_industry person:N1"
                                + " provider:P1");
    }

    @Test
    @DisplayName("M9: what was kept is revoked on 1 September, and not before")
    void the_school_year_ends() {
        world.night(LapseWorld.LAPSE);
        world.night(LocalDate.of(2027, 8, 31));
        assertThat(world.status("X1")).isEqualTo("APPROVED");
        assertThat(world.night(SEPTEMBER)).endsWith("1 kept recognitions");
        assertThat(world.status("X1")).isEqualTo("REVOKED");
        assertThat(kept()).isEmpty();
        assertThat(world.night(SEPTEMBER)).endsWith("0 kept recognitions");
    }

    @Test
    void a_valid_mentor_by_then_releases_it() {
        world.night(LapseWorld.LAPSE);
        world.background.sql("INSERT INTO learning.mentor_application (application_id, person_id, partnership_code,"
                + " submitted_at, decision, decided_at, recorded_at) VALUES ('X1', 'N3', 'food_industry', '2027-03-01',"
                + " 'APPROVED', '2027-03-05', '2027-03-05')");
        world.night(SEPTEMBER);
        assertThat(world.status("X1")).isEqualTo("APPROVED");
        assertThat(world.rows("SELECT outcome FROM portal.kept_recognition")).containsExactly("RELEASED");
    }

    @Test
    @DisplayName("O2: repeated, by two servers at once, or after days of standstill: once, with the right dates")
    void catching_up_is_the_same() {
        world.goTo(LocalDate.of(2027, 1, 20));
        for (LocalDate day = LapseWorld.LAPSE; day.getDayOfMonth() <= 20; day = day.plusDays(1)) {
            LocalDate night = day;
            world.background.tell(() -> world.job.run(night));
        }
        List<String> before = everything();
        assertThat(world.struck())
                .containsExactly("A1 M1 2027-01-11", "X1 N1 2027-01-11", "X2 N1 2027-01-11", "X2 N2 2027-01-15");
        assertThat(world.rows("SELECT (status_since AT TIME ZONE 'Europe/Brussels')::date FROM portal.application"
                        + " WHERE id IN ('A1', 'X2') ORDER BY id"))
                .containsExactly("2027-01-11", "2027-01-15");
        Stream.of(1, 2).parallel().forEach(_ -> world.background.tell(() -> world.job.run(LapseWorld.LAPSE)));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void two_servers_at_once_do_it_once() {
        world.goTo(LapseWorld.LAPSE);
        Stream.of(1, 2, 3).parallel().forEach(_ -> world.background.tell(() -> world.job.run(LapseWorld.LAPSE)));
        assertThat(world.rows("SELECT count(*) FROM kernel.event WHERE type = 'MentorStruck'"))
                .containsExactly("3");
        assertThat(world.rows("SELECT count(*) FROM portal.application_event WHERE status = 'REVOKED'"))
                .containsExactly("1");
    }

    @Test
    @DisplayName("9.13: what an import left behind is not the night's")
    void arrears_of_an_import_wait() {
        world.background.sql("INSERT INTO portal.import_run (id, started_at, started_by, source, dry_run, state_date,"
                + " state) VALUES ('I1', '2027-01-12 12:00+01', 'admin', 'x.zip', false, '2027-01-01', 'DONE')");
        assertThat(world.night(LocalDate.of(2027, 1, 14))).startsWith("0 deadlines");
        assertThat(world.night(LocalDate.of(2027, 1, 15))).startsWith("1 deadlines");
        assertThat(world.training("M1")).startsWith("TO_FOLLOW");
    }

    @Test
    @DisplayName("9.18: where a handler confirms: the status, and one item, and nothing else")
    void a_handler_confirms() {
        confirms();
        world.night(LapseWorld.LAPSE);
        assertThat(world.training("N1")).isEqualTo("NOT_FOLLOWED 2027-01-11");
        assertThat(world.struck()).isEmpty();
        assertThat(world.rows("SELECT kind || ' ' || subject FROM portal.follow_up ORDER BY 1"))
                .containsExactly("LAPSE_CONFIRM person:M1", "LAPSE_CONFIRM person:N1");
        assertThat(world.rows("SELECT state FROM portal.lapse")).containsOnly("WAITING");
    }

    @Test
    @DisplayName("Late evidence of training in time undoes all of it, and what was known in between stays known")
    void accepted_in_time_after_all() {
        world.night(LapseWorld.LAPSE);
        world.goTo(LocalDate.of(2027, 2, 1));
        Restore.Restored restored = world.accept("M1", LapseWorld.LAPSE.minusDays(1));
        assertThat(restored).isEqualTo(new Restore.Restored(List.of("A1"), List.of("A1"), false));
        assertThat(world.status("A1")).isEqualTo("APPROVED");
        assertThat(world.training("M1")).isEqualTo("FOLLOWED_ELSEWHERE 2027-01-10");
        assertThat(world.struck()).doesNotContain("A1 M1 2027-01-11");
        assertThat(world.rows("SELECT valid_until FROM portal.application WHERE id = 'A1'"))
                .containsExactly("2031-01-10");
        assertThat(world.rows("SELECT struck_on || ' ' || undone_because FROM learning.struck_undone"))
                .containsExactly("2027-01-11 RESTORED");
        assertThat(world.mayBeNamed("M1", "food_industry")).isTrue();
    }

    @Test
    void what_was_kept_is_released_by_evidence_in_time() {
        world.night(LapseWorld.LAPSE);
        assertThat(world.accept("N1", LapseWorld.LAPSE.minusDays(30)).mentorOf())
                .containsExactly("X1", "X2");
        assertThat(kept()).isEmpty();
        world.night(SEPTEMBER);
        assertThat(world.status("X1")).isEqualTo("APPROVED");
    }

    @Test
    void what_was_revoked_at_the_end_of_the_school_year_comes_back_too() {
        world.night(LapseWorld.LAPSE);
        world.night(SEPTEMBER);
        world.goTo(LocalDate.of(2027, 10, 1));
        assertThat(world.accept("N1", LapseWorld.LAPSE.minusDays(30)).approvedAgain())
                .containsExactly("X1");
        assertThat(world.status("X1")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("Followed late but accepted before the school year ends: cures what was kept, and nothing else")
    void followed_late() {
        world.night(LapseWorld.LAPSE);
        world.goTo(LocalDate.of(2027, 4, 1));
        assertThat(world.accept("N1", LapseWorld.LAPSE))
                .isEqualTo(new Restore.Restored(List.of("X1"), List.of(), true));
        assertThat(world.struck()).contains("X2 N1 2027-01-11");
        assertThat(world.rows("SELECT outcome FROM portal.kept_recognition")).containsExactly("CURED");
        assertThat(world.rows("SELECT status FROM learning.mentor_training WHERE person_id = 'N1' ORDER BY since"))
                .contains("NOT_FOLLOWED");
        assertThat(world.accept("M1", LocalDate.of(2027, 3, 1)).mentorOf()).isEmpty();
        assertThat(world.status("A1")).isEqualTo("REVOKED");
        world.night(SEPTEMBER);
        assertThat(world.status("X1")).isEqualTo("APPROVED");
    }

    @Test
    void what_a_handler_revoked_for_another_reason_stays_revoked() {
        world.night(LapseWorld.LAPSE);
        world.background.sql("UPDATE portal.application_event SET reasons = '{CONVICTION}'"
                + " WHERE application_id = 'A1' AND status = 'REVOKED'");
        assertThat(world.accept("M1", LapseWorld.LAPSE.minusDays(1)).approvedAgain())
                .isEmpty();
        assertThat(world.status("A1")).isEqualTo("REVOKED");
    }

    @Test
    @DisplayName("9.16: who was struck off for the training can be named again only after accepted training")
    void named_again_after_accepted_training() {
        assertThat(world.mayBeNamed("M1", "food_industry")).isTrue();
        world.night(LapseWorld.LAPSE);
        assertThat(world.mayBeNamed("M1", "food_industry")).isFalse();
        assertThat(world.mayBeNamed("M1", "wood")).isFalse();
        assertThat(world.mayBeNamed("N3", "food_industry")).isTrue();
        world.accept("M1", LocalDate.of(2027, 3, 1));
        assertThat(world.mayBeNamed("M1", "food_industry")).isTrue();
    }

    private void confirms() {
        world.background.sql("UPDATE learning.training_rule SET lapse_policy = 'HANDLER_CONFIRMS'"
                + " WHERE partnership_code = 'food_industry'");
    }

    private List<String> kept() {
        return world.rows("SELECT application_id || ' ' || revoke_on FROM portal.kept_recognition"
                + " WHERE ended_at IS NULL ORDER BY 1");
    }

    private List<String> everything() {
        return Stream.of(
                        "SELECT t::text FROM learning.mentor_training t ORDER BY 1",
                        "SELECT s::text FROM learning.struck_mentor s ORDER BY 1",
                        "SELECT e::text FROM portal.application_event e ORDER BY 1",
                        "SELECT k::text FROM portal.kept_recognition k ORDER BY 1",
                        "SELECT type || subject FROM kernel.event ORDER BY at, id")
                .flatMap(sql -> world.rows(sql).stream())
                .toList();
    }
}
