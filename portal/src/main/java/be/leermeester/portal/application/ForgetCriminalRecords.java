package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Subscriber;
import be.leermeester.kernel.Time;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Deletes the criminal records of a dossier once it is decided, or withdrawn: that one was seen, when and by whom, is
/// all that stays (9.11).
final class ForgetCriminalRecords implements Subscriber {

    private static final Set<String> ENDS = Set.of(
            ChangeStatus.type(RecognitionStatus.APPROVED),
            ChangeStatus.type(RecognitionStatus.REJECTED),
            ChangeStatus.type(RecognitionStatus.CANCELLED));

    private final Db db;
    private final KeptFiles files;
    private final Time time;

    ForgetCriminalRecords(Db db, KeptFiles files, Time time) {
        this.db = db;
        this.files = files;
        this.time = time;
    }

    @Override
    public String name() {
        return "forget-criminal-records";
    }

    @Override
    public boolean wants(String type) {
        return ENDS.contains(type);
    }

    @Override
    public Future<Void> deliver(UUID eventId, String type, String subject, JsonObject payload) {
        String application = payload.getString("dossier");
        db.transact(connection -> {
            List<String> hashes = DocumentQueries.removeCriminalRecords(connection, application, time.now());
            files.forget(connection, hashes);
            return hashes;
        });
        return Future.succeededFuture();
    }
}
