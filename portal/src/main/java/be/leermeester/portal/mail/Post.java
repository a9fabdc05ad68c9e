package be.leermeester.portal.mail;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Templates;
import be.leermeester.kernel.Time;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts mails in the queue, in the transaction of what they are about: no change without its mail, no mail without
/// its change. What is put twice for one person, rule and moment is there once.
public final class Post {

    /// Why and for which moment a mail is sent: `new Occasion("TRAINING_REMINDER", "2027-03-14/P3M")`.
    ///
    /// @param rule stable; also says in lists what kind of mail it is
    public record Occasion(String rule, String moment) {
        /// Under what the queue keeps it for a person, once.
        public String keyOf(String personId) {
            return personId + ":" + rule + ":" + moment;
        }
    }

    /// What the templates find.
    record Page(
            String subject,
            String name,
            String opening,
            List<String> paragraphs,
            @Nullable String label,
            @Nullable String address,
            List<Way> more,
            String home) {}

    /// A link under the letter.
    record Way(String label, String address) {}

    private final Templates templates;
    private final Time time;
    private final Ids ids;
    private final URI publicUrl;

    public Post(Templates templates, Time time, Ids ids, URI publicUrl) {
        this.templates = templates;
        this.time = time;
        this.ids = ids;
        this.publicUrl = publicUrl;
    }

    /// @param connection must be inside a transaction
    /// @return false where this mail was in the queue already
    public Future<Boolean> enqueue(SqlConnection connection, Occasion occasion, Addressee to, Letter letter) {
        Page page = page(to, letter);
        MailQueries.NewMail mail = new MailQueries.NewMail(
                ids.next().toString(),
                occasion.keyOf(to.personId()),
                to,
                oneLine(letter.subject()),
                folded(templates.render("mail/text", page, Map.of(), to.locale())),
                templates.render("mail/html", page, Map.of(), to.locale()),
                occasion.rule());
        return MailQueries.insert(connection, mail, time.now());
    }

    private Page page(Addressee to, Letter letter) {
        Letter.Action action = letter.action();
        return new Page(
                oneLine(letter.subject()),
                to.name(),
                letter.opening(),
                letter.paragraphs(),
                action == null ? null : action.label(),
                action == null ? null : publicUrl + action.path(),
                letter.more().stream()
                        .map(way -> new Way(way.label(), publicUrl + way.path()))
                        .toList(),
                publicUrl.toString());
    }

    /// The template's own lines leave blank ones behind.
    private static String folded(String text) {
        return text.replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    /// A name with a line break in it must not become a header.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
