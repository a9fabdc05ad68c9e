package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoCourses.Run;
import be.leermeester.portal.demo.DemoCourses.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sat in which run: those who followed it, those who missed a part, and those who are enrolled for what comes.
final class DemoEnrolments {

    private static final int SEATS = 8;

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private final Set<String> enrolled = new HashSet<>();

    DemoEnrolments(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
    }

    void fill(List<Run> runs) {
        for (Run run : runs) {
            List<DemoMentor> mentors = dice.shuffled(world.mentors());
            boolean over = run.last().isBefore(today);
            seats(run, mentors, over);
            if (over) {
                missed(run, mentors);
            }
        }
    }

    /// Of a run that is over: mentors whose training was this one. Of the others: mentors who still have to.
    private void seats(Run run, List<DemoMentor> mentors, boolean over) {
        List<DemoMentor> seated = new ArrayList<>();
        for (DemoMentor mentor : mentors) {
            boolean fits = over ? followedHere(mentor, run) : waiting(mentor, run);
            if (fits && seated.size() < SEATS) {
                seated.add(mentor);
            }
        }
        for (DemoMentor mentor : seated) {
            if (over) {
                mentor.trained(run.last(), run.course());
            }
            enrol(mentor, run, over ? run.last() : null);
            attend(mentor.id(), run, -1);
        }
    }

    private boolean followedHere(DemoMentor mentor, Run run) {
        return mentor.fate() == DemoFate.FOLLOWED
                && mentor.trainedOn() == null
                && run.course().suits(mentor.partnership())
                && mentor.approvedOn().plusDays(12).isBefore(run.first())
                && !run.last().isAfter(mentor.dueOn());
    }

    private boolean waiting(DemoMentor mentor, Run run) {
        return mentor.fate().stillToFollow()
                && mentor.fate() != DemoFate.OVERDUE
                && run.course().suits(mentor.partnership())
                && !run.first().isBefore(mentor.approvedOn().plusDays(20))
                && !run.last().isAfter(mentor.dueOn())
                && dice.chance(55)
                && !enrolled.contains(mentor.id());
    }

    /// One or two did not come, or not to all of it.
    private void missed(Run run, List<DemoMentor> mentors) {
        mentors.stream()
                .filter(mentor -> mentor.fate() == DemoFate.RED
                        || mentor.fate() == DemoFate.LAPSED
                        || mentor.fate() == DemoFate.OVERDUE)
                .filter(mentor -> run.course().suits(mentor.partnership()) && mentor.available(run.first()))
                .filter(mentor ->
                        mentor.approvedOn().plusDays(12).isBefore(run.first()) && !enrolled.contains(mentor.id()))
                .limit(2)
                .forEach(mentor -> {
                    enrol(mentor, run, null);
                    attend(mentor.id(), run, dice.between(0, run.sessions().size() - 1));
                });
    }

    private void enrol(DemoMentor mentor, Run run, @Nullable LocalDate completed) {
        LocalDate day =
                dice.day(mentor.approvedOn().plusDays(3), earlier(run.first().minusDays(4), today.minusDays(1)));
        enrol(mentor.id(), run, dice.morning(day), completed);
    }

    void enrol(String personId, Run run, LocalDateTime at, @Nullable LocalDate completed) {
        enrolled.add(personId);
        world.tables().add(DemoFile.ENROLMENTS, personId, run.course().code(), at, completed);
    }

    /// missing is the part that was missed, counted from 0; -1 for none.
    void attend(String personId, Run run, int missing) {
        for (int i = 0; i < run.sessions().size(); i++) {
            Session session = run.sessions().get(i);
            if (session.day().isBefore(today)) {
                world.tables().add(DemoFile.ATTENDANCES, session.id(), personId, i == missing ? absence() : "PRESENT");
            }
        }
    }

    private String absence() {
        return dice.pick(List.of("ABSENT", "ABSENT", "EXCUSED", "PARTLY"));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
