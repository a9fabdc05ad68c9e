package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.util.List;

/// Recognitions that follow earlier ones: renewals, and duplicates for a programme that takes the place of another.
final class DemoSequels {

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private final DemoHistories histories;
    private int openRenewals = 5;

    DemoSequels(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
        this.histories = new DemoHistories(dice);
    }

    void file() {
        for (DemoDossier dossier : List.copyOf(world.dossiers())) {
            LocalDate approved = dossier.approvedOn();
            List<DemoMentor> mentors = dossier.available(today).stream()
                    .filter(mentor -> mentor.fate().met())
                    .toList();
            if (approved != null && !mentors.isEmpty()) {
                renew(dossier, approved.plusYears(5), mentors);
            }
        }
        duplicate();
    }

    private void renew(DemoDossier old, LocalDate ends, List<DemoMentor> mentors) {
        if (old.status() == Status.EXPIRED && dice.chance(65)) {
            LocalDate day = dice.workday(ends.minusDays(45), ends.minusDays(3));
            add(histories.approved(old.workplace(), old.programme(), day, old), mentors);
        } else if (old.status() == Status.APPROVED && ends.isBefore(today.plusMonths(5)) && dice.chance(45)) {
            if (openRenewals-- > 0) {
                LocalDate day = today.minusDays(dice.between(3, 12));
                DemoDossier open = new DemoDossier(old.workplace(), old.programme(), histories.filed(day), old);
                add(open, mentors);
            } else {
                LocalDate day = dice.workday(today.minusDays(40), today.minusDays(1));
                add(histories.approved(old.workplace(), old.programme(), day, old), mentors);
            }
        }
    }

    /// From part-time education or apprenticeship to the dual programme of the same sector.
    private void duplicate() {
        int wanted = 10;
        for (DemoDossier old : dice.shuffled(List.copyOf(world.dossiers()))) {
            LocalDate approved = old.approvedOn();
            boolean fits = old.status() == Status.APPROVED
                    && !old.programme().dual()
                    && approved != null
                    && approved.isBefore(today.minusMonths(5));
            LocalDate day = fits ? dice.workday(today.minusMonths(4), today.minusDays(6)) : today;
            List<DemoMentor> mentors = old.available(day);
            DemoCatalogue.Programme successor =
                    wanted > 0 && fits && !mentors.isEmpty() ? successor(old.workplace()) : null;
            if (successor != null) {
                wanted--;
                add(
                        new DemoDossier(old.workplace(), successor, day.atTime(9, 0), null)
                                .then(
                                        day.atTime(9, 30),
                                        Status.APPROVED,
                                        "Overgenomen van " + old.programme().name() + "."),
                        mentors);
                old.then(day.atTime(9, 30), Status.DUPLICATED, true, "", "Vervangen door " + successor.name() + ".");
            }
        }
    }

    private DemoCatalogue.@org.jspecify.annotations.Nullable Programme successor(DemoWorkplace workplace) {
        List<DemoCatalogue.Programme> dual = workplace.company().sector().programmes().stream()
                .filter(DemoCatalogue.Programme::dual)
                .toList();
        return workplace.take(dice, dual);
    }

    private void add(DemoDossier dossier, List<DemoMentor> mentors) {
        world.dossiers().add(dossier.naming(mentors));
    }
}
