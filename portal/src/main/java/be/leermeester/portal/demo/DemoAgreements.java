package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agreements of every type and state, under recognitions that held on the day they started.
final class DemoAgreements {

    private static final List<String> REASONS = List.of(
            "stopped_early_switch_to_full_time",
            "stopped_early_switch_to_dual",
            "stopped_early_stopped_studying",
            "mismatch_learner_company",
            "mismatch_learner_company",
            "serious_breach_by_learner",
            "learner_changes_company",
            "circumstances_of_learner",
            "circumstances_at_workplace",
            "company_concludes_regular_contract",
            "completed_successfully");

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private final DemoLearners learners;

    DemoAgreements(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
        this.learners = new DemoLearners(world);
    }

    void sign() {
        learners.sign(DemoCast.agreements(world));
        for (DemoDossier dossier : world.dossiers()) {
            LocalDate from = firstApproval(dossier);
            if (from != null) {
                yearly(dossier, from.plusDays(6));
                kept(dossier, from);
            }
        }
        notStarted();
    }

    private static @Nullable LocalDate firstApproval(DemoDossier dossier) {
        return dossier.steps().stream()
                .filter(step -> step.status() == Status.APPROVED)
                .findFirst()
                .map(step -> step.at().toLocalDate())
                .orElse(null);
    }

    /// In two school years of five a learner starts, at the beginning of the year or after New Year.
    private void yearly(DemoDossier dossier, LocalDate from) {
        for (LocalDate year = DemoEndings.schoolYearEnd(from).minusYears(1).plusDays(1);
                year.isBefore(today);
                year = year.plusYears(1)) {
            LocalDate start =
                    dice.chance(75) ? year.plusDays(dice.between(0, 40)) : year.plusDays(dice.between(125, 190));
            if (dice.chance(42) && !start.isBefore(from) && !start.isAfter(today) && dossier.recognised(start)) {
                signed(dossier, start, start.minusDays(dice.between(1, 6)));
            }
        }
    }

    private void signed(DemoDossier dossier, LocalDate start, LocalDate registered) {
        List<DemoMentor> mentors = dossier.available(start);
        if (mentors.isEmpty()) {
            return;
        }
        DemoAgreement agreement = DemoAgreement.planned(
                dossier, dice.pick(mentors), provider(), start, plannedEnd(start), dice.afternoon(registered));
        LocalDate stop = hardStop(dossier, start);
        if (stop != null && !stop.isAfter(agreement.endsOn())) {
            if (stop.isAfter(start.plusDays(21))) {
                learners.sign(agreement.ended(stop.minusDays(dice.between(1, 14)), stopReason(dossier)));
            }
        } else {
            learners.sign(turned(agreement));
        }
    }

    /// Some are cancelled before they start, some end early, most run as planned.
    private DemoAgreement turned(DemoAgreement agreement) {
        int turn = dice.between(1, 100);
        LocalDate start = agreement.startsOn();
        if (turn <= 7) {
            return agreement.cancelled(agreement.registeredAt().plusHours(dice.between(3, 20)));
        }
        LocalDate last = agreement.endsOn().isBefore(today) ? agreement.endsOn() : today;
        if (turn <= 27 && last.isAfter(start.plusDays(30))) {
            return agreement.ended(dice.workday(start.plusDays(20), last.minusDays(2)), dice.pick(REASONS));
        }
        return agreement;
    }

    /// The first day on which no agreement can run under it any more; agreements of an expired recognition end as
    /// planned.
    private static @Nullable LocalDate hardStop(DemoDossier dossier, LocalDate start) {
        return dossier.steps().stream()
                .filter(step -> step.status() == Status.REVOKED || step.status() == Status.CEASED)
                .map(step -> step.at().toLocalDate())
                .filter(day -> day.isAfter(start))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String stopReason(DemoDossier dossier) {
        if (dossier.status() == Status.CEASED) {
            return "company_taken_over_closed_bankrupt";
        }
        return dossier.last().automatic() ? "no_mentor_left" : "company_not_recognised";
    }

    /// The agreement for which a recognition without a valid mentor was kept.
    private void kept(DemoDossier dossier, LocalDate approved) {
        LocalDate until = dossier.keptUntil();
        DemoMentor mentor = dossier.mentors().getFirst().mentor();
        LocalDate left = mentor.leftOn();
        if (until == null || left == null) {
            return;
        }
        LocalDate year = until.minusYears(1).plusDays(1);
        LocalDate from = approved.isBefore(year) ? year : approved.plusDays(4);
        if (!from.isBefore(left)) {
            return;
        }
        LocalDate start = dice.day(from, left.minusDays(1));
        LocalDateTime registered = dice.afternoon(start.minusDays(3));
        learners.sign(DemoAgreement.planned(dossier, mentor, provider(), start, until, registered));
    }

    private void notStarted() {
        int wanted = 16;
        for (DemoDossier dossier : dice.shuffled(world.dossiers())) {
            LocalDate start = today.plusDays(dice.between(6, 55));
            LocalDate approved = dossier.approvedOn();
            boolean holds = dossier.status() == Status.APPROVED
                    && approved != null
                    && approved.isBefore(today.minusDays(20))
                    && approved.plusYears(5).isAfter(start);
            List<DemoMentor> mentors = dossier.available(start);
            if (wanted > 0 && holds && !mentors.isEmpty() && dossier.keptUntil() == null) {
                wanted--;
                LocalDateTime registered = dice.afternoon(today.minusDays(dice.between(1, 15)));
                learners.sign(DemoAgreement.planned(
                        dossier, mentors.getFirst(), provider(), start, plannedEnd(start), registered));
            }
        }
    }

    /// The end of the school year, or of the next one.
    private LocalDate plannedEnd(LocalDate start) {
        LocalDate august = DemoEndings.schoolYearEnd(start).plusYears(dice.chance(25) ? 1 : 0);
        LocalDate june = LocalDate.of(august.getYear(), 6, 30);
        return june.isAfter(start.plusDays(30)) ? june : august;
    }

    private String provider() {
        return dice.chance(12)
                ? DemoPeople.SCHOOL_CODE
                : dice.pick(world.providers()).code();
    }
}
