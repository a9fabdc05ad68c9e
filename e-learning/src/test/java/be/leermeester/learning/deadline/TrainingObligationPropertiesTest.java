package be.leermeester.learning.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.MentorFacts.Application;
import be.leermeester.learning.deadline.MentorFacts.Training;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for whatever mentor: thousands of made-up histories from a fixed seed.
class TrainingObligationPropertiesTest {

    private static final List<TrainingStatus> STATUSES = List.of(TrainingStatus.values());
    private static final List<String> PARTNERSHIPS = List.of("wood", "construction", "clothing", "spoed");

    @Test
    void the_date_is_never_before_the_start_nor_more_than_a_year_and_a_half_after_it() {
        forMany((facts, _) -> obligations(facts).forEach(obligation -> {
            Explanation why = obligation.why();
            if (why != null) {
                LocalDate start = why.start().approvedOn();
                assertThat(why.dueOn()).isAfter(start).isBeforeOrEqualTo(start.plusMonths(18));
                assertThat(start).isAfterOrEqualTo(MentorFacts.OBLIGATION_FROM);
            }
        }));
    }

    @Test
    void the_order_in_which_facts_are_read_does_not_matter() {
        forMany((facts, random) -> {
            List<Application> applications = new ArrayList<>(facts.applications());
            List<Training> trainings = new ArrayList<>(facts.trainings());
            Collections.shuffle(applications, random);
            Collections.shuffle(trainings, random);
            assertThat(obligations(new MentorFacts("M1", applications, List.of(), trainings, List.of(), List.of())))
                    .isEqualTo(obligations(facts));
        });
    }

    @Test
    void more_training_never_makes_it_worse() {
        forMany((facts, random) -> {
            String partnership = PARTNERSHIPS.get(random.nextInt(PARTNERSHIPS.size()));
            LocalDate day = LocalDate.of(2030, 1, 1);
            Training more = training(partnership, day, TrainingStatus.FOLLOWED_ELSEWHERE);
            List<Training> trainings =
                    Stream.concat(facts.trainings().stream(), Stream.of(more)).toList();
            MentorFacts richer =
                    new MentorFacts("M1", facts.applications(), List.of(), trainings, List.of(), List.of());
            for (TrainingObligation before : obligations(facts)) {
                TrainingObligation after = obligations(richer).stream()
                        .filter(o -> o.partnership().equals(before.partnership()))
                        .findFirst()
                        .orElseThrow();
                assertThat(!before.status().met() || after.status().met()).isTrue();
                assertThat(!after.partnership().equals(partnership)
                                || after.status().met())
                        .isTrue();
            }
        });
    }

    @Test
    void as_days_go_by_a_flag_only_gets_worse_while_nothing_happens() {
        List<Flag> order = List.of(Flag.GREEN, Flag.AMBER, Flag.RED, Flag.OVERDUE);
        forMany((facts, _) -> obligations(facts).forEach(obligation -> {
            int worst = 0;
            for (LocalDate day = LocalDate.of(2019, 9, 1); day.getYear() < 2029; day = day.plusDays(17)) {
                Flag flag = obligation.flag(day, Facts.SIX_AND_THREE);
                if (flag != null) {
                    assertThat(order.indexOf(flag)).isGreaterThanOrEqualTo(worst);
                    worst = order.indexOf(flag);
                }
            }
        }));
    }

    @Test
    void everything_is_known_in_the_end() {
        forMany((facts, _) ->
                assertThat(obligations(facts.knownOn(LocalDate.of(2040, 1, 1)))).isEqualTo(obligations(facts)));
    }

    private static void forMany(BiConsumer<MentorFacts, Random> check) {
        Random random = new Random(20261122);
        IntStream.range(0, 3_000).forEach(_ -> check.accept(facts(random), random));
    }

    private static MentorFacts facts(Random random) {
        List<Application> applications = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> application("A" + i, random))
                .toList();
        List<Training> trainings = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> training(
                        PARTNERSHIPS.get(random.nextInt(PARTNERSHIPS.size())),
                        day(random),
                        STATUSES.get(random.nextInt(STATUSES.size()))))
                .toList();
        return new MentorFacts("M1", applications, List.of(), trainings, List.of(), List.of());
    }

    private static Application application(String id, Random random) {
        LocalDate filed = day(random);
        boolean decided = random.nextInt(5) > 0;
        boolean approved = decided && random.nextInt(4) > 0;
        String partnership = PARTNERSHIPS.get(random.nextInt(PARTNERSHIPS.size()));
        LocalDate decidedOn = decided ? filed.plusDays(random.nextInt(30)) : null;
        return new Application(id, partnership, filed, approved, decidedOn, Time.startOf(filed));
    }

    private static Training training(String partnership, LocalDate since, TrainingStatus status) {
        return new Training(partnership, since, status, null, Time.startOf(since));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2019, 6, 1).plusDays(random.nextInt(2_500));
    }

    private static List<TrainingObligation> obligations(MentorFacts facts) {
        return TrainingObligation.derive(facts, Facts.rules());
    }
}
