package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Forty runs of twelve courses, from half a year ago to half a year from now, in all provinces and online.
final class DemoCourses {

    /// One part of a run: who has which seat is decided when everybody is known.
    record Session(String id, LocalDateTime startsAt, LocalDateTime endsAt) {
        LocalDate day() {
            return startsAt.toLocalDate();
        }
    }

    record Run(DemoCourse course, List<Session> sessions) {
        LocalDate first() {
            return sessions.getFirst().day();
        }

        LocalDate last() {
            return sessions.getLast().day();
        }
    }

    private static final int RUNS = 40;
    private static final List<String> ROOMS =
            List.of("Vormingscentrum De Brug", "Opleidingshuis Het Anker", "Sectorhuis", "Campus Noord");

    private final DemoWorld world;
    private final DemoDice dice;
    private final List<DemoCourse> courses = DemoCourse.all();
    private final List<Run> runs = new ArrayList<>();

    DemoCourses(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
    }

    List<Run> plan() {
        courses.forEach(course -> course.write(world.tables()));
        LocalDate today = world.today();
        runs.add(plan(course("D-TECH-BLENDED"), List.of(today.minusDays(9), today.plusDays(12)), DemoPeople.TRAINER));
        runs.add(plan(course("D-BOUW-1DAG"), List.of(today), DemoPeople.TRAINER));
        for (int n = runs.size(); n < RUNS; n++) {
            DemoCourse course = courses.get(n % courses.size());
            String trainer = n % 5 == 0 ? DemoPeople.TRAINER : DemoStaff.trainer(n % DemoStaff.TRAINERS);
            runs.add(plan(course, days(course, today.plusDays((n - 20) * 9L + dice.between(0, 5))), trainer));
        }
        return List.copyOf(runs);
    }

    DemoCourse course(String code) {
        return courses.stream()
                .filter(course -> course.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /// A week or two between the parts.
    private List<LocalDate> days(DemoCourse course, LocalDate start) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = start;
        for (DemoCourse.Component part : course.components()) {
            if (part.inSessions()) {
                days.add(day);
                boolean later = part.kind().equals("RETURN_DAY") || part.kind().equals("INTERVISION");
                day = day.plusDays(later ? 28 : dice.pick(List.of(7, 14)));
            }
        }
        return days;
    }

    private Run plan(DemoCourse course, List<LocalDate> days, String trainer) {
        DemoCatalogue.Place place = dice.pick(world.catalogue().places());
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < course.components().size(); i++) {
            DemoCourse.Component part = course.components().get(i);
            if (part.inSessions() && sessions.size() < days.size()) {
                LocalDate day = DemoDice.workdayFrom(days.get(sessions.size()));
                Session session = session(part, day, i + 1);
                sessions.add(session);
                write(session, course, i + 1, place, trainer);
            }
        }
        return new Run(course, List.copyOf(sessions));
    }

    private Session session(DemoCourse.Component part, LocalDate day, int position) {
        LocalDateTime start = part.online() && dice.chance(40) ? day.atTime(13, 0) : day.atTime(9, 0);
        long minutes = (long) (part.hours().doubleValue() * 60) + (part.hours().intValue() > 5 ? 60 : 0);
        String id = String.format(Locale.ROOT, "DZ%03d-%d", runs.size() + 1, position);
        return new Session(id, start, start.plusMinutes(minutes));
    }

    private void write(Session session, DemoCourse course, int position, DemoCatalogue.Place place, String trainer) {
        boolean online = course.components().get(position - 1).online();
        world.tables()
                .add(
                        DemoFile.SESSIONS,
                        session.id(),
                        course.code(),
                        position,
                        session.startsAt(),
                        session.endsAt(),
                        online ? "" : dice.pick(ROOMS) + ", " + place.municipality(),
                        online ? "" : place.province(),
                        online
                                ? "https://sessies.voorbeeld.example/"
                                        + session.id().toLowerCase(Locale.ROOT)
                                : "",
                        trainer,
                        6,
                        dice.chance(15) ? 8 : 16);
    }
}
