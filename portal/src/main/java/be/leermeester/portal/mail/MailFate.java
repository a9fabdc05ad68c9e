package be.leermeester.portal.mail;

import be.leermeester.kernel.Event;
import be.leermeester.kernel.Outbox;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What else decides about a mail in the queue: those who wrote it may find that it no longer holds, and hear by the
/// event `MailRefused` that its receiver does not exist.
///
/// @param conditions by kind of mail ([Post.Occasion#rule]); what has none always stands
public record MailFate(Outbox outbox, Map<String, Condition> conditions) {

    /// Asked right before a mail leaves.
    public interface Condition {
        /// @param key under which the queue keeps the mail
        Future<Boolean> stillStands(SqlClient client, String key);
    }

    public MailFate {
        conditions = Map.copyOf(conditions);
    }

    Future<Boolean> stillStands(SqlClient client, String reason, String key) {
        Condition condition = conditions.get(reason);
        return condition == null ? Future.succeededFuture(true) : condition.stillStands(client, key);
    }

    Future<?> refused(SqlConnection connection, String mailId, @Nullable String personId) {
        if (personId == null) {
            return Future.succeededFuture();
        }
        return outbox.append(
                connection,
                new Event(
                        "MailRefused",
                        "person:" + personId,
                        Event.PORTAL,
                        List.of(),
                        new JsonObject().put("mail", mailId).put("person", personId)));
    }
}
