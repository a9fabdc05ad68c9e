package be.leermeester.learning.deadline;

import be.leermeester.kernel.Db;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.List;

/// The deadlines as other features ask for them. Who may see whose is decided by the caller.
public final class Deadlines {

    private Deadlines() {}

    /// Of one person, by partnership code, as they stand on `today`; empty for somebody who is not obliged.
    public static Future<List<Deadline>> of(SqlClient client, String personId, LocalDate today) {
        return DeadlineQueries.ofPerson(client, personId, today);
    }

    /// The dated rules of all partnerships.
    public static Future<TrainingRules> rules(SqlClient client) {
        return DeadlineQueries.rules(client);
    }

    /// Everybody's, as they were known at the end of a past day. Reads all facts there are: on a virtual thread only.
    public static List<Deadline> knownOn(Db db, LocalDate day) {
        TrainingRules rules = DeadlineQueries.rules(db.reads()).await();
        return db.transact(connection -> DeadlineQueries.asKnownOn(connection, day, rules));
    }
}
