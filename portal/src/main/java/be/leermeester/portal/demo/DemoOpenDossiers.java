package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Thirty-odd dossiers that wait for a decision today, with 0 to 14 days left.
final class DemoOpenDossiers {

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private final DemoHistories histories;

    DemoOpenDossiers(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
        this.histories = new DemoHistories(dice);
    }

    void file() {
        int n = 0;
        for (DemoMentor mentor : world.mentors()) {
            DemoCatalogue.Programme programme =
                    mentor.fate() == DemoFate.UNDECIDED ? mentor.workplace().take(dice) : null;
            if (programme != null) {
                DemoDossier dossier = switch (n % 6) {
                    case 4 -> incomplete(mentor, programme, n);
                    case 5 -> held(mentor, programme, n);
                    default -> counting(mentor, programme, (n * 4) % 15, n % 6);
                };
                world.dossiers().add(dossier.naming(List.of(mentor)));
                n++;
            }
        }
    }

    /// The day the clock started, for this many days left at the end of which it approves by itself.
    LocalDate startFor(int daysLeft) {
        return today.minusDays(14L - daysLeft);
    }

    /// Kind 3 was incomplete once and was filed again; the others wait since they were filed.
    private DemoDossier counting(DemoMentor mentor, DemoCatalogue.Programme programme, int daysLeft, int kind) {
        LocalDate start = startFor(daysLeft);
        if (kind == 3) {
            DemoDossier dossier = filed(mentor, programme, start.minusDays(9));
            return histories
                    .incomplete(dossier, start.minusDays(7))
                    .then(momentOn(start), Status.SUBMITTED, "Het dossier is aangevuld.");
        }
        DemoDossier dossier = filed(mentor, programme, start);
        LocalDate reviewed = DemoDice.workdayFrom(start.plusDays(2));
        return kind > 0 && reviewed.isBefore(today)
                ? dossier.then(histories.handled(reviewed), Status.IN_REVIEW, "")
                : dossier;
    }

    private DemoDossier incomplete(DemoMentor mentor, DemoCatalogue.Programme programme, int n) {
        LocalDate start = today.minusDays(9 + n);
        return histories.incomplete(filed(mentor, programme, start), start.plusDays(3));
    }

    private DemoDossier held(DemoMentor mentor, DemoCatalogue.Programme programme, int n) {
        LocalDate start = today.minusDays(10 + n);
        return histories.onHold(filed(mentor, programme, start), start.plusDays(5));
    }

    private DemoDossier filed(DemoMentor mentor, DemoCatalogue.Programme programme, LocalDate day) {
        return new DemoDossier(mentor.workplace(), programme, momentOn(day), null);
    }

    /// What happened today happened in the night, so that it lies before any moment of looking.
    private LocalDateTime momentOn(LocalDate day) {
        return day.equals(today) ? day.atTime(0, dice.between(10, 50)) : histories.filed(day);
    }
}
