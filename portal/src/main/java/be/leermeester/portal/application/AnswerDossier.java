package be.leermeester.portal.application;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.portal.application.AnswerQueries.Item;
import be.leermeester.portal.status.Act;
import be.leermeester.portal.status.Actor;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.status.LockedDossier;
import be.leermeester.portal.status.RecognitionStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the applicant does with a dossier after it was sent. On a virtual thread. Throws [Problem.Conflict] where
/// somebody was first.
final class AnswerDossier {

    private static final Set<String> KINDS = Set.of("C450", "CRIMINAL_RECORD", "PRIOR_TRAINING", "PRACTICE");

    private final Db db;
    private final ChangeStatus change;
    private final KeptFiles files;
    private final Ids ids;
    private final Time time;

    AnswerDossier(Db db, ChangeStatus change, KeptFiles files, Ids ids, Time time) {
        this.db = db;
        this.change = change;
        this.files = files;
        this.ids = ids;
        this.time = time;
    }

    record Sent(FileUpload upload, FileType type) {}

    void answer(String id, int seen, String itemId, String said, @Nullable Sent sent, String personId) {
        db.transact(connection -> {
            requireAsked(change.settled(connection, id), seen);
            Item item = AnswerQueries.items(connection, id).await().stream()
                    .filter(asked -> asked.id().equals(itemId))
                    .findFirst()
                    .orElseThrow(Problem.NotFound::new);
            String paper = sent == null ? null : keep(connection, id, item, sent, personId);
            AnswerQueries.answer(connection, item.id(), said, paper, time.now());
            return item;
        });
    }

    private static void requireAsked(LockedDossier dossier, int seen) {
        if (dossier.status() != RecognitionStatus.INCOMPLETE || dossier.lastSeq() != seen) {
            throw new Problem.Conflict("status.changed." + dossier.status());
        }
    }

    private String keep(SqlConnection connection, String id, Item item, Sent sent, String personId) {
        String paper = ids.next().toString();
        SubmitQueries.insert(
                connection,
                new SubmitQueries.Paper(
                        paper,
                        id,
                        null,
                        KINDS.contains(item.item()) ? item.item() : "OTHER",
                        sent.type().named(sent.upload().fileName()),
                        files.keep(connection, sent.upload(), sent.type()),
                        null,
                        time.now(),
                        personId));
        return paper;
    }

    /// Hands it in again: fourteen new days, and what was answered frozen with it (R1).
    void resubmit(String id, int seen, String remark, String personId) {
        db.transact(connection -> {
            Act act = Act.of(id, RecognitionStatus.SUBMITTED, Actor.APPLICANT, personId)
                    .having(seen)
                    .because(List.of(), remark);
            List<Item> items = AnswerQueries.items(connection, id).await();
            LockedDossier dossier = change.apply(connection, act);
            SubmitQueries.freeze(
                    connection, id, dossier.lastSeq(), personId, frozen(connection, id, items, remark), time.now());
            return dossier;
        });
    }

    private static JsonObject frozen(SqlConnection connection, String id, List<Item> items, String remark) {
        Row before = AnswerQueries.frozen(connection, id);
        JsonObject content = before == null
                ? new JsonObject()
                : before.getJsonObject("content").copy();
        JsonArray answers = new JsonArray();
        items.forEach(item -> answers.add(new JsonObject()
                .put("item", item.item())
                .put("asked", item.remark())
                .put("answer", item.answer())
                .put("document", item.document())));
        return content.put("answers", answers).put("remark", remark);
    }

    /// Gives the application up.
    void withdraw(String id, int seen, String remark, String personId) {
        db.transact(connection -> change.apply(
                connection,
                Act.of(id, RecognitionStatus.CANCELLED, Actor.APPLICANT, personId)
                        .having(seen)
                        .because(List.of(), remark)));
    }
}
