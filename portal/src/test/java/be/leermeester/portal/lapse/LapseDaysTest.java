package be.leermeester.portal.lapse;

import static be.leermeester.learning.deadline.LapsePolicy.AUTOMATIC_AT_ONCE;
import static be.leermeester.learning.deadline.LapsePolicy.AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT;
import static be.leermeester.learning.deadline.LapsePolicy.HANDLER_CONFIRMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a passed deadline does to recognitions, case by case, as dates. Recognition R of partnership p has mentor M.
class LapseDaysTest {

    @ParameterizedTest(name = "lapse {0}, agreement {1} to {2}: {3}")
    @DisplayName("M9: no running agreement: revoked at once; with one: kept to the end of the school year")
    @CsvSource(textBlock = """
        # lapse,     starts,     last,       what happens
        2026-03-16,           ,           , revoked 2026-03-16
        2026-03-16, 2025-09-01, 2026-06-30, kept to 2026-09-01
        2026-03-16, 2025-09-01, 2026-03-16, kept to 2026-09-01
        2026-03-16, 2025-09-01, 2026-03-15, revoked 2026-03-16
        2026-03-16, 2026-03-16, 2026-06-30, kept to 2026-09-01
        2026-03-16, 2026-03-17, 2026-06-30, kept to 2026-09-01
        2026-03-16, 2026-08-31, 2027-06-30, kept to 2026-09-01
        2026-03-16, 2026-09-01, 2027-06-30, revoked 2026-03-16
        2026-06-01, 2025-09-01, 2026-07-15, kept to 2026-09-01
        2026-07-16, 2025-09-01, 2026-07-15, revoked 2026-07-16
        2026-08-31, 2025-09-01, 2026-08-31, kept to 2026-09-01
        2026-08-31, 2025-09-01, 2027-06-30, kept to 2026-09-01
        2026-08-31, 2026-09-01, 2027-06-30, revoked 2026-08-31
        2026-09-01, 2025-09-01, 2026-08-31, revoked 2026-09-01
        2026-09-01, 2025-09-01, 2027-06-30, kept to 2027-09-01
        2026-09-01, 2026-09-01, 2027-06-30, kept to 2027-09-01
        2026-09-01, 2027-08-31, 2028-06-30, kept to 2027-09-01
        2026-09-01, 2027-09-01, 2028-06-30, revoked 2026-09-01
        2026-12-31, 2026-09-01, 2027-06-30, kept to 2027-09-01
        2027-01-01, 2026-09-01, 2027-06-30, kept to 2027-09-01
        2024-02-29, 2023-09-01, 2024-02-29, kept to 2024-09-01
        2024-03-01, 2023-09-01, 2024-02-29, revoked 2024-03-01
        """)
    void agreements_decide_what_becomes_of_it(String lapse, String starts, String last, String expected) {
        List<Recognised.Agreement> agreements = starts == null ? List.of() : List.of(agreement(starts, last));
        assertThat(says(on(lapse, List.of(recognition("R", agreements, "M")), late("M"))))
                .contains("struck M off R", expected.replace("kept", "R kept").replace("revoked", "R revoked"));
    }

    @Test
    void at_once_means_at_once_also_with_an_agreement() {
        Recognised kept = recognition("R", List.of(agreement("2025-09-01", "2026-06-30")), "M");
        assertThat(says(on("2026-03-16", List.of(kept), new Late("M", "p", AUTOMATIC_AT_ONCE))))
                .containsExactly("lapsed M", "struck M off R", "R revoked 2026-03-16");
    }

    @Test
    @DisplayName("9.18: where a handler confirms, the status comes by itself and nothing else")
    void a_handler_confirms() {
        assertThat(says(on(
                        "2026-03-16", List.of(recognition("R", List.of(), "M")), new Late("M", "p", HANDLER_CONFIRMS))))
                .containsExactly("lapsed M, waits");
    }

    @Test
    void another_valid_mentor_saves_the_recognition() {
        assertThat(says(on("2026-03-16", List.of(recognition("R", List.of(), "M", "N")), late("M"))))
                .containsExactly("lapsed M", "struck M off R");
    }

    @Test
    void two_mentors_who_lapse_on_one_day_leave_none() {
        assertThat(says(on("2026-03-16", List.of(recognition("R", List.of(), "M", "N")), late("N"), late("M"))))
                .containsExactly("lapsed M", "struck M off R", "lapsed N", "struck N off R", "R revoked 2026-03-16");
    }

    @Test
    void all_recognitions_of_the_partnership_and_no_other() {
        Recognised other = new Recognised("Q", "0", "q", null, Set.of("M"), List.of(), null);
        List<Recognised> all = List.of(recognition("R", List.of(), "M"), recognition("S", List.of(), "M", "N"), other);
        assertThat(says(on("2026-03-16", all, late("M"))))
                .containsExactly("lapsed M", "struck M off R", "R revoked 2026-03-16", "struck M off S");
    }

    @Test
    void what_is_over_is_left_alone() {
        Recognised over = new Recognised("R", "0", "p", LocalDate.parse("2026-03-16"), Set.of("M"), List.of(), null);
        assertThat(says(on("2026-03-16", List.of(over), late("M")))).containsExactly("lapsed M");
        assertThat(says(on("2026-03-15", List.of(over), late("M")))).contains("R revoked 2026-03-15");
    }

    @Test
    void what_was_kept_is_revoked_on_the_first_of_september_unless_somebody_is_there() {
        LocalDate september = LocalDate.parse("2026-09-01");
        Recognised empty = recognition("R", List.of()).keptUntil(september);
        Recognised cured = recognition("S", List.of(), "N").keptUntil(september);
        assertThat(says(on("2026-08-31", List.of(empty, cured)))).isEmpty();
        assertThat(says(on("2026-09-01", List.of(empty, cured))))
                .containsExactly("R revoked 2026-09-01, was kept", "S released");
    }

