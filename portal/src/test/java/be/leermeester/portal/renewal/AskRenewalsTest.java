package be.leermeester.portal.renewal;

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

/// Whom the quarterly mailing asks; A4 of [SmallWorld] ends on 1 March 2027, so that Q3 of 2026 asks and Q4 reminds.
class AskRenewalsTest {

    private static final LocalDate ASKED = LocalDate.of(2026, 7, 1);
    private static final LocalDate REMINDED = LocalDate.of(2026, 10, 1);

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Ids ids = new Ids(background.time());
    private final Messages messages = Messages.load();
    private final AskRenewals job = new AskRenewals(
            background.db(),
            new Post(new Templates(messages, Map.of()), background.time(), ids, URI.create("http://127.0.0.1:1")),
            messages,
            ids,
            background.time());

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    @DisplayName("N2: asked once in the language of the receiver, reminded once a quarter later, never twice")
    void asked_and_reminded_once() {
        reachable("en");
        at(ASKED);
        run(ASKED);
        run(ASKED.plusDays(1));
        assertThat(mails()).containsExactly("petra@example.be Your recognition ends: answer by 28 February 2027");
        at(REMINDED);
        run(REMINDED);
        run(REMINDED.plusDays(3));
        at(LocalDate.of(2027, 1, 1));
        run(LocalDate.of(2027, 1, 1));
        assertThat(mails()).hasSize(2);
        assertThat(background.rows("SELECT asked_on || ' ' || reminded_on || ' ' || ends_on FROM portal.renewal"))
                .containsExactly("2026-07-01 2026-10-01 2027-03-01");
    }

    @Test
    void two_servers_at_once_ask_once() {
        reachable("nl");
        at(ASKED);
        Stream.of(1, 2).parallel().forEach(_ -> run(ASKED));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void outside_the_first_week_and_after_the_quarter_nothing_leaves() {
        reachable("nl");
        at(LocalDate.of(2026, 7, 8));
        run(LocalDate.of(2026, 7, 8));
        at(REMINDED);
        run(ASKED);
        assertThat(mails()).isEmpty();
        assertThat(background.rows("SELECT application_id FROM portal.renewal")).isEmpty();
    }

    @Test
    void one_mail_tells_of_several_recognitions() {
        reachable("nl");
        background.sql("""
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, valid_until) VALUES
                  ('A7', '8000000764', 'D3', 'construction', '2022-02-20', 'COMPANY', 'APPROVED', '2027-02-01')""");
        at(ASKED);
        run(ASKED);
        assertThat(mails())
                .containsExactly("petra@example.be 2 erkenningen lopen af: antwoord uiterlijk op 31 januari 2027");
    }

    @Test
    void what_is_renewed_already_is_not_asked_and_who_said_no_is_not_reminded() {
        reachable("nl");
        at(REMINDED);
        background.sql("""
                INSERT INTO portal.renewal (application_id, ends_on, asked_on, answer, reason, answered_at)
                VALUES ('A4', '2027-03-01', '2026-07-01', 'NOT_RENEW', 'OTHER', '2026-07-03')""");
        run(REMINDED);
        assertThat(mails()).isEmpty();
        background.sql("""
                UPDATE portal.renewal SET answer = 'RENEW', reason = NULL;
                INSERT INTO portal.application (id, establishment_number, programme_code, partnership_code, submitted_at,
                  submitted_by, status, renews_application_id) VALUES
                  ('A7', '8000003635', 'D2', 'automotive', '2026-09-20', 'COMPANY', 'SUBMITTED', 'A4')""");
        run(REMINDED);
        assertThat(mails()).isEmpty();
        background.sql("UPDATE portal.application SET status = 'REJECTED' WHERE id = 'A7'");
        run(REMINDED);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_company_without_an_address_gets_a_letter_that_somebody_prints() {
        at(ASKED);
        run(ASKED);
        assertThat(mails()).isEmpty();
        assertThat(background.rows("SELECT partnership_code || ' ' || kind || ' ' || subject FROM portal.follow_up"))
                .containsExactly("automotive RENEWAL_LETTER dossier:A4");
    }

    private void reachable(String language) {
        background.sql("UPDATE kernel.person SET email = 'petra@example.be', language = '" + language
                + "' WHERE id = 'garage'");
    }

    private void at(LocalDate day) {
        background.pass(
                Duration.between(background.time().now(), Time.startOf(day).plusSeconds(3_600)));
    }

    private void run(LocalDate day) {
        background.tell(() -> job.run(day));
    }

    private List<String> mails() {
        return background.rows("SELECT recipient || ' ' || subject FROM kernel.mail ORDER BY due_at");
    }
}
