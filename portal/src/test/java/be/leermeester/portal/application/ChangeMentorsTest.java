package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M11, R6: a handler decides on a mentor who was named later")
class ChangeMentorsTest {

    private static final String WHY = "De mentor heeft nog geen vijf jaar praktijk.";

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Ids ids = new Ids(background.time());
    private final Outbox outbox = new Outbox(background.time(), ids, List::of);
    private final ChangeMentors change =
            new ChangeMentors(new ChangeStatus(outbox, background.time()), outbox, ids, background.time());

    @BeforeEach
    void named() {
        background.tell(() -> background.db().transact(connection -> {
            change.name(connection, "A1", "M2", "bakery");
            return 1;
        }));
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void approved_he_has_a_deadline_from_today() {
        decide(null, "");
        assertThat(background.rows("SELECT decision FROM learning.mentor_application WHERE application_id = 'A1'"
                        + " AND person_id = 'M2'"))
                .containsExactly("APPROVED");
        assertThat(background.rows("SELECT due_on::text FROM learning.obligation WHERE person_id = 'M2'"
                        + " AND partnership_code = 'food_industry'"))
                .containsExactly("2027-11-22");
        assertThat(background.rows("SELECT outcome FROM portal.follow_up WHERE closed_at IS NOT NULL"))
                .containsExactly("DECIDED");
    }

    @Test
    void refused_it_takes_a_reason_and_a_motivation() {
        assertThatThrownBy(() -> decide("INSUFFICIENT_PRACTICE", "te kort")).isInstanceOf(Problem.BadRequest.class);
        decide("INSUFFICIENT_PRACTICE", WHY);
        assertThat(background.rows("SELECT reason || ': ' || motivation FROM portal.mentor_refusal"))
                .containsExactly("INSUFFICIENT_PRACTICE: " + WHY);
    }

    @Test
    void of_two_who_decide_the_second_is_told() {
        decide(null, "");
        assertThatThrownBy(() -> decide("INSUFFICIENT_PRACTICE", WHY)).isInstanceOf(Problem.Conflict.class);
    }

    private void decide(@Nullable String reason, String motivation) {
        background.tell(() -> background.db().transact(connection -> {
            change.decideMentor(connection, "A1", "M2", reason, motivation, "food");
            return 1;
        }));
    }
}
