package be.leermeester.portal.mandate;

import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells people about mandates, each in the own language, once for each change.
final class MandateMail {

    private final Messages messages;
    private final Post post;
    private final Time time;

    MandateMail(Messages messages, Post post, Time time) {
        this.messages = messages;
        this.post = post;
        this.time = time;
    }

    /// To everybody at the holder's.
    ///
    /// @param type of the event
    void tell(SqlConnection connection, String type, Mandate mandate) {
        Post.Occasion occasion = new Post.Occasion(type, mandate.id() + "/" + time.now());
        for (Addressee to : GivingQueries.people(
                        connection, mandate.holder().role(), mandate.holder().code())
                .await()) {
            post.enqueue(connection, occasion, to, letter(type, mandate, to.locale()))
                    .await();
        }
    }

    private Letter letter(String type, Mandate mandate, Locale language) {
        String key = "mandate.mail." + type;
        String company = mandate.company().name();
        LocalDate end = mandate.endsOn();
        List<String> paragraphs = new ArrayList<>();
        if (mandate.stands()) {
            paragraphs.add(
                    end == null
                            ? messages.say(language, "mandate.mail.from", mandate.startsOn())
                            : messages.say(language, "mandate.mail.from-until", mandate.startsOn(), end));
            paragraphs.add(messages.say(
                    language, mandate.scope().everything() ? "mandate.mail.everything" : "mandate.mail.limited"));
        } else {
            paragraphs.add(messages.say(language, "mandate.mail.over", company));
        }
        return new Letter(
                messages.say(language, key + ".subject", company, time.today()),
                messages.say(language, key + ".opening", company, time.today()),
                paragraphs,
                new Letter.Action(messages.say(language, "mandate.mail.action"), "/mandates"));
    }

    /// Asks the company for a mandate.
    void ask(SqlConnection connection, RequestQueries.Request request) {
        Post.Occasion occasion = new Post.Occasion("MandateAsked", request.id());
        for (Addressee to : GivingQueries.people(
                        connection, "COMPANY", request.company().number())
                .await()) {
            Locale language = to.locale();
            String holder = request.holder().name();
            post.enqueue(
                            connection,
                            occasion,
                            to,
                            new Letter(
                                    messages.say(language, "mandate.mail.asked.subject", holder, time.today()),
                                    messages.say(
                                            language,
                                            "mandate.mail.asked.opening",
                                            request.asker(),
                                            holder,
                                            request.company().name()),
                                    List.of(
                                            messages.say(language, "mandate.mail.asked.reason", request.reason()),
                                            messages.say(language, "mandate.mail.asked.how")),
                                    new Letter.Action(
                                            messages.say(language, "mandate.mail.asked.action"), "/company/mandates")))
                    .await();
        }
    }
}
