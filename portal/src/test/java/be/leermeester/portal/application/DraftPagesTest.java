package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestBrowser.Page;
import be.leermeester.portal.testing.TestPortal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftPagesTest {

    private static final String OTHER_GARAGE = "8000000764";

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @DisplayName("R1: a draft is left on one device and resumed on another")
    void a_draft_is_resumed_elsewhere() {
        ApplicationFixture draft = bakery();
        draft.fill("/establishment", Map.of("choice", "2123456789"));

        TestBrowser phone = as("bakery", Role.COMPANY, SmallWorld.BAKERY);
        assertThat(phone.get("/applications").body()).contains(draft.path());
        assertThat(phone.get(draft.path()).text()).contains("Kerkstraat 1, 9000 Gent", "Klaar", "Nog te doen");
        assertThat(phone.get(draft.path() + "/establishment").body()).contains("value=\"2123456789\" checked");
    }

    @Test
    @DisplayName("R1: of two tabs the second one is told what the first did, and keeps what was typed")
    void two_tabs() {
        ApplicationFixture draft = bakery();
        String seen = ApplicationFixture.version(draft.get("/establishment"));
        draft.post("/establishment", Map.of("choice", "2123456789", "version", seen));

        Map<String, String> typed = Map.of(
                "choice",
                "other",
                "number",
                "2.000.000.339",
                "street",
                "Tweede straat",
                "houseNumber",
                "5",
                "postalCode",
                "9000",
                "municipality",
                "Gent",
                "version",
                seen);
        Page second = draft.post("/establishment", typed);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("Karel Koren bewaarde deze aanvraag om 10:00");
        assertThat(second.body()).contains("Tweede straat", "2.000.000.339");
        Map<String, String> again = new HashMap<>(typed);
        again.put("version", ApplicationFixture.version(second));
        assertThat(draft.post("/establishment", again).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("I6: a company under mandate is found by its name, its number and the number of an establishment")
    void a_company_is_found_under_mandate() {
        TestBrowser school = as("school", Role.SCHOOL, "P1");
        for (String query : new String[] {"peeters", "0900.001.137", "8.000.003.635", "8000000764"}) {
            assertThat(school.get("/applications/new?q=" + query).body())
                    .as(query)
                    .contains("value=\"" + SmallWorld.GARAGE + "\"");
        }
        assertThat(school.get("/applications/new?q=0442").text()).contains("Geen onderneming gevonden");
        assertThat(as("otherSchool", Role.SCHOOL, "P2").get("/applications/new").text())
                .contains("Geen onderneming gaf u een machtiging");
    }

    @ParameterizedTest
    @DisplayName("P1: who may open the draft of a company and that of its school")
    @CsvSource({
        "garage, COMPANY, 0900001137, 200, 200",
        "school, SCHOOL, P1, 404, 200",
        "otherSchool, SCHOOL, P2, 404, 404",
        "bakery, COMPANY, 0442239628, 404, 404",
        "auto, HANDLER, automotive, 404, 404",
    })
    void who_may_open_a_draft(String person, Role role, String scope, int company, int school) {
        String own = ApplicationFixture.begun(as("garage", Role.COMPANY, SmallWorld.GARAGE), SmallWorld.GARAGE)
                .path();
        String mandated = ApplicationFixture.begun(as("school", Role.SCHOOL, "P1"), SmallWorld.GARAGE)
                .path();
        TestBrowser browser = as(person, role, scope);
        for (String step : new String[] {"", "/establishment", "/programmes", "/mentors", "/documents", "/check"}) {
            assertThat(browser.get(own + step).status()).as(own + step).isEqualTo(company);
            assertThat(browser.get(mandated + step).status())
                    .as(mandated + step)
                    .isEqualTo(school);
        }
    }

    @Test
    @DisplayName("R8: the moment the mandate ends the school is refused, and the company goes on with the draft")
    void a_revoked_mandate_closes_the_draft() {
        try (TestPortal other = SmallWorld.in(TestPortal.start())) {
            TestBrowser school = other.browser().signedInAs("school", Role.SCHOOL, "P1");
            ApplicationFixture draft = ApplicationFixture.begun(school, SmallWorld.GARAGE);
            assertThat(draft.get("").status()).isEqualTo(200);
            other.sql("UPDATE portal.mandate SET revoked_at = '2026-11-22 09:00+01'");

            assertThat(draft.get("").status()).isEqualTo(403);
            assertThat(draft.post("/establishment", Map.of("choice", OTHER_GARAGE))
                            .status())
                    .isEqualTo(403);
            assertThat(school.post("/applications", Map.of("enterprise", SmallWorld.GARAGE))
                            .status())
                    .isEqualTo(403);
            assertThat(other.browser()
                            .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                            .get(draft.path())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_draft_is_thrown_away_after_asking() {
        ApplicationFixture draft = bakery();
        draft.fill("/establishment", Map.of("choice", "2123456789"));
        draft.upload("OTHER", "", "%PDF-1.7 weg");
        assertThat(draft.get("/delete").text()).contains("Deze aanvraag verwijderen?");
        assertThat(draft.post("/delete", Map.of("version", "1")).status()).isEqualTo(303);
        assertThat(draft.get("").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @DisplayName("R1: an establishment is added with its number, when that is in order and not somebody else's")
    @CsvSource({
        "2.000.000.339, 303, ''",
        "2.000.000.338, 422, controlecijfers",
        "0442.239.628, 422, controlecijfers",
        "8.000.000.764, 422, andere onderneming",
    })
    void an_establishment_is_added(String number, int status, String said) {
        Page page = bakery().fill(
                        "/establishment",
                        Map.of(
                                "choice",
                                "other",
                                "number",
                                number,
                                "street",
                                "Nieuwstraat",
                                "houseNumber",
                                "1",
                                "postalCode",
                                "9000",
                                "municipality",
                                "Gent"));
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text()).contains(said);
    }

    @Test
    @DisplayName("R11: each programme says which partnership handles it, and why")
    void the_competent_partnership_is_shown() {
        ApplicationFixture draft = bakery();
        assertThat(draft.get("/programmes?q=brood").text()).contains("Brood- en banketbakker duaal");
        draft.fill("/programmes", Map.of("add", "D1"));
        draft.fill("/programmes", Map.of("add", "B1"));
        assertThat(draft.get("/programmes").text())
                .contains(
                        "Voedingsindustrie Omdat 1 van de 1 eerdere erkenningen voor deze opleiding",
                        "Vlaams Partnerschap Duaal Leren Omdat er voor deze onderneming en opleiding geen sectoraal");
    }

    @ParameterizedTest
    @DisplayName("M6: the check that a mentor fails is named at the field")
    @CsvSource({
        "1980-05-05, 6, '', 303, ''",
        "2002-05-05, 6, '', 422, Leeftijd: de mentor is 24 jaar. Onder 25 jaar",
        "2002-05-05, 6, true, 303, ''",
        "2004-05-05, 6, true, 422, Leeftijd: de mentor is 22 jaar. Zelfs met",
        "1980-05-05, 4, '', 422, 'Praktijk: 4 jaar is te weinig'",
        "1980-05-05, vijf, '', 422, Vul een aantal jaren in",
    })
    void a_mentor_is_checked(LocalDate birth, String practice, String proof, int status, String said) {
        Map<String, String> fields = ApplicationFixture.newcomer(ApplicationFixture.national(birth, 11));
        fields.put("practice", practice);
        if (!proof.isEmpty()) {
            fields.put("proof", proof);
        }
        Page page = bakery().fill("/mentors", fields);
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text()).contains(said);
    }

    @Test
    @DisplayName("P2: a national number is never shown back nor kept readable, and need not be typed twice")
    void a_national_number_stays_hidden() {
        ApplicationFixture draft = bakery();
        String number = ApplicationFixture.national(LocalDate.of(1980, 5, 5), 13);
        Map<String, String> fields = ApplicationFixture.newcomer(number);
        fields.put("email", "");
        Page refused = draft.fill("/mentors", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain(number).contains("••.••.••-•••." + number.substring(9));

        String sealed = refused.body()
                .replaceAll("(?s).*name=\"sealed\" value=\"([^\"]*)\".*", "$1")
                .replace("&#x3D;", "=")
                .replace("&#x2F;", "/")
                .replace("&#x2B;", "+");
        fields.put("number", "");
        fields.put("sealed", sealed);
        fields.put("email", "nora@example.be");
        assertThat(draft.fill("/mentors", fields).status()).isEqualTo(303);
        assertThat(draft.get("/mentors").body()).doesNotContain(number);
        assertThat(portal.rows("SELECT content::text FROM portal.application_draft"))
                .noneMatch(content -> content.contains(number));
    }

    @Test
    @DisplayName("M12: a number of somebody with another name is refused without telling whose it is")
    void a_number_of_another_is_refused() {
        String number = ApplicationFixture.national(LocalDate.of(1970, 1, 2), 17);
        ApplicationFixture first = bakery().filled("2123456789", "M1", "D2");
        first.fill("/mentors", ApplicationFixture.newcomer(number));
        assertThat(first.submit().status()).isEqualTo(303);

        Map<String, String> other = ApplicationFixture.newcomer(number);
        other.put("firstName", "Piet");
        other.put("lastName", "Anders");
        Page page = ApplicationFixture.begun(as("garage", Role.COMPANY, SmallWorld.GARAGE), SmallWorld.GARAGE)
                .fill("/mentors", other);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("iemand met een andere naam").doesNotContain("Nora");
    }

    @Test
    @DisplayName("R5: horeca asks C450 and the criminal record of each mentor")
    void papers_differ_per_partnership() {
        try (TestPortal horeca = SmallWorld.in(TestPortal.start())) {
            horeca.sql("UPDATE portal.application SET partnership_code = 'hospitality'");
            ApplicationFixture draft = ApplicationFixture.begun(
                            horeca.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY), SmallWorld.BAKERY)
                    .filled("2123456789", "M1", "D2");
            Page without = draft.fill("/mentors", Map.of("who", "M1", "practice", "7"));
            assertThat(without.text()).contains("Uittreksel uit het strafregister: vul de datum in");
            draft.fill("/mentors", Map.of("who", "M1", "practice", "7", "extractOn", "2026-05-05"));

            assertThat(draft.get("/documents").text())
                    .contains("RSZ-attest C450 Gevraagd", "model 2: Mia Mertens Gevraagd");
            Page refused = draft.submit();
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("Nog op te laden: RSZ-attest C450");
            assertThat(draft.upload("C450", "", "geen pdf").text()).contains("geen PDF, JPEG of PNG");
            assertThat(draft.upload("C450", "", "%PDF-1.7 attest").status()).isEqualTo(303);
            assertThat(draft.get("/documents").text()).contains("RSZ-attest C450 In orde", "scan.pdf");
        }
    }

    private static ApplicationFixture bakery() {
        return ApplicationFixture.begun(as("bakery", Role.COMPANY, SmallWorld.BAKERY), SmallWorld.BAKERY);
    }

    private static TestBrowser as(String person, Role role, String scope) {
        return portal.browser().signedInAs(person, role, scope);
    }
}
