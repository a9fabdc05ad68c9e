package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What handlers, advisors and administrators send about dossiers.
final class DossierForms {

    private static final String MOTIVATION = "De werkplek is niet veilig genoeg";

    private DossierForms() {}

    static List<Posted> all() {
        return Stream.of(deeds(), checks(), work(), later(), advice(), byItself())
                .flatMap(List::stream)
                .toList();
    }

    private static Posted about(String deed, String dossier, String seen) {
        return Posted.to("/recognitions/:id/" + deed)
                .by("food", Role.HANDLER, "food_industry")
                .from("/recognitions/" + dossier + "/" + deed)
                .about(dossier, "A3", "A5", "nobody")
                .with(Kind.GIVEN, "seen", seen, "0", "9");
    }

    private static List<Posted> deeds() {
        return List.of(
                about("review", "F1", "1"),
                about("resume", "F5", "2").perhaps(Kind.WORDS, "remark", "Het gaat verder"),
                withMentor(about("approve", "F1", "1").perhaps(Kind.WORDS, "remark", "In orde")),
                withMentor(about("partial", "F1", "1").perhaps(Kind.WORDS, "remark", "Bijna in orde"))
                        .with(Kind.GIVEN, "rows", "1", "0", "x")
                        .with(Kind.WORDS, "activity-0", "Lassen")
                        .with(Kind.GIVEN, "cover-0", "PLAN", "MAYBE")
                        .perhaps(Kind.WORDS, "plan-0", "Bij de buren"),
                about("incomplete", "F3", "2")
                        .with(Kind.TICK, "item-C450", "yes")
                        .perhaps(Kind.WORDS, "remark-C450", "Voor beide mentoren")
                        .perhaps(Kind.WORDS, "remark", "Graag snel"),
                about("hold", "F3", "2").with(Kind.WORDS, "remark", "Wij komen langs"),
                about("reject", "F3", "2")
                        .with(Kind.TICK, "reason-CONVICTION", "yes")
                        .with(Kind.WORDS, "remark", MOTIVATION),
                about("revoke", "A1", "2")
                        .with(Kind.TICK, "reason-CONVICTION", "yes")
                        .with(Kind.WORDS, "remark", MOTIVATION));
    }

    private static Posted withMentor(Posted posted) {
        return withVerdict(posted).perhaps(Kind.GIVEN, "preview", "", "text", "pdf", "x");
    }

    private static Posted withVerdict(Posted posted) {
        return posted.perhaps(Kind.GIVEN, "mentor-M2", "approve", "KING")
                .perhaps(Kind.GIVEN, "refusal-M2", "CONDUCT", "KING")
                .perhaps(Kind.WORDS, "motivation-M2", MOTIVATION);
    }

    private static List<Posted> checks() {
        Posted check = Posted.to("/recognitions/:id/check")
                .by("food", Role.HANDLER, "food_industry")
                .from("/recognitions/F1/check")
                .about("F1", "A3", "A5", "nobody");
        return List.of(
                check.with(Kind.GIVEN, "criterion", "TRAINING_PLAN", "PRACTICE", "KING")
                        .with(Kind.GIVEN, "met", "YES", "yes")
                        .perhaps(Kind.WORDS, "remark", "Gezien ter plaatse"),
                check.with(Kind.GIVEN, "criterion", "CONDUCT", "KING")
                        .with(Kind.GIVEN, "person", "M2", "M1", "nobody")
                        .with(Kind.GIVEN, "met", "YES", "yes")
                        .with(Kind.DATE, "dated", "2026-10-01", "2027-01-01", "2024-01-01")
                        .perhaps(Kind.WORDS, "remark", "Uittreksel gezien"),
                Posted.to("/recognitions/:id/note")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/F1/check")
                        .about("F1", "A3", "A5", "nobody")
                        .with(Kind.WORDS, "note", "Belt liever niet op maandag"),
                Posted.to("/recognitions/:id/contact")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/F1/contact")
                        .about("F1", "A3", "A5", "nobody")
                        .with(Kind.GIVEN, "kind", "PHONE", "KING")
                        .with(Kind.DATE, "day", "2026-11-20", "2026-11-23", "2015-12-31")
                        .perhaps(Kind.GIVEN, "purpose", "ADMISSION", "KING")
                        .perhaps(Kind.DATE, "followUp", "2026-12-01", "2026-11-01")
                        .perhaps(Kind.WORDS, "remark", "Gebeld over het attest"));
    }

