package be.leermeester.portal.status;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Who makes which change: the whole table of pairs of statuses and actors (R2). Whatever the rows do not name, is
/// refused.
class ActorTest {

    @ParameterizedTest
    @DisplayName("R2: what each actor may make of a dossier")
    @CsvSource({
        "SUBMITTED,  APPLICANT, CANCELLED",
        "SUBMITTED,  HANDLER,   APPROVED INCOMPLETE IN_REVIEW REJECTED",
        "SUBMITTED,  ADVISOR,   IN_REVIEW",
        "SUBMITTED,  PORTAL,    APPROVED",
        "SUBMITTED,  COMMITTEE, ''",
        "INCOMPLETE, APPLICANT, CANCELLED SUBMITTED",
        "INCOMPLETE, HANDLER,   ''",
        "INCOMPLETE, ADVISOR,   ''",
        "INCOMPLETE, PORTAL,    ''",
        "INCOMPLETE, COMMITTEE, ''",
        "IN_REVIEW,  APPLICANT, CANCELLED",
        "IN_REVIEW,  HANDLER,   APPROVED INCOMPLETE ON_HOLD REJECTED",
        "IN_REVIEW,  ADVISOR,   ON_HOLD",
        "IN_REVIEW,  PORTAL,    APPROVED",
        "IN_REVIEW,  COMMITTEE, ''",
        "ON_HOLD,    APPLICANT, CANCELLED",
        "ON_HOLD,    HANDLER,   IN_REVIEW",
        "ON_HOLD,    ADVISOR,   ''",
        "ON_HOLD,    PORTAL,    ''",
        "ON_HOLD,    COMMITTEE, ''",
        "APPROVED,   APPLICANT, ''",
        "APPROVED,   HANDLER,   DUPLICATED REVOKED",
        "APPROVED,   ADVISOR,   ''",
        "APPROVED,   PORTAL,    CEASED DUPLICATED EXPIRED REVOKED",
        "APPROVED,   COMMITTEE, ''",
        "REJECTED,   APPLICANT, ''",
        "REJECTED,   HANDLER,   ''",
        "REJECTED,   ADVISOR,   ''",
        "REJECTED,   PORTAL,    ''",
        "REJECTED,   COMMITTEE, APPROVED",
        "REVOKED,    APPLICANT, ''",
        "REVOKED,    HANDLER,   APPROVED",
        "REVOKED,    ADVISOR,   ''",
        "REVOKED,    PORTAL,    APPROVED",
        "REVOKED,    COMMITTEE, APPROVED",
    })
    void an_actor_makes_these_changes_and_no_others(RecognitionStatus from, Actor actor, String to) {
        assertThat(allowed(from, actor)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(
            value = RecognitionStatus.class,
            names = {"CANCELLED", "CEASED", "EXPIRED", "DUPLICATED"})
    void nobody_changes_what_is_over(RecognitionStatus over) {
        for (Actor actor : Actor.values()) {
            assertThat(allowed(over, actor)).isEmpty();
        }
    }

    @Test
    void a_refusal_says_in_both_languages_where_the_dossier_stands() {
        Messages messages = Messages.load();
        for (Locale language : Messages.LANGUAGES) {
            Map<String, RecognitionStatus> sentences = new TreeMap<>();
            for (RecognitionStatus status : RecognitionStatus.values()) {
                sentences.put(messages.say(language, "status.refused." + status), status);
                sentences.put(messages.say(language, "status.changed." + status), status);
            }
            assertThat(sentences).hasSize(2 * RecognitionStatus.values().length);
        }
    }

    private static String allowed(RecognitionStatus from, Actor actor) {
        TreeSet<String> names = new TreeSet<>();
        Arrays.stream(RecognitionStatus.values())
                .filter(to -> actor.may(from, to))
                .forEach(to -> names.add(to.name()));
        return String.join(" ", names);
    }
}
