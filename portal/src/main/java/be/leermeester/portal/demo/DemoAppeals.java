package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Appeals with every outcome and one under way, and a few complaints (domain.md section 7).
final class DemoAppeals {

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private int appeals;

    DemoAppeals(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
    }

    /// Adds the steps of annulled decisions; dossiers have their numbers by now.
    void lodge() {
        List<DemoDossier> rejected = ended(Status.REJECTED);
        List<DemoDossier> revoked = ended(Status.REVOKED);
        appeal(rejected.get(1), true, "ANNULLED");
        appeal(rejected.get(2), true, "ANNULLED");
        appeal(revoked.get(0), true, "ANNULLED");
        appeal(rejected.get(3), true, "CONFIRMED");
        appeal(revoked.get(1), true, "CONFIRMED");
        appeal(rejected.get(4), true, "WITHDRAWN");
        appeal(rejected.get(5), false, "INADMISSIBLE");
        world.dossiers().stream()
                .filter(dossier -> dossier.status() == Status.REJECTED)
                .max(Comparator.comparing(dossier -> dossier.last().at()))
                .ifPresent(latest -> appeal(latest, true, null));
        complaints();
    }

    private List<DemoDossier> ended(Status status) {
        return world.dossiers().stream()
                .filter(dossier -> dossier.status() == status && !dossier.last().automatic())
                .filter(dossier ->
                        dossier.last().at().isBefore(today.minusDays(90).atStartOfDay()))
                .filter(dossier -> dossier.mentors().stream()
                        .allMatch(named -> named.mentor().fate().met()))
                .sorted(Comparator.comparing(
                                (DemoDossier dossier) -> dossier.last().at())
                        .reversed())
                .toList();
    }

    private void appeal(DemoDossier dossier, boolean admissible, @Nullable String outcome) {
        LocalDate told = dossier.last().at().toLocalDate();
        int room = (int) Math.min(9, ChronoUnit.DAYS.between(told, today));
        LocalDate received = told.plusDays(dice.between(Math.min(2, room), room));
        LocalDate decided = outcome == null ? null : DemoDice.workdayFrom(received.plusDays(dice.between(15, 50)));
        world.tables()
                .add(
                        DemoFile.APPEALS,
                        String.format(Locale.ROOT, "DB%04d", ++appeals),
                        dossier.id(),
                        dossier.status(),
                        received,
                        admissible,
                        outcome,
                        decided);
        if (decided != null && "ANNULLED".equals(outcome)) {
            dossier.then(dice.afternoon(decided), Status.APPROVED, "Beslissing na beroep");
        }
    }

    private void complaints() {
        complaint(1, "hairdressing_fitness_beauty", 410, 39, "PARTLY_FOUNDED");
        complaint(2, "hospitality", 300, 44, "FOUNDED");
        complaint(3, "technology_industry", 190, 30, "UNFOUNDED");
        complaint(4, "flemish_partnership", 120, 21, "UNFOUNDED");
        complaint(5, "automotive", 16, 0, null);
        complaint(6, "technology_industry", 6, 0, null);
    }

    private void complaint(int n, String partnership, int daysAgo, int days, @Nullable String outcome) {
        LocalDate received = today.minusDays(daysAgo);
        LocalDate closed = outcome == null ? null : received.plusDays(days);
        Boolean admissible = n == 6 ? null : Boolean.TRUE;
        world.tables()
                .add(
                        DemoFile.COMPLAINTS,
                        String.format(Locale.ROOT, "DK%04d", n),
                        partnership,
                        received,
                        admissible,
                        outcome,
                        closed);
    }
}
