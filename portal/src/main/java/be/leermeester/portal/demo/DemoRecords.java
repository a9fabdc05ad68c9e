package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import be.leermeester.portal.demo.DemoDossier.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Numbers the dossiers and writes them, with their mentors.
final class DemoRecords {

    private static final List<String> OTHER_REASONS =
            List.of("CONDUCT", "INSUFFICIENTLY_AVAILABLE", "INSUFFICIENT_PRACTICE", "DOES_NOT_PERFORM_TASKS");

    private final DemoWorld world;

    DemoRecords(DemoWorld world) {
        this.world = world;
    }

    /// In order of submission, as a counter would have given them.
    void number() {
        List<DemoDossier> ordered = new ArrayList<>(world.dossiers());
        ordered.sort(Comparator.comparing(DemoDossier::submittedAt));
        world.dossiers().clear();
        world.dossiers().addAll(ordered);
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).number(String.format(Locale.ROOT, "DA%05d", i + 1));
        }
    }

    void write() {
        for (DemoDossier dossier : world.dossiers()) {
            application(dossier);
            for (Step step : dossier.steps()) {
                world.tables()
                        .add(
                                DemoFile.APPLICATION_EVENTS,
                                dossier.id(),
                                step.at(),
                                step.status(),
                                step.automatic(),
                                step.reasons(),
                                step.remark());
            }
            for (DemoDossier.Named named : dossier.mentors()) {
                mentor(dossier, named);
                strike(dossier, named.mentor());
            }
        }
    }

    private void application(DemoDossier dossier) {
        DemoCatalogue.Programme programme = dossier.programme();
        DemoDossier renews = dossier.renews();
        world.tables()
                .add(
                        DemoFile.APPLICATIONS,
                        dossier.id(),
                        dossier.workplace().number(),
                        programme.code(),
                        programme.partnership(),
                        dossier.submittedAt(),
                        submittedBy(),
                        renews == null ? "" : renews.id(),
                        programme.sectorCode());
    }

    private String submittedBy() {
        int way = world.dice().between(1, 100);
        return way <= 52
                ? "COMPANY"
                : way <= 88
                        ? "TRAINING_PROVIDER"
                        : way <= 95 ? "SECTOR_CONSULTANT" : way <= 99 ? "WORKPLACE_COUNSELLOR" : "UNKNOWN";
    }

    /// An appeal that annulled a rejection approved the mentor, too.
    private void mentor(DemoDossier dossier, DemoDossier.Named named) {
        Step first = dossier.decision();
        LocalDate approved = dossier.approvedOn();
        boolean overturned = first != null && first.status() == Status.REJECTED && approved != null;
        Step decision = overturned ? dossier.last() : first;
        String word = decision == null
                ? "PENDING"
                : decision.status() == Status.APPROVED && !named.refused() ? "APPROVED" : "REJECTED";
        world.tables()
                .add(
                        DemoFile.MENTOR_APPLICATIONS,
                        dossier.id(),
                        named.mentor().id(),
                        dossier.submittedAt(),
                        word,
                        decision == null ? null : decision.at());
    }

    private void strike(DemoDossier dossier, DemoMentor mentor) {
        LocalDate left = mentor.leftOn();
        boolean struck = mentor.fate() == DemoFate.LAPSED || mentor.fate() == DemoFate.STRUCK;
        if (struck && left != null && dossier.recognised(left.minusDays(1))) {
            String reason = mentor.fate() == DemoFate.LAPSED
                    ? "TRAINING_NOT_FOLLOWED"
                    : OTHER_REASONS.get(left.getDayOfMonth() % OTHER_REASONS.size());
            world.tables().add(DemoFile.STRUCK_MENTORS, dossier.id(), mentor.id(), left, reason);
        }
    }
}
