package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// About 600 mentors: first the day on which each deadline falls, then the approval that gives it.
final class DemoMentors {

    /// So many of the open dossiers are the demo handler's.
    private static final int BUSY = 11;

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private int named;

    DemoMentors(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
    }

    /// Gives every workplace its mentors; those of closed workplaces stopped with them.
    void appoint() {
        List<DemoWorkplace> open = new ArrayList<>();
        List<DemoWorkplace> closed = new ArrayList<>();
        for (DemoWorkplace workplace : world.workplaces()) {
            (workplace.ceasedOn() == null ? open : closed).add(workplace);
        }
        List<DemoWorkplace> round = busyFirst(dice.shuffled(open));
        Iterator<DemoWorkplace> stopped = dice.shuffled(closed).iterator();
        int next = 0;
        for (DemoFate fate : order()) {
            for (int nth = 0; nth < fate.count(); nth++) {
                boolean there = fate == DemoFate.DISCONTINUED && stopped.hasNext();
                DemoWorkplace workplace = there ? stopped.next() : round.get(next++ % round.size());
                world.mentors().add(mentor(workplace, fate, nth));
            }
        }
    }

    /// The dossiers that wait for a decision come first, so that the demo handler's sector has a busy list.
    private static List<DemoFate> order() {
        List<DemoFate> fates = new ArrayList<>(List.of(DemoFate.values()));
        fates.remove(DemoFate.UNDECIDED);
        fates.addFirst(DemoFate.UNDECIDED);
        return fates;
    }

    private static List<DemoWorkplace> busyFirst(List<DemoWorkplace> workplaces) {
        List<DemoWorkplace> busy = workplaces.stream()
                .filter(workplace -> workplace.company().sector().partnership().equals(DemoPeople.HANDLER_SECTOR))
                .limit(BUSY)
                .toList();
        List<DemoWorkplace> ordered = new ArrayList<>(busy);
        workplaces.stream().filter(workplace -> !busy.contains(workplace)).forEach(ordered::add);
        return ordered;
    }

    private DemoMentor mentor(DemoWorkplace workplace, DemoFate fate, int nth) {
        LocalDate approved = fate.everApproved() ? approvedOn(workplace, fate, nth) : null;
        LocalDate left = approved == null ? null : leftOn(workplace, fate, approved);
        String id = String.format(Locale.ROOT, "DM%04d", ++named);
        String first = world.names().first();
        String last = world.names().last();
        LocalDate reference = approved == null ? today : approved;
        LocalDate birth = reference.minusYears(dice.between(26, 57)).minusDays(dice.between(60, 360));
        String language = dice.chance(4) ? "fr" : dice.chance(3) ? "en" : "nl";
        world.person(id, world.names().nationalNumber(birth), first, last, language, nth % 13 != 12);
        return new DemoMentor(id, first + " " + last, workplace, fate, approved, left);
    }

    private LocalDate approvedOn(DemoWorkplace workplace, DemoFate fate, int nth) {
        LocalDate closing = workplace.ceasedOn();
        return switch (fate) {
            case FOLLOWED ->
                nth % 5 < 3
                        ? workday(today.minusMonths(15), today.minusMonths(2))
                        : workday(today.minusMonths(69), today.minusMonths(15));
            case FOLLOWED_ELSEWHERE, EXEMPT -> workday(today.minusMonths(69), today.minusMonths(2));
            case GREEN -> workday(today.minusMonths(6).plusDays(3), today.minusDays(1));
            case AMBER, RED, OVERDUE, LAPSED, LATE_EVIDENCE -> due(fate, nth).minusMonths(12);
            case DISCONTINUED ->
                closing == null
                        ? workday(today.minusMonths(48), today.minusMonths(11))
                        : workday(closing.minusMonths(11), closing.minusMonths(2));
            case BEFORE_OBLIGATION -> workday(LocalDate.of(2018, 1, 15), LocalDate.of(2019, 8, 20));
            case EXTENDED -> workday(LocalDate.of(2019, 10, 1), LocalDate.of(2020, 3, 31));
            case STRUCK -> workday(today.minusMonths(34), today.minusMonths(7));
            case UNDECIDED, REFUSED -> throw new IllegalArgumentException(fate.name());
        };
    }

    /// The deadline: the first ones of a colour lie on its very edges.
    private LocalDate due(DemoFate fate, int nth) {
        return switch (fate) {
            case AMBER ->
                nth == 0
                        ? today.plusMonths(6)
                        : nth == 1
                                ? today.plusMonths(3).plusDays(1)
                                : workday(
                                        today.plusMonths(3).plusDays(2),
                                        today.plusMonths(6).minusDays(1));
            case RED ->
                nth < 3
                        ? today
                        : nth < 6
                                ? today.plusDays(1)
                                : nth == 6 ? today.plusMonths(3) : workday(today.plusDays(2), today.plusMonths(3));
            case OVERDUE -> nth == 0 ? today.minusDays(1) : workday(today.minusDays(14), today.minusDays(1));
            case LAPSED -> workday(today.minusMonths(30), today.minusDays(15));
            case LATE_EVIDENCE -> workday(today.minusMonths(14), today.minusMonths(4));
            default -> throw new IllegalArgumentException(fate.name());
        };
    }

    private @Nullable LocalDate leftOn(DemoWorkplace workplace, DemoFate fate, LocalDate approved) {
        return switch (fate) {
            case LAPSED -> DemoMentor.dueOn(approved).plusDays(1);
            case DISCONTINUED -> {
                LocalDate closing = workplace.ceasedOn();
                yield closing != null ? closing : dice.workday(approved.plusMonths(2), approved.plusMonths(10));
            }
            case STRUCK -> dice.workday(approved.plusMonths(1), approved.plusMonths(6));
            default -> null;
        };
    }

    private LocalDate workday(LocalDate first, LocalDate last) {
        return dice.workday(first, last);
    }
}
