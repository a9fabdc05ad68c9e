package be.leermeester.portal.report;

import be.leermeester.portal.testing.TestPortal;

/// Three dossiers of Bouw and one of Horeca, and the people who look at them.
final class SmallWorld {

    private SmallWorld() {}

    static void tell(TestPortal portal) {
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES
                    ('M1', 'Jan', 'Peeters'), ('M2', 'An', 'Maes'), ('MON', 'Mo', 'Nitor'), ('HAN', 'Hans', 'Bouw'),
                    ('ADM', 'Ad', 'Min');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES
                    ('MON', 'MONITOR', ''), ('HAN', 'HANDLER', 'construction'), ('ADM', 'ADMIN', ''), ('M1', 'MENTOR', '');
                INSERT INTO portal.programme (code, name, system) VALUES
                    ('D1', 'Ruwbouw duaal', 'DUAL'), ('L1', 'Kok', 'DBSO');
                INSERT INTO portal.company (enterprise_number, name, employees) VALUES
                    ('0900001137', 'Bouw Een', 3), ('0900004897', 'Kok Twee', NULL);
                INSERT INTO portal.establishment (establishment_number, enterprise_number) VALUES
                    ('8000000764', '0900001137'), ('8000003635', '0900004897');
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                                                submitted_by, status) VALUES
                    ('A1', '8000000764', 'D1', 'construction', '2020-10-01T10:00+02:00', 'COMPANY', 'APPROVED'),
                    ('A2', '8000000764', 'L1', 'construction', '2020-10-02T10:00+02:00', 'COMPANY', 'REVOKED'),
                    ('A3', '8000000764', 'L1', 'construction', '2021-08-31T23:30+02:00', 'COMPANY', 'SUBMITTED'),
                    ('A4', '8000003635', 'L1', 'hospitality', '2020-11-01T10:00+01:00', 'TRAINING_PROVIDER', 'APPROVED')
                """);
        event(portal, "A1", 1, "2020-10-05T10:00+02:00", "APPROVED");
        event(portal, "A2", 1, "2020-10-06T10:00+02:00", "APPROVED");
        event(portal, "A2", 2, "2021-03-01T10:00+01:00", "REVOKED");
        event(portal, "A4", 1, "2020-11-05T10:00+01:00", "APPROVED");
        portal.sql("""
                INSERT INTO learning.mentor_application (application_id, person_id, partnership_code, submitted_at,
                                                         decision, decided_at, recorded_at) VALUES
                    ('A1', 'M1', 'construction', '2020-10-01T10:00+02:00', 'APPROVED', '2020-10-05T10:00+02:00', '2020-10-01'),
                    ('A4', 'M2', 'hospitality', '2020-11-01T10:00+01:00', 'APPROVED', '2020-11-05T10:00+01:00', '2020-11-01');
                INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at) VALUES
                    ('M2', 'hospitality', '2021-02-01', 'FOLLOWED_SECTOR', '2021-02-01')
                """);
    }

    static void event(TestPortal portal, String application, int seq, String at, String status) {
        event(portal, application, seq, at, status, at);
    }

    static void event(TestPortal portal, String application, int seq, String at, String status, String recordedAt) {
        portal.sql(
                "INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES ('%s', %d, '%s', '%s', '%s')"
                        .formatted(application, seq, at, status, recordedAt));
    }
}