    private static List<Posted> work() {
        return List.of(
                Posted.to("/handler/work")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/handler/work")
                        .with(Kind.GIVEN, "act", "assign", "KING")
                        .perhaps(Kind.GIVEN, "to", "food2", "auto", "nobody")
                        .perhaps(Kind.GIVEN, "list", "~~", "~KING~")
                        .perhaps(Kind.TICK, "pick-F1", "yes"),
                Posted.to("/handler/lists")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/handler/work")
                        .with(Kind.GIVEN, "list", "mine~SUBMITTED~", "~KING~")
                        .with(Kind.WORDS, "name", "Eerst dit"),
                Posted.to("/handler/cover")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/handler/work")
                        .with(Kind.GIVEN, "absent", "food2", "food", "auto", "nobody")
                        .with(Kind.DATE, "until", "2026-12-24", "2026-11-01"));
    }

    private static Posted item(String act) {
        return Posted.to("/follow-ups/:id/" + act)
                .by("food", Role.HANDLER, "food_industry")
                .from("/follow-ups/FU1")
                .about("FU1", "FU2", "nobody")
                .with(Kind.GIVEN, "seen", "0", "1", "x");
    }

    private static List<Posted> later() {
        return List.of(
                item("take"),
                item("give")
                        .with(Kind.GIVEN, "to", "food2", "auto", "nobody")
                        .perhaps(Kind.WORDS, "word", "Jij kent hen"),
                item("snooze")
                        .with(Kind.DATE, "until", "2026-12-15", "2026-11-22", "2028-01-01")
                        .with(Kind.WORDS, "reason", "Zij zijn met vakantie"),
                item("note").with(Kind.WORDS, "note", "Niemand neemt op"),
                item("close").with(Kind.WORDS, "outcome", "Gebeld, het is in orde"),
                withVerdict(Posted.to("/recognitions/:id/mentor-decision/:person")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/A1/mentor-decision/M2")
                        .about("A1", "F1", "A3", "nobody")
                        .at("/recognitions/:id/mentor-decision/M2")));
    }

    private static List<Posted> advice() {
        return List.of(
                Posted.to("/recognitions/:id/advice")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/F1/advice")
                        .about("F1", "A3", "A5", "nobody")
                        .perhaps(Kind.WORDS, "note", "Let op de bakoven"),
                Posted.to("/recognitions/:id/advice/objections")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/F2/advice")
                        .about("F2", "A3", "A5", "nobody")
                        .with(Kind.GIVEN, "objections", "OB1", "OB2", "OB1,OB1")
                        .with(Kind.WORDS, "answer", "Wij gaan samen ter plaatse kijken")
                        .perhaps(Kind.TICK, "resume", "yes"),
                Posted.to("/advice/:partnership/send")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/advice")
                        .about("food_industry", "automotive", "nobody")
                        .with(Kind.GIVEN, "closing", "own", "2026-11-22T09:00:01Z")
                        .with(Kind.DATE, "day", "2026-12-01", "2026-11-20", "2027-12-01")
                        .with(Kind.TYPED, "clock", "12:00", "25:00", "12"),
                Posted.to("/advice/:partnership/remove")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/advice")
                        .about("food_industry", "automotive", "nobody")
                        .with(Kind.GIVEN, "dossier", "F3", "F1", "A3"),
                Posted.to("/advisor/lists/:list/:id")
                        .by("advisor", Role.ADVISOR, "automotive")
                        .from("/advisor/lists/AL3/F4")
                        .about("F4", "F2", "A3", "nobody")
                        .at("/advisor/lists/AL3/:id")
                        .with(Kind.GIVEN, "voice", "OBJECT", "KING")
                        .with(Kind.WORDS, "reason", "De garage heeft geen hefbrug"));
    }

    private static List<Posted> byItself() {
        return List.of(
                Posted.to("/admin/jobs/arrears")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/jobs")
                        .with(Kind.GIVEN, "choice", "LEFT", "KING")
                        .perhaps(Kind.GIVEN, "partnership", "automotive", "nobody"),
                Posted.to("/admin/register")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/register")
                        .file("source", "kbo.zip", register()));
    }

