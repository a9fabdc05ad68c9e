package be.leermeester.learning.deadline;

import be.leermeester.kernel.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is known about one person as mentor; every date a calendar date in Brussels.
public record MentorFacts(
        String personId,
        List<Application> applications,
        List<Struck> struck,
        List<Training> trainings,
        List<Evidence> evidence,
        List<SingleExtension> extensions) {

    /// The obligation counts mentor applications filed from this day on (S4:693; domain.md 9.1).
    public static final LocalDate OBLIGATION_FROM = LocalDate.of(2019, 9, 1);

    public MentorFacts {
        applications = List.copyOf(applications);
        struck = List.copyOf(struck);
        trainings = List.copyOf(trainings);
        evidence = List.copyOf(evidence);
        extensions = List.copyOf(extensions);
    }

    /// The person named as mentor on an application.
    ///
    /// @param decidedOn null while it waits
    public record Application(
            String id,
            String partnership,
            LocalDate filedOn,
            boolean approved,
            @Nullable LocalDate decidedOn,
            Instant recordedAt) {

        boolean underObligation() {
            return !filedOn.isBefore(OBLIGATION_FROM);
        }

        private Application knownOn(LocalDate day) {
            return decidedOn == null || !decidedOn.isAfter(day)
                    ? this
                    : new Application(id, partnership, filedOn, false, null, recordedAt);
        }
    }

    /// An approval under the obligation.
    record Approval(String applicationId, String partnership, LocalDate on) {
        static final Comparator<Approval> FIRST =
                Comparator.comparing(Approval::on).thenComparing(Approval::applicationId);
    }

    /// The person struck off an application (*geschrapt*).
    public record Struck(String applicationId, LocalDate on, boolean forTraining, Instant recordedAt) {}

    /// A status of the training from a day on.
    public record Training(
            String partnership,
            LocalDate since,
            TrainingStatus status,
            @Nullable String exemptionGround,
            Instant recordedAt) {
        /// The one that holds is the last.
        static final Comparator<Training> LATEST = Comparator.comparing(Training::since)
                .thenComparing(Training::recordedAt)
                .thenComparing(Training::status, Comparator.reverseOrder());
    }

    /// Evidence or an exemption request that was not accepted (what is accepted is a [Training]).
    ///
    /// @param refusedOn null while it waits for a decision
    public record Evidence(
            String partnership,
            LocalDate handedInOn,
            @Nullable LocalDate refusedOn) {

        boolean waits() {
            return refusedOn == null;
        }

        private Evidence knownOn(LocalDate day) {
            return refusedOn == null || !refusedOn.isAfter(day) ? this : new Evidence(partnership, handedInOn, null);
        }
    }

    /// More months for this person only, on request (M4).
    public record SingleExtension(String partnership, int months, String reason, LocalDate grantedOn) {}

    /// What was known at the end of a day (domain.md 9.14).
    public MentorFacts knownOn(LocalDate day) {
        Predicate<Instant> recorded = at -> !Time.dateOf(at).isAfter(day);
        return new MentorFacts(
                personId,
                applications.stream()
                        .filter(a -> recorded.test(a.recordedAt) && !a.filedOn.isAfter(day))
                        .map(a -> a.knownOn(day))
                        .toList(),
                struck.stream()
                        .filter(s -> recorded.test(s.recordedAt) && !s.on.isAfter(day))
                        .toList(),
                trainings.stream()
                        .filter(t -> recorded.test(t.recordedAt) && !t.since.isAfter(day))
                        .toList(),
                evidence.stream()
                        .filter(e -> !e.handedInOn.isAfter(day))
                        .map(e -> e.knownOn(day))
                        .toList(),
                extensions.stream().filter(e -> !e.grantedOn.isAfter(day)).toList());
    }

    /// The approvals under the obligation, the first one first.
    List<Approval> approvals() {
        return applications.stream()
                .filter(Application::underObligation)
                .flatMap(MentorFacts::approval)
                .sorted(Approval.FIRST)
                .toList();
    }

    private static Stream<Approval> approval(Application application) {
        return application.approved && application.decidedOn != null
                ? Stream.of(new Approval(application.id, application.partnership, application.decidedOn))
                : Stream.empty();
    }
}
