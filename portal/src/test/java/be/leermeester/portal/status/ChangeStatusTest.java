package be.leermeester.portal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a change of status does to the dossier and all that hangs on it; see [SmallWorld] for the dossiers.
class ChangeStatusTest {

    private static final String WHY = "De werkplaats heeft geen brug en geen put.";

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Outbox outbox = new Outbox(background.time(), new Ids(background.time()), List::of);
    private final ChangeStatus change = new ChangeStatus(outbox, background.time());
    private final FileApplication filing = new FileApplication(change, background.time());

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void an_approval_approves_the_mentors_starts_their_year_and_tells_everybody_concerned() {
        String id = file("D3", "garage");
        apply(handlers(id, RecognitionStatus.IN_REVIEW));
        apply(handlers(id, RecognitionStatus.APPROVED));

        assertThat(background.rows("SELECT status || ' ' || seq FROM portal.application_event WHERE application_id = '"
                        + id + "' ORDER BY seq"))
                .containsExactly("SUBMITTED 1", "IN_REVIEW 2", "APPROVED 3");
        assertThat(background.rows(
                        "SELECT status || ' ' || valid_until || ' ' || (decide_by IS NULL) || ' ' || automatic"
                                + " FROM portal.application WHERE id = '" + id + "'"))
                .containsExactly("APPROVED 2031-11-22 true false");
        assertThat(background.rows(
                        "SELECT decision FROM learning.mentor_application WHERE application_id = '" + id + "'"))
                .containsExactly("APPROVED");
        assertThat(background.rows("SELECT due_on FROM learning.obligation WHERE person_id = 'garage'"
                        + " AND partnership_code = 'food_industry'"))
                .containsExactly("2027-11-22");
        assertThat(background.rows(
                        "SELECT array_to_string(audience, ' ') FROM kernel.event WHERE type = 'RecognitionApproved'"))
                .containsExactly("partnership:food_industry company:0442239628 person:garage");
    }

    @Test
    void who_is_refused_as_mentor_gets_no_deadline_while_the_others_do() {
        String id = file("D3", "garage", "bakery");
        apply(handlers(id, RecognitionStatus.APPROVED).withoutMentors(Set.of("bakery")));

        assertThat(background.rows("SELECT person_id || ' ' || decision FROM learning.mentor_application"
                        + " WHERE application_id = '" + id + "' ORDER BY 1"))
                .containsExactly("bakery REJECTED", "garage APPROVED");
        assertThat(background.rows(
                        "SELECT person_id FROM learning.obligation WHERE first_application_id = '" + id + "'"))
                .containsExactly("garage");
    }

