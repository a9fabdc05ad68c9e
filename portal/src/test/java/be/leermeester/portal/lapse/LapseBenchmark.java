package be.leermeester.portal.lapse;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.learning.deadline.LapsePolicy;
import be.leermeester.learning.deadline.RuleChanges;
import be.leermeester.learning.deadline.TrainingRules;
import be.leermeester.portal.mentors.MentorFilter;
import be.leermeester.portal.mentors.Mentors;
import be.leermeester.portal.rows.Scope;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.testing.TestBackground;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prints how long a night of lapses, a handler's red list and the preview of a rule change take with once, ten and
/// a hundred times the 18,731 mentors of Flanders. Every night has the same [#DUE] deadlines. `lapse.scales` names
/// others.
@Tag("benchmark")
class LapseBenchmark {

    private static final int MENTORS = 18_731;
    private static final int DUE = 50;
    private static final int TIMES = 5;
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @Test
    void print_the_times() {
        Stream.of(System.getProperty("lapse.scales", "1,10").split(",", -1)).forEach(scale -> {
            try (TestBackground background = new TestBackground()) {
                measure(background, Integer.parseInt(scale));
            }
        });
    }

    private static void measure(TestBackground background, int scale) {
        background.sql(FILL.formatted(MENTORS * scale, DUE));
        Ids ids = new Ids(background.time());
        Outbox outbox = new Outbox(background.time(), ids, List::of);
        Lapse lapse = new Lapse(new ChangeStatus(outbox, background.time()), outbox, ids, background.time());
        LapseJob job = new LapseJob(background.db(), lapse);
        background.pass(Duration.ofDays(10));
        long[] nights = new long[TIMES];
        for (int i = -1; i < TIMES; i++) {
            LocalDate day = FIRST.plusDays(i + 1L);
            background.pass(Duration.ofDays(1));
            long night = time(() -> background.tell(() -> job.run(day)));
            if (i >= 0) {
                nights[i] = night;
            }
        }
        System.out.printf("%3dx: night with %d deadlines %.0f ms%n", scale, DUE, median(nights));
        Scope scope = new Scope(false, List.of("wood"), List.of(), List.of());
        MentorFilter red = MentorFilter.all().ofPartnership("wood").withFlag(Flag.RED);
        System.out.printf(
                "%3dx: red list of one partnership %.1f ms%n",
                scale,
                median(times(
                        () -> background.tell(() -> Mentors.list(background.db().reads(), red, scope, FIRST, 25)
                                .await()))));
        if (scale == 1) {
            System.out.printf(
                    "%3dx: preview of a rule change, all mentors %.0f ms%n",
                    scale, median(times(() -> background.tell(() -> preview(background)))));
        }
    }

    private static long preview(TestBackground background) {
        List<RuleChanges.Version> all =
                RuleChanges.versions(background.db().reads(), null).await();
        long looked = 0;
        for (RuleChanges.Version each : all) {
            var next = new TrainingRules.Term(
                    each.term().partnership(),
                    LocalDate.of(2026, 1, 1),
                    null,
                    11,
                    new Flag.Thresholds(6, 3),
                    "benchmark",
                    LapsePolicy.AUTOMATIC_AT_ONCE);
            looked += RuleChanges.preview(background.db().reads(), next, FIRST).looked();
        }
        if (looked != MENTORS) {
            throw new IllegalStateException("looked at " + looked);
        }
        return looked;
    }

    private static long[] times(Callable<?> work) {
        long[] times = new long[TIMES];
        time(work);
        for (int i = 0; i < TIMES; i++) {
            times[i] = time(work);
        }
        return times;
    }

    private static long time(Callable<?> work) {
        long begun = System.nanoTime();
        try {
            work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return System.nanoTime() - begun;
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }

    /// Mentor i has recognition i at establishment i; deadlines lie a year around December 2026, and exactly so many on
    /// each of its first days as the second value says.
    private static final String FILL = """
            SET session_replication_role = replica;
            CREATE TEMP TABLE made AS
            SELECT i, 'P' || lpad(i::text, 9, '0') AS person, 'A' || lpad(i::text, 9, '0') AS dossier,
                   (2000000000 + i)::text AS place, '0' || lpad((i / 10)::text, 9, '0') AS company,
                   codes[1 + i %% array_length(codes, 1)] AS code,
                   CASE WHEN i < %2$d * 10 THEN DATE '2025-11-30' + i / %2$d
                        ELSE DATE '2025-12-20' + i %% 345 END AS approved
              FROM generate_series(0, %1$d - 1) i,
                   (SELECT array_agg(code ORDER BY code) AS codes FROM portal.partnership) p;
            INSERT INTO kernel.person (id, first_name, last_name) SELECT person, 'Mentor', i::text FROM made;
            INSERT INTO portal.company (enterprise_number, name) SELECT DISTINCT company, 'Bedrijf ' || company FROM made;
            INSERT INTO portal.establishment (establishment_number, enterprise_number) SELECT place, company FROM made;
            INSERT INTO portal.programme (code, name, system) VALUES ('D1', 'Opleiding', 'DUAL');
            INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
              submitted_by, status, status_since, first_decision, first_decided_at, valid_until)
            SELECT dossier, place, 'D1', code, approved - 10, 'COMPANY', 'APPROVED', approved, 'APPROVED', approved,
              approved + 1826 FROM made;
            INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at)
            SELECT dossier, 1, approved - 10, 'SUBMITTED', approved - 10 FROM made
            UNION ALL SELECT dossier, 2, approved, 'APPROVED', approved FROM made;
            INSERT INTO learning.mentor_application (application_id, person_id, partnership_code, submitted_at, decision,
              decided_at, recorded_at)
            SELECT dossier, person, code, approved - 10, 'APPROVED', approved, approved FROM made;
            INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, first_approved_on,
              first_application_id, start_reason, term_months, due_on, rule_source, lapses_on)
            SELECT person, code, 'TO_FOLLOW', approved, approved, dossier, 'FIRST_APPROVAL', 12,
              (approved + interval '12 months')::date, 'S4:693', (approved + interval '12 months')::date + 1 FROM made;
            SET session_replication_role = DEFAULT;
            ANALYZE;
            """;
}
