package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestBrowser.Page;
import be.leermeester.portal.testing.TestPortal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A2 of the small world is incomplete since its second change: two items are asked.
class AnswerPagesTest {

    private TestPortal portal;
    private TestBrowser bakery;

    @BeforeEach
    void start() {
        portal = SmallWorld.in(TestPortal.start());
        portal.sql("""
                INSERT INTO portal.missing_item (id, application_id, seq, item, remark) VALUES
                  ('i1', 'A2', 2, 'C450', 'Het attest van dit jaar'), ('i2', 'A2', 2, 'EQUIPMENT', 'Welke oven?');
                """);
        bakery = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        bakery.get("/recognitions/A2/answer");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName("R5, R3: each missing item is answered, then fourteen new days begin")
    void each_item_is_answered() {
        assertThat(bakery.get("/recognitions/A2").text())
                .contains("Vervolledig uw dossier", "Het attest van dit jaar", "Welke oven?");
        assertThat(answer("i2", "2", "Een steenoven van 2024").status()).isEqualTo(303);
        assertThat(resubmit("2").text()).contains("Beantwoord eerst elk punt");

        assertThat(bakery.upload(
                                "/recognitions/A2/answer",
                                Map.of("seen", "2", "item", "i1", "answer", ""),
                                "file",
                                "c450.pdf",
                                pdf("attest"))
                        .status())
                .isEqualTo(303);
        assertThat(bakery.get("/recognitions/A2/answer").text()).contains("Een steenoven van 2024", "c450.pdf");
        assertThat(resubmit("2").header("location")).hasValue("/recognitions/A2");

        assertThat(portal.rows("SELECT status || ' ' || decide_by FROM portal.application WHERE id = 'A2'"))
                .containsExactly("SUBMITTED 2026-12-07");
        assertThat(portal.rows("SELECT kind FROM portal.application_document WHERE application_id = 'A2'"))
                .containsExactly("C450");
        assertThat(portal.rows("SELECT seq || ' ' || jsonb_array_length(content -> 'answers')"
                        + " FROM portal.application_version WHERE application_id = 'A2'"))
                .containsExactly("3 2");
        assertThat(bakery.get("/recognitions/A2/answer").status()).isEqualTo(303);
    }

    @Test
    @DisplayName("R2: where the handler decided first the applicant is told, and keeps what was typed")
    void the_handler_was_first() {
        portal.sql("""
                INSERT INTO portal.application_event (application_id, seq, at, status, reasons, remark, actor, recorded_at)
                VALUES ('A2', 3, '2026-11-21Z', 'SUBMITTED', '{}', '', 'bakery', '2026-11-21Z'),
                  ('A2', 4, '2026-11-22Z', 'REJECTED', '{NO_SUITABLE_MENTOR}', 'Geen mentor', 'food', '2026-11-22Z');
                UPDATE portal.application SET status = 'REJECTED', status_since = '2026-11-22Z' WHERE id = 'A2';
                """);
        Page page = answer("i2", "2", "Een steenoven");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Intussen is dit dossier afgekeurd");
        assertThat(page.body()).contains("Een steenoven");
        assertThat(resubmit("2").status()).isIn(409, 422);
    }

    @Test
    void an_answer_says_something() {
        Page page = answer("i1", "2", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Typ een antwoord of kies een bestand");
        assertThat(bakery.upload(
                                "/recognitions/A2/answer",
                                Map.of("seen", "2", "item", "i1", "answer", "zie bijlage"),
                                "file",
                                "foto.heic",
                                "ftypheic".getBytes(StandardCharsets.US_ASCII))
                        .text())
                .contains("geen PDF, JPEG of PNG");
    }

    @Test
    @DisplayName("R2: an open application is withdrawn after asking, a decided one is not")
    void an_open_application_is_withdrawn() {
        assertThat(bakery.get("/recognitions/A2/withdraw").text()).contains("Deze aanvraag intrekken?");
        Page stale = bakery.post("/recognitions/A2/withdraw", Map.of("seen", "1", "remark", "We stoppen"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("We stoppen");
        assertThat(bakery.post("/recognitions/A2/withdraw", Map.of("seen", "2", "remark", "We stoppen"))
                        .status())
                .isEqualTo(303);
        assertThat(portal.rows("SELECT status FROM portal.application WHERE id = 'A2'"))
                .containsExactly("CANCELLED");
        assertThat(bakery.post("/recognitions/A1/withdraw", Map.of("seen", "2")).status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("R14: a rejection says until when one can appeal, and what else can be done")
    void a_rejection_says_what_next() {
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                        .get("/recognitions/A5")
                        .text())
                .contains("De termijn voor beroep is voorbij", "10 oktober 2026", "opnieuw aanvragen");
        portal.sql("UPDATE portal.application SET status_since = '2026-11-20 10:00+01' WHERE id = 'A5'");
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                        .get("/recognitions/A5")
                        .text())
                .contains("Beroep kan tot en met maandag 30 november 2026", "aangetekende brief");
    }

    @Test
    @DisplayName("P1: a dossier is answered and withdrawn by its company and its mandated filer only")
    void who_may_answer() {
        for (String step : List.of("/answer", "/withdraw")) {
            assertThat(status("food", Role.HANDLER, "food_industry", "A2", step))
                    .isEqualTo(403);
            assertThat(status("garage", Role.COMPANY, SmallWorld.GARAGE, "A2", step))
                    .isEqualTo(404);
            assertThat(status("school", Role.SCHOOL, "P1", "A2", step)).isEqualTo(404);
            assertThat(status("otherSchool", Role.SCHOOL, "P2", "A3", step)).isEqualTo(404);
        }
        assertThat(status("school", Role.SCHOOL, "P1", "A3", "/withdraw")).isEqualTo(200);
        portal.sql("UPDATE portal.mandate SET revoked_at = '2026-11-22 09:00+01'");
        assertThat(status("school", Role.SCHOOL, "P1", "A3", "/withdraw")).isIn(403, 404);
    }

    @Test
    @DisplayName("P2: a criminal record is read by the parties only, and that the partnership did is kept")
    void who_reads_a_criminal_record() {
        answer("i2", "2", "Een steenoven");
        bakery.upload(
                "/recognitions/A2/answer",
                Map.of("seen", "2", "item", "i1", "answer", ""),
                "file",
                "strafregister.pdf",
                pdf("blanco"));
        portal.sql("UPDATE portal.application_document SET kind = 'CRIMINAL_RECORD'");
        String id = portal.rows("SELECT id FROM portal.application_document").getFirst();
        assertThat(get("garage", Role.COMPANY, SmallWorld.GARAGE, "/documents/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(get("auto", Role.HANDLER, "automotive", "/documents/" + id).status())
                .isEqualTo(404);
        Page read = get("food", Role.HANDLER, "food_industry", "/documents/" + id);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("content-disposition").orElse("")).startsWith("attachment");
        assertThat(portal.rows("SELECT seen_by FROM portal.application_document"))
                .containsExactly("food");
        assertThat(portal.rows("SELECT actor FROM kernel.event WHERE type = 'DocumentRead'"))
                .containsExactly("food");
    }

    private Page answer(String item, String seen, String text) {
        return bakery.upload(
                "/recognitions/A2/answer", Map.of("seen", seen, "item", item, "answer", text), "file", "", new byte[0]);
    }

    private Page resubmit(String seen) {
        return bakery.post("/recognitions/A2/resubmit", Map.of("seen", seen));
    }

    private int status(String person, Role role, String scope, String dossier, String step) {
        return get(person, role, scope, "/recognitions/" + dossier + step).status();
    }

    private Page get(String person, Role role, String scope, String path) {
        return portal.browser().signedInAs(person, role, scope).get(path);
    }

    private static byte[] pdf(String words) {
        return ("%PDF-1.7 " + words).getBytes(StandardCharsets.US_ASCII);
    }
}
