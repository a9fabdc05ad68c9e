package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/// Reads rules and obligations.
final class DeadlineQueries {

    private DeadlineQueries() {}

    static Future<TrainingRules> rules(SqlClient client) {
        return client.preparedQuery(FactQueries.RULES).execute().map(rows -> {
            FactQueries.Rules rules = new FactQueries.Rules();
            rows.forEach(row -> rules.add(new Cells.Reactive(row)));
            return rules.rules();
        });
    }
}
