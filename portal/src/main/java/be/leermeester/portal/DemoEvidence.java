package be.leermeester.portal;

import be.leermeester.kernel.FileStore;
import be.leermeester.learning.deadline.DeriveObligations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/// A queue of evidence in use: the exchange format has no file for it, so the demo is given one after its import.
final class DemoEvidence {

    private DemoEvidence() {}

    private record Mentor(String id, String name) {}

    /// Days since it was handed in, and its hours; no hours where it is a request for exemption.
    private record Wait(int days, int hours) {}

    private static final List<Wait> WAITS =
            List.of(new Wait(11, 16), new Wait(6, 4), new Wait(4, 0), new Wait(2, 8), new Wait(0, 16));

    private static final String MENTORS = """
            SELECT o.person_id, w.first_name || ' ' || w.last_name
            FROM learning.obligation o JOIN kernel.person w ON w.id = o.person_id
            WHERE o.partnership_code = 'technology_industry' AND o.status = 'TO_FOLLOW' AND o.due_on > ?
              AND o.person_id NOT LIKE 'DEMO-%'
            ORDER BY o.due_on, o.person_id LIMIT ?
            """;

    private static final String EVIDENCE = """
            INSERT INTO learning.evidence (id, person_id, partnership_code, kind, exemption_ground, provider, course,
              followed_from, followed_to, hours, remark, file_hash, file_name, handed_in_at, handed_in_by, state)
            VALUES (?, ?, 'technology_industry', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')
            """;

    private static final String STEP = """
            INSERT INTO portal.evidence_step (evidence_id, seq, at, actor, state, file_hash, file_name)
            SELECT id, 1, handed_in_at, handed_in_by, 'WAITING', file_hash, file_name FROM learning.evidence WHERE id = ?
            """;

    /// Evidence of up to five mentors, the oldest eleven days old; blocks.
    static void handIn(DatabaseAddress database, FileStore files, Instant now) {
        try (Connection connection = DriverManager.getConnection(database.jdbc())) {
            connection.setAutoCommit(false);
            List<Mentor> mentors = mentors(connection, LocalDate.ofInstant(now, ZoneOffset.UTC));
            for (int n = 0; n < mentors.size(); n++) {
                handIn(connection, files, now, "E-" + (n + 1), mentors.get(n), WAITS.get(n));
            }
            DeriveObligations.of(connection, mentors.stream().map(Mentor::id).toList());
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Mentor> mentors(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MENTORS)) {
            query.setObject(1, today);
            query.setInt(2, WAITS.size());
            List<Mentor> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Mentor(rows.getString(1), rows.getString(2)));
                }
            }
            return found;
        }
    }

    private static void handIn(Connection connection, FileStore files, Instant now, String id, Mentor mentor, Wait wait)
            throws SQLException, IOException {
        Instant at = now.minus(Duration.ofDays(wait.days()));
        LocalDate last = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(9);
        boolean training = wait.hours() > 0;
        String hash = training ? certificate(connection, files, at, mentor, last, wait.hours()) : null;
        run(
                connection,
                EVIDENCE,
                id,
                mentor.id(),
                training ? "TRAINING" : "EXEMPTION",
                training ? null : "EXPERIENCE_WITHOUT_CERTIFICATE",
                training ? "Opleidingscentrum Noord" : "",
                training ? "Mentor op de werkvloer" : "",
                training ? last.minusDays(7) : null,
                training ? last : null,
                training ? wait.hours() : null,
                training ? "" : "Ik begeleid al vijftien jaar leerlingen in ons atelier, eerst in de leertijd.",
                hash,
                training ? "attest.pdf" : null,
                at.atOffset(ZoneOffset.UTC),
                mentor.id());
        run(connection, STEP, id);
    }

    private static String certificate(
            Connection connection, FileStore files, Instant at, Mentor mentor, LocalDate last, int hours)
            throws IOException, SQLException {
        Path file = Files.createTempFile("certificate", ".pdf");
        try {
            try (PDDocument document = new PDDocument()) {
                draw(document, List.of("Attest", mentor.name(), "Mentor op de werkvloer", hours + " uur, tot " + last));
                document.save(file.toFile());
            }
            String hash = files.keep(file);
            run(
                    connection,
                    "INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at)"
                            + " VALUES (?, ?, 'application/pdf', ?) ON CONFLICT DO NOTHING",
                    hash,
                    Files.size(file),
                    at.atOffset(ZoneOffset.UTC));
            return hash;
        } finally {
            Files.delete(file);
        }
    }

    private static void draw(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A5);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
            content.newLineAtOffset(50, 480);
            for (String line : lines) {
                content.showText(line.replaceAll("[^\\x20-\\xff]", "?"));
                content.newLineAtOffset(0, -36);
            }
            content.endText();
        }
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                statement.setObject(n + 1, values[n]);
            }
            statement.execute();
        }
    }
}
