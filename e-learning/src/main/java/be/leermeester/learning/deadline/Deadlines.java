package be.leermeester.learning.deadline;

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
}