    private static byte[] register() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("meta.csv"));
            zip.write("Variable,Value\nSnapshotDate,20-11-2026\nExtractType,update\nExtractNumber,1147\n"
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /// | dossier | partnership | stands |
    /// |---|---|---|
    /// | F1 | food_industry | submitted, mentor Bart Bos waits |
    /// | F2 | food_industry | on hold for objection OB1 of list AL1 |
    /// | F3 | food_industry | in review, on the next list AL2 |
    /// | F4 | automotive | in review, on list AL3 that is open for voices |
    /// | F5 | food_industry | on hold |
    static final String WORLD = """
            INSERT INTO kernel.person (id, first_name, last_name) VALUES
              ('food2', 'Filip', 'Faes'), ('foodAdvisor', 'Fien', 'Fret');
            INSERT INTO kernel.person_role (person_id, role, scope) VALUES
              ('food2', 'HANDLER', 'food_industry'), ('foodAdvisor', 'ADVISOR', 'food_industry');
            INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
              submitted_by, status, status_since, decide_by) VALUES
              ('F1', '8000000764', 'D1', 'food_industry', '2026-11-16 10:00+01', 'COMPANY', 'SUBMITTED',
               '2026-11-16 10:00+01', '2026-12-01'),
              ('F2', '8000003635', 'D1', 'food_industry', '2026-11-16 10:00+01', 'COMPANY', 'ON_HOLD',
               '2026-11-18 10:00+01', NULL),
              ('F3', '8000003635', 'B1', 'food_industry', '2026-11-16 10:00+01', 'COMPANY', 'IN_REVIEW',
               '2026-11-18 10:00+01', '2026-12-01'),
              ('F5', '8000000764', 'B1', 'food_industry', '2026-11-16 10:00+01', 'COMPANY', 'ON_HOLD',
               '2026-11-18 10:00+01', NULL),
              ('F4', '2123456789', 'D2', 'automotive', '2026-11-16 10:00+01', 'COMPANY', 'IN_REVIEW',
               '2026-11-18 10:00+01', '2026-12-01');
            INSERT INTO portal.application_event (application_id, seq, at, status, actor, recorded_at)
            SELECT id, 1, submitted_at, 'SUBMITTED', 'bakery', submitted_at FROM portal.application
             WHERE id IN ('F1', 'F2', 'F3', 'F4', 'F5')
            UNION ALL SELECT id, 2, status_since, status, 'food', status_since FROM portal.application
             WHERE id IN ('F2', 'F3', 'F4', 'F5');
            INSERT INTO learning.mentor_application
              (application_id, person_id, partnership_code, submitted_at, decision, recorded_at)
            SELECT id, 'M2', partnership_code, submitted_at, 'PENDING', submitted_at FROM portal.application
             WHERE id IN ('F1', 'F2', 'F3', 'F4', 'F5', 'A1');
            INSERT INTO portal.follow_up
              (id, partnership_code, kind, subject, application_id, remark, opened_at) VALUES
              ('FU1', 'food_industry', 'CONTACT', 'dossier:F1', 'F1', 'Terugbellen', '2026-11-20Z'),
              ('FU2', 'automotive', 'CONTACT', 'dossier:A3', 'A3', 'Terugbellen', '2026-11-20Z');
            INSERT INTO portal.advice_list
              (id, partnership_code, created_at, sent_at, sent_by, closes_at, closed_at) VALUES
              ('AL1', 'food_industry', '2026-11-16Z', '2026-11-16Z', 'food', '2026-11-18Z', '2026-11-18Z'),
              ('AL2', 'food_industry', '2026-11-20Z', NULL, NULL, NULL, NULL),
              ('AL3', 'automotive', '2026-11-20Z', '2026-11-20Z', 'auto', '2026-11-26Z', NULL);
            INSERT INTO portal.advice_item (list_id, application_id, added_at, added_by, outcome) VALUES
              ('AL1', 'F2', '2026-11-16Z', 'food', 'OBJECTED'), ('AL2', 'F3', '2026-11-20Z', 'food', NULL),
              ('AL3', 'F4', '2026-11-20Z', 'auto', NULL);
            INSERT INTO portal.advice_voter (list_id, person_id, mailed) VALUES
              ('AL1', 'foodAdvisor', true), ('AL3', 'advisor', true);
            INSERT INTO portal.objection (id, list_id, application_id, person_id, reason, raised_at) VALUES
              ('OB1', 'AL1', 'F2', 'foodAdvisor', 'De bakkerij heeft geen oven', '2026-11-17Z');
            """;
}
