package be.leermeester.learning.deadline;

import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.MentorFacts.Application;
import be.leermeester.learning.deadline.MentorFacts.Evidence;
import be.leermeester.learning.deadline.MentorFacts.SingleExtension;
import be.leermeester.learning.deadline.MentorFacts.Struck;
import be.leermeester.learning.deadline.MentorFacts.Training;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Tells the facts of one mentor, and the rules as the reference data has them.
final class Facts {

    static final Flag.Thresholds SIX_AND_THREE = new Flag.Thresholds(6, 3);

    private final List<Application> applications = new ArrayList<>();
    private final List<Struck> struck = new ArrayList<>();
    private final List<Training> trainings = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<SingleExtension> extensions = new ArrayList<>();

    Facts filed(String id, String partnership, String filedOn) {
        return application(id, partnership, filedOn, false, null);
    }

    Facts approved(String id, String partnership, String filedOn, String decidedOn) {
        return application(id, partnership, filedOn, true, LocalDate.parse(decidedOn));
    }

    Facts rejected(String id, String partnership, String filedOn, String decidedOn) {
        return application(id, partnership, filedOn, false, LocalDate.parse(decidedOn));
    }

    private Facts application(String id, String partnership, String filedOn, boolean approved, LocalDate decidedOn) {
        LocalDate filed = LocalDate.parse(filedOn);
        applications.add(new Application(id, partnership, filed, approved, decidedOn, Time.startOf(filed)));
        return this;
    }

    Facts struck(String applicationId, String on, boolean forTraining) {
        LocalDate day = LocalDate.parse(on);
        struck.add(new Struck(applicationId, day, forTraining, Time.startOf(day)));
        return this;
    }

    Facts training(String partnership, String since, TrainingStatus status) {
        return training(partnership, since, status, since);
    }

    Facts training(String partnership, String since, TrainingStatus status, String recordedOn) {
        LocalDate day = LocalDate.parse(since);
        trainings.add(new Training(partnership, day, status, null, Time.startOf(LocalDate.parse(recordedOn))));
        return this;
    }

    Facts exempt(String partnership, String since, String ground) {
        LocalDate day = LocalDate.parse(since);
        trainings.add(new Training(partnership, day, TrainingStatus.EXEMPT, ground, Time.startOf(day)));
        return this;
    }

    Facts evidence(String partnership, String handedInOn) {
        evidence.add(new Evidence(partnership, LocalDate.parse(handedInOn), null));
        return this;
    }

    Facts refused(String partnership, String handedInOn, String refusedOn) {
        evidence.add(new Evidence(partnership, LocalDate.parse(handedInOn), LocalDate.parse(refusedOn)));
        return this;
    }

    Facts prolonged(String partnership, int months, String grantedOn) {
        extensions.add(new SingleExtension(partnership, months, "ziekte", LocalDate.parse(grantedOn)));
        return this;
    }

    MentorFacts known() {
        return new MentorFacts("M1", applications, struck, trainings, evidence, extensions);
    }

    List<TrainingObligation> obligations() {
        return TrainingObligation.derive(known(), rules());
    }

    TrainingObligation of(String partnership) {
        return of(known(), partnership);
    }

    TrainingObligation of(String partnership, String asOn) {
        return of(known().knownOn(LocalDate.parse(asOn)), partnership);
    }

    private static TrainingObligation of(MentorFacts facts, String partnership) {
        return TrainingObligation.derive(facts, rules()).stream()
                .filter(obligation -> obligation.partnership().equals(partnership))
                .findFirst()
                .orElseThrow();
    }

    /// Twelve months everywhere since 1 September 2019; Kleding 3, Hout 4 and Horeca 6 before; six months more for
    /// approvals up to 31 March 2020. "spoed" shortens to nine months from 2025 on, and warns later.
    static TrainingRules rules() {
        return new TrainingRules(
                List.of(
                        early("clothing", 3),
                        early("wood", 4),
                        early("hospitality", 6),
                        usual("clothing"),
                        usual("wood"),
                        usual("hospitality"),
                        usual("construction"),
                        usual("automotive"),
                        term("spoed", "2019-09-01", "2024-12-31", 12, SIX_AND_THREE),
                        term("spoed", "2025-01-01", null, 9, new Flag.Thresholds(4, 2))),
                List.of(new TrainingRules.Extension(
                        LocalDate.parse("2019-09-01"), LocalDate.parse("2020-03-31"), 6, "S4:693")));
    }

    private static TrainingRules.Term early(String partnership, int months) {
        return term(partnership, "2017-09-01", "2019-08-31", months, SIX_AND_THREE);
    }

    private static TrainingRules.Term usual(String partnership) {
        return term(partnership, "2019-09-01", null, 12, SIX_AND_THREE);
    }

    private static TrainingRules.Term term(
            String partnership, String from, String to, int months, Flag.Thresholds thresholds) {
        return new TrainingRules.Term(
                partnership,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                months,
                thresholds,
                "source of " + partnership);
    }
}
