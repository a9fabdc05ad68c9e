package be.leermeester.portal.register;

import be.leermeester.kernel.Db;
import be.leermeester.kernel.Event;
import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Time;
import be.leermeester.portal.exchange.source.Source;
import be.leermeester.portal.exchange.source.UnusableSource;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.ChangeStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Takes in a set of the enterprise register, whole or not at all; sets come in the order of their numbers, and one
/// that
/// was taken in already changes nothing. On a virtual thread or the command line.
public final class TakeRegister {

    /// What a set changed.
    ///
    /// @param again whether it had been taken in before, and nothing was done
    public record Result(int number, boolean again, JsonObject summary) {}

    private final Db db;
    private final Outbox outbox;
    private final Time time;
    private final RegisterChanges changes;

    public TakeRegister(Db db, ChangeStatus change, Post post, Messages messages, Outbox outbox, Ids ids, Time time) {
        this.db = db;
        this.outbox = outbox;
        this.time = time;
        this.changes = new RegisterChanges(change, new TellOfRegister(post, messages), ids, time);
    }

    /// @param by the person id, or `import-kbo`
    public Result take(Path folderOrZip, String by) throws UnusableSource, IOException {
        try (Source source = Source.of(folderOrZip)) {
            Extract extract = RegisterSet.extract(source);
            return db.transact(connection -> {
                try {
                    return take(connection, source, extract, by);
                } catch (UnusableSource | IOException unusable) {
                    throw new Undone(unusable);
                }
            });
        } catch (Undone undone) {
            switch (undone.getCause()) {
                case UnusableSource unusable -> throw unusable;
                case IOException unreadable -> throw unreadable;
                case null, default -> throw undone;
            }
        }
    }

    private Result take(SqlConnection connection, Source source, Extract extract, String by)
            throws UnusableSource, IOException {
        Integer last = RegisterQueries.last(connection);
        if (RegisterQueries.taken(connection, extract.number())) {
            return new Result(extract.number(), true, new JsonObject());
        }
        if (last != null && extract.number() < last) {
            throw new UnusableSource("register.problem.older", "" + extract.number(), "" + last);
        }
        if (last != null && !extract.full() && extract.number() != last + 1) {
            throw new UnusableSource("register.problem.gap", "" + extract.number(), "" + last, "" + (last + 1));
        }
        Set<String> ours = RegisterQueries.ours(connection);
        RegisterSet set = RegisterSet.read(source, extract, ours::contains);
        RegisterQueries.keep(connection, extract, time.now(), by);
        JsonObject summary = changes.apply(connection, extract, set);
        RegisterSet.Counts counts = set.counts();
        summary.put("read", counts.read())
                .put("ours", counts.ours())
                .put("unknown", counts.unknown())
                .put("unreadable", counts.unreadable());
        RegisterQueries.summarise(connection, extract, summary);
        Event event = new Event("RegisterTaken", "register:" + extract.number(), by, List.of("admins"), summary.copy());
        outbox.append(connection, event).await();
        return new Result(extract.number(), false, summary);
    }

    /// Carries what is wrong with the set out of the transaction, which is rolled back.
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undone(Exception cause) {
            super(cause);
        }
    }
}
