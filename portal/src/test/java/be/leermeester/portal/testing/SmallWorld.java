package be.leermeester.portal.testing;

/// Two companies, a handful of dossiers and everybody who looks at them, on Sunday 22 November 2026.
///
/// | dossier | company | partnership | stands |
/// |---|---|---|---|
/// | A1 | Bakkerij De Koren | food_industry | approved, mentor Mia Mertens with seven weeks left |
/// | A2 | Bakkerij De Koren | food_industry | incomplete |
/// | A3 | Garage Peeters | automotive | submitted by school P1 under a mandate, undecided for too long |
/// | A4 | Garage Peeters | automotive | approved, ends 1 March 2027, renews A6; mentor Bart Bos is late; agreement of
/// P1 |
/// | A5 | Garage Peeters | construction | rejected, appealed |
/// | A6 | Garage Peeters | automotive | expired |
public final class SmallWorld {

    public static final String BAKERY = "0442239628";
    public static final String GARAGE = "0900001137";

    private SmallWorld() {}

    /// Fills a portal's empty database.
    public static TestPortal in(TestPortal portal) {
        portal.sql(SQL);
        return portal;
    }

    /// Fills an empty database.
    public static TestBackground in(TestBackground background) {
        background.sql(SQL);
        return background;
    }

    private static final String SQL = """
            INSERT INTO kernel.person (id, first_name, last_name) VALUES
              ('M1', 'Mia', 'Mertens'), ('M2', 'Bart', 'Bos'), ('L1', 'Lotte', 'Leers'), ('L2', 'Omar', 'Oud'),
              ('bakery', 'Karel', 'Koren'), ('garage', 'Petra', 'Peeters'), ('school', 'Sofie', 'Smet'),
              ('otherSchool', 'Tim', 'Thys'), ('food', 'Hilde', 'Hens'), ('auto', 'Hugo', 'Haas'),
              ('everything', 'Eva', 'Elst'), ('admin', 'Ann', 'Aerts'), ('monitor', 'Mo', 'Mol'),
              ('teacher', 'Tea', 'Tack'), ('trainer', 'Tom', 'Tas'), ('advisor', 'Ad', 'Ade');
            INSERT INTO kernel.person_role (person_id, role, scope) VALUES
              ('M1', 'MENTOR', ''), ('bakery', 'COMPANY', '0442239628'), ('garage', 'COMPANY', '0900001137'),
              ('school', 'SCHOOL', 'P1'), ('otherSchool', 'SCHOOL', 'P2'), ('food', 'HANDLER', 'food_industry'),
              ('auto', 'HANDLER', 'automotive'), ('everything', 'HANDLER', ''), ('admin', 'ADMIN', ''),
              ('monitor', 'MONITOR', ''), ('teacher', 'TEACHER', 'P1'), ('trainer', 'TRAINER', 'automotive'),
              ('advisor', 'ADVISOR', 'automotive');
            INSERT INTO portal.company (enterprise_number, name) VALUES
              ('0442239628', 'Bakkerij De Koren BV'), ('0900001137', 'Garage O''Peeters & <Zoon>');
            INSERT INTO portal.establishment
              (establishment_number, enterprise_number, name, street, house_number, postal_code, municipality, province)
            VALUES
              ('2123456789', '0442239628', '', 'Kerkstraat', '1', '9000', 'Gent', 'Oost-Vlaanderen'),
              ('8000000764', '0900001137', 'Werkplaats', 'Baan', '2', '2800', 'Mechelen', 'Antwerpen'),
              ('8000003635', '0900001137', '', 'Steenweg', '3', '3000', 'Leuven', 'Vlaams-Brabant');
            INSERT INTO portal.programme (code, name, system) VALUES
              ('D1', 'Brood- en banketbakker duaal', 'DUAL'), ('D2', 'Onderhoudsmechanica auto duaal', 'DUAL'),
              ('D3', 'Metselaar duaal', 'DUAL'), ('B1', 'Chocoladebewerker', 'DBSO');
            INSERT INTO portal.training_provider (code, name) VALUES ('P1', 'Technisch Atheneum'), ('P2', 'Sint-Jan');
            INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
              submitted_by, renews_application_id, status, status_since, first_decision, first_decided_at, automatic,
              valid_until, decide_by) VALUES
              ('A1', '2123456789', 'D1', 'food_industry', '2025-12-30 10:00+01', 'COMPANY', NULL,
               'APPROVED', '2026-01-10 10:00+01', 'APPROVED', '2026-01-10 10:00+01', false, '2031-01-10', NULL),
              ('A2', '2123456789', 'B1', 'food_industry', '2026-11-16 10:00+01', 'COMPANY', NULL,
               'INCOMPLETE', '2026-11-20 10:00+01', NULL, NULL, false, NULL, NULL),
              ('A3', '8000000764', 'D2', 'automotive', '2026-11-01 10:00+01', 'TRAINING_PROVIDER', NULL,
               'SUBMITTED', '2026-11-01 10:00+01', NULL, NULL, false, NULL, '2026-11-16'),
              ('A4', '8000003635', 'D2', 'automotive', '2022-02-20 10:00+01', 'COMPANY', 'A6',
               'APPROVED', '2022-03-01 10:00+01', 'APPROVED', '2022-03-01 10:00+01', true, '2027-03-01', NULL),
              ('A5', '8000003635', 'D3', 'construction', '2026-10-01 10:00+02', 'COMPANY', NULL,
               'REJECTED', '2026-10-10 10:00+02', 'REJECTED', '2026-10-10 10:00+02', false, NULL, NULL),
              ('A6', '8000003635', 'D2', 'automotive', '2017-02-20 10:00+01', 'COMPANY', NULL,
               'EXPIRED', '2022-03-01 00:00+01', 'APPROVED', '2017-03-01 10:00+01', false, '2022-03-01', NULL);
            INSERT INTO portal.application_event
              (application_id, seq, at, status, automatic, reasons, remark, actor, recorded_at)
            SELECT id, seq, at, status, automatic, reasons, remark, actor, at FROM (VALUES
              ('A1', 1, timestamptz '2025-12-30 10:00+01', 'SUBMITTED', false, '{}'::text[], '', 'bakery'),
              ('A1', 2, '2026-01-10 10:00+01', 'APPROVED', false, '{}', '', 'food'),
              ('A2', 1, '2026-11-16 10:00+01', 'SUBMITTED', false, '{}', '', 'bakery'),
              ('A2', 2, '2026-11-20 10:00+01', 'INCOMPLETE', false, '{}', 'Het attest C450 ontbreekt', 'food'),
              ('A3', 1, '2026-11-01 10:00+01', 'SUBMITTED', false, '{}', '', NULL),
              ('A4', 1, '2022-02-20 10:00+01', 'SUBMITTED', false, '{}', '', NULL),
              ('A4', 2, '2022-03-01 10:00+01', 'APPROVED', true, '{}', '', NULL),
              ('A5', 1, '2026-10-01 10:00+02', 'SUBMITTED', false, '{}', '', NULL),
              ('A5', 2, '2026-10-10 10:00+02', 'REJECTED', false, '{NO_SUITABLE_MENTOR}', 'Te jong', NULL),
              ('A6', 1, '2017-02-20 10:00+01', 'SUBMITTED', false, '{}', '', NULL),
              ('A6', 2, '2017-03-01 10:00+01', 'APPROVED', false, '{}', '', NULL),
              ('A6', 3, '2022-03-01 00:00+01', 'EXPIRED', true, '{}', '', NULL))
              AS e (id, seq, at, status, automatic, reasons, remark, actor);
            INSERT INTO portal.appeal (id, application_id, against, received_on, admissible, recorded_at) VALUES
              ('B1', 'A5', 'REJECTED', '2026-10-15', true, '2026-10-15');
            INSERT INTO learning.mentor_application
              (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at) VALUES
              ('A1', 'M1', 'food_industry', '2025-12-30 10:00+01', 'APPROVED', '2026-01-10 10:00+01', '2026-01-10 10:00+01'),
              ('A2', 'M1', 'food_industry', '2026-11-16 10:00+01', 'PENDING', NULL, '2026-11-16 10:00+01'),
              ('A3', 'M2', 'automotive', '2026-11-01 10:00+01', 'PENDING', NULL, '2026-11-01 10:00+01'),
              ('A4', 'M2', 'automotive', '2022-02-20 10:00+01', 'APPROVED', '2022-03-01 10:00+01', '2022-03-01 10:00+01');
            INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at) VALUES
              ('M1', 'food_industry', '2026-01-10', 'TO_FOLLOW', '2026-01-10'),
              ('M2', 'automotive', '2022-03-01', 'TO_FOLLOW', '2022-03-01'),
              ('M2', 'automotive', '2023-03-02', 'NOT_FOLLOWED', '2023-03-02');
            INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, first_approved_on,
              first_application_id, start_reason, term_months, due_on, rule_source) VALUES
              ('M1', 'food_industry', 'TO_FOLLOW', '2026-01-10', '2026-01-10', 'A1', 'FIRST_APPROVAL', 12, '2027-01-10', 'S4:693'),
              ('M2', 'automotive', 'NOT_FOLLOWED', '2023-03-02', '2022-03-01', 'A4', 'FIRST_APPROVAL', 12, '2023-03-01', 'S4:693');
            INSERT INTO portal.mandate (id, enterprise_number, kind, holder, starts_on) VALUES
              ('V1', '0900001137', 'TRAINING_PROVIDER', 'P1', '2026-09-01');
            INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, provider_code, type,
              starts_on, ends_on, registered_at, ended_on, cancelled_at, recorded_at) VALUES
              ('O1', 'A4', 'M2', 'L1', 'P1', 'OAO', '2026-09-01', '2027-06-30', '2026-08-20 00:00+02', NULL, NULL, '2026-08-20'),
              ('O2', 'A4', 'M2', 'L2', 'P2', 'OAO', '2024-09-01', '2025-06-30', '2024-08-20', '2025-01-15', NULL, '2024-08-20');
            INSERT INTO portal.contact (id, partnership_code, enterprise_number, establishment_number, application_id,
              kind, happened_on, by_whom, purpose, remark, recorded_at) VALUES
              ('K1', 'food_industry', '0442239628', '2123456789', 'A2', 'PHONE', '2026-11-19', 'Hilde Hens', 'ADMISSION',
               'Gebeld over het attest', '2026-11-19'),
              ('K2', 'automotive', '0900001137', NULL, NULL, 'SITE_VISIT', '2026-10-19', 'Hugo Haas', 'FOLLOW_UP', '', '2026-10-19');
            """;
}
