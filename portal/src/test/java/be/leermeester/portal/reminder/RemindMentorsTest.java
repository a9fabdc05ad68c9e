package be.leermeester.portal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// M1 of [SmallWorld] has until 10 January 2027: reminded on 10 July and 10 October 2026.
class RemindMentorsTest {

    private static final LocalDate SIX = LocalDate.of(2026, 7, 10);
    private static final LocalDate THREE = LocalDate.of(2026, 10, 10);

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Ids ids = new Ids(background.time());
    private final Messages messages = Messages.load();
    private final Ladder ladder = new Ladder(ids, background.time());
    private final RemindMentors job = new RemindMentors(
            background.db(),
            new Post(new Templates(messages, Map.of()), background.time(), ids, URI.create("http://127.0.0.1:1")),
            new ReminderLetter(messages),
            ladder,
            ids,
            background.time());
    private final ClimbLadder climb = new ClimbLadder(background.db(), ladder);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    @DisplayName("N1, N4: mentor and company are told six and three months before, in their own language, never twice")
    void told_at_each_moment_once() {
        reachable();
        for (LocalDate day = SIX.minusDays(1); !day.isAfter(SIX.plusDays(1)); day = day.plusDays(1)) {
            at(day);
            run(day);
            run(day);
        }
        assertThat(mails())
                .containsExactly(
                        "karel@example.be A mentor has yet to follow training: the first by 10 January 2027",
                        "mia@example.be Mentoropleiding: uiterlijk op 10 januari 2027 (nog 184 dagen)");
        at(THREE);
        run(THREE);
        at(LocalDate.of(2027, 1, 10));
        run(LocalDate.of(2027, 1, 10));
        assertThat(mails())
                .hasSize(4)
                .contains("mia@example.be Mentoropleiding: uiterlijk op 10 januari 2027 (nog 92 dagen)");
        assertThat(background.rows("SELECT months || ' ' || moment || ' ' || way FROM portal.reminder ORDER BY 1 DESC"))
                .containsExactly("6 2026-07-10 MAILED", "3 2026-10-10 MAILED");
    }

    @Test
    @DisplayName("U1: the mail says why one gets it and has links to say that it is wrong")
    void the_mail_answers_why() {
        reachable();
        at(SIX);
        run(SIX);
        String mail = background
                .rows("SELECT text_body FROM kernel.mail WHERE recipient = 'mia@example.be'")
                .getFirst();
        assertThat(mail)
                .contains("goedgekeurd op 10 januari 2026; daar komen 12 maanden bij.")
                .contains("http://127.0.0.1:1/mentor")
                .contains("Dit klopt niet:\nhttp://127.0.0.1:1/reminder/")
                .contains("?why=LEFT")
                .contains("Waarom krijgt u dit?");
    }

    @Test
    @DisplayName("N4: two servers at once tell once")
    void two_servers_at_once() {
        reachable();
        at(SIX);
        Stream.of(1, 2).parallel().forEach(_ -> run(SIX));
        assertThat(mails()).hasSize(2);
    }

    @Test
    @DisplayName("N1: nothing leaves once it is met, under review or struck off")
    void nothing_after_it_is_met() {
        reachable();
        at(SIX);
        for (String change : List.of(
                "status = 'FOLLOWED_SECTOR'",
                "status = 'EXEMPT'",
                "status = 'DISCONTINUED'",
                "status = 'NOT_FOLLOWED'",
                "status = 'TO_FOLLOW', under_review = true")) {
            background.sql("UPDATE learning.obligation SET " + change + " WHERE person_id = 'M1'");
            run(SIX);
        }
        assertThat(mails()).isEmpty();
        background.sql("UPDATE learning.obligation SET under_review = false WHERE person_id = 'M1'");
        run(SIX);
        assertThat(mails()).hasSize(2);
    }

    @Test
    @DisplayName("N6: one mail for a person with several deadlines and two roles, one for a company with many mentors")
    void one_digest_a_person() {
        reachable();
        background.sql("""
                INSERT INTO kernel.person_role VALUES ('M1', 'COMPANY', '0442239628');
                INSERT INTO learning.obligation (person_id, partnership_code, status, status_since, first_approved_on,
                  first_application_id, start_reason, term_months, due_on, rule_source) VALUES
                  ('M1', 'hospitality', 'TO_FOLLOW', '2026-01-10', '2026-01-10', 'A1', 'FIRST_APPROVAL', 12, '2027-01-10', 'S4:693'),
                  ('M2', 'food_industry', 'TO_FOLLOW', '2026-01-10', '2026-01-10', 'A1', 'FIRST_APPROVAL', 12, '2027-01-10', 'S4:693');
                INSERT INTO learning.mentor_application
                  (application_id, person_id, partnership_code, submitted_at, decision, decided_at, recorded_at)
                VALUES ('A1', 'M2', 'food_industry', '2025-12-30', 'APPROVED', '2026-01-10', '2026-01-10');
                UPDATE kernel.person SET email = 'bart@example.be' WHERE id = 'M2'""");
        at(SIX);
        run(SIX);
        assertThat(background.rows("SELECT recipient FROM kernel.mail ORDER BY 1"))
                .containsExactly("bart@example.be", "karel@example.be", "mia@example.be");
        assertThat(background
                        .rows("SELECT text_body FROM kernel.mail WHERE recipient = 'mia@example.be'")
                        .getFirst())
                .contains("Horeca: uiterlijk op")
                .contains("U krijgt dit ook als contactpersoon van Bakkerij De Koren BV")
                .contains("Bart Bos");
        assertThat(background.rows("SELECT subject FROM kernel.mail WHERE recipient = 'karel@example.be'"))
                .containsExactly("2 mentors have yet to follow training: the first by 10 January 2027");
        run(SIX);
        assertThat(mails()).hasSize(3);
    }

