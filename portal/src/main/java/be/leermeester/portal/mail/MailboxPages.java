package be.leermeester.portal.mail;

import be.leermeester.kernel.Access;
import be.leermeester.kernel.Db;
import be.leermeester.kernel.Feature;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Reply;
import be.leermeester.kernel.Routes;
import be.leermeester.kernel.Visit;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The demo's mailbox: everybody's mail, for everybody. Outside a demo it does not exist.
public final class MailboxPages implements Feature {

    private static final int SHOWN = 200;

    record Box(List<MailQueries.Line> mails) {}

    /// @param link the path of ours that the mail asks to open, null where there is none
    record Mail(
            String recipient,
            String subject,
            String text,
            @Nullable String link) {}

    private final Db db;
    private final boolean open;
    private final Pattern ours;

    /// @param open true where mail is captured instead of sent
    public MailboxPages(Db db, boolean open, URI publicUrl) {
        this.db = db;
        this.open = open;
        this.ours = Pattern.compile(Pattern.quote(publicUrl.toString()) + "(/[A-Za-z0-9/_.?=&-]+)");
    }

    @Override
    public void mount(Routes routes) {
        routes.reads("/mailbox", Access.anyone(), this::list);
        routes.reads("/mailbox/:id", Access.anyone(), this::show);
    }

    private Future<Reply> list(Visit visit) {
        requireOpen();
        return MailQueries.latest(db.reads(), SHOWN).map(mails -> Reply.view("mailbox/list", new Box(mails)));
    }

    private Future<Reply> show(Visit visit) {
        requireOpen();
        return MailQueries.find(db.reads(), visit.params().id("id")).map(mail -> {
            if (mail == null) {
                throw new Problem.NotFound();
            }
            Matcher link = ours.matcher(mail.text());
            return Reply.view(
                    "mailbox/mail",
                    new Mail(mail.recipient(), mail.subject(), mail.text(), link.find() ? link.group(1) : null));
        });
    }

    private void requireOpen() {
        if (!open) {
            throw new Problem.NotFound();
        }
    }
}
