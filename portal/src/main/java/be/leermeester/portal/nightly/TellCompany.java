package be.leermeester.portal.nightly;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.portal.mail.Addressee;
import be.leermeester.portal.mail.Letter;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.mail.Receivers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Tells a company once what the portal itself did with a dossier, whether the night's work did it or somebody who
/// opened the dossier came first. About moments that are past (an import's arrears, a long standstill) nobody is
/// mailed; that a company or establishment stopped is told whenever the register says so.
final class TellCompany implements Subscriber {

    /// A standstill over a weekend does not cost anybody the mail.
    static final int FRESH_DAYS = 7;

    private static final Map<String, String> KINDS = Map.of(
            "RecognitionApproved", "approved",
            "RecognitionExpired", "expired",
            "RecognitionCeased", "ceased");

    private final Db db;
    private final Post post;
    private final Messages messages;
    private final Time time;

    TellCompany(Db db, Post post, Messages messages, Time time) {
        this.db = db;
        this.post = post;
        this.messages = messages;
        this.time = time;
    }

    @Override
    public String name() {
        return "tell-company";
    }

    @Override
    public boolean wants(String type) {
        return KINDS.containsKey(type);
    }

    /// On a virtual thread, as deliveries are.
    @Override
    public Future<Void> deliver(UUID eventId, String type, String subject, JsonObject payload) {
        if (payload.getBoolean("automatic", false)) {
            LocalDate moment = Time.dateOf(Instant.parse(payload.getString("at")));
            boolean fresh = !moment.plusDays(FRESH_DAYS).isBefore(time.today());
            if (fresh || type.equals("RecognitionCeased")) {
                db.transact(connection -> tell(connection, type, payload.getString("dossier"), moment));
            }
        }
        return Future.succeededFuture();
    }

    private int tell(SqlConnection connection, String type, String dossier, LocalDate moment) {
        ToldQueries.Told told = ToldQueries.dossier(connection, dossier, moment).await();
        if (told == null || (told.arrears() && !type.equals("RecognitionCeased"))) {
            return 0;
        }
        List<Addressee> receivers =
                Receivers.ofCompany(connection, told.enterpriseNumber()).await();
        receivers.forEach(to -> post.enqueue(
                        connection,
                        new Post.Occasion(type, dossier + "/" + moment),
                        to,
                        letter(to.locale(), KINDS.getOrDefault(type, ""), told, dossier, moment))
                .await());
        return receivers.size();
    }

    private Letter letter(Locale language, String kind, ToldQueries.Told told, String dossier, LocalDate moment) {
        String key = "nightly.mail." + kind;
        String date = WarnHandlers.date(language, moment);
        return new Letter(
                messages.say(language, key + ".subject", told.programme(), date),
                messages.say(language, key + ".opening", told.programme(), told.place(), date),
                List.of(messages.say(language, key + ".next")),
                new Letter.Action(messages.say(language, "nightly.mail.action"), "/recognitions/" + dossier));
    }
}
