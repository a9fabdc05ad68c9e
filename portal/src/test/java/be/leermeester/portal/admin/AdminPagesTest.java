package be.leermeester.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdminPagesTest {

    private static TestPortal portal;
    private static TestBrowser admin;

    @BeforeAll
    static void start() {
        portal = TestPortal.start();
        portal.sql("""
                INSERT INTO kernel.person (id, first_name, last_name) VALUES
                    ('ADM', 'Ada', 'Beheer'), ('M1', 'Mia', 'Mentor'), ('M2', 'Mo', 'Mentor'), ('M3', 'Max', 'Mentor');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('ADM', 'ADMIN', '');
                INSERT INTO portal.import_run (id, started_at, started_by, source, dry_run, state_date, state, rejects) VALUES
                    ('I1', '2026-11-22Z', 'ADM', 'oud.zip <b>', false, '2026-10-01', 'DONE', 3),
                    ('I2', '2026-11-21Z', 'ADM', 'proef.zip', true, '2026-11-21', 'DONE', 0);
                INSERT INTO portal.programme (code, name, system) VALUES ('D1', 'Houtbewerking duaal', 'DUAL');
                INSERT INTO portal.company (enterprise_number, name) VALUES ('0442239628', 'Schrijnwerkerij Peeters');
                INSERT INTO portal.establishment (establishment_number, enterprise_number)
                    VALUES ('2123456789', '0442239628');
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                        submitted_by, status, decide_by, valid_until) VALUES
                    ('A1', '2123456789', 'D1', 'wood', '2026-09-20Z', 'COMPANY', 'SUBMITTED', '2026-10-05', NULL),
                    ('A2', '2123456789', 'D1', 'wood', '2026-11-07Z', 'COMPANY', 'IN_REVIEW', '2026-11-22', NULL),
                    ('A3', '2123456789', 'D1', 'wood', '2026-11-08Z', 'COMPANY', 'SUBMITTED', '2026-11-23', NULL),
                    ('A4', '2123456789', 'D1', 'wood', '2021-10-10Z', 'COMPANY', 'APPROVED', NULL, '2026-11-22'),
                    ('A5', '2123456789', 'D1', 'wood', '2021-09-01Z', 'COMPANY', 'APPROVED', NULL, '2026-10-01'),
                    ('A6', '2123456789', 'D1', 'wood', '2026-09-01Z', 'COMPANY', 'SUBMITTED', '2026-10-01', NULL);
                INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, due_on) VALUES
                    ('M1', 'wood', 'TO_FOLLOW', '2025-10-01', '2026-10-01'),
                    ('M2', 'wood', 'TO_FOLLOW', '2025-10-01', '2026-09-30'),
                    ('M3', 'wood', 'TO_FOLLOW', '2025-10-01', '2026-11-22');
                INSERT INTO kernel.mail (id, unique_key, recipient, subject, text_body, html_body, reason, due_at, next_at,
                        attempts, last_error) VALUES
                    ('L1', '1', 'a@example.be', 's', 't', 'h', 'TEST', '2026-11-22 08:00Z', '2099-01-01Z', 2, '451'),
                    ('L2', '2', 'a@example.be', 's', 't', 'h', 'TEST', '2026-11-01 08:00Z', '2026-11-01Z', 12, '550');
                INSERT INTO kernel.job_run (job, business_date, started_at, outcome) VALUES
                    ('send-reminders', '2026-11-21', '2026-11-21Z', 'java.lang.IllegalStateException: nee');
                """);
        admin = portal.browser().signedInAs("ADM", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_start_page_says_whether_everything_runs_and_what_waits() {
        String text = admin.get("/admin").text();
        assertThat(text)
                .contains("Databank In orde")
                .contains("1 E-mails die nog moeten vertrekken")
                .contains("1 E-mails die we opgaven")
                .contains("Er vertrekt geen e-mail")
                .contains("send-reminders 21 november 2026 Mislukt java.lang.IllegalStateException: nee")
                .contains("oud.zip <b> Klaar , toestand van 1 oktober 2026, 3 rijen geweigerd")
                .contains("(alleen nagekeken)")
                .contains("1 Beheerder");
        assertThat(admin.get("/admin").body()).doesNotContain("<b>");
    }

    @Test
    void arrears_are_what_fell_due_between_the_state_date_and_today() {
        TestBrowser.Page page = admin.get("/admin");
        assertThat(page.text()).contains("geeft de toestand van 1 oktober 2026").contains("Houtsector");
        assertThat(page.body())
                .containsPattern("status=IN_REVIEW[^>]*>2<")
                .containsPattern("status=APPROVED[^>]*>1<")
                .containsPattern("flag=OVERDUE[^>]*>1<");
        assertThat(page.text()).contains("tot een beheerder het toepast");
    }

    @Test
    void it_speaks_english_too() {
        TestBrowser english = portal.browser().in("en").signedInAs("ADM", Role.ADMIN);
        assertThat(english.get("/admin").text())
                .contains("Is everything running?")
                .contains("the portal's jobs")
                .contains("Arrears after an import");
    }
}
