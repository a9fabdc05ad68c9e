package be.leermeester.portal.school;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchoolPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('L3', 'Zoe', 'Zand');
                INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, provider_code, type,
                  starts_on, ends_on, registered_at, recorded_at) VALUES
                  ('O3', 'A6', 'M1', 'L3', 'P1', 'OAO', '2026-10-01', '2027-06-30', '2026-09-20', '2026-09-20');
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @DisplayName("U3: who may lose the workplace comes first")
    void a_school_sees_its_learners_those_at_risk_first() {
        assertThat(portal.browser()
                        .signedInAs("school", Role.SCHOOL, "P1")
                        .get("/school")
                        .text())
                .containsSubsequence(
                        "Technisch Atheneum",
                        "1 leerling kan de werkplek verliezen",
                        "2 lopende overeenkomsten",
                        "1 dossier ingediend onder machtiging",
                        "Lotte Leers",
                        "Kan de werkplek verliezen",
                        "Zoe Zand",
                        "Ingediend onder machtiging",
                        "Onderhoudsmechanica auto duaal")
                .doesNotContain("Omar Oud");
    }

    @Test
    void what_was_filed_under_a_mandate_is_behind_its_number() {
        var school = portal.browser().signedInAs("school", Role.SCHOOL, "P1");

        assertThat(school.get("/recognitions?only=FILED").text())
                .contains("1 dossier, laatst ingediend eerst, door uw school ingediend onder machtiging");
    }

    @Test
    void an_empty_start_says_what_will_appear() {
        assertThat(portal.browser()
                        .signedInAs("otherSchool", Role.SCHOOL, "P2")
                        .get("/school")
                        .text())
                .contains("Uw school heeft geen lopende overeenkomsten")
                .contains("Een onderneming kan u machtigen");
    }
}
