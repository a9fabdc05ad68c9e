package be.leermeester.portal.mentor;

import be.leermeester.learning.deadline.Deadline;
import be.leermeester.learning.deadline.Explanation;
import be.leermeester.learning.deadline.Flag;
import be.leermeester.learning.deadline.TrainingObligation;
import be.leermeester.learning.deadline.TrainingStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A deadline as the mentor reads it.
///
/// @param state which words to use: OPEN, OVERDUE, CHECKING, UNDATED, or the training status where it says all
/// @param tone the colour beside the words
/// @param daysAgo how long the deadline is past, null while it is not
record DeadlineCard(
        String state,
        String tone,
        @Nullable Flag flag,
        TrainingStatus status,
        String partnership,
        LocalDate since,
        @Nullable String ground,
        @Nullable String acceptedFrom,
        @Nullable LocalDate dueOn,
        @Nullable Long daysLeft,
        @Nullable Long daysAgo,
        @Nullable TermBar bar,
        @Nullable Why why) {

    /// Why that date.
    record Why(
            String place,
            String programme,
            LocalDate approvedOn,
            boolean again,
            int termMonths,
            int extensionMonths,
            String source,
            @Nullable String extensionSource,
            int singleMonths,
            @Nullable String singleReason) {}

    /// What needs doing first: open deadlines by date, then what is met, then what waits or stopped.
    static final Comparator<Deadline> URGENCY = Comparator.comparingInt(DeadlineCard::rank)
            .thenComparing(deadline -> deadline.obligation().dueOn(), Comparator.nullsLast(Comparator.naturalOrder()));

    private static int rank(Deadline deadline) {
        return switch (deadline.obligation().status()) {
            case TO_FOLLOW, NOT_FOLLOWED -> 0;
            case FOLLOWED_SECTOR, FOLLOWED_ELSEWHERE, EXEMPT -> 1;
            case NOT_HANDLED -> 2;
            case DISCONTINUED -> 3;
        };
    }

    /// @param words says a key of the message files
    static DeadlineCard of(Deadline deadline, MentorFile file, UnaryOperator<String> words) {
        TrainingObligation obligation = deadline.obligation();
        String state = state(deadline);
        Long left = deadline.daysLeft();
        String accepted = obligation.acceptedFrom();
        boolean open = obligation.status() == TrainingStatus.TO_FOLLOW;
        return new DeadlineCard(
                state,
                tone(deadline),
                deadline.flag(),
                obligation.status(),
                file.partnershipName(obligation.partnership()),
                obligation.statusSince(),
                obligation.exemptionGround(),
                accepted == null ? null : file.partnershipName(accepted),
                obligation.dueOn(),
                left,
                left != null && left < 0 ? -left : null,
                open ? TermBar.of(deadline) : null,
                why(obligation.why(), file, words));
    }

    private static String state(Deadline deadline) {
        TrainingStatus status = deadline.obligation().status();
        if (status != TrainingStatus.TO_FOLLOW) {
            return status.name();
        }
        return switch (deadline.flag()) {
            case null -> "UNDATED";
            case OVERDUE -> "OVERDUE";
            case CHECKING -> "CHECKING";
            case GREEN, AMBER, RED -> "OPEN";
        };
    }

    private static String tone(Deadline deadline) {
        Flag flag = deadline.flag();
        return flag == null ? "quiet" : flag.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Why why(@Nullable Explanation why, MentorFile file, UnaryOperator<String> words) {
        if (why == null) {
            return null;
        }
        Explanation.Start start = why.start();
        MentorFile.Recognition recognition = file.recognitions().stream()
                .filter(r -> r.id().equals(start.applicationId()))
                .findFirst()
                .orElse(null);
        String extension = why.extensionSource();
        return new Why(
                recognition == null ? start.applicationId() : recognition.company() + ", " + recognition.place(),
                recognition == null ? "" : recognition.programme(),
                start.approvedOn(),
                start.reason() == Explanation.Reason.APPROVED_AGAIN_AFTER_STOP,
                why.termMonths(),
                why.extensionMonths(),
                RuleSource.title(why.ruleSource(), words),
                extension == null ? null : RuleSource.title(extension, words),
                why.singleMonths(),
                why.singleReason());
    }
}
