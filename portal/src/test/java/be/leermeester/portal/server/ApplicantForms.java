package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import be.leermeester.portal.testing.SmallWorld;
import java.util.List;
import java.util.stream.Stream;

/// What companies send about a dossier that was handed in.
final class ApplicantForms {

    private ApplicantForms() {}

    static List<Posted> all() {
        return Stream.of(ends(), running()).flatMap(List::stream).toList();
    }

    private static Posted dossier(String act, String dossier) {
        return Posted.to("/recognitions/:id/" + act)
                .by("bakery", Role.COMPANY, SmallWorld.BAKERY)
                .from("/recognitions/" + dossier + "/" + act)
                .about(dossier, "A3", "A5", "nobody");
    }

    private static Posted mentor(Posted posted) {
        return posted.with(Kind.GIVEN, "who", "bakery", "nobody")
                .perhaps(Kind.WORDS, "firstName", "Bea")
                .perhaps(Kind.WORDS, "lastName", "Boek")
                .perhaps(Kind.WORDS, "email", "bea@example.be")
                .with(Kind.TYPED, "practice", "7", "2", "x", "100")
                .perhaps(Kind.DATE, "extractOn", "2026-10-01", "2027-01-01", "2024-01-01");
    }

    private static List<Posted> ends() {
        return List.of(
                dossier("withdraw", "A2")
                        .with(Kind.GIVEN, "seen", "2", "1", "9", "x")
                        .perhaps(Kind.WORDS, "remark", "Wij doen het later"),
                dossier("answer", "A2")
                        .with(Kind.GIVEN, "seen", "2", "1", "9", "x")
                        .with(Kind.GIVEN, "item", "MI1", "MI2", "nothing")
                        .with(Kind.WORDS, "answer", "Het attest zit hierbij"),
                dossier("resubmit", "A7")
                        .from("/recognitions/A7/answer")
                        .with(Kind.GIVEN, "seen", "2", "1", "9", "x")
                        .perhaps(Kind.WORDS, "remark", "Alles zit erbij"));
    }

    private static List<Posted> running() {
        return List.of(
                mentor(dossier("mentors", "A1")),
                Posted.to("/recognitions/:id/mentors/left")
                        .by("bakery", Role.COMPANY, SmallWorld.BAKERY)
                        .from("/recognitions/A1/mentors")
                        .about("A1", "A3", "A5", "nobody")
                        .with(Kind.GIVEN, "person", "M1", "L2", "nobody"));
    }

    /// A7 is as A2, with its missing item answered.
    static final String WORLD = """
            INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
              submitted_by, status, status_since) VALUES
              ('A7', '2123456789', 'D2', 'hospitality', '2026-11-16 10:00+01', 'COMPANY', 'INCOMPLETE',
               '2026-11-20 10:00+01');
            INSERT INTO portal.application_event (application_id, seq, at, status, actor, recorded_at) VALUES
              ('A7', 1, '2026-11-16 10:00+01', 'SUBMITTED', 'bakery', '2026-11-16 10:00+01'),
              ('A7', 2, '2026-11-20 10:00+01', 'INCOMPLETE', 'food', '2026-11-20 10:00+01');
            INSERT INTO learning.mentor_application
              (application_id, person_id, partnership_code, submitted_at, decision, recorded_at) VALUES
              ('A7', 'M1', 'hospitality', '2026-11-16 10:00+01', 'PENDING', '2026-11-16 10:00+01');
            INSERT INTO portal.missing_item (id, application_id, seq, item, answer, answered_at) VALUES
              ('MI1', 'A2', 2, 'C450', NULL, NULL), ('MI2', 'A7', 2, 'EQUIPMENT', 'Een foto', '2026-11-21Z');
            """;
}
