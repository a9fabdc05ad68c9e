package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One form that is in order for every route that changes something: a new route adds its line to [#all], and
/// [BadInputTest] tries on it what people and machines send.
final class PostedForms {

    static final String CODE = "c".repeat(43);
    static final String OTHER_CODE = "d".repeat(43);

    /// What a field takes.
    enum Kind {
        /// Words of a person's own: whatever can be read is taken.
        WORDS,
        /// Typed, and checked: a number, a code, an address.
        TYPED,
        /// Chosen from a list, or put there by our own page.
        GIVEN,
        DATE,
        TICK,
        FILE
    }

    record Field(String name, String valid, Kind kind, boolean required, List<String> others) {}

    /// @param person null for somebody who is not signed in
    /// @param path with `:id` where a thing is named
    /// @param ids the one that is meant, then those of others
    record Posted(
            String route,
            @Nullable String person,
            Role role,
            String scope,
            String page,
            String path,
            List<String> ids,
            List<Field> fields) {

        static Posted to(String route) {
            return new Posted(route, null, Role.MENTOR, "", "/", route, List.of(), List.of());
        }

        Posted by(String who, Role as, String within) {
            return new Posted(route, who, as, within, page, path, ids, fields);
        }

        Posted from(String shown) {
            return new Posted(route, person, role, scope, shown, path, ids, fields);
        }

        /// @param own what stands in the path, and after it what is somebody else's
        Posted about(String... own) {
            String named = route.replaceFirst(":[a-z]+", ":id");
            return new Posted(route, person, role, scope, page, named, List.of(own), fields);
        }

        Posted with(Kind kind, String name, String valid, String... others) {
            return with(new Field(name, valid, kind, true, List.of(others)));
        }

        Posted perhaps(Kind kind, String name, String valid, String... others) {
            return with(new Field(name, valid, kind, false, List.of(others)));
        }

        private Posted with(Field field) {
            List<Field> more = new ArrayList<>(fields);
            more.add(field);
            return new Posted(route, person, role, scope, page, path, ids, List.copyOf(more));
        }

        String address() {
            return ids.isEmpty() ? path : path.replace(":id", ids.getFirst());
        }

        boolean hasFile() {
            return fields.stream().anyMatch(field -> field.kind() == Kind.FILE);
        }

        /// The fields as they should be.
        Map<String, String> valid() {
            Map<String, String> values = new LinkedHashMap<>();
            fields.stream()
                    .filter(field -> field.kind() != Kind.FILE)
                    .forEach(field -> values.put(field.name(), field.valid()));
            return values;
        }

        @Override
        public String toString() {
            return route + " by " + (person == null ? "somebody" : person);
        }
    }

    private PostedForms() {}

    static List<Posted> all() {
        List<Posted> all = new ArrayList<>(ApplicationForms.all());
        all.addAll(own());
        return all;
    }

    private static List<Posted> own() {
        return Arrays.asList(
                Posted.to("/admin/imports")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/imports")
                        .with(Kind.FILE, "source", "small.zip")
                        .perhaps(Kind.DATE, "asOf", "2026-11-01")
                        .perhaps(Kind.TICK, "dryRun", "true"),
                Posted.to("/admin/people/:id/grant")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/people/M2")
                        .about("M2", "nobody")
                        .with(Kind.GIVEN, "role", "HANDLER", "MENTOR", "KING", "handler")
                        .with(Kind.TYPED, "scope", "automotive", "P1", GARAGE),
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
                        .about("M1", "M2", "L1", "admin", "nobody")
                        .with(Kind.WORDS, "reason", "U bent mentor bij De Koren"),
                Posted.to("/invitation/:code/decline")
                        .from("/invitation/" + OTHER_CODE)
                        .about(OTHER_CODE, "e".repeat(43))
                        .with(Kind.GIVEN, "as", "NOT_ME", "YOU", "not_me"),
                Posted.to("/invitation/:code/accept")
                        .by("stranger", Role.MENTOR, "")
                        .from("/invitation/" + CODE)
                        .about(CODE, "e".repeat(43)),
                Posted.to("/role")
                        .by("school", Role.SCHOOL, "P1")
                        .from("/privacy")
                        .with(Kind.GIVEN, "role", "TEACHER:P1", "SCHOOL:P2", "ADMIN:", "TEACHER", "TEACHER:", ":"),
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
                        .perhaps(Kind.GIVEN, "programme", "D2", "D1"),
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
                        .about("partner", "school", "nobody"),
                Posted.to("/evidence/new")
                        .by("M1", Role.MENTOR, "")
                        .from("/evidence/new?draft=ED1")
                        .with(Kind.GIVEN, "kind", "TRAINING", "training", "ALL")
                        .with(Kind.GIVEN, "draft", "ED1", "ED3", "nothing")
                        .with(Kind.WORDS, "provider", "Opleidingscentrum Noord")
                        .with(Kind.WORDS, "course", "Mentor op de werkvloer")
                        .perhaps(Kind.DATE, "followedFrom", "2026-10-05")
                        .with(Kind.DATE, "followedTo", "2026-10-06", "2027-10-06", "2026-10-01")
                        .with(Kind.TYPED, "hours", "8", "acht", "0", "401", "8,555")
                        .perhaps(Kind.WORDS, "remark", "Zie ook bladzijde 2"),
                Posted.to("/evidence/drafts/:id")
                        .by("M1", Role.MENTOR, "")
                        .from("/evidence/mine")
                        .about("ED2", "ED3", "nothing"),
                Posted.to("/evidence/:id/withdraw")
                        .by("M1", Role.MENTOR, "")
                        .from("/evidence/mine")
                        .about("EV1", "EV3", "nothing"),
                Posted.to("/evidence/:id")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/evidence/EV2")
                        .about("EV2", "EV3", "nothing")
                        .with(Kind.GIVEN, "decision", "COPY", "copy", "ALL")
                        .with(Kind.GIVEN, "seen", "1", "7")
                        .with(Kind.WORDS, "motivation", "De foto is te donker om te lezen.", "Te donker"),
                Posted.to("/sign-out").by("school", Role.SCHOOL, "P1").from("/privacy"));
    }

    private static final String GARAGE = "0900001137";

    /// What the forms need besides the small world.
    static final String WORLD = """
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
            INSERT INTO portal.mandate (id, enterprise_number, kind, holder, starts_on) VALUES
              ('V2', '0442239628', 'TRAINING_PROVIDER', 'P1', '2026-09-01');
            INSERT INTO portal.mandate_request (id, enterprise_number, kind, holder, reason, asked_by, asked_at) VALUES
              ('R1', '0900001137', 'TRAINING_PROVIDER', 'P2', 'Graag', 'otherSchool', '2026-11-20Z'),
              ('R2', '0442239628', 'TRAINING_PROVIDER', 'P1', 'Graag', 'school', '2026-11-20Z');
            INSERT INTO kernel.file (hash, size_bytes, media_type, stored_at) VALUES ('aa', 1, 'image/png', '2026-11-20Z');
            INSERT INTO portal.evidence_draft (id, made_by, person_id, kind, given, file_hash, file_name, made_at)
            SELECT id, who, who, 'TRAINING',
              '{"ground": null, "provider": "Opleidingscentrum Noord", "course": "Mentor op de werkvloer",
                "from": "2026-10-05", "to": "2026-10-06", "hours": "8", "remark": "Zie ook bladzijde 2",
                "partnerships": ["food_industry"]}', 'aa', 'attest.png', '2026-11-20Z'
            FROM (VALUES ('ED1', 'M1'), ('ED2', 'M1'), ('ED3', 'M2')) d (id, who);
            INSERT INTO learning.evidence (id, person_id, partnership_code, kind, provider, course, followed_to, hours,
              handed_in_at, handed_in_by, state)
            SELECT id, who, code, 'TRAINING', 'Noord', 'Mentor', '2026-10-06', 8, '2026-11-20Z', who, 'WAITING'
            FROM (VALUES ('EV1', 'M1', 'food_industry'), ('EV2', 'M1', 'food_industry'), ('EV3', 'M2', 'automotive'))
              e (id, who, code);
            INSERT INTO portal.evidence_step (evidence_id, seq, at, actor, state)
            SELECT id, 1, handed_in_at, person_id, 'WAITING' FROM learning.evidence;
            """.formatted(CODE, OTHER_CODE) + ApplicationForms.WORLD;
}
