package be.leermeester.portal.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is foreseen is what happens: made-up companies, mentors, agreements and policies from a fixed seed.
class ForecastTest {

    private static final int MENTORS = 60;
    private static final int RECOGNITIONS = 50;
    private static final List<String> PARTNERSHIPS = List.of("wood", "construction", "clothing");

    private final LapseWorld world = new LapseWorld();
    private final Random random = new Random(20261122);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @DisplayName("M10: the forecast for ninety days equals what the nights then do, day by day")
    void forecast_is_what_the_job_does() {
        populate();
        LocalDate first = LocalDate.of(2027, 7, 1);
        for (int round = 0; round < 2; round++) {
            LocalDate from = first.plusDays(91L * round);
            LocalDate until = from.plusDays(Forecast.DAYS);
            world.goTo(from);
            List<String> foreseen = foreseen(Reach.EVERYBODY, from, until);
            List<String> parts = new ArrayList<>();
            PARTNERSHIPS.forEach(code -> parts.addAll(foreseen(Reach.of(List.of(code)), from, until)));
            parts.addAll(foreseen(Reach.of(List.of("food_industry")), from, until));
            int before = done().size();
            for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
                world.night(day);
            }
            List<String> done = done();
            assertThat(foreseen).as("round %s", round).hasSizeGreaterThan(20);
            assertThat(done).hasSize(before + foreseen.size()).containsAll(foreseen);
            assertThat(parts).containsExactlyInAnyOrderElementsOf(foreseen);
        }
        assertThat(done()).anyMatch(line -> line.contains("REVOKED")).anyMatch(line -> line.startsWith("kept"));
    }

    @Test
    void a_company_sees_what_it_loses_when_and_who_could_take_over() {
        List<LossesAhead.Loss> losses = world.background.tell(
                () -> LossesAhead.ofCompany(world.background.db().reads(), "0442239628", LapseWorld.LAPSE.minusDays(30))
                        .await());
        assertThat(losses)
                .extracting(loss -> loss.dossier() + " " + loss.lastDay() + " " + loss.kept() + " " + loss.mentors())
                .containsExactly(
                        "A1 2027-01-10 false [Mia Mertens]",
                        "X2 2027-01-14 false [Nina Nijs, Noor Naert]",
                        "X1 2027-08-31 true [Nina Nijs]");
        assertThat(losses).allMatch(loss -> loss.trained().equals(List.of("Nand Nuyts")));
    }

    @Test
    void another_company_sees_nothing_of_it() {
        assertThat(world.background.<List<LossesAhead.Loss>>tell(() -> LossesAhead.ofCompany(
                                world.background.db().reads(), "0900001137", LapseWorld.LAPSE.minusDays(30))
                        .await()))
                .isEmpty();
    }

    /// Lapsed and struck and kept and revoked, each with its day.
    private List<String> foreseen(Reach reach, LocalDate from, LocalDate until) {
        return world
                .background
                .tell(() -> Forecast.of(world.background.db().reads(), reach, from, until)
                        .await())
                .stream()
                .filter(each -> !(each instanceof Consequence.Released))
                .map(each -> switch (each) {
                    case Consequence.Lapsed it ->
                        "lapsed " + it.late().personId() + " " + it.late().partnership() + " " + it.day();
                    case Consequence.Struck it ->
                        "struck " + it.personId() + " " + it.recognition().id() + " " + it.day();
                    case Consequence.Kept it -> "kept " + it.recognition().id() + " " + it.day() + " " + it.revokeOn();
                    case Consequence.Revoked it -> "REVOKED " + it.recognition().id() + " " + it.day();
                    case Consequence.Released it ->
                        "released " + it.recognition().id();
                })
                .toList();
    }

    private List<String> done() {
        return world.rows("""
                SELECT 'lapsed ' || person_id || ' ' || partnership_code || ' ' || since FROM learning.mentor_training
                 WHERE status = 'NOT_FOLLOWED' AND since > '2027-01-01'
                UNION ALL SELECT 'struck ' || person_id || ' ' || application_id || ' ' || struck_on
                  FROM learning.struck_mentor
                UNION ALL SELECT 'kept ' || application_id || ' ' || kept_on || ' ' || revoke_on
                  FROM portal.kept_recognition
                UNION ALL SELECT 'REVOKED ' || application_id || ' ' || (at AT TIME ZONE 'Europe/Brussels')::date
                  FROM portal.application_event WHERE status = 'REVOKED'
                """);
    }

    private void populate() {
        StringBuilder sql = new StringBuilder("""
                UPDATE learning.training_rule SET lapse_policy = 'HANDLER_CONFIRMS'
                 WHERE partnership_code = 'clothing' AND valid_to IS NULL;
                UPDATE learning.training_rule SET lapse_policy = 'AUTOMATIC_AT_ONCE'
                 WHERE partnership_code = 'construction' AND valid_to IS NULL;
                """);
        for (int i = 0; i < MENTORS; i++) {
            sql.append("INSERT INTO kernel.person (id, first_name, last_name) VALUES ('Q%1$d', 'Q', '%1$d');\n"
                    .formatted(i));
        }
        for (int i = 0; i < RECOGNITIONS; i++) {
            recognition(sql, "R" + i, PARTNERSHIPS.get(random.nextInt(PARTNERSHIPS.size())), "G" + i % 20);
        }
        world.background.sql(sql.toString());
        world.derive();
    }

    private void recognition(StringBuilder sql, String id, String partnership, String programme) {
        LocalDate approved = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(180));
        LocalDate ends = random.nextInt(5) == 0 ? approved.plusMonths(12 + random.nextInt(6)) : approved.plusYears(5);
        sql.append("""
                INSERT INTO portal.programme (code, name, system) VALUES ('%2$s', '%2$s', 'DUAL') ON CONFLICT DO NOTHING;
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, first_decision, first_decided_at, valid_until)
                VALUES ('%1$s', '2123456789', '%2$s', '%3$s', '%4$s', 'COMPANY', 'APPROVED', '%4$s', 'APPROVED', '%4$s', '%5$s');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at)
                VALUES ('%1$s', 1, '%4$s', 'SUBMITTED', '%4$s'), ('%1$s', 2, '%4$s', 'APPROVED', '%4$s');
                """.formatted(id, programme, partnership, approved, ends));
        for (int m = random.nextInt(3); m >= 0; m--) {
            sql.append("""
                    INSERT INTO learning.mentor_application (application_id, person_id, partnership_code, submitted_at,
                      decision, decided_at, recorded_at)
                    VALUES ('%s', 'Q%d', '%s', '%4$s', 'APPROVED', '%4$s', '%4$s') ON CONFLICT DO NOTHING;
                    """.formatted(id, random.nextInt(MENTORS), partnership, approved));
        }
        if (random.nextBoolean()) {
            LocalDate starts = approved.plusMonths(random.nextInt(14));
            sql.append("""
                    INSERT INTO portal.agreement (id, application_id, mentor_person_id, learner_person_id, provider_code,
                      type, starts_on, ends_on, registered_at, recorded_at)
                    VALUES ('G-%1$s', '%1$s', 'Q1', 'L1', 'P1', 'OAO', '%2$s', '%3$s', '%2$s', '%2$s');
                    """.formatted(id, starts, starts.plusMonths(1 + random.nextInt(12))));
        }
    }
}
