package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import java.util.Arrays;
import java.util.List;

/// What companies, and schools in their name, send.
final class CompanyForms {

    static final String GARAGE = "0900001137";
    private static final String LINK = "l".repeat(43);

    private CompanyForms() {}

    static List<Posted> all() {
        return Arrays.asList(
                Posted.to("/renewals")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/renewals")
                        .with(Kind.GIVEN, "dossier", "A4", "A1", "A6", "nothing")
                        .with(Kind.GIVEN, "answer", "NOT_RENEW", "PERHAPS")
                        .perhaps(Kind.GIVEN, "reason", "NO_MENTOR", "KING")
                        .perhaps(Kind.WORDS, "remark", "Onze mentor gaat met pensioen"),
                Posted.to("/renewal/:code")
                        .from("/renewal/" + LINK)
                        .about(LINK, "e".repeat(43))
                        .with(Kind.GIVEN, "dossier", "A4", "A1", "A6", "nothing")
                        .with(Kind.GIVEN, "answer", "NOT_RENEW", "PERHAPS")
                        .perhaps(Kind.GIVEN, "reason", "NO_MENTOR", "KING")
                        .perhaps(Kind.WORDS, "remark", "Onze mentor gaat met pensioen"),
                Posted.to("/renewals/:id/file")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/renewals/A4/file")
                        .about("A4", "A1", "A6", "nothing")
                        .with(Kind.TICK, "declared", "true"),
                Posted.to("/company/mandates/give")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/mandates/give?kind=TRAINING_PROVIDER&holder=P2")
                        .with(Kind.GIVEN, "kind", "TRAINING_PROVIDER", "SECTOR_CONSULTANT", "KING")
                        .with(Kind.GIVEN, "holder", "P2", "P99", "automotive")
                        .perhaps(Kind.DATE, "from", "2026-11-22")
                        .perhaps(Kind.DATE, "until", "2027-06-30")
                        .perhaps(Kind.GIVEN, "act", "FILE", "KING")
                        .perhaps(Kind.GIVEN, "establishment", "8000000764", "2123456789")
                        .perhaps(Kind.GIVEN, "programme", "D2", "D99")
                        .with(Kind.TICK, "agree", "true"),
                Posted.to("/company/mandates/requests/:id/decline")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/mandates")
                        .about("R1", "R2", "nobody"),
                Posted.to("/company/mandates/:id/limit")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/mandates/V1/limit")
                        .about("V1", "V2", "nobody")
                        .perhaps(Kind.DATE, "until", "2027-06-30")
                        .perhaps(Kind.GIVEN, "act", "FILE", "KING")
                        .perhaps(Kind.GIVEN, "establishment", "8000000764", "2123456789")
                        .perhaps(Kind.GIVEN, "programme", "D2", "D98"),
                Posted.to("/company/mandates/:id/revoke")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/mandates/V1/revoke")
                        .about("V1", "V2", "nobody"),
                Posted.to("/mandates/ask/:enterprise")
                        .by("school", Role.SCHOOL, "P1")
                        .from("/mandates/ask/0442239628")
                        .about("0442239628", "0999999999")
                        .with(Kind.WORDS, "reason", "Voor de bakkers"),
                Posted.to("/company/colleagues/invite")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/colleagues/invite")
                        .with(Kind.WORDS, "firstName", "Bea")
                        .with(Kind.WORDS, "lastName", "Boek")
                        .with(Kind.TYPED, "email", "bea@example.be", "bea", "@", "a@b", "a@b.be\nBcc: x@y.be")
                        .perhaps(Kind.GIVEN, "language", "nl", "xx"),
                Posted.to("/company/colleagues/invitations/:id/withdraw")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/colleagues")
                        .about("I3", "I1", "nobody"),
                Posted.to("/company/colleagues/:id/end")
                        .by("garage", Role.COMPANY, GARAGE)
                        .from("/company/colleagues/partner/end")
                        .about("partner", "school", "nobody"));
    }

    static final String WORLD = """
            INSERT INTO portal.renewal (application_id, ends_on, asked_on) VALUES ('A4', '2027-03-01', '2026-10-01');
            INSERT INTO portal.renewal_link
              (code_hash, person_id, enterprise_number, ends_from, ends_before, made_at, expires_at) VALUES
              (sha256('%s'), 'garage', '0900001137', '2027-01-01', '2027-04-01', '2026-10-01Z', '2027-04-01Z');
            INSERT INTO portal.mandate (id, enterprise_number, kind, holder, starts_on) VALUES
              ('V2', '0442239628', 'TRAINING_PROVIDER', 'P1', '2026-09-01');
            INSERT INTO portal.mandate_request (id, enterprise_number, kind, holder, reason, asked_by, asked_at) VALUES
              ('R1', '0900001137', 'TRAINING_PROVIDER', 'P2', 'Graag', 'otherSchool', '2026-11-20Z'),
              ('R2', '0442239628', 'TRAINING_PROVIDER', 'P1', 'Graag', 'school', '2026-11-20Z');
            """.formatted(LINK);
}
