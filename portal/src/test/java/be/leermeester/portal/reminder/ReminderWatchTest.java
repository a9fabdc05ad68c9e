package be.leermeester.portal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.kernel.Time;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestDatabase;
import be.leermeester.portal.testing.TestPortal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// M1 of [SmallWorld] is to be reminded on 10 October 2026, the day on which somebody breaks the job.
class ReminderWatchTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 10);

    @Test
    @DisplayName("N5: reminders that are due and do not leave are an alarm, with an event once a day, until they leave")
    void silence_is_an_alarm() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Time.startOf(DUE.minusDays(1)));
        try (TestPortal portal = SmallWorld.in(TestPortal.start(TestDatabase.migrated(), now::get))) {
            portal.sql("""
                    UPDATE kernel.person SET email = 'mia@example.be' WHERE id = 'M1';
                    ALTER TABLE portal.reminder ADD CONSTRAINT broken CHECK (false) NOT VALID""");
            now.set(Time.startOf(DUE).plusSeconds(600));
            portal.portal().catchUp().await(30, TimeUnit.SECONDS);
            assertThat(ready(portal)).contains("\"reminders\":\"UP\"");
            now.set(Time.startOf(DUE).plusSeconds(4 * 3600));
            assertThat(ready(portal)).contains("\"reminders\":\"DOWN\"").contains("\"status\":\"UP\"");
            assertThat(ready(portal)).contains("\"reminders\":\"DOWN\"");
            var admin = portal.browser().signedInAs("admin", Role.ADMIN);
            assertThat(admin.get("/admin").text()).contains("Herinneringen vertrekken");
            assertThat(admin.get("/admin/events?type=RemindersSilent").text()).contains("reminders:2026-10-10");
            portal.sql("ALTER TABLE portal.reminder DROP CONSTRAINT broken");
            now.set(Time.startOf(DUE).plusSeconds(5 * 3600));
            portal.portal().catchUp().await(30, TimeUnit.SECONDS);
            assertThat(ready(portal)).contains("\"reminders\":\"UP\"");
        }
    }

    private static String ready(TestPortal portal) {
        return portal.browser().get("/health/ready").body();
    }
}
