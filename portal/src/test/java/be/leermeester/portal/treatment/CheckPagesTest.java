package be.leermeester.portal.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dossier `N1` of the bakery, filed on 18 November 2026, with Mia as mentor; see [SmallWorld].
class CheckPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, decide_by) VALUES
                  ('N1', '2123456789', 'D3', 'food_industry', '2026-11-18 10:00+01', 'COMPANY', 'IN_REVIEW',
                   '2026-11-18 10:00+01', '2026-12-03'),
                  ('N2', '2123456789', 'D2', 'automotive', '2026-01-18 10:00+01', 'COMPANY', 'REJECTED',
                   '2026-01-18 10:00+01', NULL);
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES
                  ('N1', 1, '2026-11-18 10:00+01', 'SUBMITTED', '2026-11-18 10:00+01'),
                  ('N1', 2, '2026-11-18 10:00+01', 'IN_REVIEW', '2026-11-18 10:00+01');
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, recorded_at) VALUES
                  ('N1', 'M1', 'food_industry', '2026-11-18 10:00+01', 'PENDING', '2026-11-18 10:00+01');
                """);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @DisplayName("R2: each criterion is saved at once with who and when; earlier dossiers elsewhere are numbers only")
    void a_criterion_is_ticked_with_a_remark() {
        TestBrowser hilde = handler("food");
        assertThat(hilde.get("/recognitions/N1/check").text())
                .containsSubsequence(
                        "van 6 punten nagekeken",
                        "Organisatie en uitrusting",
                        "Mentor Mia Mertens",
                        "Eerdere dossiers",
                        "Brood- en banketbakker duaal",
                        "Afgekeurd 1 dossier bij Autosector")
                .doesNotContain("Onderhoudsmechanica");
        hilde.post(
                "/recognitions/N1/check",
                Map.of("criterion", "FINANCIAL_CAPACITY", "met", "NO", "remark", "Geen jaarrekening neergelegd"));
        assertThat(hilde.get("/recognitions/N1/check").text())
                .contains("Niet in orde Hilde Hens · 22 november 2026, 10:00");
    }

    @ParameterizedTest
    @DisplayName("M6: the extract is seen, dated, and at most a year old on the day of filing")
    @CsvSource({"'',422", "2025-11-17,422", "2026-11-23,422", "2025-11-18,303", "2026-11-20,303"})
    void the_extract_is_dated(String dated, int status) {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/check");
        assertThat(hilde.post(
                                "/recognitions/N1/check",
                                Map.of("criterion", "CONDUCT", "person", "M1", "met", "YES", "dated", dated))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @DisplayName("M6: the age comes from the national number and is not overruled silently, below 23 not at all")
    @CsvSource({"040101,422,Wie jonger is dan 23", "030101,422,Leg in minstens 20 tekens uit", "900101,303,''"})
    void the_age_is_computed(String birth, int status, String said) {
        TestBrowser hilde = handler("food");
        born(birth);
        hilde.get("/recognitions/N1/check");
        TestBrowser.Page page = hilde.post(
                "/recognitions/N1/check",
                Map.of("criterion", "AGE", "person", "M1", "met", "YES", "remark", "Goed zo"));
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text()).contains(said);
        portal.sql("DELETE FROM portal.criterion_check");
    }

    @Test
    @DisplayName("M6: a mentor who is too young is approved only after the check list says why")
    void a_young_mentor_is_not_approved_silently() {
        TestBrowser hilde = handler("food");
        born("030101");
        hilde.get("/recognitions/N1/approve");
        assertThat(hilde.post("/recognitions/N1/approve", Map.of("seen", "2", "mentor-M1", "approve"))
                        .text())
                .contains("Mia Mertens was 23 jaar bij het indienen; de ondergrens is 25.");
        hilde.post(
                "/recognitions/N1/check",
                Map.of(
                        "criterion", "AGE",
                        "person", "M1",
                        "met", "YES",
                        "remark", "Diploma bakkerij voorgelegd, zevende jaar."));
        assertThat(hilde.get("/recognitions/N1/check").text()).contains("jonger dan 25", "In orde Hilde Hens");
        portal.sql("DELETE FROM portal.criterion_check");
    }

    @Test
    @DisplayName("P1: notes are for the partnership only")
    void a_note_is_never_shown_to_the_company() {
        TestBrowser hilde = handler("food");
        hilde.get("/recognitions/N1/check");
        hilde.post("/recognitions/N1/note", Map.of("note", "Let op: moeilijke zaakvoerder"));
        assertThat(hilde.get("/recognitions/N1/check").text()).contains("Let op: moeilijke zaakvoerder");
        TestBrowser company = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        assertThat(company.get("/recognitions/N1").text()).doesNotContain("moeilijke", "Nota");
        assertThat(company.get("/recognitions/N1/check").status()).isEqualTo(403);
        assertThat(handler("auto").get("/recognitions/N1/check").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("R13: a visit is logged with its day and what comes next, also on a recognition")
    void a_contact_is_logged() {
        TestBrowser hilde = handler("food");
        assertThat(hilde.get("/recognitions/N1/contact?kind=SITE_VISIT").body())
                .contains("value=\"SITE_VISIT\" checked", "value=\"2026-11-22\"");
        assertThat(hilde.post("/recognitions/N1/contact", Map.of("kind", "SITE_VISIT", "day", "2026-11-23"))
                        .text())
                .contains("Kies een dag tot en met vandaag.");
        TestBrowser.Page logged = hilde.post(
                "/recognitions/N1/contact",
                Map.of(
                        "kind", "SITE_VISIT",
                        "day", "2026-11-20",
                        "purpose", "ADMISSION",
                        "remark", "Nieuwe oven gezien",
                        "followUp", "2026-12-01"));
        assertThat(logged.header("location")).contains("/recognitions/N1?done=contact");
        assertThat(hilde.get("/recognitions/N1?done=contact").text())
                .contains("Het contact is genoteerd.", "Plaatsbezoek 20 november 2026 · Hilde Hens Nieuwe oven gezien");
        assertThat(hilde.get("/follow-ups").text())
                .containsSubsequence("1 punt, dringendste eerst", "Contact opvolgen", "Nieuwe oven", "1 december 2026");
        assertThat(handler("auto").get("/follow-ups").text()).contains("Niets op te volgen");
        hilde.post("/recognitions/A1/contact", Map.of("kind", "PHONE", "day", "2026-11-22"));
        assertThat(hilde.get("/recognitions/A1").text()).contains("Telefoon 22 november 2026 · Hilde Hens");
    }

    private static void born(String birth) {
        int first = Integer.parseInt(birth + "001");
        boolean later = birth.startsWith("0");
        long check = 97 - ((later ? 2_000_000_000L : 0) + first) % 97;
        NationalNumber number = new NationalNumber(birth + "001" + (check < 10 ? "0" : "") + check);
        NationalNumberVault vault = NationalNumberVault.of(TestPortal.KEY);
        portal.sql("UPDATE kernel.person SET national_number_sealed = '\\x"
                + HexFormat.of().formatHex(vault.seal(number)) + "', national_number_hash = '\\x"
                + HexFormat.of().formatHex(vault.hash(number)) + "' WHERE id = 'M1'");
    }

    private static TestBrowser handler(String person) {
        return portal.browser()
                .signedInAs(person, Role.HANDLER, person.equals("auto") ? "automotive" : "food_industry");
    }
}
