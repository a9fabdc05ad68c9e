package be.leermeester.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestPortal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// domain.md 9.14: what was known on a day stays what the report of that day says.
class AsOnTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
        SmallWorld.tell(portal);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void no_later_fact_changes_what_a_report_says_of_an_earlier_day() {
        List<String> before = all("2021-09-02");
        SmallWorld.event(portal, "A1", 2, "2021-09-03T00:00+02:00", "REVOKED");
        SmallWorld.event(portal, "A3", 1, "2021-09-05T10:00+02:00", "APPROVED");
        SmallWorld.event(portal, "A4", 2, "2021-01-05T10:00+01:00", "REVOKED", "2021-10-01T10:00+02:00");
        portal.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                                                submitted_by) VALUES
                    ('A9', '8000000764', 'D1', 'construction', '2021-09-10T10:00+02:00', 'COMPANY');
                INSERT INTO learning.mentor_application (application_id, person_id, partnership_code, submitted_at,
                                                         decision, recorded_at) VALUES
                    ('A9', 'M2', 'construction', '2021-09-10T10:00+02:00', 'PENDING', '2021-09-10');
                INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at) VALUES
                    ('M1', 'construction', '2021-06-01', 'FOLLOWED_ELSEWHERE', '2021-09-20'),
                    ('M2', 'hospitality', '2021-09-10', 'DISCONTINUED', '2021-09-10');
                INSERT INTO learning.struck_mentor (application_id, person_id, struck_on, reason, recorded_at) VALUES
                    ('A1', 'M1', '2021-09-03', 'TRAINING_NOT_FOLLOWED', '2021-09-03');
                INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number, kind,
                                            happened_on, purpose, recorded_at) VALUES
                    ('C1', 'construction', '0900001137', '8000000764', 'SITE_VISIT', '2021-08-01', 'ADMISSION', '2021-09-08');
                INSERT INTO portal.complaint (id, partnership_code, received_on, recorded_at) VALUES
                    ('K1', 'hospitality', '2021-08-01', '2021-09-04');
                INSERT INTO portal.appeal (id, application_id, against, received_on, admissible, outcome, decided_on,
                                           recorded_at) VALUES
                    ('B1', 'A2', 'REVOKED', '2021-03-05', true, 'ANNULLED', '2021-09-04', '2021-09-04');
                INSERT INTO portal.training_provider (code, name) VALUES ('P1', 'School');
                INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, provider_code, type,
                                              starts_on, ends_on, registered_at, recorded_at) VALUES
                    ('O1', 'A1', 'M1', 'M2', 'P1', 'OAO', '2021-01-01', '2021-12-31', '2021-09-04', '2021-09-04')
                """);
        assertThat(all("2021-09-02")).isEqualTo(before);
        assertThat(all("2021-10-02")).isNotEqualTo(before);
    }

    private static List<String> all(String at) {
        return Catalogue.ALL.stream()
                .map(report -> portal.browser()
                        .signedInAs("MON", Role.MONITOR)
                        .get("/api/v1/reports/" + report.id() + ".csv?period=2020-2021&at=" + at)
                        .body())
                .toList();
    }
}
