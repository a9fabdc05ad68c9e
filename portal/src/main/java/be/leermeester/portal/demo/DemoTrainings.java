package be.leermeester.portal.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The history of each mentor's training status: the latest row on or before a day is the status on that day.
final class DemoTrainings {

    private static final List<String> GROUNDS = List.of(
            "PEDAGOGICAL_DIPLOMA",
            "EXPERIENCE_CERTIFICATE",
            "EXPERIENCE_WITHOUT_CERTIFICATE",
            "INTERNAL_COMPANY_TRAINING",
            "OTHER");
    private static final List<String> PROVIDERS = List.of(
            "Vormingscentrum Hoevelpoort", "Leerhuis Vendonk", "Opleidingscentrum De Passer", "Syntrum Vorming");
    private static final List<BigDecimal> HOURS =
            List.of(new BigDecimal(8), new BigDecimal(12), new BigDecimal(14), new BigDecimal(16), new BigDecimal(20));

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private int exempted;

    DemoTrainings(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
    }

    void follow() {
        for (DemoMentor mentor : world.mentors()) {
            switch (mentor.fate()) {
                case UNDECIDED, BEFORE_OBLIGATION -> {}
                case REFUSED -> refused(mentor);
                default -> approved(mentor);
            }
        }
    }

    /// On the day of the rejection.
    private void refused(DemoMentor mentor) {
        world.dossiers().stream()
                .filter(dossier -> dossier.mentors().getFirst().mentor() == mentor)
                .findFirst()
                .ifPresent(dossier ->
                        plain(mentor, "NOT_HANDLED", dossier.last().at().toLocalDate()));
    }

    private void approved(DemoMentor mentor) {
        if (dice.chance(70)) {
            plain(mentor, "TO_FOLLOW", mentor.approvedOn());
        }
        switch (mentor.fate()) {
            case FOLLOWED, EXTENDED -> inSector(mentor);
            case FOLLOWED_ELSEWHERE, LATE_EVIDENCE ->
                taken(
                        mentor,
                        "FOLLOWED_ELSEWHERE",
                        timely(mentor),
                        dice.pick(PROVIDERS),
                        "Mentoropleiding",
                        dice.pick(HOURS));
            case EXEMPT ->
                add(mentor, "EXEMPT", GROUNDS.get(exempted++ % GROUNDS.size()), timely(mentor), "", "", null);
            case LAPSED -> plain(mentor, "NOT_FOLLOWED", mentor.dueOn().plusDays(1));
            case DISCONTINUED, STRUCK -> stopped(mentor);
            case GREEN, AMBER, RED, OVERDUE, UNDECIDED, REFUSED, BEFORE_OBLIGATION -> {}
        }
    }

    /// With the sessions of a known run, or with a course of before these were kept.
    private void inSector(DemoMentor mentor) {
        DemoCourse course = mentor.course();
        LocalDate day = mentor.trainedOn();
        taken(
                mentor,
                "FOLLOWED_SECTOR",
                day == null ? timely(mentor) : day,
                "Sector",
                course == null ? "Mentoropleiding" : course.title(),
                course == null ? dice.pick(HOURS) : course.hours());
    }

    /// After the approval, on or before the deadline, and not after yesterday.
    private LocalDate timely(DemoMentor mentor) {
        LocalDate last = mentor.dueOn().isBefore(today) ? mentor.dueOn() : today.minusDays(1);
        return dice.workday(mentor.approvedOn().plusDays(14), last);
    }

    private void stopped(DemoMentor mentor) {
        LocalDate left = mentor.leftOn();
        if (left != null) {
            plain(mentor, "DISCONTINUED", left);
        }
    }

    private void taken(
            DemoMentor mentor, String status, LocalDate day, String provider, String course, BigDecimal hours) {
        add(mentor, status, "", day, provider, course, hours);
    }

    private void plain(DemoMentor mentor, String status, LocalDate day) {
        add(mentor, status, "", day, "", "", null);
    }

    private void add(
            DemoMentor mentor,
            String status,
            String ground,
            LocalDate day,
            String provider,
            String course,
            @Nullable BigDecimal hours) {
        world.tables()
                .add(
                        DemoFile.MENTOR_TRAININGS,
                        mentor.id(),
                        mentor.partnership(),
                        status,
                        ground,
                        day,
                        provider,
                        course,
                        hours);
    }
}
