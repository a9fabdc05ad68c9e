package be.leermeester.learning.deadline;

import be.leermeester.learning.deadline.Explanation.Reason;
import be.leermeester.learning.deadline.Explanation.Start;
import be.leermeester.learning.deadline.MentorFacts.Application;
import be.leermeester.learning.deadline.MentorFacts.Approval;
import be.leermeester.learning.deadline.MentorFacts.Evidence;
import be.leermeester.learning.deadline.MentorFacts.SingleExtension;
import be.leermeester.learning.deadline.MentorFacts.Struck;
import be.leermeester.learning.deadline.MentorFacts.Training;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Derives the obligations of one person.
final class Derivation {

    private record Standing(
            TrainingStatus status,
            LocalDate since,
            @Nullable String exemptionGround,
            @Nullable String acceptedFrom) {

        Standing(TrainingStatus status, LocalDate since) {
            this(status, since, null, null);
        }
    }

    private final MentorFacts facts;
    private final TrainingRules rules;
    private final List<Approval> approvals;

    Derivation(MentorFacts facts, TrainingRules rules) {
        this.facts = facts;
        this.rules = rules;
        this.approvals = facts.approvals();
    }

    List<TrainingObligation> obligations() {
        TreeSet<String> partnerships = new TreeSet<>();
        underObligation().map(Application::partnership).forEach(partnerships::add);
        facts.trainings().stream().map(Training::partnership).forEach(partnerships::add);
        return partnerships.stream().map(this::obligation).toList();
    }

    private TrainingObligation obligation(String partnership) {
        Standing standing = latest(partnership)
                .map(training -> given(training, partnership))
                .orElseGet(() -> derived(partnership));
        Explanation why = standing.status == TrainingStatus.NOT_HANDLED ? null : explain(partnership);
        return new TrainingObligation(
                facts.personId(),
                partnership,
                standing.status,
                standing.since,
                standing.exemptionGround,
                standing.acceptedFrom,
                why,
                why != null && waits(partnership, why.dueOn()),
                standing.status == TrainingStatus.TO_FOLLOW && why != null ? lapsesOn(partnership, why.dueOn()) : null);
    }

    /// A recorded status stands (domain.md 9.13), until a later approval wakes one that had no follow-up.
    private Standing given(Training training, String partnership) {
        boolean dormant =
                training.status() == TrainingStatus.NOT_HANDLED || training.status() == TrainingStatus.DISCONTINUED;
        return approvalsOf(partnership)
                .filter(approval -> dormant && approval.on().isAfter(training.since()))
                .findFirst()
                .map(approval -> new Standing(TrainingStatus.TO_FOLLOW, approval.on()))
                .orElseGet(() -> new Standing(training.status(), training.since(), training.exemptionGround(), null));
    }

    /// No status was recorded for this partnership (domain.md 9.15).
    private Standing derived(String partnership) {
        Optional<Approval> first = approvalsOf(partnership).findFirst();
        if (first.isEmpty()) {
            return new Standing(TrainingStatus.NOT_HANDLED, firstFiled(partnership));
        }
        Optional<Standing> elsewhere =
                acceptedFromElsewhere(partnership, first.get().on());
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return struck(partnership)
                .orElseGet(
                        () -> new Standing(TrainingStatus.TO_FOLLOW, first.get().on()));
    }

    /// A training followed under another partnership counts here as long as no rule refuses it: the later approval
    /// then adds no obligation of its own (domain.md section 3). Exemptions do not travel: each partnership
    /// has its own conditions (S4:697).
    private Optional<Standing> acceptedFromElsewhere(String partnership, LocalDate approvedOn) {
        return facts.trainings().stream()
                .map(Training::partnership)
                .distinct()
                .filter(other -> rules.accepts(partnership, other, approvedOn))
                .flatMap(other -> latest(other).stream())
                .filter(training -> training.status().followed())
                .min(Training.LATEST)
                .map(training -> new Standing(
                        TrainingStatus.FOLLOWED_ELSEWHERE, training.since(), null, training.partnership()));
    }

