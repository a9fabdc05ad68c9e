package be.leermeester.portal.advice;

import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The one mail that a voting member gets for a list.
record AdviceMail(Post post, Messages messages) {

    void ask(SqlConnection connection, Addressee voter, String list, int dossiers, Instant closing) {
        if (voter.email().isEmpty()) {
            return;
        }
        Locale language = voter.locale();
        String until = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", language)
                .withZone(Time.ZONE)
                .format(closing);
        Letter letter = new Letter(
                messages.say(language, "advice.mail.subject", until, dossiers),
                messages.say(language, "advice.mail.opening", until, dossiers),
                List.of(messages.say(language, "advice.mail.silence"), messages.say(language, "advice.mail.why")),
                new Letter.Action(messages.say(language, "advice.mail.action"), "/advisor"));
        post.enqueue(connection, new Post.Occasion("ADVICE_LIST", list), voter, letter)
                .await();
    }
}
