package be.leermeester.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Handing in and judging evidence over HTTP: what a person sees and what the database then knows.
class EvidencePagesTest {

    private static final byte[] GOOD = EvidenceWorld.certificate("Attest", "Nele Claes", "6 oktober 2026", "8 uur");

    private TestPortal portal;
    private TestBrowser mentor;
    private TestBrowser handler;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql(EvidenceWorld.SQL);
        mentor = portal.browser().signedInAs("M3", Role.MENTOR);
        handler = portal.browser().signedInAs("bouw", Role.HANDLER, "construction");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("C1 C2: previewed with doubts, then handed in; the flag says it is being checked and nothing lapses")
    void what_is_handed_in_is_previewed_first_and_protects_the_mentor() {
        TestBrowser.Page preview = previewed(EvidenceWorld.certificate("Factuur", "voor iemand anders"), Map.of());

        assertThat(preview.text())
                .contains("Mentor op de werf", "Opleidingscentrum Noord", "attest.pdf")
                .contains("Wij vinden uw naam niet", "Wij vinden de data die u invulde niet")
                .contains("Bouw vraagt minstens 8 uur. U vulde 4 uur in.");
        assertThat(rows("SELECT state FROM learning.evidence")).isEmpty();

        String page = send(mentor, preview).text();

        assertThat(page).contains("Ingediend", "Wacht op nazicht", "vóór uw deadline");
        assertThat(rows("SELECT coalesce(lapses_on::text, 'waits') FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("waits");
        assertThat(mentor.get("/mentor").text()).contains("Wordt nagekeken");
        assertThat(rows("SELECT audience::text FROM kernel.event WHERE type = 'EvidenceHandedIn'"))
                .singleElement()
                .asString()
                .contains("person:M3", "partnership:construction", "company:0900001137");
    }

    @Test
    @DisplayName("C1: the picture is drawn by us, the way back keeps the file, handing in twice is once")
    void going_back_keeps_the_file_and_sending_twice_hands_in_once() {
        TestBrowser.Page preview = previewed(GOOD, Map.of());
        String draft = draftOf(preview);

        assertThat(mentor.get("/evidence/drafts/" + draft + "/picture")
                        .header("content-type")
                        .orElse(""))
                .startsWith("image/jpeg");
        TestBrowser.Page form = mentor.get("/evidence/new?draft=" + draft);
        assertThat(form.text()).contains("Gekozen bestand: attest.pdf");
        assertThat(form.typed()).contains("value=\"Mentor op de werf\"", "value=\"2026-10-06\"");
        Map<String, String> changed = EvidenceWorld.said();
        changed.put("draft", draft);
        changed.put("hours", "8");
        assertThat(mentor.upload("/evidence/new", changed, "file", "", new byte[0])
                        .status())
                .isEqualTo(303);
        mentor.get("/evidence/drafts/" + draft);
        mentor.post("/evidence/drafts/" + draft, Map.of());
        mentor.post("/evidence/drafts/" + draft, Map.of());

        assertThat(rows("SELECT hours::text || file_name FROM learning.evidence"))
                .containsExactly("8.00attest.pdf");
        assertThat(portal.browser()
                        .signedInAs("M4", Role.MENTOR)
                        .get("/evidence/drafts/" + draft)
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("C1: type by content, double extension, empty, password, 10 MB + 1: each in words, nothing typed lost")
    void a_file_that_cannot_be_evidence_is_refused_in_words() {
        assertThat(refused("attest.pdf", "hallo".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .contains("Dit is geen PDF, JPEG of PNG");
        assertThat(refused("attest.exe.pdf", GOOD)).contains("twee extensies");
        assertThat(refused("attest.pdf", new byte[0])).contains("Dit bestand is leeg");
        assertThat(refused("attest.pdf", EvidenceWorld.locked())).contains("vraagt een wachtwoord");
        byte[] large = java.util.Arrays.copyOf(GOOD, (10 << 20) + 1);
        assertThat(refused("attest.pdf", large)).contains("groter dan 10 MB");
        assertThat(refused("foto.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2}))
                .contains("kan niet geopend worden");
        assertThat(rows("SELECT id FROM portal.evidence_draft")).isEmpty();
    }

    @Test
    @DisplayName("C3 journey 3: too few hours refused with the rule, a second accepted, green for all")
    void too_few_hours_are_refused_with_the_rule_and_a_second_one_is_accepted() {
        String first = handedIn(GOOD, Map.of());
        assertThat(handler.get("/evidence").text()).contains("Nele Claes", "Eén bewijs wacht");
        assertThat(handler.get("/evidence/" + first).text())
                .contains("Minstens 8 uur; ingediend: 4 uur", "Niet in orde", "Bron: S2:1155");

        decide(handler, first, Map.of("decision", "REFUSE", "refusal", "TOO_FEW_HOURS", "motivation", "x".repeat(25)));

        assertThat(mentor.get("/evidence/mine").text())
                .contains("Geweigerd", "Bouw vraagt minstens 8 uur opleiding. Uw bewijs telt 4 uur.", "Wat nu?")
                .contains("Bekeken door: Bo Bouw");
        assertThat(rows("SELECT lapses_on::text FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("2027-01-16");

        String second = handedIn(GOOD, Map.of("hours", "8"));
        decide(handler, second, accepted());

        assertThat(rows("SELECT status || since FROM learning.mentor_training WHERE status = 'FOLLOWED_ELSEWHERE'"))
                .containsExactly("FOLLOWED_ELSEWHERE2026-10-06");
        assertThat(mentor.get("/mentor").text()).contains("Elders gevolgd");
        assertThat(rows("SELECT status FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("FOLLOWED_ELSEWHERE");
        assertThat(rows("SELECT recipient || ' ' || subject FROM kernel.mail ORDER BY 1"))
                .containsExactly(
                        "nele@example.be Aanvaard: het bewijs van Nele Claes",
                        "nele@example.be Geweigerd: het bewijs van Nele Claes",
                        "petra@example.be Accepted: the proof of Nele Claes",
                        "petra@example.be Refused: the proof of Nele Claes");
    }

    @Test
    @DisplayName("C4: the date followed counts, also where it lies before the recognition")
    void a_training_of_before_the_recognition_counts() {
        String id = handedIn(GOOD, Map.of("hours", "8", "followedFrom", "", "followedTo", "2024-03-01"));

        decide(handler, id, with(accepted(), "followedTo", "2024-03-01"));

        assertThat(rows("SELECT status || status_since FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("FOLLOWED_ELSEWHERE2024-03-01");
    }

    @Test
    @DisplayName("C3: a better copy keeps what was filled in and the protection")
    void a_better_copy_is_asked_and_uploaded() {
        String id = handedIn(GOOD, Map.of("hours", "8"));
        decide(handler, id, Map.of("decision", "COPY", "motivation", "De foto is te donker om te lezen."));

        assertThat(mentor.get("/evidence/mine").text()).contains("Betere kopie gevraagd", "te donker");
        assertThat(mentor.get("/evidence/new?again=" + id).typed()).contains("value=\"Mentor op de werf\"");
        Map<String, String> again = with(EvidenceWorld.said(), "again", id);
        TestBrowser.Page sent = mentor.upload("/evidence/new", with(again, "hours", "8"), "file", "beter.pdf", GOOD);
        send(mentor, mentor.get(sent.header("location").orElseThrow()));

        assertThat(rows("SELECT state || file_name FROM learning.evidence")).containsExactly("WAITINGbeter.pdf");
        assertThat(rows("SELECT file_name FROM portal.evidence_step ORDER BY seq"))
                .containsExactly("attest.pdf", "attest.pdf", "beter.pdf");
    }

    @Test
    @DisplayName("C3: of two handlers one wins, the other sees it and keeps what was typed")
    void of_two_handlers_one_wins() {
        String id = handedIn(GOOD, Map.of("hours", "8"));
        TestBrowser other = portal.browser().signedInAs("bouw2", Role.HANDLER, "construction");
        other.get("/evidence/" + id);
        decide(handler, id, accepted());

        TestBrowser.Page late = other.post(
                "/evidence/" + id,
                Map.of(
                        "seen",
                        "1",
                        "decision",
                        "REFUSE",
                        "refusal",
                        "OTHER",
                        "motivation",
                        "Dit programma kennen wij helemaal niet."));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("intussen iets gebeurd", "Aanvaard", "Dit programma kennen wij helemaal niet.");
        assertThat(rows("SELECT count(*) FROM portal.evidence_step")).containsExactly("2");
    }

    @Test
    @DisplayName("B7: accepting against a rule asks a motivation; refusing asks a code and a motivation")
    void an_exception_is_motivated() {
        String id = handedIn(GOOD, Map.of());
        handler.get("/evidence/" + id);

        TestBrowser.Page exception = handler.post("/evidence/" + id, with(with(accepted(), "hours", "4"), "seen", "1"));
        TestBrowser.Page bare = handler.post("/evidence/" + id, Map.of("seen", "1", "decision", "REFUSE"));

        assertThat(exception.status()).isEqualTo(422);
        assertThat(exception.text()).contains("niet aan elke regel is voldaan");
        assertThat(bare.text()).contains("Kies waarom u weigert", "in minstens 20 tekens");
        assertThat(rows("SELECT state FROM learning.evidence")).containsExactly("WAITING");
    }

    @Test
    @DisplayName("C4: an exemption goes the same way; experience without a certificate needs no file")
    void an_exemption_is_asked_and_given() {
        Map<String, String> asked = Map.of(
                "kind", "EXEMPTION",
                "ground", "EXPERIENCE_WITHOUT_CERTIFICATE",
                "remark", "Ik begeleid al twaalf jaar leerlingen op de werf.");
        mentor.get("/evidence/new?kind=EXEMPTION");
        TestBrowser.Page sent = mentor.upload("/evidence/new", asked, "file", "", new byte[0]);
        send(mentor, mentor.get(sent.header("location").orElseThrow()));
        decide(handler, rows("SELECT id FROM learning.evidence").getFirst(), Map.of("decision", "ACCEPT"));

        assertThat(rows("SELECT status || exemption_ground FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("EXEMPTEXPERIENCE_WITHOUT_CERTIFICATE");
        assertThat(mentor.get("/mentor").text()).contains("Ervaring zonder ervaringsbewijs");
    }

    @Test
    @DisplayName("C7 P1: the file is for the mentor, the partnership's handler and who uploaded it, as an attachment")
    void the_file_is_for_three_and_survives_the_company() {
        String id = handedIn(GOOD, Map.of());
        TestBrowser company = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        portal.sql("INSERT INTO learning.struck_mentor (application_id, person_id, struck_on, reason, recorded_at)"
                + " VALUES ('A9', 'M3', '2026-11-22', 'CONDUCT', '2026-11-22Z');"
                + "UPDATE portal.application SET status = 'REVOKED' WHERE id = 'A9'");

        for (TestBrowser may : List.of(mentor, handler)) {
            TestBrowser.Page file = may.get("/evidence/" + id + "/file");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("content-disposition").orElse("")).startsWith("attachment");
        }
        assertThat(company.get("/evidence/" + id + "/file").status()).isEqualTo(404);
        assertThat(company.get("/evidence/of/M3").text()).contains("Mentor op de werf", "Wacht op nazicht");
        for (TestBrowser other : List.of(
                portal.browser().signedInAs("M4", Role.MENTOR),
                portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY),
                portal.browser().signedInAs("food", Role.HANDLER, "food_industry"),
                portal.browser().signedInAs("otherSchool", Role.SCHOOL, "P2"))) {
            assertThat(other.get("/evidence/" + id + "/file").status()).isEqualTo(404);
            assertThat(other.get("/evidence/" + id + "/picture").status()).isEqualTo(404);
            assertThat(other.get("/evidence/" + id).status()).isIn(403, 404);
            assertThat(other.get("/evidence/of/M3").status()).isIn(403, 404);
            assertThat(other.get("/evidence/new?mentor=M3").status()).isIn(403, 404);
        }
    }

    @Test
    @DisplayName("C1: the company and a school with a mandate hand in for the mentor; withdrawn counts for nothing")
    void the_company_and_the_mandated_school_hand_in() {
        TestBrowser company = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        assertThat(company.get("/evidence/new").text()).contains("Voor welke mentor?", "Nele Claes");
        TestBrowser school = portal.browser().signedInAs("school", Role.SCHOOL, "P1");
        for (TestBrowser one : List.of(company, school)) {
            one.get("/evidence/new?mentor=M3");
            TestBrowser.Page sent =
                    one.upload("/evidence/new", with(EvidenceWorld.said(), "mentor", "M3"), "file", "a.pdf", GOOD);
            assertThat(send(one, one.get(sent.header("location").orElseThrow())).text())
                    .contains("Nele Claes");
        }
        assertThat(rows("SELECT handed_in_by FROM learning.evidence ORDER BY 1"))
                .containsExactly("garage", "school");
        mentor.get("/evidence/mine");
        rows("SELECT id FROM learning.evidence").forEach(id -> mentor.post("/evidence/" + id + "/withdraw", Map.of()));
        assertThat(rows("SELECT lapses_on::text FROM learning.obligation WHERE person_id = 'M3'"))
                .containsExactly("2027-01-16");
    }

    private static Map<String, String> accepted() {
        Map<String, String> verdict =
                new java.util.TreeMap<>(Map.of("decision", "ACCEPT", "followedTo", "2026-10-06", "hours", "8"));
        for (Verdict.Theme theme : Verdict.Theme.values()) {
            verdict.put("theme-" + theme, "true");
        }
        return verdict;
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new java.util.TreeMap<>(values);
        more.put(name, value);
        return more;
    }

    private void decide(TestBrowser who, String id, Map<String, String> verdict) {
        String page = who.get("/evidence/" + id).body();
        String seen = page.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        TestBrowser.Page answer = who.post("/evidence/" + id, with(verdict, "seen", seen));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    }

    private TestBrowser.Page previewed(byte[] file, Map<String, String> changes) {
        mentor.get("/evidence/new");
        Map<String, String> said = EvidenceWorld.said();
        said.putAll(changes);
        TestBrowser.Page sent = mentor.upload("/evidence/new", said, "file", "attest.pdf", file);
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        return mentor.get(sent.header("location").orElseThrow());
    }

    private String handedIn(byte[] file, Map<String, String> changes) {
        send(mentor, previewed(file, changes));
        return rows("SELECT id FROM learning.evidence WHERE state = 'WAITING'").getFirst();
    }

    private static TestBrowser.Page send(TestBrowser who, TestBrowser.Page preview) {
        TestBrowser.Page sent = who.post("/evidence/drafts/" + draftOf(preview), Map.of());
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        return who.get(sent.header("location").orElseThrow());
    }

    private static String draftOf(TestBrowser.Page preview) {
        return preview.body().replaceAll("(?s).*action=\"/evidence/drafts/([^\"]+)\".*", "$1");
    }

    private String refused(String name, byte[] content) {
        mentor.get("/evidence/new");
        TestBrowser.Page page = mentor.upload("/evidence/new", EvidenceWorld.said(), "file", name, content);
        assertThat(page.status()).as(name).isEqualTo(422);
        assertThat(page.typed()).contains("value=\"Mentor op de werf\"");
        return page.text();
    }

    private List<String> rows(String sql) {
        return EvidenceWorld.rows(portal, sql);
    }
}
