package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Learners, and the agreements as they are written down.
final class DemoLearners {

    private record Free(String id, LocalDate from) {}

    private static final int FIRST_BIRTH_YEAR_WITH_NUMBER = 2008;

    private final DemoWorld world;
    private final DemoDice dice;
    private final List<Free> free = new ArrayList<>();
    private int learners;
    private int agreements;

    DemoLearners(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
    }

    void sign(List<DemoAgreement> signed) {
        signed.forEach(this::sign);
    }

    void sign(DemoAgreement agreement) {
        String learner = learner(agreement.startsOn());
        free.add(new Free(learner, agreement.lastDay().plusDays(10)));
        world.tables()
                .add(
                        DemoFile.AGREEMENTS,
                        String.format(Locale.ROOT, "DO%05d", ++agreements),
                        agreement.dossier().id(),
                        agreement.mentor().id(),
                        learner,
                        agreement.provider(),
                        type(agreement),
                        agreement.startsOn(),
                        agreement.endsOn(),
                        agreement.registeredAt(),
                        agreement.endedOn(),
                        agreement.endReason(),
                        agreement.cancelledAt());
    }

    private String type(DemoAgreement agreement) {
        int way = dice.between(1, 100);
        if (agreement.dossier().programme().dual()) {
            return way <= 86 ? "OAO" : "SAO";
        }
        return way <= 40 ? "DA" : way <= 65 ? "DA_SM" : "OAO";
    }

    /// One in eight learners had an agreement before.
    private String learner(LocalDate start) {
        if (dice.chance(12)) {
            for (Free one : free) {
                boolean fits =
                        one.from().isBefore(start) && one.from().plusMonths(14).isAfter(start);
                if (fits) {
                    free.remove(one);
                    return one.id();
                }
            }
        }
        String id = String.format(Locale.ROOT, "DL%04d", ++learners);
        LocalDate birth = start.minusYears(dice.between(15, 19)).minusDays(dice.between(1, 360));
        boolean numbered = birth.getYear() >= FIRST_BIRTH_YEAR_WITH_NUMBER && dice.chance(60);
        world.person(
                id,
                numbered ? world.names().nationalNumber(birth) : "",
                world.names().first(),
                world.names().last(),
                "nl",
                dice.chance(85));
        return id;
    }
}