    @Test
    @DisplayName("9.17: a lapse on 1 September comes after what ended with the old school year")
    void the_first_of_september_belongs_to_the_new_year() {
        Recognised cured = recognition("R", List.of(agreement("2026-09-01", "2027-06-30")), "N")
                .keptUntil(LocalDate.parse("2026-09-01"));
        assertThat(says(on("2026-09-01", List.of(cured), late("N"))))
                .containsExactly("R released", "lapsed N", "struck N off R", "R kept to 2027-09-01");
    }

    @Test
    void what_is_kept_already_is_not_kept_twice() {
        Recognised kept = recognition("R", List.of(agreement("2025-09-01", "2026-06-30")), "N")
                .keptUntil(LocalDate.parse("2026-09-01"));
        assertThat(says(on("2026-05-01", List.of(kept), late("N")))).containsExactly("lapsed N", "struck N off R");
    }

    @Test
    void day_by_day_it_knows_what_it_said_before() {
        LapseDays days =
                new LapseDays(List.of(recognition("R", List.of(agreement("2025-09-01", "2026-06-30")), "M", "N")));
        assertThat(says(days.on(LocalDate.parse("2026-03-01"), List.of(late("M")))))
                .hasSize(2);
        assertThat(says(days.on(LocalDate.parse("2026-04-01"), List.of(late("N")))))
                .contains("R kept to 2026-09-01");
        assertThat(says(days.on(LocalDate.parse("2026-09-01"), List.of())))
                .containsExactly("R revoked 2026-09-01, was kept");
        assertThat(says(days.on(LocalDate.parse("2026-09-02"), List.of(late("M")))))
                .containsExactly("lapsed M");
    }

    @Test
    @DisplayName("The order in which the mentors of one day are done does not matter for what is left at its end")
    void order_within_a_day_does_not_matter() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            List<Recognised> world = world(random);
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            List<Late> late = new ArrayList<>(
                    IntStream.range(0, 4).mapToObj(i -> late("M" + i)).toList());
            LapseDays one = new LapseDays(world);
            LapseDays other = new LapseDays(world);
            Set<String> first = fates(late.stream()
                    .flatMap(each -> one.strike(day, each).stream())
                    .toList());
            Collections.shuffle(late, random);
            Set<String> second = fates(late.stream()
                    .flatMap(each -> other.strike(day, each).stream())
                    .toList());
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void one_mentor_more_never_loses_more() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Recognised> world = world(random);
            List<Recognised> richer =
                    world.stream().map(LapseDaysTest::withOneMore).toList();
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            List<Late> late = List.of(late("M0"), late("M1"), late("M2"), late("M3"));
            assertThat(fates(new LapseDays(richer).on(day, late))).noneMatch(fate -> fate.contains("revoked"));
            assertThat(fates(new LapseDays(richer).on(day, late)))
                    .isSubsetOf(fates(new LapseDays(world).on(day, late)));
        }
    }

    private static Recognised withOneMore(Recognised r) {
        Set<String> mentors = new TreeSet<>(r.mentors());
        mentors.add("Z");
        return new Recognised(
                r.id(), r.enterpriseNumber(), r.partnership(), r.validUntil(), mentors, r.agreements(), r.keptUntil());
    }

    private static List<Recognised> world(Random random) {
        return IntStream.range(0, 6)
                .mapToObj(i -> {
                    List<Recognised.Agreement> agreements = random.nextBoolean()
                            ? List.of()
                            : List.of(agreement("2025-09-01", "2026-0" + (1 + random.nextInt(9)) + "-15"));
                    String[] mentors = IntStream.range(0, 4)
                            .filter(_ -> random.nextBoolean())
                            .mapToObj(m -> "M" + m)
                            .toArray(String[]::new);
                    return recognition("R" + i, agreements, mentors);
                })
                .toList();
    }

    private static Set<String> fates(List<Consequence> happens) {
        Set<String> fates = new TreeSet<>();
        happens.forEach(each -> fates.add(say(each)));
        return fates;
    }

    private static List<Consequence> on(String day, List<Recognised> recognitions, Late... late) {
        return new LapseDays(recognitions).on(LocalDate.parse(day), List.of(late));
    }

    private static Late late(String person) {
        return new Late(person, "p", AUTOMATIC_KEEP_TO_SCHOOL_YEAR_END_WITH_AGREEMENT);
    }

    private static Recognised recognition(String id, List<Recognised.Agreement> agreements, String... mentors) {
        return new Recognised(id, "0442239628", "p", LocalDate.parse("2030-01-01"), Set.of(mentors), agreements, null);
    }

    private static Recognised.Agreement agreement(String starts, String last) {
        return new Recognised.Agreement(LocalDate.parse(starts), LocalDate.parse(last), "P1");
    }

    private static List<String> says(List<Consequence> happens) {
        return happens.stream().map(LapseDaysTest::say).toList();
    }

    private static String say(Consequence happens) {
        return switch (happens) {
            case Consequence.Lapsed lapsed -> "lapsed " + lapsed.late().personId() + (lapsed.waits() ? ", waits" : "");
            case Consequence.Struck struck ->
                "struck " + struck.personId() + " off " + struck.recognition().id();
            case Consequence.Kept kept -> kept.recognition().id() + " kept to " + kept.revokeOn();
            case Consequence.Revoked revoked ->
                revoked.recognition().id() + " revoked " + revoked.day() + (revoked.wasKept() ? ", was kept" : "");
            case Consequence.Released released -> released.recognition().id() + " released";
        };
    }
}
