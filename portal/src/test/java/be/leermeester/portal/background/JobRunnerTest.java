package be.leermeester.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Job;
import be.leermeester.portal.testing.TestBackground;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {

    private record Told(Function<LocalDate, String> story) implements Job {
        @Override
        public String name() {
            return "told";
        }

        @Override
        public String run(LocalDate businessDate) {
            return story.apply(businessDate);
        }
    }

    private final TestBackground background = new TestBackground();
    private final List<LocalDate> dates = new ArrayList<>();
    private final JobRunner runner = runner(this::note);

    @AfterEach
    void stop() {
        background.close();
    }

    @Test
    void a_job_runs_once_a_day_and_says_what_it_did() {
        catchUp(runner);
        catchUp(runner);
        assertThat(dates).containsExactly(LocalDate.of(2026, 11, 22));
        assertThat(background.rows("SELECT business_date || ' ' || outcome FROM kernel.job_run"))
                .containsExactly("2026-11-22 noted");
    }

    @Test
    void after_a_standstill_the_missed_dates_run_in_order() {
        catchUp(runner);
        background.pass(Duration.ofDays(3));
        catchUp(runner);
        assertThat(dates)
                .containsExactly(
                        LocalDate.of(2026, 11, 22),
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2026, 11, 24),
                        LocalDate.of(2026, 11, 25));
    }

    @Test
    void another_server_leaves_a_job_alone_that_runs_already() {
        JobRunner first = runner(date -> {
            runner.catchUp();
            return "first";
        });
        catchUp(first);
        assertThat(dates).isEmpty();
        assertThat(background.rows("SELECT outcome FROM kernel.job_run")).containsExactly("first");
    }

    @Test
    void a_date_that_fails_is_tried_again_later_and_keeps_the_next_ones_waiting() {
        catchUp(runner);
        background.pass(Duration.ofDays(2));
        JobRunner failing = runner(date -> {
            dates.add(date);
            throw new IllegalStateException("no");
        });
        catchUp(failing);
        catchUp(runner);
        assertThat(dates).containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));
        background.pass(Duration.ofMinutes(15));
        catchUp(runner);
        assertThat(dates).endsWith(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
        assertThat(background.rows("SELECT count(*) FROM kernel.job_run WHERE ended_at IS NOT NULL"))
                .containsExactly("3");
    }

    @Test
    void a_run_that_died_under_way_is_done_again() {
        background.sql("INSERT INTO kernel.job_run (job, business_date, started_at) VALUES"
                + " ('told', '2026-11-22', '2026-11-22 08:59Z')");
        catchUp(runner);
        assertThat(dates).containsExactly(LocalDate.of(2026, 11, 22));
    }

    private String note(LocalDate date) {
        dates.add(date);
        return "noted";
    }

    private JobRunner runner(Function<LocalDate, String> story) {
        return new JobRunner(
                background.vertx(), background.db(), background.time(), background.threads(), List.of(new Told(story)));
    }

    private void catchUp(JobRunner which) {
        background.tell(() -> {
            which.catchUp();
            return true;
        });
    }
}
