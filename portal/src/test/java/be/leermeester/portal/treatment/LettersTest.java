package be.leermeester.portal.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Role;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBrowser;
import be.leermeester.portal.testing.TestPortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is written about a decision, and to whom: the bakery's Karel reads English and has an address, Rita has none.
class LettersTest {

    private static final String WHY = "De werkplaats heeft geen rijskast en geen oven.";
    private static final Map<String, String> REJECTION =
            Map.of("seen", "1", "reason-INSUFFICIENT_EQUIPMENT", "yes", "remark", WHY);

    private final TestPortal portal = SmallWorld.in(TestPortal.start());

    LettersTest() {
        portal.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, decide_by) VALUES
                  ('N1', '2123456789', 'D3', 'food_industry', '2026-11-18 10:00+01', 'COMPANY', 'SUBMITTED',
                   '2026-11-18 10:00+01', '2026-12-03');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES
                  ('N1', 1, '2026-11-18 10:00+01', 'SUBMITTED', '2026-11-18 10:00+01');
                UPDATE kernel.person SET email = 'karel@koren.example', language = 'en' WHERE id = 'bakery';
                INSERT INTO kernel.person (id, first_name, last_name) VALUES ('rita', 'Rita', 'Zonder');
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('rita', 'COMPANY', '0442239628');
                """);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    @DisplayName(
            "N7: a letter is read before the decision, in the receiver's language, and nothing is decided by reading")
    void the_preview_says_what_will_be_sent() {
        TestBrowser hilde = handler();
        assertThat(hilde.get("/recognitions/N1/reject").text())
                .contains("Karel Koren (e-mail); Rita Zonder (brief om af te drukken: geen e-mailadres bekend)");
        Map<String, String> asked = new java.util.HashMap<>(REJECTION);
        asked.put("preview", "text");
        TestBrowser.Page page = hilde.post("/recognitions/N1/reject", asked);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Your application for Metselaar duaal was rejected on 22 November 2026")
                .contains("You can appeal up to and including 2 December 2026.");
        assertThat(page.body()).contains("value=\"yes\" checked");
        asked.put("preview", "pdf");
        assertThat(hilde.post("/recognitions/N1/reject", asked).header("content-type"))
                .contains("application/pdf");
        assertThat(rows("SELECT status FROM portal.application WHERE id = 'N1'"))
                .containsExactly("SUBMITTED");
        assertThat(rows("SELECT id FROM portal.decision_letter")).isEmpty();
    }

    @Test
    @DisplayName("N7: who has an address gets a mail, who has none a letter to print with an item to follow up")
    void mail_or_paper() {
        TestBrowser hilde = handler();
        hilde.get("/recognitions/N1/reject");
        assertThat(hilde.post("/recognitions/N1/reject", REJECTION).status()).isEqualTo(303);

        assertThat(rows("SELECT recipient || ' ' || subject FROM kernel.mail"))
                .containsExactly(
                        "karel@koren.example Your application for Metselaar duaal was rejected on 22 November 2026");
        assertThat(rows("SELECT text_body FROM kernel.mail").getFirst())
                .contains("Insufficient equipment", WHY, "2 December 2026");
        assertThat(rows("SELECT receiver || ' ' || sent_as FROM portal.decision_letter ORDER BY 1"))
                .containsExactly("Karel Koren MAIL", "Rita Zonder PRINT");
        assertThat(rows("SELECT kind || ' ' || due_on || ' ' || application_id FROM portal.follow_up"))
                .containsExactly("PRINT_LETTER 2026-11-24 N1");
    }

    @Test
    @DisplayName(
            "N7: the letter stays in the dossier, for the company and the partnership only, as a PDF that can be heard")
    void the_paper_is_kept() throws IOException {
        TestBrowser hilde = handler();
        hilde.get("/recognitions/N1/reject");
        hilde.post("/recognitions/N1/reject", REJECTION);
        String path = "/recognitions/N1/letters/"
                + rows("SELECT id FROM portal.decision_letter WHERE receiver LIKE 'Rita%'")
                        .getFirst();

        TestBrowser company = portal.browser().signedInAs("bakery", Role.COMPANY, SmallWorld.BAKERY);
        assertThat(company.get("/recognitions/N1").text()).contains("Brieven", "per e-mail verstuurd");
        assertThat(company.get(path).header("content-type")).contains("application/pdf");
        assertThat(portal.browser()
                        .signedInAs("garage", Role.COMPANY, SmallWorld.GARAGE)
                        .get(path)
                        .status())
                .isEqualTo(404);

        String hash = rows("SELECT file_hash FROM portal.decision_letter WHERE receiver LIKE 'Rita%'")
                .getFirst();
        try (PDDocument pdf = Loader.loadPDF(kept(hash).toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Rita Zonder", "Kerkstraat 1, 9000 Gent", "Onvoldoende uitrusting", "2 december 2026");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl-BE");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    private Path kept(String hash) throws IOException {
        try (Stream<Path> files = Files.walk(portal.folder())) {
            return files.filter(file -> file.getFileName().toString().equals(hash))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private TestBrowser handler() {
        return portal.browser().signedInAs("food", Role.HANDLER, "food_industry");
    }

    private List<String> rows(String sql) {
        try (var connection = DriverManager.getConnection(portal.database().jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
