package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How recognitions end: after five years, with their company, without a valid mentor, or by the partnership.
final class DemoEndings {

    private static final List<String> REVOKED = List.of(
            "De werkplek voldoet niet meer aan de voorwaarden na een plaatsbezoek.",
            "De onderneming vraagt zelf de opheffing.",
            "De activiteiten zijn gestopt in deze vestiging.");

    private record Ending(LocalDateTime at, Status status, boolean automatic, String remark) {}

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;

    DemoEndings(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
    }

    void settle() {
        lateEvidence();
        int revocations = 26;
        for (DemoDossier dossier : world.dossiers()) {
            LocalDate approved = dossier.approvedOn();
            if (dossier.status() == Status.APPROVED && approved != null) {
                List<Ending> endings = endings(dossier, approved);
                if (revocations > 0 && revocable(dossier, approved)) {
                    revocations--;
                    endings.add(revoked(dice.workday(approved.plusMonths(4), today.minusDays(20)), dice.pick(REVOKED)));
                }
                endings.stream()
                        .filter(ending -> ending.at().isBefore(today.plusDays(1).atStartOfDay()))
                        .min(Comparator.comparing(Ending::at))
                        .ifPresent(ending ->
                                dossier.then(ending.at(), ending.status(), ending.automatic(), "", ending.remark()));
            }
        }
    }

    private boolean revocable(DemoDossier dossier, LocalDate approved) {
        boolean met = dossier.mentors().stream()
                .allMatch(named -> named.mentor().fate().met());
        boolean demoCompany = dossier.workplace().company().number().equals(DemoPeople.COMPANY_NUMBER);
        return met && !demoCompany && approved.isBefore(today.minusMonths(6)) && dice.chance(7);
    }

    private List<Ending> endings(DemoDossier dossier, LocalDate approved) {
        List<Ending> endings = new ArrayList<>();
        endings.add(new Ending(
                approved.plusYears(5).atTime(0, 5), Status.EXPIRED, true, "Vijf jaar na de beslissing afgelopen."));
        LocalDate ceased = dossier.workplace().ceasedOn();
        if (ceased != null) {
            endings.add(new Ending(
                    ceased.atTime(6, 15), Status.CEASED, true, "Stopzetting in de Kruispuntbank van Ondernemingen."));
        }
        withoutMentor(dossier, endings);
        return endings;
    }

    private void withoutMentor(DemoDossier dossier, List<Ending> endings) {
        LocalDate empty = LocalDate.MIN;
        DemoMentor last = dossier.mentors().getFirst().mentor();
        for (DemoDossier.Named named : dossier.mentors()) {
            LocalDate left = named.mentor().leftOn();
            if (left == null && !named.refused()) {
                return;
            }
            if (left != null && left.isAfter(empty)) {
                empty = left;
                last = named.mentor();
            }
        }
        endings.add(
                last.fate() == DemoFate.LAPSED
                        ? lapsed(dossier, empty)
                        : revoked(DemoDice.workdayFrom(empty.plusDays(6)), "Er is geen mentor meer op deze werkplek."));
    }

    /// The rule since 20 August 2021: at once, or at the end of the school year while an agreement runs.
    private Ending lapsed(DemoDossier dossier, LocalDate day) {
        if (!dice.chance(40)) {
            return new Ending(day.atTime(0, 5), Status.REVOKED, true, "Geen geldige mentor.");
        }
        LocalDate lastDay = schoolYearEnd(day);
        dossier.keepUntil(lastDay);
        return new Ending(
                lastDay.plusDays(1).atTime(0, 5),
                Status.REVOKED,
                true,
                "Geen geldige mentor bij het einde van het schooljaar.");
    }

    private Ending revoked(LocalDate day, String remark) {
        return new Ending(dice.afternoon(day), Status.REVOKED, false, remark);
    }

    /// The recognition was revoked with the deadline and restored with the evidence.
    private void lateEvidence() {
        for (DemoDossier dossier : world.dossiers()) {
            DemoMentor mentor = dossier.mentors().getFirst().mentor();
            if (mentor.fate() == DemoFate.LATE_EVIDENCE
                    && dossier.mentors().size() == 1
                    && dossier.status() == Status.APPROVED
                    && dossier.recognised(mentor.dueOn())) {
                LocalDate lapse = mentor.dueOn().plusDays(1);
                LocalDate accepted = DemoDice.workdayFrom(lapse.plusDays(dice.between(8, 40)));
                dossier.then(lapse.atTime(0, 5), Status.REVOKED, true, "", "Geen geldige mentor.")
                        .then(dice.afternoon(accepted), Status.APPROVED, "Laattijdig bewijs aanvaard.");
            }
        }
    }

    /// The last day of the school year that holds this day.
    static LocalDate schoolYearEnd(LocalDate day) {
        return LocalDate.of(day.getMonthValue() >= 9 ? day.getYear() + 1 : day.getYear(), 8, 31);
    }
}
