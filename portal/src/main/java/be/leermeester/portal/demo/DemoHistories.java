package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a dossier came to its decision: at once, after review, completed, put on hold, or by the passing of 14 days.
final class DemoHistories {

    private static final List<String> MISSING = List.of(
            "Gelieve het dossier aan te vullen met een recent uittreksel uit het strafregister (596.2).",
            "Gegevens van de mentor ontbreken.",
            "De lijst van toestellen en gereedschap ontbreekt.",
            "Gelieve te bevestigen hoeveel werknemers de vestiging telt.");
    private static final List<String> WAITING =
            List.of("Plaatsbezoek gepland.", "Wacht op advies van de sociale partners.", "Wacht op plaatsbezoek.");
    private static final List<String> PARTIAL = List.of(
            "Gedeeltelijk: de activiteit onderhoud van machines kan hier niet; de school vult ze in.",
            "Gedeeltelijk: klantcontact gebeurt in de andere vestiging van de onderneming.",
            "Gedeeltelijk: de activiteiten rond planning worden tijdens de lesdagen ingevuld.");

    private final DemoDice dice;

    DemoHistories(DemoDice dice) {
        this.dice = dice;
    }

    /// An application approved on this day; on a Saturday or Sunday only the clock approves.
    DemoDossier approved(
            DemoWorkplace workplace, DemoCatalogue.Programme programme, LocalDate day, @Nullable DemoDossier renews) {
        if (!DemoDice.isWorkday(day) || dice.chance(7)) {
            return automatic(workplace, programme, day, renews);
        }
        String remark = dice.chance(8) ? dice.pick(PARTIAL) : "";
        return considered(workplace, programme, day, renews).then(dice.afternoon(day), Status.APPROVED, remark);
    }

    /// On a day from Monday to Friday.
    DemoDossier rejected(
            DemoWorkplace workplace, DemoCatalogue.Programme programme, LocalDate day, String reasons, String remark) {
        return considered(workplace, programme, day, null)
                .then(dice.afternoon(day), Status.REJECTED, false, reasons, remark);
    }

    private DemoDossier automatic(
            DemoWorkplace workplace, DemoCatalogue.Programme programme, LocalDate day, @Nullable DemoDossier renews) {
        DemoDossier dossier = new DemoDossier(workplace, programme, filed(day.minusDays(15)), renews);
        if (dice.chance(50)) {
            dossier.then(handled(day.minusDays(9)), Status.IN_REVIEW, "");
        }
        return dossier.then(day.atTime(0, 5), Status.APPROVED, true, "", "Automatisch goedgekeurd na 14 dagen.");
    }

    private DemoDossier considered(
            DemoWorkplace workplace, DemoCatalogue.Programme programme, LocalDate day, @Nullable DemoDossier renews) {
        int way = dice.between(1, 100);
        int before = way > 84 ? dice.between(17, 24) : dice.between(2, 13);
        DemoDossier dossier = new DemoDossier(workplace, programme, filed(day.minusDays(before)), renews);
        if (way > 92) {
            hold(dossier, day.minusDays(before + 1L).plusDays(3), day.minusDays(3));
        } else if (way > 84) {
            complete(dossier, day.minusDays(before - 2L), day.minusDays(dice.between(4, 11)));
        } else if (way > 48) {
            dossier.then(handled(day.minusDays(before / 2)), Status.IN_REVIEW, "");
        }
        return dossier;
    }

    void hold(DemoDossier dossier, LocalDate from, LocalDate until) {
        dossier.then(handled(from.minusDays(1)), Status.IN_REVIEW, "")
                .then(handled(from), Status.ON_HOLD, dice.pick(WAITING))
                .then(handled(until), Status.IN_REVIEW, "");
    }

    void complete(DemoDossier dossier, LocalDate asked, LocalDate completed) {
        incomplete(dossier, asked).then(filed(completed), Status.SUBMITTED, "Het dossier is aangevuld.");
    }

    DemoDossier incomplete(DemoDossier dossier, LocalDate asked) {
        return dossier.then(handled(asked), Status.INCOMPLETE, dice.pick(MISSING));
    }

    DemoDossier onHold(DemoDossier dossier, LocalDate day) {
        return dossier.then(handled(day.minusDays(1)), Status.IN_REVIEW, "")
                .then(handled(day), Status.ON_HOLD, dice.pick(WAITING));
    }

    /// Companies file on any day.
    LocalDateTime filed(LocalDate day) {
        return day.atTime(7, 0).plusMinutes(dice.between(0, 880));
    }

    /// Handlers work on working days, before noon; decisions come after noon.
    LocalDateTime handled(LocalDate day) {
        return dice.morning(DemoDice.workdayFrom(day));
    }
}
