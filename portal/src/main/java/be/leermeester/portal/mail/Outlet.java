package be.leermeester.portal.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;

/// Where mail goes when it leaves the queue.
public interface Outlet {

    /// Succeeds when it was taken.
    Future<?> take(MailQueries.Outgoing mail);

    /// Whether mails stay readable here (the demo's mailbox).
    default boolean captures() {
        return false;
    }

    /// Through a mail server.
    static Outlet smtp(Vertx vertx, String smtpUrl, URI publicUrl) {
        SmtpClient client = new SmtpClient(SmtpAddress.of(smtpUrl, publicUrl.getHost()), publicUrl.getHost());
        Future<String> deployed = vertx.deployVerticle(client);
        return mail -> deployed.compose(_ -> client.send(mail));
    }

    /// Nowhere: the demo shows them on a page.
    static Outlet mailbox() {
        return new Outlet() {
            @Override
            public Future<?> take(MailQueries.Outgoing mail) {
                return Future.succeededFuture();
            }

            @Override
            public boolean captures() {
                return true;
            }
        };
    }
}
