package be.leermeester.portal.reminder;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Subscriber;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// A reminder whose receiver does not exist, says the mail server, becomes a letter that somebody prints, once (N7).
record WriteToRefused(Db db, Ladder ladder) implements Subscriber {

    @Override
    public String name() {
        return "write-to-refused";
    }

    @Override
    public boolean wants(String type) {
        return type.equals("MailRefused");
    }

    @Override
    public Future<Void> deliver(UUID eventId, String type, String subject, JsonObject payload) {
        db.transact(connection -> {
            LadderQueries.refused(connection, payload.getString("mail"))
                    .await()
                    .forEach(each -> ladder.askLetter(connection, each, "REFUSED"));
            return true;
        });
        return Future.succeededFuture();
    }
}
