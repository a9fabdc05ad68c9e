package be.leermeester.portal.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Grant;
import be.leermeester.kernel.Identity;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MandatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final TestBackground background = SmallWorld.in(new TestBackground());

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void a_company_files_for_itself() {
        assertThat(applicant(Role.COMPANY, SmallWorld.GARAGE, TODAY))
                .isEqualTo(new Applicant(SmallWorld.GARAGE, "COMPANY", null));
    }

    @Test
    void a_school_files_under_its_mandate_from_the_first_day_to_the_last() {
        background.sql("UPDATE portal.mandate SET ends_on = '2026-11-22'");
        Applicant school = new Applicant(SmallWorld.GARAGE, "TRAINING_PROVIDER", "P1");
        assertThat(applicant(Role.SCHOOL, "P1", LocalDate.of(2026, 9, 1))).isEqualTo(school);
        assertThat(applicant(Role.SCHOOL, "P1", TODAY)).isEqualTo(school);
        assertRefused(Role.SCHOOL, "P1", LocalDate.of(2026, 8, 31));
        assertRefused(Role.SCHOOL, "P1", TODAY.plusDays(1));
    }

    @Test
    @DisplayName("R8: a mandate that the company revoked is over at once")
    void a_revoked_mandate_opens_nothing() {
        background.sql("UPDATE portal.mandate SET revoked_at = '2026-11-22 09:00+01'");
        assertRefused(Role.SCHOOL, "P1", TODAY);
    }

    @Test
    void nobody_files_for_a_company_that_did_not_ask() {
        assertRefused(Role.SCHOOL, "P2", TODAY);
        assertRefused(Role.COMPANY, SmallWorld.BAKERY, TODAY);
        assertRefused(Role.HANDLER, "automotive", TODAY);
    }

    private void assertRefused(Role role, String scope, LocalDate day) {
        assertThatThrownBy(() -> applicant(role, scope, day)).isInstanceOf(Problem.Forbidden.class);
    }

    private Applicant applicant(Role role, String scope, LocalDate day) {
        Grant grant = new Grant(role, scope);
        Identity identity = new Identity("somebody", "Somebody", List.of(grant), grant);
        return background.tell(() -> Mandates.applicant(background.db().reads(), identity, SmallWorld.GARAGE, day)
                .await());
    }
}
