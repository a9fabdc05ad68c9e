package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What mentors hand in, and what handlers decide about it.
final class EvidenceForms {

    private EvidenceForms() {}

    static List<Posted> all() {
        return List.of(
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
                Posted.to("/evidence/lists")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/evidence/lists")
                        .file("source", "lijst.csv", LIST.getBytes(StandardCharsets.UTF_8)),
                Posted.to("/evidence/lists/:id")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/evidence/lists/AL1")
                        .about("AL1", "AL2", "nothing")
                        .perhaps(Kind.GIVEN, "line-2", "M1", "stranger"));
    }

    private static final String LIST = """
            name,course,date,hours
            Mia Mertens,Mentor op de werkvloer,2026-10-06,8
            """;

    static final String WORLD = """
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
            INSERT INTO portal.attendance_list (id, partnership_code, file_name, content_hash, made_by, made_at) VALUES
              ('AL1', 'food_industry', 'lijst.csv', 'a1', 'food', '2026-11-20Z'),
              ('AL2', 'automotive', 'lijst.csv', 'a2', 'auto', '2026-11-20Z');
            INSERT INTO portal.attendance_line (list_id, line, written, course, followed_on, hours, match, candidates)
            SELECT id, 2, 'Mertens', 'Mentor', '2026-10-06', 8, 'AMBIGUOUS', '{M1,M2}'
            FROM (VALUES ('AL1'), ('AL2')) l (id);
            """;
}
