package be.leermeester.portal.server;

import be.leermeester.kernel.Role;
import be.leermeester.portal.server.Posted.Kind;
import java.util.List;

/// What partnerships decide about companies, and between themselves.
final class PartnershipForms {

    private static final String MOTIVATION = "De werkplek is niet veilig genoeg";

    private PartnershipForms() {}

    static List<Posted> all() {
        return List.of(
                Posted.to("/recognitions/:id/transfer")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/F1/competence")
                        .about("F1", "A3", "A5", "nobody")
                        .with(Kind.GIVEN, "to", "automotive", "food_industry", "nobody")
                        .with(Kind.GIVEN, "from", "food_industry", "automotive", "nobody")
                        .with(Kind.WORDS, "reason", "Het gaat om een garage, geen bakkerij"),
                Posted.to("/recognitions/:id/ask")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/recognitions/F1/competence")
                        .about("F1", "A3", "A5", "nobody")
                        .with(Kind.GIVEN, "asked", "automotive", "food_industry", "nobody")
                        .with(Kind.WORDS, "question", "Kennen jullie deze werkplek?")
                        .with(Kind.DATE, "due", "2026-12-01", "2026-11-01", "2028-01-01"),
                Posted.to("/recognitions/:id/competence/answer")
                        .by("auto", Role.HANDLER, "automotive")
                        .from("/competence")
                        .about("F3", "F1", "A5", "nobody")
                        .with(Kind.GIVEN, "partnership", "automotive", "food_industry", "nobody")
                        .with(Kind.WORDS, "answer", "Ja, een goede en veilige garage"),
                Posted.to("/visits")
                        .by("auto", Role.HANDLER, "automotive")
                        .from("/visits")
                        .with(Kind.GIVEN, "establishment", "8000000764", "2999999999")
                        .with(Kind.GIVEN, "partnership", "automotive", "food_industry", "nobody")
                        .with(Kind.DATE, "day", "2026-12-01", "2026-11-01", "2029-01-01"),
                Posted.to("/lapses/:person")
                        .by("auto", Role.HANDLER, "automotive")
                        .from("/lapses/M2")
                        .about("M2", "M1", "nobody")
                        .with(Kind.GIVEN, "answer", "later", "KING")
                        .with(Kind.WORDS, "reason", "De cursus begint in januari")
                        .with(Kind.DATE, "until", "2026-12-15", "2026-11-22", "2028-01-01"),
                Posted.to("/extend/:person/:partnership")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/extend/M1/food_industry")
                        .about("M1", "M2", "nobody")
                        .at("/extend/:id/food_industry")
                        .with(Kind.TYPED, "months", "3", "0", "13", "x")
                        .with(Kind.WORDS, "reason", "Lang ziek geweest"),
                Posted.to("/admin/training-rules/:partnership")
                        .by("admin", Role.ADMIN, "")
                        .from("/admin/training-rules/construction")
                        .about("construction", "nobody")
                        .with(Kind.GIVEN, "seen", "2021-08-20", "2020-01-01", "x")
                        .with(Kind.DATE, "from", "2027-01-01", "2020-01-01")
                        .with(Kind.TYPED, "months", "12", "0", "x")
                        .with(Kind.TYPED, "amber", "6", "0", "x")
                        .with(Kind.TYPED, "red", "3", "9", "x")
                        .perhaps(Kind.TYPED, "reminders", "6, 3, 1", "13", "x")
                        .with(Kind.GIVEN, "policy", "HANDLER_CONFIRMS", "KING")
                        .with(Kind.WORDS, "source", "Besluit van 1 november")
                        .perhaps(Kind.GIVEN, "step", "save", "x"),
                Posted.to("/exclusions/new")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/exclusions/new?number=0442239628")
                        .with(Kind.GIVEN, "number", "0442239628", "0999999999")
                        .with(Kind.GIVEN, "partnership", "food_industry", "automotive", "nobody")
                        .with(Kind.GIVEN, "dossiers", "A1", "A2", "A1,A2,A3")
                        .with(Kind.GIVEN, "reason", "SAFETY", "KING")
                        .with(Kind.WORDS, "motivation", MOTIVATION)
                        .with(Kind.GIVEN, "term", "until", "KING")
                        .with(Kind.DATE, "until", "2027-11-22", "2026-11-22", "2099-01-01"),
                Posted.to("/exclusions/:id/lift")
                        .by("food", Role.HANDLER, "food_industry")
                        .from("/exclusions/X1")
                        .about("X1", "X2", "nobody")
                        .with(Kind.WORDS, "because", "De gebreken zijn alle hersteld"));
    }

    static final String WORLD = """
            INSERT INTO portal.company (enterprise_number, name) VALUES ('0202239951', 'Nergens NV');
            INSERT INTO portal.exclusion (id, enterprise_number, partnership_code, reason, motivation, starts_on,
              decided_at, decided_by) VALUES
              ('X1', '0202239951', 'food_industry', 'SAFETY', 'Er was geen brandblusser', '2026-01-01', '2026-01-01Z', 'food'),
              ('X2', '0202239951', 'automotive', 'SAFETY', 'Er was geen brandblusser', '2026-01-01', '2026-01-01Z', 'auto');
            INSERT INTO portal.lapse (person_id, partnership_code, lapsed_on, policy, state, recorded_at) VALUES
              ('M2', 'automotive', '2023-03-02', 'HANDLER_CONFIRMS', 'WAITING', '2026-11-20Z');
            INSERT INTO portal.advice_request
              (id, application_id, asking_code, asked_code, question, due_on, asked_at, asked_by) VALUES
              ('Q1', 'F3', 'food_industry', 'automotive', 'Kennen jullie hen?', '2026-12-01', '2026-11-20Z', 'food');
            """;
}
