package be.leermeester.portal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestPortal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who sees which rows, as each page and list shows them: the own, those under a mandate, another's, and those under a
/// mandate that is over.
class ScopeTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES
                  ('revoked', 'Rik', 'Roels'), ('ended', 'Els', 'Engels'), ('coming', 'Kim', 'Kok'),
                  ('limited', 'Lien', 'Lams'), ('consultant', 'Cas', 'Cools'), ('M3', 'Nina', 'Nys'), ('M4', 'Otto', 'Ost');
                INSERT INTO portal.training_provider (code, name) VALUES
                  ('P3', 'Revoked'), ('P4', 'Ended'), ('P5', 'Coming'), ('P6', 'Limited');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES
                  ('revoked', 'SCHOOL', 'P3'), ('ended', 'SCHOOL', 'P4'), ('coming', 'SCHOOL', 'P5'),
                  ('limited', 'SCHOOL', 'P6'), ('consultant', 'HANDLER', 'wood');
                INSERT INTO portal.mandate
                  (id, enterprise_number, kind, holder, starts_on, ends_on, revoked_at, establishments) VALUES
                  ('V3', '0900001137', 'TRAINING_PROVIDER', 'P3', '2026-09-01', NULL, '2026-11-22 08:00Z', '{}'),
                  ('V4', '0900001137', 'TRAINING_PROVIDER', 'P4', '2026-09-01', '2026-11-21', NULL, '{}'),
                  ('V5', '0900001137', 'TRAINING_PROVIDER', 'P5', '2026-11-23', NULL, NULL, '{}'),
                  ('V6', '0900001137', 'TRAINING_PROVIDER', 'P6', '2026-09-01', NULL, NULL, '{8000000764}'),
                  ('V7', '0900001137', 'SECTOR_CONSULTANT', 'wood', '2026-09-01', '2026-11-22', NULL, '{}');
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, filed_as, status, status_since)
                SELECT 'D-' || filed_as, at, 'B1', 'automotive', '2026-11-10', kind, filed_as, 'SUBMITTED', '2026-11-10'
                FROM (VALUES ('P1', '8000000764', 'TRAINING_PROVIDER'), ('P3', '8000000764', 'TRAINING_PROVIDER'),
                  ('P4', '8000000764', 'TRAINING_PROVIDER'), ('P5', '8000000764', 'TRAINING_PROVIDER'),
                  ('P6', '8000000764', 'TRAINING_PROVIDER'), ('wood', '8000003635', 'SECTOR_CONSULTANT'))
                  AS f (filed_as, at, kind);
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at)
                SELECT id, 1, submitted_at, 'SUBMITTED', submitted_at FROM portal.application WHERE id LIKE 'D-%';
                UPDATE portal.application SET submitted_at = '2026-08-01' WHERE id = 'D-P1';
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, recorded_at) VALUES
                  ('D-P1', 'M3', 'automotive', '2026-11-10', 'PENDING', '2026-11-10'),
                  ('D-P3', 'M4', 'automotive', '2026-11-10', 'PENDING', '2026-11-10');
                INSERT INTO learning.obligation (person_id, partnership_code, status, status_since) VALUES
                  ('M3', 'automotive', 'NOT_HANDLED', '2026-11-10'), ('M4', 'automotive', 'NOT_HANDLED', '2026-11-10');
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @DisplayName("R8: dossiers")
    @CsvSource(delimiter = '|', textBlock = """
            # person     | role    | scope      | sees              | and does not
            garage       | COMPANY | 0900001137 | A3,D-P1,D-P3,D-wood | A1
            bakery       | COMPANY | 0442239628 | A1,A2             | A3,D-P1
            school       | SCHOOL  | P1         | A3,A4,D-P1        | A1,A5,D-P3,D-P6
            otherSchool  | SCHOOL  | P2         | A4                | A3,D-P1
            revoked      | SCHOOL  | P3         |                   | D-P3,A3,D-P1
            ended        | SCHOOL  | P4         |                   | D-P4,A3
            coming       | SCHOOL  | P5         |                   | D-P5
            limited      | SCHOOL  | P6         | A3,D-P6           | D-P1,A4
            consultant   | HANDLER | wood       | D-wood            | A3,A5,D-P1
            auto         | HANDLER | automotive | A3,D-P3,D-wood    | A1,A5
            """)
    void dossiers(String person, Role role, String scope, String sees, String not) {
        var browser = portal.browser().signedInAs(person, role, scope);
        String list = browser.get("/recognitions?size=100").body();
        for (String id : ids(sees)) {
            assertThat(browser.get("/recognitions/" + id).status()).as(id).isEqualTo(200);
            assertThat(list).contains("/recognitions/" + id + "\"");
        }
        for (String id : ids(not)) {
            assertThat(browser.get("/recognitions/" + id).status()).as(id).isEqualTo(404);
            assertThat(list).doesNotContain("/recognitions/" + id + "\"");
        }
    }

    @ParameterizedTest
    @DisplayName("R8: the company's file, its mentors and agreements")
    @CsvSource(delimiter = '|', textBlock = """
            # person     | role    | scope      | file | mentors     | agreements
            garage       | COMPANY | 0900001137 | 200  | M2,M3,M4    | Lotte Leers,Omar Oud
            bakery       | COMPANY | 0442239628 | 404  | M1          |
            school       | SCHOOL  | P1         | 200  | M2,M3       | Lotte Leers
            otherSchool  | SCHOOL  | P2         | 200  | M2          | Omar Oud
            revoked      | SCHOOL  | P3         | 404  |             |
            ended        | SCHOOL  | P4         | 404  |             |
            coming       | SCHOOL  | P5         | 404  |             |
            limited      | SCHOOL  | P6         | 200  | M2          |
            consultant   | HANDLER | wood       | 200  |             |
            """)
    void what_hangs_on_a_company(String person, Role role, String scope, int file, String mentors, String agreements) {
        var browser = portal.browser().signedInAs(person, role, scope);
        assertThat(browser.get("/companies/" + SmallWorld.GARAGE).status()).isEqualTo(file);
        String learners = browser.get("/agreements").text();
        for (String learner : List.of("Lotte Leers", "Omar Oud")) {
            assertThat(learners.contains(learner))
                    .as(learner)
                    .isEqualTo(ids(agreements).contains(learner));
        }
        if (role != Role.SCHOOL) {
            String named = browser.get("/mentors").text();
            assertThat(named.contains("Nina Nys")).isEqualTo(ids(mentors).contains("M3"));
            assertThat(named.contains("Otto Ost")).isEqualTo(ids(mentors).contains("M4"));
        }
    }

    private static List<String> ids(String written) {
        return written == null ? List.of() : List.of(written.split(","));
    }
}
