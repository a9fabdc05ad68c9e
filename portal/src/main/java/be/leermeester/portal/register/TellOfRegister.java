package be.leermeester.portal.register;

import be.leermeester.kernel.Messages;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.mail.Receivers;
import be.leermeester.portal.rows.Written;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/// Tells a company once what changed because the register said so. That recognitions stopped is told with each of them.
final class TellOfRegister {

    private final Post post;
    private final Messages messages;

    TellOfRegister(Post post, Messages messages) {
        this.post = post;
        this.messages = messages;
    }

    void moved(
            SqlConnection connection,
            Extract extract,
            String enterprise,
            String establishment,
            String from,
            String to) {
        send(
                connection,
                enterprise,
                new Post.Occasion("REGISTER_MOVED", extract.number() + "/" + establishment),
                receiver -> letter(receiver, "register.mail.moved", Written.establishment(establishment), from, to));
    }

    void renamed(SqlConnection connection, Extract extract, String enterprise, String from, String to) {
        send(
                connection,
                enterprise,
                new Post.Occasion("REGISTER_RENAMED", extract.number() + "/" + enterprise),
                receiver -> letter(receiver, "register.mail.renamed", Written.enterprise(enterprise), from, to));
    }

    private void send(
            SqlConnection connection, String enterprise, Post.Occasion occasion, Function<Addressee, Letter> letter) {
        Receivers.ofCompany(connection, enterprise)
                .await()
                .forEach(to ->
                        post.enqueue(connection, occasion, to, letter.apply(to)).await());
    }

    private Letter letter(Addressee to, String key, Object... arguments) {
        return new Letter(
                messages.say(to.locale(), key + ".subject", arguments),
                messages.say(to.locale(), key + ".opening", arguments),
                List.of(messages.say(to.locale(), key + ".next")),
                new Letter.Action(messages.say(to.locale(), "register.mail.action"), "/company"));
    }
}
