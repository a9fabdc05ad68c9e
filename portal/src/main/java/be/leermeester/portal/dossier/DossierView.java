package be.leermeester.portal.dossier;

import be.leermeester.kernel.Time;
import be.leermeester.portal.dossier.DossierQueries.Agreement;
import be.leermeester.portal.dossier.DossierQueries.Appeal;
import be.leermeester.portal.dossier.DossierQueries.Contact;
import be.leermeester.portal.dossier.DossierQueries.Link;
import be.leermeester.portal.dossier.DossierQueries.Mentor;
import be.leermeester.portal.dossier.DossierQueries.Step;
import be.leermeester.portal.status.DecisionClock;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.status.StatusChange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of one dossier.
///
/// @param last the change that gave the status; null where only the submission is known
/// @param contacts null for who may not see them
/// @param appeals null for who may not see them
/// @param panels what other features add for this visitor
record DossierView(
        DossierRow dossier,
        OutlookView outlook,
        @Nullable Step last,
        @Nullable Clock clock,
        List<Step> history,
        List<Mentor> mentors,
        List<Agreement> agreements,
        @Nullable List<Contact> contacts,
        List<Link> renewals,
        @Nullable List<Appeal> appeals,
        List<DossierPanel.Filled> panels) {

    /// Why the date of the decision is what it is, in words (R3).
    ///
    /// @param key of the sentence; its arguments are the dates below, as far as they are there, and the days
    record Clock(
            String key,
            @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate decideBy,
            int days) {

        static @Nullable Clock of(DossierRow dossier, List<Step> history, LocalDate today) {
            DecisionClock clock = DecisionClock.after(changes(dossier, history));
            LocalDate from = submitted(dossier, history);
            return switch (clock) {
                case DecisionClock.Running(LocalDate decideBy) -> {
                    boolean held = !from.plusDays(DecisionClock.DAYS).equals(decideBy);
                    String running = (held ? "held" : "running") + (dossier.escalates() ? "-escalates" : "");
                    String late = dossier.escalates() ? "escalated" : "by-law";
                    String key = today.isBefore(decideBy) ? running : late;
                    yield new Clock("dossier.clock." + key, from, decideBy.minusDays(1), decideBy, 0);
                }
                case DecisionClock.Paused(int days) ->
                    new Clock("dossier.clock.paused", from, null, null, Math.max(0, days - 1));
                case DecisionClock.Stopped() ->
                    dossier.status() == RecognitionStatus.INCOMPLETE
                            ? new Clock("dossier.clock.incomplete", from, null, null, 0)
                            : null;
            };
        }

        private static List<StatusChange> changes(DossierRow dossier, List<Step> history) {
            return history.isEmpty()
                    ? List.of(new StatusChange(Time.startOf(dossier.submittedOn()), RecognitionStatus.SUBMITTED))
                    : history.stream()
                            .map(step -> new StatusChange(step.at(), step.status(), step.automatic()))
                            .toList();
        }

        /// The day of the last submission: the fourteen days begin anew with it.
        private static LocalDate submitted(DossierRow dossier, List<Step> history) {
            return history.stream()
                    .filter(step -> step.status() == RecognitionStatus.SUBMITTED)
                    .reduce((_, later) -> later)
                    .map(step -> Time.dateOf(step.at()))
                    .orElse(dossier.submittedOn());
        }
    }

    public boolean renewed() {
        return renewals.size() > 1;
    }

    public boolean incomplete() {
        return dossier.status() == RecognitionStatus.INCOMPLETE;
    }

    public boolean onHold() {
        return dossier.status() == RecognitionStatus.ON_HOLD;
    }

    public boolean withoutMentor() {
        return dossier.status() == RecognitionStatus.APPROVED && dossier.mentors() == 0;
    }
}
