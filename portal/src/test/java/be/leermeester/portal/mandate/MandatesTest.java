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

    @Test
    void a_refusal_says_since_when_and_whom_to_ask() {
        background.sql("UPDATE portal.mandate SET ends_on = '2026-11-21'");
        assertThat(refusal(FILE)).isEqualTo("mandate.problem.ended [Garage O'Peeters & <Zoon>, 2026-11-21]");
        background.sql("UPDATE portal.mandate SET ends_on = NULL, starts_on = '2026-12-01'");
        assertThat(refusal(FILE)).isEqualTo("mandate.problem.coming [Garage O'Peeters & <Zoon>, 2026-12-01]");
        background.sql("UPDATE portal.mandate SET starts_on = '2026-09-01', revoked_at = '2026-11-20 23:30Z'");
        assertThat(refusal(FILE)).isEqualTo("mandate.problem.revoked [Garage O'Peeters & <Zoon>, 2026-11-21]");
        background.sql("DELETE FROM portal.mandate");
        assertThat(refusal(FILE)).isEqualTo("problem.forbidden []");
    }

    @Test
    @DisplayName("R8: a mandate reaches the establishments, programmes and acts that it names, and no further")
    void a_limited_mandate_reaches_no_further_than_it_says() {
        background.sql("""
                UPDATE portal.mandate SET establishments = '{8000000764}', programmes = '{D2}', acts = '{FILE,COMPLETE}'
                """);
        assertThat(allowed(FILE.at("8000000764").on("D2"))).isTrue();
        assertThat(allowed(Errand.of(SmallWorld.GARAGE, Errand.Kind.COMPLETE).at("8000000764")))
                .isTrue();
        assertThat(allowed(FILE)).isTrue();
        assertThat(allowed(FILE.at("8000003635").on("D2"))).isFalse();
        assertThat(allowed(FILE.at("8000000764").on("D3"))).isFalse();
        assertThat(allowed(Errand.of(SmallWorld.GARAGE, Errand.Kind.MENTORS))).isFalse();
        assertThat(refusal(FILE.on("D3"))).startsWith("mandate.problem.limited");
        assertThat(applicant(Role.SCHOOL, "P1", TODAY).submittedBy()).isEqualTo("TRAINING_PROVIDER");
    }

    @Test
    void of_two_mandates_the_one_that_reaches_counts() {
        background.sql("""
                UPDATE portal.mandate SET acts = '{AGREEMENTS}';
                INSERT INTO portal.mandate (id, enterprise_number, kind, holder, starts_on, programmes) VALUES
                  ('V2', '0900001137', 'TRAINING_PROVIDER', 'P1', '2026-10-01', '{D3}')
                """);
        assertThat(allowed(FILE.on("D3"))).isTrue();
        assertThat(allowed(FILE.on("D2"))).isFalse();
        assertThat(allowed(Errand.of(SmallWorld.GARAGE, Errand.Kind.AGREEMENTS).on("D2")))
                .isTrue();
    }

    private static final Errand FILE = Errand.of(SmallWorld.GARAGE, Errand.Kind.FILE);

    private boolean allowed(Errand errand) {
        return refusal(errand).isEmpty();
    }

    /// What the school is told when it tries; empty where it may.
    private String refusal(Errand errand) {
        Grant grant = new Grant(Role.SCHOOL, "P1");
        Identity identity = new Identity("somebody", "Somebody", List.of(grant), grant);
        return background.tell(() -> {
            try {
                Mandates.applicant(background.db().reads(), identity, errand, TODAY)
                        .await();
                return "";
            } catch (Problem.Forbidden refused) {
                return refused.key() + " " + refused.arguments();
            }
        });
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
