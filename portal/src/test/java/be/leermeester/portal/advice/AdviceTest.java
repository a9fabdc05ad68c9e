package be.leermeester.portal.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Templates;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.RecognitionStatus;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What an advice list does to dossier A7 of automotive, submitted on 20 November 2026 with two members to ask.
@DisplayName("R12: the advice of the social partners")
class AdviceTest {

    private static final String WHY = "De onderneming staat onder toezicht van de inspectie.";
    private static final String ANSWER = "De inspectie bevestigde dat het toezicht is opgeheven.";

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Ids ids = new Ids(background.time());
    private final Outbox outbox = new Outbox(background.time(), ids, List::of);
    private final ChangeStatus change = new ChangeStatus(outbox, background.time());
    private final Messages messages = Messages.load();
    private final Post post =
            new Post(new Templates(messages, Map.of()), background.time(), ids, URI.create("http://127.0.0.1:1"));
    private final AdviceLists lists =
            new AdviceLists(change, new AdviceMail(post, messages), outbox, ids, background.time());
    private final Voices voices = new Voices(change, outbox, ids, background.time());

    @BeforeEach
    void someone_asks_for_a_recognition() {
        background.sql("""
                INSERT INTO kernel.person (id, first_name, last_name, email) VALUES ('union', 'Els', 'Bond', 'els@example.org');
                UPDATE kernel.person SET email = 'ad@example.org' WHERE id = 'advisor';
                INSERT INTO kernel.person_role (person_id, role, scope) VALUES ('union', 'ADVISOR', 'automotive');
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, status_since, decide_by)
                VALUES ('A7', '8000003635', 'D3', 'automotive', '2026-11-20 10:00+01', 'COMPANY', 'SUBMITTED',
                  '2026-11-20 10:00+01', '2026-12-05');
                INSERT INTO portal.application_event (application_id, seq, at, status, recorded_at)
                VALUES ('A7', 1, '2026-11-20 10:00+01', 'SUBMITTED', '2026-11-20 10:00+01');
                """);
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void each_voting_member_gets_one_mail_with_the_closing_moment_and_nobody_else_does() {
        sent(Duration.ofDays(4));
        assertThat(background.rows("SELECT recipient || ': ' || subject FROM kernel.mail ORDER BY recipient"))
                .containsExactly(
                        "ad@example.org: Uw advies vóór donderdag 26 november, 10:00: 1 dossier",
                        "els@example.org: Uw advies vóór donderdag 26 november, 10:00: 1 dossier");
    }

    @Test
    void a_list_is_sent_once_and_a_dossier_stands_on_one_list_at_a_time() {
        tell(connection -> lists.put(connection, "A7", "", "auto"));
        assertThat(refused(connection -> lists.put(connection, "A7", "", "auto")))
                .isEqualTo("advice.on-list-already");
        Instant closing = background.time().now().plus(Duration.ofDays(4));
        assertThat(together(
                        connection -> lists.send(connection, "automotive", closing, "auto"),
                        connection -> lists.send(connection, "automotive", closing, "auto")))
                .containsExactlyInAnyOrder("done", "advice.nothing-on-it");
        assertThat(refused(connection -> lists.put(connection, "A7", "", "auto")))
                .isEqualTo("advice.on-list-already");
    }

    @Test
    void a_partnership_without_voting_members_cannot_send_a_list() {
        background.sql("DELETE FROM kernel.person_role WHERE role = 'ADVISOR'");
        tell(connection -> lists.put(connection, "A7", "", "auto"));
        Instant closing = background.time().now().plus(Duration.ofDays(4));
        assertThat(refused(connection -> lists.send(connection, "automotive", closing, "auto")))
                .isEqualTo("advice.no-voters");
    }

    @Test
    void silence_is_agreement_and_the_result_with_its_voters_is_logged_once_on_the_closing_day() {
        String list = sent(Duration.ofDays(4));
        tell(connection -> voices.agree(connection, list, "A7", "union"));
        background.pass(Duration.ofDays(6));
        together(lists::closeDue, lists::closeDue);
        tell(lists::closeDue);
        assertThat(background.rows("SELECT kind || ' ' || happened_on || ' ' || by_whom || ' | ' || remark"
                        + " FROM portal.contact WHERE application_id = 'A7'"))
                .containsExactly("SOCIAL_PARTNER_ADVICE 2026-11-26 Ad Ade, Els Bond | Akkoord; akkoord: Els Bond;"
                        + " geen bericht, dus akkoord: Ad Ade");
        assertThat(outcome()).isEqualTo("AGREED");
        assertThat(status()).isEqualTo("SUBMITTED");
    }

    @Test
    void a_voice_counts_until_the_last_millisecond_and_not_at_the_closing_moment_itself() {
        String list = sent(Duration.ofDays(4));
        background.pass(Duration.ofDays(4).minusMillis(1));
        tell(connection -> voices.agree(connection, list, "A7", "union"));
        background.pass(Duration.ofMillis(1));
        assertThat(refused(connection -> voices.object(connection, list, "A7", "advisor", WHY)))
                .isEqualTo("advice.closed");
        assertThat(status()).isEqualTo("SUBMITTED");
        background.pass(Duration.ofMillis(1));
        assertThat(refused(connection -> voices.agree(connection, list, "A7", "advisor")))
                .isEqualTo("advice.closed");
    }

    @Test
    void an_objection_puts_the_dossier_on_hold_through_review_and_stops_the_automatic_approval() {
        String list = sent(Duration.ofDays(4));
        tell(connection -> voices.object(connection, list, "A7", "advisor", WHY));
        assertThat(background.rows("SELECT status || ' ' || actor || ' ' || array_to_string(reasons, ',')"
                        + " FROM portal.application_event WHERE application_id = 'A7' ORDER BY seq OFFSET 1"))
                .containsExactly("IN_REVIEW advisor ", "ON_HOLD advisor SOCIAL_PARTNER_OBJECTION");
        background.pass(Duration.ofDays(40));
        tell(connection -> change.settled(connection, "A7"));
        assertThat(status()).isEqualTo("ON_HOLD");
        tell(lists::closeDue);
        assertThat(outcome()).isEqualTo("OBJECTED");
    }

    @Test
    void an_objection_is_explained_in_twenty_characters() {
        String list = sent(Duration.ofDays(4));
        assertThatThrownBy(() -> tell(connection -> voices.object(connection, list, "A7", "advisor", "Neen.")))
                .isInstanceOf(Problem.BadRequest.class);
        assertThat(status()).isEqualTo("SUBMITTED");
    }

    @Test
    void an_open_objection_blocks_the_review_and_with_it_the_approval_until_it_is_handled() {
        String list = sent(Duration.ofDays(4));
        tell(connection -> voices.object(connection, list, "A7", "advisor", WHY));
        assertThat(refused(handlers(RecognitionStatus.APPROVED))).isEqualTo("status.refused.ON_HOLD");
        assertThat(refused(handlers(RecognitionStatus.IN_REVIEW))).isEqualTo("status.objection");
        background.pass(Duration.ofDays(3));
        tell(connection -> voices.handle(connection, "A7", open(), ANSWER, true, "auto"));
        assertThat(status()).isEqualTo("IN_REVIEW");
        assertThat(background.rows("SELECT decide_by FROM portal.application WHERE id = 'A7'"))
                .as("thirteen days were left on 22 November")
                .containsExactly("2026-12-08");
        tell(handlers(RecognitionStatus.APPROVED));
        assertThat(status()).isEqualTo("APPROVED");
    }

    @Test
    void who_handles_an_objection_answers_all_that_are_open_or_is_told_of_the_other_one() {
        String list = sent(Duration.ofDays(4));
        tell(connection -> voices.object(connection, list, "A7", "advisor", WHY));
        List<String> seen = open();
        tell(connection -> voices.object(connection, list, "A7", "union", WHY));
        assertThat(refused(connection -> voices.handle(connection, "A7", seen, ANSWER, true, "auto")))
                .isEqualTo("advice.objection-changed");
        assertThat(open()).as("nothing was recorded").hasSize(2);
        tell(connection -> voices.handle(connection, "A7", open(), ANSWER, true, "auto"));
        assertThat(status()).isEqualTo("IN_REVIEW");
    }

    @Test
    void a_voice_can_change_until_the_closing_and_an_objection_that_is_withdrawn_blocks_no_more() {
        String list = sent(Duration.ofDays(4));
        tell(connection -> voices.object(connection, list, "A7", "advisor", WHY));
        tell(connection -> voices.object(connection, list, "A7", "advisor", WHY + " Dat duurt nog."));
        assertThat(open()).as("one objection of one member").hasSize(1);
        tell(connection -> voices.agree(connection, list, "A7", "advisor"));
        assertThat(open()).isEmpty();
        tell(handlers(RecognitionStatus.IN_REVIEW));
        background.pass(Duration.ofDays(4));
        tell(lists::closeDue);
        assertThat(outcome()).isEqualTo("AGREED");
    }

    @Test
    void two_members_who_object_at_once_put_it_on_hold_once_and_are_both_heard() {
        String list = sent(Duration.ofDays(4));
        assertThat(together(
                        connection -> voices.object(connection, list, "A7", "advisor", WHY),
                        connection -> voices.object(connection, list, "A7", "union", WHY)))
                .containsExactly("done", "done");
        assertThat(open()).hasSize(2);
        assertThat(
                        background.rows(
                                "SELECT count(*) FROM portal.application_event WHERE application_id = 'A7' AND status = 'ON_HOLD'"))
                .containsExactly("1");
    }

    @Test
    void of_an_objection_and_an_approval_at_once_one_wins_and_the_other_sees_it() {
        String list = sent(Duration.ofDays(4));
        List<String> outcomes = together(
                connection -> voices.object(connection, list, "A7", "advisor", WHY),
                handlers(RecognitionStatus.APPROVED));
        assertThat(outcomes)
                .containsOnlyOnce("done")
                .containsAnyOf("advice.not-needed.APPROVED", "status.refused.ON_HOLD");
        assertThat(status()).isIn("APPROVED", "ON_HOLD");
        assertThat(open()).hasSize(status().equals("APPROVED") ? 0 : 1);
    }

    @Test
    void what_is_decided_before_the_closing_needs_no_advice_but_what_is_decided_after_it_had_it() {
        sent(Duration.ofDays(4));
        tell(handlers(RecognitionStatus.APPROVED));
        background.pass(Duration.ofDays(5));
        tell(lists::closeDue);
        assertThat(outcome()).isEqualTo("LAPSED");
    }

    @Test
    void silence_counts_as_agreement_from_the_closing_moment_also_when_nobody_recorded_it_before_the_approval() {
        sent(Duration.ofDays(4));
        background.pass(Duration.ofDays(5));
        tell(handlers(RecognitionStatus.APPROVED));
        tell(lists::closeDue);
        assertThat(outcome()).isEqualTo("AGREED");
    }

    @Test
    void who_approves_can_know_until_when_the_members_may_speak() {
        sent(Duration.ofDays(4));
        Instant now = background.time().now();
        assertThat(background.tell(() ->
                        Advice.runningUntil(background.db().reads(), "A7", now).await()))
                .isEqualTo(now.plus(Duration.ofDays(4)));
        assertThat(background.tell(
                        () -> Advice.runningUntil(background.db().reads(), "A7", now.plus(Duration.ofDays(4)))
                                .await()))
                .isNull();
    }

    private String sent(Duration open) {
        tell(connection -> lists.put(connection, "A7", "", "auto"));
        Instant closing = background.time().now().plus(open);
        return background.tell(
                () -> background.db().transact(connection -> lists.send(connection, "automotive", closing, "auto")));
    }

    private Consumer<SqlConnection> handlers(RecognitionStatus to) {
        return connection -> change.apply(connection, Act.of("A7", to, Actor.HANDLER, "auto"));
    }

    private List<String> open() {
        return background.rows("SELECT id FROM portal.objection WHERE application_id = 'A7'"
                + " AND withdrawn_at IS NULL AND handled_at IS NULL ORDER BY raised_at, id");
    }

    private String status() {
        return background
                .rows("SELECT status FROM portal.application WHERE id = 'A7'")
                .getFirst();
    }

    private String outcome() {
        return background
                .rows("SELECT outcome FROM portal.advice_item WHERE application_id = 'A7'")
                .getFirst();
    }

    private void tell(Consumer<SqlConnection> act) {
        background.tell(() -> background.db().transact(connection -> {
            act.accept(connection);
            return true;
        }));
    }

    private String refused(Consumer<SqlConnection> act) {
        try {
            tell(act);
            return "done";
        } catch (Problem.Conflict conflict) {
            return conflict.key();
        }
    }

    private List<String> together(Consumer<SqlConnection> one, Consumer<SqlConnection> other) {
        return Stream.<Callable<String>>of(() -> refused(one), () -> refused(other))
                .parallel()
                .map(AdviceTest::call)
                .toList();
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
}
