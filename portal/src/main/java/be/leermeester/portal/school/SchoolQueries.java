package be.leermeester.portal.school;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/// A school's own row.
final class SchoolQueries {

    private SchoolQueries() {}

    static Future<Optional<String>> name(SqlClient client, String provider) {
        return client.preparedQuery("SELECT name FROM portal.training_provider WHERE code = $1")
                .execute(Tuple.of(provider))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString(0)));
    }
}
