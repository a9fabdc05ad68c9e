package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// One form that is in order for every route that changes something: a new route adds its line to the table of its
/// room, and what it needs to that table's world; [BadInputTest] tries on it what people and machines send. Every try
/// begins in the same world.
final class PostedForms {

    static final String CODE = "c".repeat(43);
    static final String OTHER_CODE = "d".repeat(43);

    private PostedForms() {}

    static List<Posted> all() {
        return Stream.of(
                        ofTheHouse(),
                        DossierForms.all(),
                        PartnershipForms.all(),
                        CompanyForms.all(),
                        ApplicationForms.all(),
                        ApplicantForms.all(),
                        EvidenceForms.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Posted> ofTheHouse() {
        return Arrays.asList(
                Posted.to("/admin/imports")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/imports")
                        .file("source", "small.zip", "no zip".getBytes(StandardCharsets.UTF_8))
                        .perhaps(Kind.DATE, "asOf", "2026-11-01")
                        .perhaps(Kind.TICK, "dryRun", "true"),
                Posted.to("/admin/people/:id/grant")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/people/M2")
                        .about("M2", "nobody")
                        .with(Kind.GIVEN, "role", "HANDLER", "MENTOR", "KING", "handler")
                        .with(Kind.TYPED, "scope", "automotive", "P1", CompanyForms.GARAGE),
                Posted.to("/admin/people/:id/revoke")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/people/otherSchool")
                        .about("otherSchool", "nobody", "school")
                        .with(Kind.GIVEN, "role", "SCHOOL", "TEACHER", "ADMIN")
                        .with(Kind.GIVEN, "scope", "P2", "P1"),
                Posted.to("/admin/people/:id/unlink")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/people/M2")
                        .about("M2", "nobody", "M1")
                        .with(Kind.GIVEN, "issuer", "bank")
                        .with(Kind.GIVEN, "subject", "bart", "mia"),
                Posted.to("/people/:id/invite")
                        .by("admin", Role.ADMIN, "")
                        .from("/people/M1/invite")
                        .about("M1", "nobody")
                        .with(Kind.WORDS, "reason", "U bent mentor bij De Koren")
                        .with(Kind.TYPED, "email", "mia.mertens@example.be", "mia", "@", "a@b", "a@b.be\nBcc: x@y.be"),
                Posted.to("/people/:id/invite")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/people/M1/invite")
                        .about("M1", "L1", "L2", "admin", "nobody")
                        .with(Kind.WORDS, "reason", "U bent mentor bij De Koren"),
                Posted.to("/invitation/:code/decline")
                        .from("/invitation/" + OTHER_CODE)
                        .about(OTHER_CODE, "e".repeat(43))
                        .with(Kind.GIVEN, "as", "NOT_ME", "YOU", "not_me"),
                Posted.to("/admin/clock")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/clock")
                        .with(Kind.DATE, "day", "2026-12-24"),
                Posted.to("/handler/mentors/:id/contacts")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/handler/mentors/M1/contacts")
                        .about("M1", "M2", "L1", "nobody")
                        .with(Kind.GIVEN, "kind", "CALLED", "KING", "called")
                        .perhaps(Kind.GIVEN, "partnership", "food_industry", "automotive", "king")
                        .perhaps(Kind.WORDS, "remark", "Volgt in maart"),
                Posted.to("/reminder/:code")
                        .from("/reminder/" + OTHER_CODE)
                        .about(OTHER_CODE, "e".repeat(43))
                        .with(Kind.GIVEN, "why", "LEFT", "KING", "left")
                        .perhaps(Kind.WORDS, "remark", "Ik werk nu elders"),
                Posted.to("/invitation/:code/accept")
                        .by("stranger", Role.MENTOR, "")
                        .from("/invitation/" + CODE)
                        .about(CODE, "e".repeat(43)),
                Posted.to("/role")
                        .by("school", Role.SCHOOL, "P1")
                        .from("/privacy")
                        .with(Kind.GIVEN, "role", "TEACHER:P1", "SCHOOL:P2", "ADMIN:", "TEACHER", "TEACHER:", ":"),
                Posted.to("/sign-out").by("school", Role.SCHOOL, "P1").from("/privacy"));
    }

    /// What the forms need besides the small world.
    static final String WORLD = DossierForms.WORLD
            + PartnershipForms.WORLD
            + CompanyForms.WORLD
            + ApplicationForms.WORLD
            + ApplicantForms.WORLD
            + EvidenceForms.WORLD
            + """
            UPDATE kernel.person SET email = 'mia@example.be' WHERE id = 'M1';
            INSERT INTO kernel.person (id, first_name, last_name) VALUES
              ('stranger', 'Stan', 'Straf'), ('guest', 'Gust', 'Gast'), ('away', 'Ward', 'Weg'),
              ('partner', 'Pia', 'Peeters');
            INSERT INTO kernel.person_role (person_id, role, scope) VALUES
              ('school', 'TEACHER', 'P1'), ('stranger', 'MENTOR', ''), ('partner', 'COMPANY', '0900001137');
            INSERT INTO kernel.sign_in_identity (issuer, subject, person_id, linked_at) VALUES
              ('bank', 'bart', 'M2', '2026-01-01Z'), ('bank', 'mia', 'M1', '2026-01-01Z');
            INSERT INTO kernel.invitation (id, code_hash, person_id, invited_by, reason, created_at, expires_at) VALUES
              ('I1', sha256('%s'), 'guest', 'admin', 'Welkom', '2026-11-20Z', '2026-12-20Z'),
              ('I2', sha256('%s'), 'away', 'admin', 'Welkom', '2026-11-20Z', '2026-12-20Z');
            INSERT INTO kernel.invitation
              (id, code_hash, person_id, invited_by, reason, created_at, expires_at, role, scope) VALUES
              ('I3', sha256('i3'), 'partner', 'garage', 'Welkom', '2026-11-20Z', '2026-12-20Z', 'COMPANY', '0900001137');
            INSERT INTO portal.reminder (person_id, partnership_code, due_on, months, moment, decided_at, way) VALUES
              ('M1', 'food_industry', '2027-01-10', 3, '2026-10-10', '2026-10-10Z', 'MAILED');
            INSERT INTO portal.reminder_link (code_hash, person_id, made_at, expires_at) VALUES
              (sha256('%s'), 'M1', '2026-10-10Z', '2027-03-10Z');
            """.formatted(CODE, OTHER_CODE, OTHER_CODE);
}