    @Test
    @DisplayName("R4: a handler who decides after the fourteen days finds the dossier approved by law, job or no job")
    void the_law_comes_first() {
        assertThatThrownBy(() -> apply(
                        handlers("A3", RecognitionStatus.REJECTED).because(List.of("INSUFFICIENT_EQUIPMENT"), WHY)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessage("status.refused.APPROVED");
        settle("A3");
        assertThat(background.rows("SELECT at AT TIME ZONE 'Europe/Brussels' || ' ' || automatic || ' ' || actor"
                        + " FROM portal.application_event WHERE application_id = 'A3' AND status = 'APPROVED'"))
                .containsExactly("2026-11-16 00:00:00 true portal");
    }

    @Test
    @DisplayName("R4: where the partnership escalates, nothing is approved by law")
    void an_escalating_partnership_still_decides_after_the_fourteen_days() {
        background.sql(
                "UPDATE portal.partnership_policy SET automatic_approval = false WHERE partnership_code = 'automotive'");
        apply(handlers("A3", RecognitionStatus.REJECTED).because(List.of("INSUFFICIENT_EQUIPMENT"), WHY));
        assertThat(status("A3")).isEqualTo("REJECTED");
    }

    @Test
    void a_recognition_ends_at_midnight_of_its_anniversary_and_once() {
        background.pass(Duration.ofDays(365));
        settle("A4");
        settle("A4");
        assertThat(background.rows("SELECT at AT TIME ZONE 'Europe/Brussels' || ' ' || automatic"
                        + " FROM portal.application_event WHERE application_id = 'A4' AND status = 'EXPIRED'"))
                .containsExactly("2027-03-01 00:00:00 true");
    }

    @Test
    @DisplayName("9.19: a renewal's five years run from the end of the old one")
    void a_renewal_adds_five_years_to_the_old_end() {
        String id = tell(() -> background
                .db()
                .transact(connection -> filing.file(
                        connection,
                        new FileApplication.Filing(
                                "8000003635",
                                "D2",
                                "automotive",
                                null,
                                "COMPANY",
                                "garage",
                                null,
                                "A4",
                                List.of("M2")))));
        apply(handlers(id, RecognitionStatus.APPROVED));
        assertThat(background.rows("SELECT valid_until FROM portal.application WHERE id = '" + id + "'"))
                .containsExactly("2032-03-01");
    }

    @Test
    @DisplayName("R6: a rejection without a reason and a motivation of twenty characters changes nothing")
    void a_rejection_is_motivated() {
        String id = file("D3", "M2");
        Act rejection = handlers(id, RecognitionStatus.REJECTED);
        assertThatThrownBy(() -> apply(rejection)).isInstanceOf(Problem.BadRequest.class);
        assertThatThrownBy(() -> apply(rejection.because(List.of("CONVICTION"), "Te kort.")))
                .isInstanceOf(Problem.BadRequest.class);
        assertThatThrownBy(() -> apply(rejection.because(List.of(), WHY))).isInstanceOf(Problem.BadRequest.class);
        assertThat(status(id)).isEqualTo("SUBMITTED");
        apply(rejection.because(List.of("INSUFFICIENT_EQUIPMENT"), WHY));
        assertThat(status(id)).isEqualTo("REJECTED");
    }

    @Test
    void of_two_handlers_who_decide_at_once_one_wins_and_the_other_hears_what_happened() {
        String id = file("D3", "M2");
        Callable<String> approval =
                attempt(handlers(id, RecognitionStatus.APPROVED).having(1));
        Callable<String> rejection = attempt(handlers(id, RecognitionStatus.REJECTED)
                .because(List.of("INSUFFICIENT_EQUIPMENT"), WHY)
                .having(1));
        List<String> outcomes = together(approval, rejection);
        assertThat(outcomes)
                .containsOnlyOnce("done")
                .containsAnyOf("status.changed.APPROVED", "status.changed.REJECTED");
        assertThat(background.rows("SELECT count(*) FROM portal.application_event WHERE application_id = '" + id + "'"))
                .containsExactly("2");
    }

    @Test
    void a_company_that_completes_while_the_handler_cancels_nothing_loses_nothing() {
        Act completed = Act.of("A2", RecognitionStatus.SUBMITTED, Actor.APPLICANT, "bakery")
                .having(2);
        Act cancelled = Act.of("A2", RecognitionStatus.CANCELLED, Actor.APPLICANT, "bakery")
                .having(2);
        List<String> outcomes = together(attempt(completed), attempt(cancelled));
        assertThat(outcomes)
                .containsOnlyOnce("done")
                .containsAnyOf("status.changed.SUBMITTED", "status.changed.CANCELLED");
    }

    @Test
    void two_who_file_for_the_same_place_and_programme_at_once_make_one_dossier() {
        Callable<String> first = () -> {
            try {
                return file("D3", "M2") == null ? "" : "done";
            } catch (Problem.Conflict conflict) {
                return conflict.key();
            }
        };
        assertThat(together(first, first)).containsExactlyInAnyOrder("done", "status.in-the-way");
    }

    @Test
    void a_recognition_that_holds_stands_in_the_way_and_is_named() {
        assertThatThrownBy(() -> fileAt("8000003635", "D2"))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        conflict -> assertThat(conflict.arguments()).containsExactly("A4"));
        assertThat(fileAt("8000003635", "D3")).startsWith("D2026-");
    }

    private Callable<String> attempt(Act act) {
        return () -> {
            try {
                apply(act);
                return "done";
            } catch (Problem.Conflict conflict) {
                return conflict.key();
            }
        };
    }

    private List<String> together(Callable<String> one, Callable<String> other) {
        return Stream.of(one, other).parallel().map(ChangeStatusTest::call).toList();
    }

    private static String call(Callable<String> story) {
        try {
            return story.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Act handlers(String id, RecognitionStatus to) {
        return Act.of(id, to, Actor.HANDLER, "food");
    }

    private void apply(Act act) {
        tell(() -> background.db().transact(connection -> change.apply(connection, act)));
    }

    private void settle(String id) {
        tell(() -> background.db().transact(connection -> change.settled(connection, id)));
    }

    private String file(String programme, String... mentors) {
        return tell(() -> background
                .db()
                .transact(connection -> filing.file(
                        connection,
                        new FileApplication.Filing(
                                "2123456789",
                                programme,
                                "food_industry",
                                null,
                                "COMPANY",
                                "bakery",
                                null,
                                null,
                                List.of(mentors)))));
    }

    private String fileAt(String establishment, String programme) {
        return tell(() -> background
                .db()
                .transact(connection -> filing.file(
                        connection,
                        new FileApplication.Filing(
                                establishment,
                                programme,
                                "automotive",
                                null,
                                "COMPANY",
                                "garage",
                                null,
                                null,
                                List.of("M2")))));
    }

    private <T> T tell(Callable<T> story) {
        return background.tell(story);
    }

    private String status(String id) {
        return background
                .rows("SELECT status FROM portal.application WHERE id = '" + id + "'")
                .getFirst();
    }
}