    /// Struck off for the training: not followed. Struck off everywhere for other reasons: no mentor any more.
    private Optional<Standing> struck(String partnership) {
        List<String> approved =
                approvalsOf(partnership).map(Approval::applicationId).toList();
        List<Struck> struck = facts.struck().stream()
                .filter(s -> approved.contains(s.applicationId()))
                .toList();
        Optional<LocalDate> forTraining =
                struck.stream().filter(Struck::forTraining).map(Struck::on).min(LocalDate::compareTo);
        if (forTraining.isPresent()) {
            return forTraining.map(on -> new Standing(TrainingStatus.NOT_FOLLOWED, on));
        }
        long struckFrom = struck.stream().map(Struck::applicationId).distinct().count();
        return struckFrom < approved.size()
                ? Optional.empty()
                : struck.stream()
                        .map(Struck::on)
                        .max(LocalDate::compareTo)
                        .map(on -> new Standing(TrainingStatus.DISCONTINUED, on));
    }

    /// Starts at the first approval over all recognitions; approvals after a stop and past the deadline start anew
    /// (domain.md 9.16). A partnership without a history of its own looks at the person's.
    private @Nullable Explanation explain(String partnership) {
        if (approvals.isEmpty()) {
            return null;
        }
        Explanation why = explain(partnership, approvals.getFirst(), Reason.FIRST_APPROVAL);
        for (Training stop : stops(partnership)) {
            LocalDate dueOn = why.dueOn();
            Optional<Approval> again = approvals.stream()
                    .filter(a -> a.on().isAfter(stop.since()))
                    .findFirst()
                    .filter(a -> a.on().isAfter(dueOn));
            if (again.isPresent()) {
                why = explain(partnership, again.get(), Reason.APPROVED_AGAIN_AFTER_STOP);
            }
        }
        return why;
    }

    private Explanation explain(String partnership, Approval approval, Reason reason) {
        Explanation why = rules.explain(partnership, new Start(approval.applicationId(), approval.on(), reason));
        List<SingleExtension> more = facts.extensions().stream()
                .filter(e ->
                        e.partnership().equals(partnership) && !e.grantedOn().isBefore(approval.on()))
                .toList();
        int months = more.stream().mapToInt(SingleExtension::months).sum();
        return more.isEmpty() ? why : why.prolonged(months, more.getLast().reason());
    }

    private List<Training> stops(String partnership) {
        boolean ownHistory = trainings(partnership).findAny().isPresent();
        return (ownHistory ? trainings(partnership) : facts.trainings().stream())
                .filter(training -> training.status() == TrainingStatus.DISCONTINUED)
                .sorted(Training.LATEST)
                .toList();
    }

    private boolean waits(String partnership, LocalDate dueOn) {
        return handedInOnTime(partnership, dueOn).anyMatch(Evidence::waits);
    }

    private @Nullable LocalDate lapsesOn(String partnership, LocalDate dueOn) {
        if (waits(partnership, dueOn)) {
            return null;
        }
        return handedInOnTime(partnership, dueOn)
                .flatMap(evidence -> Stream.ofNullable(evidence.refusedOn()))
                .reduce(dueOn, (a, b) -> a.isAfter(b) ? a : b)
                .plusDays(1);
    }

    private Stream<Evidence> handedInOnTime(String partnership, LocalDate dueOn) {
        return facts.evidence().stream()
                .filter(e ->
                        e.partnership().equals(partnership) && !e.handedInOn().isAfter(dueOn));
    }

    /// The last one by date, except that what was accepted later undoes a lapse or the wait before it: the date
    /// followed counts, and it may lie before both (C4).
    private Optional<Training> latest(String partnership) {
        return trainings(partnership)
                .max(Training.LATEST)
                .map(last -> last.status() == TrainingStatus.NOT_FOLLOWED || last.status() == TrainingStatus.TO_FOLLOW
                        ? trainings(partnership)
                                .filter(t -> t.status().met() && t.recordedAt().isAfter(last.recordedAt()))
                                .max(Training.LATEST)
                                .orElse(last)
                        : last);
    }

    private Stream<Training> trainings(String partnership) {
        return facts.trainings().stream().filter(t -> t.partnership().equals(partnership));
    }

    private Stream<Approval> approvalsOf(String partnership) {
        return approvals.stream().filter(a -> a.partnership().equals(partnership));
    }

    private Stream<Application> underObligation() {
        return facts.applications().stream().filter(Application::underObligation);
    }

    private LocalDate firstFiled(String partnership) {
        return underObligation()
                .filter(a -> a.partnership().equals(partnership))
                .map(Application::filedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
