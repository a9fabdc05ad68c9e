package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestBrowser.Page;
import be.leermeester.portal.testing.TestPortal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubmitPagesTest {

    private static final String PLACE = "2123456789";

    private TestPortal portal;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("R1, R3: one form makes a dossier per programme, frozen as it was, with the day of the decision")
    void one_dossier_per_programme() {
        ApplicationFixture draft = bakery().filled(PLACE, "M1", "D2", "D3");
        String number = ApplicationFixture.national(LocalDate.of(1975, 3, 4), 21);
        draft.fill("/mentors", ApplicationFixture.newcomer(number));

        assertThat(draft.submit().header("location")).hasValue(draft.path() + "/done");
        assertThat(draft.get("/done").text())
                .contains("Uw 2 aanvragen zijn ingediend", "Onderhoudsmechanica auto duaal", "Metselaar duaal")
                .contains("zondag 6 december 2026")
                .contains("veertien kalenderdagen, te tellen vanaf de dag na de indiening");
        assertThat(made()).isEqualTo("2");
        assertThat(rows("SELECT count(*) FROM learning.mentor_application WHERE application_id LIKE 'D2026-%'"
                        + " AND decision = 'PENDING'"))
                .isEqualTo("4");
        assertThat(rows("SELECT count(*) FROM portal.application_version v WHERE frozen_at = '2026-11-22 09:00Z'"
                        + " AND seq = 1 AND content ->> 'establishment' = '" + PLACE + "'"))
                .isEqualTo("2");
        assertThat(rows("SELECT count(*) FROM kernel.person_role r JOIN kernel.person p ON p.id = r.person_id"
                        + " WHERE role = 'MENTOR' AND last_name = 'Nieuw'"))
                .isEqualTo("1");
        assertThat(portal.rows("SELECT content::text FROM portal.application_version UNION ALL"
                        + " SELECT content::text FROM portal.application_draft UNION ALL"
                        + " SELECT payload::text FROM kernel.event"))
                .isNotEmpty()
                .noneMatch(content -> content.contains(number));
    }

    @Test
    @DisplayName("R1: pressed twice it is sent once")
    void it_is_sent_once() throws Exception {
        ApplicationFixture draft = bakery().filled(PLACE, "M1", "D2", "D3");
        String version = ApplicationFixture.version(draft.get("/check"));
        Map<String, String> form = Map.of("declared", "true", "version", version);

        List<Page> answers = atOnce(Stream.generate(() -> draft.in(as("bakery", Role.COMPANY, SmallWorld.BAKERY)))
                .limit(4)
                .<Callable<Page>>map(hands -> () -> hands.post("/submit", form))
                .toList());

        assertThat(answers).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(303);
            assertThat(page.header("location")).hasValue(draft.path() + "/done");
        });
        assertThat(made()).isEqualTo("2");
        assertThat(draft.get("/mentors").header("location")).hasValue(draft.path() + "/done");
    }

    @Test
    @DisplayName("R1: of two drafts for the same programme one is sent, the other is led to it")
    void two_drafts_at_once() throws Exception {
        ApplicationFixture one = bakery().filled(PLACE, "M1", "D2", "D3");
        ApplicationFixture other = bakery().filled(PLACE, "M1", "D3", "D2");
        assertThat(other.path()).isNotEqualTo(one.path());

        List<Page> answers =
                atOnce(List.of(one::submit, other.in(as("bakery", Role.COMPANY, SmallWorld.BAKERY))::submit));

        // Who comes a moment later is stopped by the check, who comes at the very same time by the claim.
        assertThat(answers).extracting(Page::status).containsOnlyOnce(303).containsAnyOf(409, 422);
        assertThat(answers.stream().filter(page -> page.status() == 409))
                .allSatisfy(page -> assertThat(page.body()).containsPattern("href=\"/recognitions/D2026-\\d+\""));
        assertThat(made()).isEqualTo("2");
    }

    @Test
    @DisplayName("R1: what changed after the summary was shown is not sent unseen")
    void a_change_in_between_is_shown_first() {
        ApplicationFixture draft = bakery().filled(PLACE, "M1", "D2");
        String seen = ApplicationFixture.version(draft.get("/check"));
        draft.fill("/programmes", Map.of("add", "D3"));

        Page page = draft.post("/submit", Map.of("declared", "true", "version", seen));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Karel Koren bewaarde deze aanvraag", "Metselaar duaal");
        assertThat(made()).isEqualTo("0");
    }

    @Test
    @DisplayName("R1: a second application for the same place and programme is refused with a link to the first")
    void a_duplicate_is_refused() {
        ApplicationFixture draft = bakery().filled(PLACE, "M1", "D1");
        assertThat(draft.get("/check").text()).contains("heeft de vestiging al een dossier: A1");
        Page page = draft.submit();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("href=\"/recognitions/A1\"");
        assertThat(made()).isEqualTo("0");
    }

    @Test
    void without_the_declaration_nothing_is_sent() {
        ApplicationFixture draft = bakery().filled(PLACE, "M1", "D2");
        Page page = draft.fill("/submit", Map.of());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Vink de verklaring aan");
        assertThat(made()).isEqualTo("0");
    }

    @Test
    void an_empty_application_says_what_lacks() {
        Page page = bakery().submit();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("De aanvraag is nog niet volledig", "Nog in te vullen");
    }

    @Test
    @DisplayName("R8: who filed for the company is registered")
    void a_school_files_under_its_mandate() {
        ApplicationFixture draft = ApplicationFixture.begun(as("school", Role.SCHOOL, "P1"), SmallWorld.GARAGE)
                .filled("8000000764", "M2", "D3");
        assertThat(draft.submit().status()).isEqualTo(303);
        assertThat(rows("SELECT submitted_by || ' ' || filed_by || ' ' || filed_as FROM portal.application"
                        + " WHERE id LIKE 'D2026-%'"))
                .isEqualTo("TRAINING_PROVIDER school P1");
    }

    @Test
    @DisplayName("R1: an establishment that is added belongs to the company from then on")
    void a_place_is_added() {
        ApplicationFixture draft = bakery().filled(PLACE, "M1", "D1");
        draft.fill(
                "/establishment",
                Map.of(
                        "choice",
                        "other",
                        "number",
                        "2.000.000.339",
                        "street",
                        "Nieuwstraat",
                        "houseNumber",
                        "1",
                        "postalCode",
                        "9000",
                        "municipality",
                        "Gent"));
        assertThat(draft.submit().status()).isEqualTo(303);
        assertThat(rows("SELECT enterprise_number || ' ' || street FROM portal.establishment"
                        + " WHERE establishment_number = '2000000339'"))
                .isEqualTo(SmallWorld.BAKERY + " Nieuwstraat");
    }

    private ApplicationFixture bakery() {
        return ApplicationFixture.begun(as("bakery", Role.COMPANY, SmallWorld.BAKERY), SmallWorld.BAKERY);
    }

    private TestBrowser as(String person, Role role, String scope) {
        return portal.browser().signedInAs(person, role, scope);
    }

    private String made() {
        return rows("SELECT count(*)::text FROM portal.application WHERE id LIKE 'D2026-%'");
    }

    private String rows(String sql) {
        return String.join(",", portal.rows(sql));
    }

    private static List<Page> atOnce(List<Callable<Page>> visits) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(visits.size())) {
            return people.invokeAll(visits).stream().map(Future::resultNow).toList();
        }
    }
}
