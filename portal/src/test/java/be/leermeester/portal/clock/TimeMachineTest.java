package be.leermeester.portal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.kernel.Time;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// M1 of [SmallWorld] has until 10 January 2027; the clock starts on 22 November 2026.
class TimeMachineTest {

    private static TestPortal portal;
    private static TestBackground beside;
    private static TestBrowser admin;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        beside = TestBackground.beside(portal.database());
        admin = portal.browser().signedInAs("admin", Role.ADMIN).in("nl");
        portal.sql("""
                UPDATE kernel.person SET email = 'mia@example.be' WHERE id = 'M1';
                UPDATE learning.training_rule SET reminder_months = '{1}' WHERE partnership_code = 'food_industry'""");
    }

    @AfterAll
    static void stop() {
        beside.close();
        portal.close();
    }

    @Test
    @DisplayName(
            "O3: a month is walked day by day, what falls due happens on its own day, a banner says which day it is")
    void a_month_later() {
        assertThat(admin.get("/admin/clock").text()).contains("Vandaag is het").contains("Dat is de echte dag");
        assertThat(admin.post("/admin/clock", Map.of("day", "2026-11-22")).text())
                .contains("de klok gaat nooit terug");
        assertThat(admin.post("/admin/clock", Map.of("by", "MONTH")).status()).isIn(200, 303);
        arrived("30");
        assertThat(admin.get("/admin").text()).contains("Demo: vandaag is het hier");
        assertThat(beside.rows("SELECT (due_at AT TIME ZONE 'Europe/Brussels')::date || ' ' || (sent_at IS NOT NULL)"
                        + " FROM kernel.mail WHERE recipient = 'mia@example.be'"))
                .contains("2026-12-10 true");
        assertThat(beside.rows("SELECT count(*) FROM kernel.job_run WHERE job = 'remind-mentors'"
                        + " AND business_date > '2026-11-22' AND ended_at IS NOT NULL"))
                .containsExactly("30");
        assertThat(beside.rows(
                        "SELECT kind FROM portal.follow_up WHERE subject = 'person:M1' AND kind = 'CALL_MENTOR'"))
                .as("a week after the reminder")
                .hasSize(1);
        aServerThatComesUpLaterFollows();
    }

    private static void aServerThatComesUpLaterFollows() {
        MovedClock other = new MovedClock(InstantSource.fixed(TestPortal.NOW));
        beside.tell(() -> TimeMachine.set(beside.db(), other).await());
        assertThat(Time.dateOf(other.instant())).isEqualTo("2026-12-22");
    }

    @Test
    @DisplayName("O3: outside a demo there is no time machine, and the clock runs right")
    void not_outside_a_demo() {
        Time real = new Time(InstantSource.fixed(TestPortal.NOW));
        Clocks clocks = Clocks.of(real, false);
        clocks.moved().runAhead(100);
        assertThat(clocks.time().today()).isEqualTo(real.today());
        assertThat(clocks.shown()).isNull();
        assertThat(clocks.setDay()).isNull();
    }

    private static void arrived(String days) {
        List<String> reached = List.of();
        for (int i = 0; i < 600 && !reached.equals(List.of(days)); i++) {
            reached = beside.tell(() -> {
                beside.vertx()
                        .timer(100, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .await();
                return beside.rows("SELECT days FROM portal.demo_clock WHERE days = going_to AND 2 = (SELECT count(*)"
                        + " FROM kernel.job_run WHERE job IN ('remind-mentors', 'climb-ladder')"
                        + " AND business_date = '2026-12-22' AND ended_at IS NOT NULL)");
            });
        }
        assertThat(reached).containsExactly(days);
    }
}
