package be.leermeester.portal.evidence;

import be.leermeester.portal.testing.TestPortal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// A mentor of Bouw, where eight hours are asked, beside the small world, and documents to hand in.
public final class EvidenceWorld {

    private EvidenceWorld() {}

    /// Mentor M3 Nele Claes of the garage, approved for construction on 15 January 2026: due on 15 January 2027.
    public static final String SQL = """
            INSERT INTO kernel.person (id, first_name, last_name, email, language) VALUES
              ('M3', 'Nele', 'Claes', 'nele@example.be', 'nl'), ('bouw', 'Bo', 'Bouw', 'bo@example.be', 'nl'),
              ('bouw2', 'Ben', 'Baksteen', 'ben@example.be', 'nl'), ('M4', 'Ander', 'Mens', NULL, 'nl');
            INSERT INTO kernel.person_role (person_id, role, scope) VALUES
              ('M3', 'MENTOR', ''), ('M4', 'MENTOR', ''), ('bouw', 'HANDLER', 'construction'),
              ('bouw2', 'HANDLER', 'construction');
            UPDATE kernel.person SET email = 'petra@example.be', language = 'en' WHERE id = 'garage';
            INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
              submitted_by, status, status_since, valid_until) VALUES
              ('A9', '8000003635', 'D3', 'construction', '2026-01-02 10:00+01', 'COMPANY', 'APPROVED',
               '2026-01-15 10:00+01', '2031-01-15');
            INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at) VALUES
              ('A9', 1, '2026-01-15 10:00+01', 'APPROVED', '2026-01-15');
            INSERT INTO learning.mentor_application
              (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at) VALUES
              ('A9', 'M3', 'construction', '2026-01-02 10:00+01', 'APPROVED', '2026-01-15 10:00+01', '2026-01-15');
            INSERT INTO learning.mentor_training (person_id, partnership_code, since, status, recorded_at) VALUES
              ('M3', 'construction', '2026-01-15', 'TO_FOLLOW', '2026-01-15');
            INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, first_approved_on,
              first_application_id, start_reason, term_months, due_on, rule_source, lapses_on) VALUES
              ('M3', 'construction', 'TO_FOLLOW', '2026-01-15', '2026-01-15', 'A9', 'FIRST_APPROVAL', 12, '2027-01-15',
               'S4:693', '2027-01-16');
            """;

    /// A form in order, of four hours.
    static Map<String, String> said() {
        return new TreeMap<>(Map.of(
                "kind", "TRAINING",
                "provider", "Opleidingscentrum Noord",
                "course", "Mentor op de werf",
                "followedFrom", "2026-10-05",
                "followedTo", "2026-10-06",
                "hours", "4"));
    }

    public static byte[] certificate(String... lines) {
        try (PDDocument document = new PDDocument()) {
            write(document, lines);
            return saved(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] locked() {
        try (PDDocument document = new PDDocument()) {
            write(document, "Attest");
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("eigenaar", "geheim", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return saved(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
            content.newLineAtOffset(60, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLineAtOffset(0, -30);
            }
            content.endText();
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /// The first column of each row.
    static List<String> rows(TestPortal portal, String sql) {
        try (var connection = DriverManager.getConnection(portal.database().jdbcUrl());
                var rows = connection.createStatement().executeQuery(sql)) {
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
