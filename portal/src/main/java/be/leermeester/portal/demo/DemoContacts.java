package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Checks, calls and visits of the last three years: for the recognition, and after it.
final class DemoContacts {

    private static final List<String> FIRST =
            List.of("ADMINISTRATIVE_CHECK", "ADMINISTRATIVE_CHECK", "PHONE", "PHONE", "SITE_VISIT", "MAIL");
    private static final List<String> ADVICE =
            List.of("SOCIAL_PARTNER_ADVICE", "EXTERNAL_ADVICE", "SITE_VISIT", "VIRTUAL_VISIT");
    private static final List<String> LATER =
            List.of("SITE_VISIT", "SITE_VISIT", "PHONE", "VIRTUAL_VISIT", "SCHOOL_CONTACT", "OTHER", "MAIL");
    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private int count;

    DemoContacts(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
    }

    void log() {
        for (DemoDossier dossier : world.dossiers()) {
            if (!dossier.submittedAt().toLocalDate().isBefore(today.minusMonths(36))) {
                admission(dossier);
            }
            LocalDate approved = dossier.approvedOn();
            if (approved != null && approved.isBefore(today.minusDays(40)) && dice.chance(45)) {
                followUp(dossier, approved);
            }
        }
    }

    private void admission(DemoDossier dossier) {
        LocalDate from = dossier.submittedAt().toLocalDate();
        Step decision = dossier.decision();
        LocalDate to = decision == null ? today.minusDays(1) : decision.at().toLocalDate();
        boolean untouched = decision == null && dossier.status() == DemoDossier.Status.SUBMITTED;
        if (to.isAfter(from) && !untouched) {
            log(dossier, dice.pick(FIRST), dice.workday(from.plusDays(1), to), "ADMISSION");
            if (dice.chance(25)) {
                log(dossier, dice.pick(ADVICE), dice.workday(from.plusDays(1), to), "ADMISSION");
            }
        }
    }

    private void followUp(DemoDossier dossier, LocalDate approved) {
        LocalDate last = dossier.recognised(today)
                ? today.minusDays(1)
                : dossier.last().at().toLocalDate();
        LocalDate from = approved.isBefore(today.minusMonths(36)) ? today.minusMonths(36) : approved.plusDays(10);
        if (from.isBefore(last)) {
            log(dossier, dice.pick(LATER), dice.workday(from, last), "FOLLOW_UP");
        }
    }

    private void log(DemoDossier dossier, String kind, LocalDate day, String purpose) {
        DemoWorkplace workplace = dossier.workplace();
        world.tables()
                .add(
                        DemoFile.CONTACTS,
                        String.format(Locale.ROOT, "DC%05d", ++count),
                        dossier.programme().partnership(),
                        workplace.company().number(),
                        workplace.number(),
                        dossier.id(),
                        kind,
                        day,
                        workplace.company().sector().partnership().equals(DemoPeople.HANDLER_SECTOR)
                                ? "Joris Callens"
                                : "Behandelaar",
                        purpose,
                        dice.chance(60) ? remark(kind) : "");
    }

    private static String remark(String kind) {
        return switch (kind) {
            case "ADMINISTRATIVE_CHECK" -> "Documenten en personeelsaantal nagekeken.";
            case "SITE_VISIT" -> "Werkplek gezien, toestellen en veiligheid in orde.";
            case "VIRTUAL_VISIT" -> "Rondleiding via videogesprek; de mentor was erbij.";
            case "PHONE" -> "Gebeld over het opleidingsplan en de mentoropleiding.";
            case "MAIL" -> "Overzicht van de mentoropleidingen bezorgd.";
            case "SCHOOL_CONTACT" -> "Afspraken met de trajectbegeleider bekeken.";
            case "SOCIAL_PARTNER_ADVICE" -> "Op de adviestafel besproken, geen bezwaar.";
            case "EXTERNAL_ADVICE" -> "Advies van de preventiedienst gevraagd.";
            default -> "Ontmoet op een infomoment van de sector.";
        };
    }
}
