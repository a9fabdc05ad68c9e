package be.leermeester.portal.followup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `A3` is open at the car trade, until the test says otherwise.
class ClosingOfFollowUpsTest {

    @ParameterizedTest
    @DisplayName("R4, R9, R11: what need not be followed up any more closes by itself")
    @CsvSource({
        "ESCALATION,   automotive, status = 'IN_REVIEW',     false",
        "ESCALATION,   automotive, status = 'APPROVED',      true",
        "ESCALATION,   automotive, status = 'REJECTED',      true",
        "TRANSFERRED,  automotive, status = 'SUBMITTED',     false",
        "TRANSFERRED,  automotive, handler_id = 'auto',      true",
        "TRANSFERRED,  automotive, status = 'CANCELLED',     true",
        "ADVICE_ASKED, construction, status = 'IN_REVIEW',   false",
        "ADVICE_ASKED, construction, status = 'APPROVED',    true",
        "CONTACT,      construction, status = 'IN_REVIEW',   true",
        "CONTACT,      automotive, status = 'APPROVED',      false",
        "NEW_MENTOR,   automotive, status = 'APPROVED',      false",
        "NEW_MENTOR,   automotive, status = 'REVOKED',       true",
        "PRINT_LETTER, construction, status = 'IN_REVIEW',   false",
        "RENEWAL_CALL, automotive, status = 'APPROVED',      false",
        "RENEWAL_CALL, automotive, status = 'EXPIRED',       true"
    })
    void closed_where_the_cause_is_gone(String kind, String partnership, String stands, boolean closed) {
        try (TestBackground world = SmallWorld.in(new TestBackground())) {
            world.sql("INSERT INTO portal.follow_up (id, partnership_code, kind, subject, application_id, opened_at)"
                    + " VALUES ('F1', '" + partnership + "', '" + kind + "', 'mentor:A3:M2', 'A3', '2026-11-20Z');"
                    + "UPDATE portal.application SET " + stands + " WHERE id = 'A3'");
            ClosingOfFollowUps closing = new ClosingOfFollowUps(world.db(), world.time());
            assertThat(closing.wants("RecognitionApproved")).isTrue();
            for (int times = 0; times < 2; times++) {
                world.tell(() -> closing.deliver(UUID.randomUUID(), "X", "dossier:A3", new JsonObject())
                        .await());
            }
            assertThat(world.rows("SELECT closed_at IS NOT NULL FROM portal.follow_up"))
                    .containsExactly(closed ? "t" : "f");
        }
    }
}
