package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The applications that made the mentors mentors, and the further ones of the same workplaces.
final class DemoDossiers {

    private static final List<String> REASONS = List.of(
            "INSUFFICIENT_EQUIPMENT",
            "INSUFFICIENT_EQUIPMENT",
            "INSUFFICIENT_EQUIPMENT;NO_SUITABLE_MENTOR",
            "NO_SUITABLE_MENTOR",
            "NO_SUITABLE_MENTOR",
            "ADMINISTRATIVELY_NOT_IN_ORDER",
            "INSUFFICIENT_FINANCIAL_CAPACITY",
            "CONVICTION");

    private final DemoWorld world;
    private final DemoDice dice;
    private final LocalDate today;
    private final DemoHistories histories;

    DemoDossiers(DemoWorld world) {
        this.world = world;
        this.dice = world.dice();
        this.today = world.today();
        this.histories = new DemoHistories(dice);
    }

    void file() {
        for (DemoMentor mentor : List.copyOf(world.mentors())) {
            if (mentor.fate().everApproved()) {
                first(mentor);
            } else if (mentor.fate() == DemoFate.REFUSED) {
                refused(mentor);
            }
        }
    }

    void more() {
        further();
        elsewhere();
        turnedDown();
        cancelled();
    }

    private void first(DemoMentor mentor) {
        DemoCatalogue.Programme programme = mentor.workplace().take(dice);
        if (programme == null) {
            programme = dice.pick(mentor.workplace().company().sector().programmes());
        }
        add(histories
                .approved(mentor.workplace(), programme, mentor.approvedOn(), null)
                .naming(List.of(mentor)));
    }

    private void refused(DemoMentor mentor) {
        DemoCatalogue.Programme programme = mentor.workplace().take(dice);
        if (programme != null) {
            LocalDate day = dice.workday(today.minusMonths(66), today.minusDays(2));
            String reasons = dice.pick(REASONS);
            add(histories
                    .rejected(mentor.workplace(), programme, day, reasons, remark(reasons))
                    .naming(List.of(mentor)));
        }
    }

    /// Second and third recognitions: they do not restart a term. A colleague is named along, and sometimes refused.
    private void further() {
        List<DemoMentor> willing = dice.shuffled(world.mentors());
        int wanted = 150;
        for (DemoMentor mentor : willing) {
            if (wanted == 0) {
                return;
            }
            LocalDate from = mentor.fate().everApproved() ? mentor.approvedOn().plusDays(35) : today;
            LocalDate day = dice.workday(from, today.minusDays(1));
            boolean old = mentor.fate() == DemoFate.BEFORE_OBLIGATION;
            DemoCatalogue.Programme programme = old || !mentor.available(day) || !day.isBefore(today)
                    ? null
                    : mentor.workplace().take(dice);
            if (programme != null) {
                wanted--;
                further(mentor, programme, day);
            }
        }
    }

    private void further(DemoMentor mentor, DemoCatalogue.Programme programme, LocalDate day) {
        DemoDossier dossier = histories.approved(mentor.workplace(), programme, day, null);
        List<DemoMentor> named = new ArrayList<>(List.of(mentor));
        for (DemoMentor colleague : world.mentors()) {
            boolean near = colleague.workplace() == mentor.workplace() && colleague != mentor;
            if (near
                    && colleague.fate() != DemoFate.BEFORE_OBLIGATION
                    && colleague.available(dossier.submittedAt().toLocalDate())
                    && colleague.available(day)) {
                named.add(colleague);
            }
        }
        add(dossier.naming(named));
    }

    /// A mentor of one partnership who is approved by a second one, at the same workplace.
    private void elsewhere() {
        List<DemoCatalogue.Programme> retail = world.catalogue().sectors().stream()
                .filter(sector -> sector.code().equals("vp_sales_marketing"))
                .flatMap(sector -> sector.programmes().stream())
                .toList();
        int wanted = 12;
        for (DemoMentor mentor : dice.shuffled(world.mentors())) {
            boolean fits = mentor.fate().met() || mentor.fate() == DemoFate.GREEN || mentor.fate() == DemoFate.AMBER;
            if (wanted > 0
                    && fits
                    && mentor.approvedOn().isBefore(today.minusDays(40))
                    && !mentor.partnership().equals("flemish_partnership")) {
                LocalDate day = dice.workday(mentor.approvedOn().plusDays(30), today.minusDays(1));
                DemoCatalogue.Programme programme = mentor.workplace().take(dice, retail);
                if (programme != null && mentor.available(day)) {
                    wanted--;
                    add(histories
                            .approved(mentor.workplace(), programme, day, null)
                            .naming(List.of(mentor)));
                }
            }
        }
    }

    /// Rejections of workplaces that do have a mentor: some went to appeal.
    private void turnedDown() {
        for (int n = 0; n < 38; n++) {
            DemoMentor mentor = someone();
            LocalDate day = n == 0
                    ? DemoDice.workdayFrom(today.minusDays(14))
                    : dice.workday(mentor.approvedOn().plusDays(40), today.minusDays(15));
            DemoCatalogue.Programme programme = mentor.available(day) && day.isBefore(today)
                    ? mentor.workplace().take(dice)
                    : null;
            if (programme != null) {
                String reasons = dice.pick(REASONS);
                add(histories
                        .rejected(mentor.workplace(), programme, day, reasons, remark(reasons))
                        .naming(List.of(mentor)));
            }
        }
    }

    private void cancelled() {
        for (int n = 0; n < 24; n++) {
            DemoMentor mentor = someone();
            LocalDate day = dice.workday(mentor.approvedOn().plusDays(40), today.minusDays(5));
            DemoCatalogue.Programme programme = mentor.available(day) && day.isBefore(today)
                    ? mentor.workplace().take(dice)
                    : null;
            if (programme != null) {
                DemoDossier dossier =
                        new DemoDossier(mentor.workplace(), programme, histories.filed(day.minusDays(6)), null);
                if (n % 3 == 0) {
                    histories.incomplete(dossier, day.minusDays(4));
                }
                add(dossier.then(histories.filed(day), Status.CANCELLED, "De onderneming ziet af van de aanvraag.")
                        .naming(List.of(mentor)));
            }
        }
    }

    private DemoMentor someone() {
        DemoMentor mentor = dice.pick(world.mentors());
        while (!mentor.fate().met() || mentor.workplace().ceasedOn() != null) {
            mentor = dice.pick(world.mentors());
        }
        return mentor;
    }

    private void add(DemoDossier dossier) {
        world.dossiers().add(dossier);
    }

    private static String remark(String reasons) {
        return switch (reasons.split(";", 2)[0]) {
            case "INSUFFICIENT_EQUIPMENT" -> "De werkplek heeft niet de toestellen die het opleidingsplan vraagt.";
            case "NO_SUITABLE_MENTOR" -> "De mentor heeft nog geen vijf jaar praktijkervaring in het beroep.";
            case "ADMINISTRATIVELY_NOT_IN_ORDER" -> "De gevraagde documenten kwamen niet binnen.";
            case "INSUFFICIENT_FINANCIAL_CAPACITY" -> "De onderneming staat onder gerechtelijke reorganisatie.";
            default -> "";
        };
    }
}
