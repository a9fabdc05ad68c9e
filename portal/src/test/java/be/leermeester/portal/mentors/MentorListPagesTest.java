package be.leermeester.portal.mentors;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentorListPagesTest {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @DisplayName("P1: who sees which mentor")
    @CsvSource({
        "bakery, COMPANY, 0442239628, true, false",
        "garage, COMPANY, 0900001137, false, true",
        "food, HANDLER, food_industry, true, false",
        "auto, HANDLER, automotive, false, true",
        "everything, HANDLER, '', true, true",
        "admin, ADMIN, '', true, true",
        "school, SCHOOL, P1, false, true",
    })
    void each_sees_the_own_mentors(String person, Role role, String scope, boolean mia, boolean bart) {
        String text =
                portal.browser().signedInAs(person, role, scope).get("/mentors").text();

        assertThat(text.contains("Mia Mertens")).isEqualTo(mia);
        assertThat(text.contains("Bart Bos")).isEqualTo(bart);
    }

    @ParameterizedTest
    @CsvSource({
        "flag=RED, Mia Mertens, Bart Bos",
        "flag=OVERDUE, Bart Bos, Mia Mertens",
        "status=NOT_FOLLOWED, Bart Bos, Mia Mertens",
        "partnership=food_industry, Mia Mertens, Bart Bos",
        "q=mertens, Mia Mertens, Bart Bos",
        "q=garage, Bart Bos, Mia Mertens",
        "q=0442.239, Mia Mertens, Bart Bos",
        "enterprise=0900001137, Bart Bos, Mia Mertens",
    })
    void the_list_shows_what_is_asked(String query, String shown, String absent) {
        assertThat(admin().get("/mentors?" + query).text())
                .contains("1 mentor,")
                .contains(shown)
                .doesNotContain(absent);
    }

    @Test
    void a_row_says_until_when_and_leads_to_the_dossier() {
        TestBrowser.Page page = admin().get("/mentors?flag=RED");

        assertThat(page.text())
                .contains("1 mentor, dringendste eerst, Nog drie maanden of minder")
                .containsSubsequence(
                        "Mia Mertens", "10 januari 2027", "nog 49 dagen", "Op te volgen", "Bakkerij De Koren BV");
        assertThat(page.body()).contains("href=\"/recognitions/A1\"", "href=\"/companies/0442239628\"");
    }

    @Test
    @DisplayName("D3: mentors as on a day")
    void on_an_earlier_day_it_is_as_it_was_known_then() {
        assertThat(admin().get("/mentors?on=2022-06-01").text())
                .contains("1 mentor, dringendste eerst, zoals bekend op 1 juni 2022")
                .containsSubsequence("Bart Bos", "In orde", "1 maart 2023", "Op te volgen")
                .doesNotContain("Mia Mertens");
        assertThat(admin().get("/mentors?on=2022-12-15&flag=RED").text()).contains("Bart Bos");
    }

    @Test
    void nothing_found_says_what_to_do() {
        assertThat(admin().get("/mentors?q=niemand").text())
                .contains("Geen mentoren gevonden. Neem een filter weg")
                .contains("Alle filters wissen");
        assertThat(admin().in("en").get("/mentors?q=niemand").text()).contains("No mentors found.");
    }

    @Test
    @DisplayName("D5: the file of mentors")
    void the_list_is_kept_as_a_file() {
        assertThat(admin().get("/mentors.csv?flag=RED").body())
                .contains("Mia Mertens,Voedingsindustrie,Op te volgen,2027-01-10,49,Nog drie maanden of minder,"
                        + "Bakkerij De Koren BV,0442.239.628,A1");
        assertThat(admin().get("/mentors.xlsx").status()).isEqualTo(200);
    }

    private static TestBrowser admin() {
        return portal.browser().signedInAs("admin", Role.ADMIN);
    }
}
