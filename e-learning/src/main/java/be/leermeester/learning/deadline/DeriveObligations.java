package be.leermeester.learning.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Writes `learning.obligation` anew from the facts: the one place that does. Whoever changes a mentor application, a
/// struck mentor, a training or a rule calls it in the same transaction.
public final class DeriveObligations {

    private static final int FETCH = 5_000;

    private DeriveObligations() {}

    /// Everybody's, in the caller's transaction; live derivations wait until that ends. Answers the number of rows.
    public static int all(Connection connection) throws SQLException {
        run(connection, "LOCK TABLE learning.obligation IN SHARE ROW EXCLUSIVE MODE");
        run(connection, "DELETE FROM learning.obligation");
        try (PreparedStatement facts = connection.prepareStatement(FactQueries.FACTS_OF_ALL)) {
            return derive(connection, facts);
        }
    }

    /// As [#all], of some persons; unknown ids are left aside.
    public static int of(Connection connection, Collection<String> personIds) throws SQLException {
        Object[] ids = personIds.toArray();
        run(connection, LOCK.replace("$1", "?"), ids);
        run(connection, DELETE.replace("$1", "?"), ids);
        try (PreparedStatement facts = connection.prepareStatement(FactQueries.FACTS_OF_SOME.replace("$1", "?"))) {
            facts.setArray(1, connection.createArrayOf("text", ids));
            return derive(connection, facts);
        }
    }

    /// As [#all], of some persons, on an event loop or virtual thread; `connection` must be inside a transaction.
    public static Future<Integer> of(SqlConnection connection, Collection<String> personIds) {
        Tuple ids = Tuple.tuple().addArrayOfString(personIds.toArray(String[]::new));
        return connection
                .preparedQuery(LOCK)
                .execute(ids)
                .compose(_ -> connection.preparedQuery(DELETE).execute(ids))
                .compose(_ -> DeadlineQueries.rules(connection))
                .compose(rules -> connection
                        .preparedQuery(FactQueries.FACTS_OF_SOME)
                        .execute(ids)
                        .map(rows -> derive(rows, rules)))
                .compose(obligations -> obligations.isEmpty()
                        ? Future.succeededFuture(0)
                        : connection
                                .preparedQuery(ObligationRow.INSERT)
                                .executeBatch(obligations.stream()
                                        .map(ObligationRow::tuple)
                                        .toList())
                                .map(_ -> obligations.size()));
    }

    // Two derivations of one person follow each other, so that the later one sees the facts of the earlier.
    private static final String LOCK =
            "SELECT 1 FROM kernel.person WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE";

    private static final String DELETE = "DELETE FROM learning.obligation WHERE person_id = ANY($1::text[])";

    private static List<TrainingObligation> derive(Iterable<Row> rows, TrainingRules rules) {
        List<TrainingObligation> obligations = new ArrayList<>();
        try (var gathering =
                new FactQueries.Facts(facts -> obligations.addAll(TrainingObligation.derive(facts, rules)))) {
            rows.forEach(row -> gathering.add(new Cells.Reactive(row)));
        }
        return obligations;
    }

    private static int derive(Connection connection, PreparedStatement query) throws SQLException {
        TrainingRules rules = rules(connection);
        query.setFetchSize(FETCH);
        ObligationCopy copy = new ObligationCopy(connection);
        try (ResultSet rows = query.executeQuery()) {
            try (var gathering = new FactQueries.Facts(
                    facts -> TrainingObligation.derive(facts, rules).forEach(copy::add))) {
                Cells cells = new Cells.Jdbc(rows);
                while (rows.next()) {
                    gathering.add(cells);
                    copy.flushWhenFull();
                }
            }
        }
        return copy.finish();
    }

    private static TrainingRules rules(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FactQueries.RULES);
                ResultSet rows = query.executeQuery()) {
            FactQueries.Rules rules = new FactQueries.Rules();
            Cells cells = new Cells.Jdbc(rows);
            while (rows.next()) {
                rules.add(cells);
            }
            return rules.rules();
        }
    }

    private static void run(Connection connection, String sql, Object... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                statement.setArray(1, connection.createArrayOf("text", ids));
            }
            statement.execute();
        }
    }
}
