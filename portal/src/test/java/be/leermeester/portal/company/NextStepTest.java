package be.leermeester.portal.company;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.learning.deadline.Flag;
import be.leermeester.portal.company.CompanyQueries.MentorLine;
import be.leermeester.portal.company.CompanyQueries.Overview;
import be.leermeester.portal.status.Outlook;
import be.leermeester.portal.status.RecognitionStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D1: one next action")
class NextStepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Board.Dossier INCOMPLETE = dossier("A1", RecognitionStatus.INCOMPLETE, null, 1);
    private static final Board.Dossier ENDING = dossier("A2", RecognitionStatus.APPROVED, LocalDate.of(2027, 3, 1), 1);
    private static final Board.Dossier WITHOUT_MENTOR =
            dossier("A3", RecognitionStatus.APPROVED, LocalDate.of(2030, 3, 1), 0);
    private static final Board.Dossier FINE = dossier("A4", RecognitionStatus.APPROVED, LocalDate.of(2030, 3, 1), 1);
    private static final MentorLine RED = mentor("Mia", Flag.RED, null);
    private static final MentorLine LATE = mentor("Bart", Flag.OVERDUE, null);

    @Test
    void an_incomplete_dossier_comes_before_everything() {
        assertThat(NextStep.of(Board.of(List.of(ENDING, WITHOUT_MENTOR, INCOMPLETE)), with(LATE, RED)))
                .isEqualTo(new NextStep.Complete(INCOMPLETE));
    }

    @Test
    void then_a_mentor_who_is_late_or_nearly() {
        assertThat(NextStep.of(Board.of(List.of(ENDING, WITHOUT_MENTOR)), with(LATE, RED)))
                .isEqualTo(new NextStep.TrainMentor(LATE, true));
        assertThat(NextStep.of(Board.of(List.of(ENDING)), with(RED))).isEqualTo(new NextStep.TrainMentor(RED, false));
    }

    @Test
    void a_mentor_who_was_struck_off_already_is_not_asked_for_anything() {
        MentorLine struck = mentor("Bart", Flag.OVERDUE, TODAY);

        assertThat(NextStep.of(Board.of(List.of(WITHOUT_MENTOR, ENDING)), with(struck)))
                .isEqualTo(new NextStep.NameMentor(WITHOUT_MENTOR));
    }

    @Test
    void then_a_recognition_that_ends() {
        assertThat(NextStep.of(Board.of(List.of(FINE, ENDING)), with(mentor("An", Flag.AMBER, null))))
                .isEqualTo(new NextStep.Renew(ENDING, LocalDate.of(2027, 3, 1)));
    }

    @Test
    void else_nothing_and_where_there_is_no_dossier_at_all_to_begin() {
        assertThat(NextStep.of(Board.of(List.of(FINE)), with())).isEqualTo(new NextStep.Nothing());
        assertThat(NextStep.of(Board.of(List.of()), with())).isEqualTo(new NextStep.Begin());
    }

    @Test
    void a_column_counts_what_it_does_not_show() {
        Board.Dossier ofTwenty = dossier("A5", RecognitionStatus.REVOKED, null, 0, 20);
        Board.Dossier ofThree = dossier("A6", RecognitionStatus.CEASED, null, 0, 3);

        assertThat(Board.of(List.of(ofTwenty, ofTwenty, ofThree))
                        .column(Board.Kind.STOPPED)
                        .count())
                .isEqualTo(23);
    }

    private static Overview with(MentorLine... mentors) {
        return new Overview("Bakkerij", 0, mentors.length, 0, 0, List.of(mentors));
    }

    private static MentorLine mentor(String name, Flag flag, LocalDate struckOn) {
        return new MentorLine("M" + name, name, "food_industry", "TO_FOLLOW", TODAY, flag, struckOn);
    }

    private static Board.Dossier dossier(String id, RecognitionStatus status, LocalDate until, int mentors) {
        return dossier(id, status, until, mentors, 1);
    }

    private static Board.Dossier dossier(
            String id, RecognitionStatus status, LocalDate until, int mentors, long alike) {
        return new Board.Dossier(
                id,
                status,
                TODAY.minusDays(1),
                Outlook.of(status, null, until, false, TODAY),
                "Bakker",
                "Kerkstraat 1",
                "Gent",
                List.of(),
                "",
                mentors,
                alike);
    }
}
