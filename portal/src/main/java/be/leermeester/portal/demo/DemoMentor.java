package be.leermeester.portal.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A mentor of one workplace, with what is known of his training so far.
final class DemoMentor {

    private static final LocalDate EXTENSION_FROM = LocalDate.of(2019, 9, 1);
    private static final LocalDate EXTENSION_TO = LocalDate.of(2020, 3, 31);

    private final String id;
    private final String name;
    private final DemoWorkplace workplace;
    private final DemoFate fate;
    private final @Nullable LocalDate approvedOn;
    private final @Nullable LocalDate leftOn;
    private @Nullable LocalDate trainedOn;
    private @Nullable DemoCourse course;

    /// approvedOn is the first approval, null for who never was approved; from leftOn he is no mentor any more.
    DemoMentor(
            String id,
            String name,
            DemoWorkplace workplace,
            DemoFate fate,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate leftOn) {
        this.id = id;
        this.name = name;
        this.workplace = workplace;
        this.fate = fate;
        this.approvedOn = approvedOn;
        this.leftOn = leftOn;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    DemoWorkplace workplace() {
        return workplace;
    }

    String partnership() {
        return workplace.company().sector().partnership();
    }

    DemoFate fate() {
        return fate;
    }

    /// Of a mentor who was approved.
    LocalDate approvedOn() {
        if (approvedOn == null) {
            throw new IllegalStateException(id + " was never approved");
        }
        return approvedOn;
    }

    LocalDate dueOn() {
        return dueOn(approvedOn());
    }

    static LocalDate dueOn(LocalDate approvedOn) {
        boolean extended = !approvedOn.isBefore(EXTENSION_FROM) && !approvedOn.isAfter(EXTENSION_TO);
        return approvedOn.plusMonths(extended ? 18 : 12);
    }

    @Nullable
    LocalDate leftOn() {
        return leftOn;
    }

    /// Whether he is an approved mentor on this day.
    boolean available(LocalDate day) {
        return approvedOn != null && !approvedOn.isAfter(day) && (leftOn == null || leftOn.isAfter(day));
    }

    @Nullable
    LocalDate trainedOn() {
        return trainedOn;
    }

    /// The course of the sector in whose sessions he was trained; null for a training that left no sessions.
    @Nullable
    DemoCourse course() {
        return course;
    }

    void trained(LocalDate day, @Nullable DemoCourse where) {
        trainedOn = day;
        course = where;
    }
}
