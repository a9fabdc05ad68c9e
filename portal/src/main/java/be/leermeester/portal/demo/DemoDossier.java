package be.leermeester.portal.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One application with its history. It refuses what domain.md section 2 refuses, so that the demo cannot be wrong.
final class DemoDossier {

    enum Status {
        SUBMITTED,
        INCOMPLETE,
        IN_REVIEW,
        ON_HOLD,
        CANCELLED,
        APPROVED,
        REJECTED,
        REVOKED,
        CEASED,
        EXPIRED,
        DUPLICATED;

        boolean open() {
            return this == SUBMITTED || this == INCOMPLETE || this == IN_REVIEW || this == ON_HOLD;
        }

        Set<Status> next() {
            return switch (this) {
                case SUBMITTED -> EnumSet.of(INCOMPLETE, IN_REVIEW, CANCELLED, APPROVED, REJECTED);
                case INCOMPLETE -> EnumSet.of(SUBMITTED, CANCELLED);
                case IN_REVIEW -> EnumSet.of(ON_HOLD, INCOMPLETE, CANCELLED, APPROVED, REJECTED);
                case ON_HOLD -> EnumSet.of(IN_REVIEW, CANCELLED);
                case APPROVED -> EnumSet.of(REVOKED, CEASED, EXPIRED, DUPLICATED);
                case REJECTED, REVOKED -> EnumSet.of(APPROVED);
                case CANCELLED, CEASED, EXPIRED, DUPLICATED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    record Step(LocalDateTime at, Status status, boolean automatic, String reasons, String remark) {}

    /// A mentor named on the application; refused where the others were approved and he was not.
    record Named(DemoMentor mentor, boolean refused) {}

    private final DemoWorkplace workplace;
    private final DemoCatalogue.Programme programme;
    private final @Nullable DemoDossier renews;
    private final List<Step> steps = new ArrayList<>();
    private final List<Named> mentors = new ArrayList<>();
    private String id = "";
    private @Nullable LocalDate keptUntil;

    DemoDossier(
            DemoWorkplace workplace,
            DemoCatalogue.Programme programme,
            LocalDateTime submittedAt,
            @Nullable DemoDossier renews) {
        this.workplace = workplace;
        this.programme = programme;
        this.renews = renews;
        steps.add(new Step(submittedAt, Status.SUBMITTED, false, "", ""));
    }

    DemoDossier naming(List<DemoMentor> approved) {
        approved.forEach(mentor -> mentors.add(new Named(mentor, false)));
        return this;
    }

    DemoDossier refusing(DemoMentor mentor) {
        mentors.add(new Named(mentor, true));
        return this;
    }

    DemoDossier then(LocalDateTime at, Status status, String remark) {
        return then(at, status, false, "", remark);
    }

    /// A step that would come before the last one comes twenty minutes after it.
    DemoDossier then(LocalDateTime at, Status status, boolean automatic, String reasons, String remark) {
        if (!status().next().contains(status)) {
            throw new IllegalStateException(status() + " does not become " + status);
        }
        LocalDateTime earliest = last().at().plusMinutes(20);
        steps.add(new Step(at.isBefore(earliest) ? earliest : at, status, automatic, reasons, remark));
        return this;
    }

    void number(String number) {
        id = number;
    }

    /// The number that it gets when all dossiers are there, in order of submission.
    String id() {
        return id;
    }

    DemoWorkplace workplace() {
        return workplace;
    }

    DemoCatalogue.Programme programme() {
        return programme;
    }

    @Nullable
    DemoDossier renews() {
        return renews;
    }

    List<Step> steps() {
        return steps;
    }

    List<Named> mentors() {
        return mentors;
    }

    Step last() {
        return steps.getLast();
    }

    Status status() {
        return last().status();
    }

    LocalDateTime submittedAt() {
        return steps.getFirst().at();
    }

    /// The first approval or rejection.
    @Nullable
    Step decision() {
        return steps.stream()
                .filter(step -> step.status() == Status.APPROVED || step.status() == Status.REJECTED)
                .findFirst()
                .orElse(null);
    }

    /// The latest approval.
    @Nullable
    LocalDate approvedOn() {
        return steps.stream()
                .filter(step -> step.status() == Status.APPROVED)
                .max(Comparator.comparing(Step::at))
                .map(step -> step.at().toLocalDate())
                .orElse(null);
    }

    /// Whether it was a recognition on this day, as far as its history goes now.
    boolean recognised(LocalDate day) {
        Status then = null;
        for (Step step : steps) {
            then = step.at().toLocalDate().isAfter(day) ? then : step.status();
        }
        return then == Status.APPROVED;
    }

    /// The approved mentors who are there on this day.
    List<DemoMentor> available(LocalDate day) {
        return mentors.stream()
                .filter(named -> !named.refused() && named.mentor().available(day))
                .map(Named::mentor)
                .toList();
    }

    /// Without a valid mentor, but kept for its running agreement until this last day of the school year.
    @Nullable
    LocalDate keptUntil() {
        return keptUntil;
    }

    void keepUntil(LocalDate lastDay) {
        keptUntil = lastDay;
    }
}
