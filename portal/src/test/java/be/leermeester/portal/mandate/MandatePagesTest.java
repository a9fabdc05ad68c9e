package be.leermeester.portal.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MandatePagesTest {

    private static final String PDF = "%PDF-1.7 getekend";

    private TestPortal portal;
    private TestBrowser garage;
    private TestBrowser school;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                UPDATE kernel.person SET email = id || '@example.be' WHERE id IN ('school', 'otherSchool', 'garage', 'auto');
                UPDATE kernel.person SET language = 'en' WHERE id = 'otherSchool'
                """);
        garage = portal.browser().signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE);
        school = portal.browser().signedInAs("school", Role.SCHOOL, "P1");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("R8: a company sees who acts for it and what they did")
    void a_company_sees_who_acts_for_it_and_what_they_did() {
        assertThat(garage.get("/company/mandates").text())
                .containsSubsequence(
                        "Wie handelt voor ons?",
                        "Technisch Atheneum",
                        "Geldt",
                        "Vanaf 1 september 2026",
                        "Alles: indienen",
                        "1 november 2026: ingediend: Onderhoudsmechanica auto duaal");
        assertThat(portal.browser()
                        .signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY)
                        .get("/company/mandates")
                        .text())
                .contains("Niemand mag voor uw onderneming handelen")
                .doesNotContain("Technisch Atheneum");
    }

    @Test
    @DisplayName("R8: revoked at once, once, with mail and history; what the school had open is gone")
    void a_revoked_mandate_is_over_at_once() {
        assertThat(school.get("/recognitions/A3").status()).isEqualTo(200);
        assertThat(garage.get("/company/mandates/V1/revoke").text()).contains("Vanaf nu kan Technisch Atheneum niets");
        assertThat(garage.post("/company/mandates/V1/revoke", Map.of()).header("location"))
                .contains("/company/mandates/V1?done=revoked");
        garage.post("/company/mandates/V1/revoke", Map.of());

        assertThat(school.get("/recognitions/A3").status()).isEqualTo(404);
        assertThat(school.get("/mandates").text()).contains("Ingetrokken Garage O'Peeters & <Zoon>, 22 november 2026");
        assertThat(garage.get("/company/mandates/V1").text())
                .contains("Ingetrokken op 22 november 2026")
                .containsOnlyOnce("Ingetrokken Petra Peeters");
        assertThat(mails()).containsOnlyOnce("Garage O'Peeters & <Zoon> heeft uw machtiging ingetrokken");
        assertThat(events("MandateRevoked")).containsOnlyOnce("company:0900001137");
    }

    @Test
    void a_mandate_is_found_by_name_and_given_with_a_signed_photo() {
        assertThat(garage.get("/company/mandates/new?q=sint").body())
                .contains("kind=TRAINING_PROVIDER&amp;holder=P2")
                .doesNotContain("holder=P1");
        assertThat(garage.get("/company/mandates/give?kind=TRAINING_PROVIDER&holder=P2")
                        .text())
                .contains("Sint-Jan machtigen")
                .contains("Werkplaats, Baan 2, Mechelen")
                .contains("Metselaar duaal");
        Map<String, String> fields = given();
        fields.put("until", "2027-06-30");
        fields.put("act", "FILE");
        fields.put("establishment", "8000000764");
        fields.put("programme", "D2");
        String page = give(fields, PDF).header("location").orElse("");
        assertThat(page).startsWith("/company/mandates/").endsWith("?done=given");
        assertThat(give(fields, PDF).header("location")).contains(page);

        assertThat(garage.get(page).text())
                .containsSubsequence(
                        "De machtiging is gegeven",
                        "Sint-Jan",
                        "Van 22 november 2026 tot en met 30 juni 2027",
                        "Aanvragen indienen en intrekken",
                        "Alleen voor deze vestigingen: Werkplaats, Baan 2, Mechelen",
                        "Alleen voor deze opleidingen: Onderhoudsmechanica auto duaal",
                        "getekend.pdf");
        assertThat(mails()).containsOnlyOnce("Garage O'Peeters & <Zoon> gives you a mandate (22 November 2026)");
        String paper = page.replaceFirst("/company(/.*)\\?.*", "$1/file");
        TestBrowser other = portal.browser().signedInAs("otherSchool", Role.SCHOOL, "P2");
        assertThat(other.get(paper).body()).isEqualTo(PDF);
        assertThat(other.get("/mandates").text()).contains("Garage O'Peeters & <Zoon>");
        assertThat(school.get(paper).status()).isEqualTo(404);
    }

    @Test
    void what_is_not_signed_or_not_a_picture_is_refused_with_what_was_typed() {
        Map<String, String> fields = given();
        fields.put("until", "2027-06-30");
        TestBrowser.Page page = give(fields, "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Kruis aan dat u akkoord gaat, of voeg het getekende blad toe");
        assertThat(page.body()).contains("value=\"2027-06-30\"");
        assertThat(give(fields, "<html>geen papier").text()).contains("Dit is geen PDF, JPEG of PNG");
        fields.put("agree", "true");
        fields.put("until", "2026-01-01");
        assertThat(give(fields, "").text()).contains("De laatste dag valt voor 22 november 2026");
        fields.put("until", "gisteren");
        assertThat(give(fields, "").text()).contains("geen datum");
        fields.remove("until");
        fields.put("from", "2026-11-21");
        assertThat(give(fields, "").text()).contains("Kies 22 november 2026 of later");
        fields.put("from", "");
        assertThat(give(fields, "").status()).isEqualTo(303);
        fields.put("holder", "P99");
        assertThat(give(fields, "").status()).isEqualTo(404);
    }

    @Test
    void a_limit_only_takes_away() {
        garage.get("/company/mandates/V1/limit");
        garage.post("/company/mandates/V1/limit", Map.of("until", "2026-12-31", "act", "AGREEMENTS"));
        assertThat(garage.get("/company/mandates/V1").text())
                .contains("Van 1 september 2026 tot en met 31 december 2026")
                .contains("Mag Overeenkomsten registreren en beëindigen")
                .contains("Beperkt");
        assertThat(mails()).contains("heeft uw machtiging beperkt");
        assertThat(garage.post("/company/mandates/V1/limit", Map.of("until", "2027-01-31"))
                        .text())
                .contains("De machtiging loopt tot en met 31 december 2026");
        garage.post("/company/mandates/V1/limit", Map.of("until", "2026-12-31", "act", "FILE"));
        assertThat(garage.get("/company/mandates/V1").text())
                .contains("Mag Overeenkomsten registreren en beëindigen")
                .doesNotContain("Aanvragen indienen");
        assertThat(events("MandateLimited")).containsOnlyOnce("company:0900001137");
        garage.post("/company/mandates/V1/revoke", Map.of());
        assertThat(garage.post("/company/mandates/V1/limit", Map.of("until", "2026-12-30"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void another_company_s_mandate_is_not_there() {
        TestBrowser bakery = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        bakery.get("/company/mandates");
        for (String path : new String[] {"", "/limit", "/revoke"}) {
            assertThat(bakery.get("/company/mandates/V1" + path).status()).isEqualTo(404);
        }
        assertThat(bakery.post("/company/mandates/V1/revoke", Map.of()).status())
                .isEqualTo(404);
        assertThat(bakery.post("/company/mandates/V1/limit", Map.of("until", "2026-12-31"))
                        .status())
                .isEqualTo(404);
        assertThat(garage.get("/company/mandates/V1").text()).contains("Geldt");
    }

    @Test
    void a_school_asks_and_the_company_answers() {
        TestBrowser other = portal.browser().signedInAs("otherSchool", Role.SCHOOL, "P2");
        assertThat(other.get("/mandates/ask?q=0900.001").text()).contains("Garage O'Peeters & <Zoon>");
        other.get("/mandates/ask/0900001137");
        assertThat(other.post("/mandates/ask/0900001137", Map.of("reason", "")).status())
                .isEqualTo(422);
        other.post("/mandates/ask/0900001137", Map.of("reason", "Voor <b>Metselaar</b>"));
        other.post("/mandates/ask/0900001137", Map.of("reason", "Nog eens"));
        assertThat(other.get("/mandates").text()).contains("Garage O'Peeters & <Zoon>, gevraagd op 22 november 2026");
        assertThat(mails()).containsOnlyOnce("Sint-Jan vraagt uw machtiging");

        assertThat(garage.get("/company").text()).contains("Vraagt uw machtiging: Sint-Jan.");
        assertThat(garage.get("/company/mandates").text())
                .containsOnlyOnce("Sint-Jan vraagt uw machtiging")
                .contains("Voor <b>Metselaar</b>");
        Map<String, String> fields = given();
        fields.put("agree", "true");
        give(fields, "");
        assertThat(garage.get("/company/mandates").text()).doesNotContain("vraagt uw machtiging");
        assertThat(other.get("/mandates").text()).doesNotContain("gevraagd op");
    }

    @Test
    void a_company_says_no() {
        TestBrowser auto = portal.browser().signedInAs("auto", Role.HANDLER, "automotive");
        auto.get("/mandates/ask/0900001137");
        auto.post("/mandates/ask/0900001137", Map.of("reason", "Hulp", "kind", "WORKPLACE_COUNSELLOR"));
        String page = garage.get("/company/mandates").body();
        assertThat(page).contains("kind=WORKPLACE_COUNSELLOR");
        String path = page.replaceFirst("(?s).*action=\"(/company/mandates/requests/[^\"]*)\".*", "$1");
        TestBrowser bakery = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        bakery.get("/company/mandates");
        assertThat(bakery.post(path, Map.of()).status()).isEqualTo(404);
        assertThat(garage.post(path, Map.of()).status()).isEqualTo(303);
        assertThat(garage.get("/company/mandates").text()).doesNotContain("vraagt uw machtiging");
        assertThat(events("MandateDeclined")).containsOnlyOnce("company:0900001137");
    }

    private static Map<String, String> given() {
        return new LinkedHashMap<>(Map.of("kind", "TRAINING_PROVIDER", "holder", "P2", "from", "2026-11-22"));
    }

    private TestBrowser.Page give(Map<String, String> fields, String paper) {
        garage.get("/company/mandates/give?kind=TRAINING_PROVIDER&holder=P2");
        StringBuilder body = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", garage.csrf());
        all.forEach((name, value) -> body.append(
                "--edge\r\ncontent-disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append("--edge\r\ncontent-disposition: form-data; name=\"paper\"; filename=\"%s\"\r\n"
                        .formatted(paper.isEmpty() ? "" : "getekend.pdf"))
                .append("content-type: application/octet-stream\r\n\r\n")
                .append(paper)
                .append("\r\n--edge--\r\n");
        return garage.send(HttpRequest.newBuilder(URI.create(garage.origin() + "/company/mandates/give"))
                .header("content-type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private String mails() {
        return portal.browser().signedInAs("admin", Role.ADMIN).get("/mailbox").text();
    }

    private String events(String type) {
        return portal.browser()
                .signedInAs("admin", Role.ADMIN)
                .get("/admin/events?type=" + type)
                .text();
    }
}
