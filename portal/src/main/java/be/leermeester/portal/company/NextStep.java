package be.leermeester.portal.company;

import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.company.Board.Kind;
import be.leermeester.portal.company.CompanyQueries.MentorLine;
import be.leermeester.portal.company.CompanyQueries.Overview;
import be.leermeester.portal.status.Outlook;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// The one thing that a company is asked to do now: the most urgent of all (D1).
sealed interface NextStep {

    /// A dossier waits for the company.
    record Complete(Board.Dossier dossier) implements NextStep {}

    /// A mentor is late, or nearly.
    record TrainMentor(MentorLine mentor, boolean late) implements NextStep {}

    /// A recognition has nobody left who may guide.
    record NameMentor(Board.Dossier dossier) implements NextStep {}

    /// A recognition ends soon.
    record Renew(Board.Dossier dossier, LocalDate until) implements NextStep {}

    /// There is no dossier at all yet.
    record Begin() implements NextStep {}

    record Nothing() implements NextStep {}

    static NextStep of(Board board, Overview overview) {
        if (board.isEmpty()) {
            return new Begin();
        }
        return Stream.of(complete(board), train(overview), name(board), renew(board))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Nothing::new);
    }

    private static Optional<NextStep> complete(Board board) {
        return board.first(Kind.INCOMPLETE).map(Complete::new);
    }

    private static Optional<NextStep> train(Overview overview) {
        return overview.mentors().stream()
                .filter(mentor -> mentor.struckOn() == null)
                .filter(mentor -> mentor.flag() == Flag.OVERDUE || mentor.flag() == Flag.RED)
                .findFirst()
                .map(mentor -> new TrainMentor(mentor, mentor.flag() == Flag.OVERDUE));
    }

    private static Optional<NextStep> name(Board board) {
        return board.withoutMentor().map(NameMentor::new);
    }

    private static Optional<NextStep> renew(Board board) {
        return board.first(Kind.ENDING).flatMap(dossier -> switch (dossier.outlook()) {
            case Outlook.Ending(LocalDate until) -> Optional.of(new Renew(dossier, until));
            case Outlook.Over(LocalDate since) -> Optional.of(new Renew(dossier, since));
            case Outlook.Waiting _,
                    Outlook.ApprovedByLaw _,
                    Outlook.Escalated _,
                    Outlook.OnHold _,
                    Outlook.Incomplete _,
                    Outlook.Recognised _,
                    Outlook.Closed _ -> Optional.empty();
        });
    }
}