    @Test
    @DisplayName("O2: after a standstill over both moments one mail leaves, and none after the deadline")
    void one_mail_after_a_standstill() {
        reachable();
        at(THREE.plusDays(5));
        run(SIX);
        assertThat(mails()).isEmpty();
        run(THREE);
        assertThat(mails()).hasSize(2).anyMatch(mail -> mail.endsWith("(nog 87 dagen)"));
        assertThat(background.rows("SELECT months || ' ' || way FROM portal.reminder ORDER BY 1"))
                .containsExactly("3 MAILED", "6 PASSED");
        background.sql("DELETE FROM portal.reminder_mail; DELETE FROM portal.reminder; DELETE FROM kernel.mail");
        at(LocalDate.of(2027, 1, 11));
        run(THREE);
        assertThat(mails()).isEmpty();
    }

    @Test
    @DisplayName("N1: the moments are those of the rule that holds on the day")
    void the_partnership_s_own_moments() {
        reachable();
        background.sql(
                "UPDATE learning.training_rule SET reminder_months = '{4,2,1}' WHERE partnership_code = 'food_industry'");
        at(SIX);
        run(SIX);
        assertThat(mails()).isEmpty();
        at(LocalDate.of(2026, 12, 10));
        run(LocalDate.of(2026, 12, 10));
        assertThat(mails()).hasSize(2);
    }

    @Test
    @DisplayName("9.13: moments between the state of an import and the import stay the administrator's")
    void not_what_an_import_left_behind() {
        reachable();
        background.sql("""
                INSERT INTO portal.import_run (id, started_at, ended_at, started_by, source, state, dry_run, state_date, rejects)
                VALUES ('I1', '2026-07-20', '2026-07-20', 'admin', 'x', 'DONE', false, '2026-06-01', 0)""");
        at(LocalDate.of(2026, 7, 20));
        run(SIX);
        assertThat(mails()).isEmpty();
    }

    @Test
    @DisplayName("N7: a mentor without an address is a letter that somebody prints, once")
    void no_address() {
        at(SIX);
        run(SIX);
        run(SIX);
        assertThat(mails()).isEmpty();
        assertThat(items()).containsExactly("food_industry MENTOR_LETTER person:M1 ");
    }

    @Test
    @DisplayName("N3: a week after a mail without result somebody is asked to call, then to write; once each")
    void the_ladder() {
        reachable();
        at(SIX);
        run(SIX);
        climb(SIX.plusDays(6));
        assertThat(items()).isEmpty();
        climb(SIX.plusDays(7));
        climb(SIX.plusDays(8));
        assertThat(items()).containsExactly("food_industry CALL_MENTOR person:M1 ");
        background.sql("UPDATE portal.follow_up SET closed_at = now()");
        climb(SIX.plusDays(60));
        at(THREE);
        run(THREE);
        climb(THREE.plusDays(21));
        climb(THREE.plusDays(22));
        assertThat(items()).containsExactly("food_industry MENTOR_LETTER person:M1 ");
    }

    @Test
    @DisplayName("N3: who has met it is not called")
    void the_ladder_stops() {
        reachable();
        at(SIX);
        run(SIX);
        background.sql("UPDATE learning.obligation SET under_review = true WHERE person_id = 'M1'");
        climb(SIX.plusDays(7));
        assertThat(items()).isEmpty();
    }

    private List<String> items() {
        return background.rows("SELECT partnership_code || ' ' || kind || ' ' || subject || ' ' || remark"
                + " FROM portal.follow_up WHERE closed_at IS NULL ORDER BY opened_at");
    }

    private void reachable() {
        background.sql("""
                UPDATE kernel.person SET email = 'mia@example.be' WHERE id = 'M1';
                UPDATE kernel.person SET email = 'karel@example.be', language = 'en' WHERE id = 'bakery'""");
    }

    private void at(LocalDate day) {
        background.pass(
                Duration.between(background.time().now(), Time.startOf(day).plusSeconds(3_600)));
    }

    private void run(LocalDate day) {
        background.tell(() -> job.run(day));
    }

    private void climb(LocalDate day) {
        at(day);
        background.tell(() -> climb.run(day));
    }

    private List<String> mails() {
        return background.rows("SELECT recipient || ' ' || subject FROM kernel.mail ORDER BY due_at, recipient");
    }
}
