package be.leermeester.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Templates;
import be.leermeester.portal.testing.TestBackground;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SendMailTest {

    private static final URI HERE = URI.create("https://leermeester.example");

    private final TestBackground background = new TestBackground();
    private final Post post =
            new Post(new Templates(Messages.load(), Map.of()), background.time(), new Ids(background.time()), HERE);

    @BeforeEach
    void a_person() {
        background.sql(
                "INSERT INTO kernel.person (id, first_name, last_name) VALUES ('P1', 'An', 'O''Brien <script>')");
    }

    @AfterEach
    void stop() {
        background.close();
    }

    @Test
    void a_mail_is_sent_once_as_text_and_as_html_with_a_message_id_of_its_own() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            assertThat(enqueue("an@example.be", "2027-03-14")).isTrue();
            assertThat(enqueue("an@example.be", "2027-03-14")).isFalse();
            SendMail sending = sending("smtp://127.0.0.1:" + server.getSmtp().getPort() + "?from=portaal@example.be");
            assertThat(background.tell(sending::workOff)).isEqualTo(1);
            assertThat(background.tell(sending::workOff)).isZero();
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Volg uw opleiding vóór 14 maart Bcc: x@example.be");
            assertThat(mail.getMessageID())
                    .isEqualTo(
                            "<" + background.rows("SELECT id FROM kernel.mail").getFirst() + "@leermeester.example>");
            assertThat(mail.getFrom()[0].toString()).isEqualTo("Leermeester <portaal@example.be>");
            String whole =
                    GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=3D", "=");
            assertThat(whole)
                    .contains("text/plain")
                    .contains("text/html")
                    .contains("Dag An O'Brien <script>")
                    .contains("O&#x27;Brien &lt;script&gt;")
                    .contains("https://leermeester.example/mentor");
            assertThat(background.rows("SELECT sent_at IS NOT NULL AND attempts = 1 FROM kernel.mail"))
                    .containsExactly("t");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_mail_that_is_put_off_is_kept_with_the_reason_and_tried_again_after_a_pause() throws Exception {
        try (MoodySmtp server = new MoodySmtp()) {
            enqueue("later@example.be", "1");
            SendMail sending = sending(server.url());
            background.tell(sending::workOff);
            assertThat(background.rows("SELECT last_error FROM kernel.mail WHERE sent_at IS NULL"))
                    .singleElement()
                    .asString()
                    .contains("451 later");
            assertThat(background.tell(sending::workOff)).isZero();
            background.pass(Duration.ofMinutes(1));
            assertThat(background.tell(sending::workOff)).isEqualTo(1);
            assertThat(server.taken).containsExactly("later@example.be");
            assertThat(background.rows(
                            "SELECT attempts FROM kernel.mail WHERE sent_at IS NOT NULL AND last_error IS NULL"))
                    .containsExactly("2");
        }
    }

    @Test
    void no_server_at_all_loses_nothing() throws Exception {
        String url;
        try (MoodySmtp closed = new MoodySmtp()) {
            url = closed.url();
        }
        enqueue("an@example.be", "1");
        background.tell(sending(url)::workOff);
        assertThat(background.rows("SELECT last_error FROM kernel.mail WHERE sent_at IS NULL"))
                .hasSize(1)
                .doesNotContainNull();
    }

    @Test
    void a_mail_over_which_the_server_hangs_does_not_hold_up_the_others() throws Exception {
        try (MoodySmtp server = new MoodySmtp()) {
            enqueue("hang@example.be", "1");
            background.sql("UPDATE kernel.mail SET next_at = next_at - interval '1 hour'");
            enqueue("an@example.be", "2");
            SendMail sending = sending(server.url());
            sending.start();
            assertThat(server.taken.poll(30, TimeUnit.SECONDS)).isEqualTo("an@example.be");
            sending.stop();
        }
    }

    @Test
    void it_is_given_up_after_twelve_attempts() throws Exception {
        try (MoodySmtp server = new MoodySmtp()) {
            enqueue("an@example.be", "1");
            background.sql("UPDATE kernel.mail SET attempts = 12, last_error = 'no'");
            assertThat(background.tell(sending(server.url())::workOff)).isZero();
        }
    }

    @Test
    void an_invitation_that_has_left_keeps_its_code_to_itself() throws Exception {
        try (MoodySmtp server = new MoodySmtp()) {
            enqueue("an@example.be", "1");
            background.sql("UPDATE kernel.mail SET reason = 'INVITATION'");
            background.tell(sending(server.url())::workOff);
            assertThat(background.rows("SELECT text_body || html_body FROM kernel.mail"))
                    .containsExactly("");
        }
    }

    @Test
    @DisplayName("N7: who does not exist, says the mail server, is not tried again, and an event says so once")
    void a_receiver_who_does_not_exist_is_not_tried_again() throws Exception {
        try (MoodySmtp server = new MoodySmtp()) {
            enqueue("gone@example.be", "1");
            SendMail sending = sending(server.url());
            background.tell(sending::workOff);
            background.pass(Duration.ofDays(1));
            assertThat(background.tell(sending::workOff)).isZero();
            assertThat(background.rows("SELECT attempts || ' ' || (refused_at IS NOT NULL) FROM kernel.mail"))
                    .containsExactly("1 true");
            assertThat(background.rows("SELECT type || ' ' || subject FROM kernel.event"))
                    .containsExactly("MailRefused person:P1");
        }
    }

    @Test
    @DisplayName("N1: what was settled before it left does not leave")
    void what_no_longer_holds_does_not_leave() throws Exception {
        try (MoodySmtp server = new MoodySmtp()) {
            enqueue("an@example.be", "1");
            background.sql("UPDATE kernel.mail SET reason = 'STALE'");
            SendMail sending = sending(server.url());
            background.tell(sending::workOff);
            assertThat(background.tell(sending::workOff)).isZero();
            assertThat(server.taken).isEmpty();
            assertThat(background.rows("SELECT withdrawn_at IS NOT NULL FROM kernel.mail"))
                    .containsExactly("t");
        }
    }

    private boolean enqueue(String email, String moment) {
        Letter letter = new Letter(
                "Volg uw opleiding vóór 14 maart\r\nBcc: x@example.be",
                "Uw termijn loopt tot 14 maart 2027.",
                List.of("Nog niets gepland."),
                new Letter.Action("Kies een sessie", "/mentor"));
        Addressee to = new Addressee("P1", "An O'Brien <script>", email, "fr");
        return background.tell(() -> background
                .db()
                .transact(connection -> post.enqueue(
                                connection, new Post.Occasion("TRAINING_REMINDER", moment), to, letter)
                        .await()));
    }

    private SendMail sending(String url) {
        return new SendMail(
                background.vertx(),
                background.db(),
                background.time(),
                background.threads(),
                Outlet.smtp(background.vertx(), url, HERE),
                new MailFate(
                        new Outbox(background.time(), new Ids(background.time()), List::of),
                        Map.of("STALE", (client, key) -> Future.succeededFuture(false))));
    }
}
