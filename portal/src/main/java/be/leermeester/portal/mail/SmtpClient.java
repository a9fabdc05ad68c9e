package be.leermeester.portal.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import org.jspecify.annotations.Nullable;

/// Speaks to the mail server, on an event loop of its own: connections are lent from one mail to the next, and must not
/// be tied to the virtual thread that happened to open them.
final class SmtpClient extends VerticleBase {

    private final SmtpAddress address;
    private final String portalHost;
    private @Nullable MailClient client;

    SmtpClient(SmtpAddress address, String portalHost) {
        this.address = address;
        this.portalHost = portalHost;
    }

    @Override
    public Future<?> start() {
        client = MailClient.create(vertx, address.config());
        return Future.succeededFuture();
    }

    /// A mail that is sent again, after an answer that was lost, carries the same Message-ID.
    Future<MailResult> send(MailQueries.Outgoing mail) {
        MailMessage message = new MailMessage()
                .setFrom("Leermeester <" + address.from() + ">")
                .setTo(mail.recipient())
                .setSubject(mail.subject())
                .setText(mail.text())
                .setHtml(mail.html())
                .addHeader("Message-ID", "<" + mail.id() + "@" + portalHost + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        Promise<MailResult> sent = Promise.promise();
        context.runOnContext(_ -> transmit(message).onComplete(sent));
        return sent.future();
    }

    private Future<MailResult> transmit(MailMessage message) {
        return client == null ? Future.failedFuture("Not started") : client.sendMail(message);
    }
}
